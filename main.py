"""Okaeri: starts the program, or runs one verb of the command line."""

import sys

from app.bootstrap import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
