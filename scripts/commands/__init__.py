"""Small commands of the front door, one module each.

In: options as people type them. Out: files, or lines on the terminal. Decides nothing about the guide.
"""

from scripts.commands.bench_command import bench
from scripts.commands.compare_command import compare
from scripts.commands.export_commands import export

__all__ = ["bench", "compare", "export"]
