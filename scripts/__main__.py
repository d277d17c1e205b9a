"""Entry point of `python -m scripts`."""

import sys

from scripts.rubbish import seldom_collect

if __name__ == "__main__":
    seldom_collect()
    try:
        from scripts.cli import main

        main(prog_name="python -m scripts")
    except KeyboardInterrupt:
        # Before the front door stood open: 130, as it has it.
        sys.exit(130)
