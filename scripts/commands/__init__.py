"""Small commands of the front door, one module each: `bench`, `export`."""

from scripts.commands.bench_command import bench
from scripts.commands.export_commands import export

__all__ = ["bench", "export"]
