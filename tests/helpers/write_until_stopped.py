"""A program that saves runs and says each id once it is saved, until it is killed or refused.

Usage: write_until_stopped.py FOLDER MIGRATIONS [--bytes N]. With --bytes no file may grow beyond N, which
is what a full disk looks like to a program.
"""

from __future__ import annotations

import argparse
import resource
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from helpers.histories import a_run
from unknot.domain.errors import KnownError
from unknot.storage.history import open_history


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("migrations", type=Path)
    parser.add_argument("--bytes", type=int)
    told = parser.parse_args()
    history = open_history(told.folder, told.migrations)
    if told.bytes:
        resource.setrlimit(resource.RLIMIT_FSIZE, (told.bytes, told.bytes))
    try:
        while True:
            run = a_run(datetime.now(UTC), note="kept " * 60)
            history.runs.add(run)
            print(run.id, flush=True)
    except KnownError as error:
        print(f"refused: {error}", flush=True)
    history.close()


if __name__ == "__main__":
    main()
