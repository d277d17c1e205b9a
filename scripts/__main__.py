"""Entry point of `python -m scripts`."""

import atexit
import gc
import sys

if __name__ == "__main__":
    # What is left at the end goes with the process: to look through it for rubbish once more takes a second.
    atexit.register(gc.freeze)
    try:
        from scripts.cli import main

        main(prog_name="python -m scripts")
    except KeyboardInterrupt:
        # Before the front door stood open: 130, as it has it.
        sys.exit(130)
