"""Small commands of the front door, one module each: `bench`, `export`, `hosts`."""

from scripts.commands.bench_command import bench
from scripts.commands.export_commands import export
from scripts.commands.hosts_command import hosts

__all__ = ["bench", "export", "hosts"]
