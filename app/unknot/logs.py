"""The log file in the data folder: what happened, never what the user wrote. Imports no other room.

Lines say which step was taken and what failed. Notes, places on the body and scores never go in, so
that a log can be shown to somebody else. Nothing is ever sent.
"""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path

FILE_NAME = "unknot.log"
MAX_BYTES = 500_000
OLD_FILES = 3


class _UtcFormatter(logging.Formatter):
    """Instants in UTC, so that lines before and after a flight still sort."""

    converter = staticmethod(time.gmtime)

    def __init__(self) -> None:
        super().__init__("%(asctime)sZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")


class _LogFileHandler(logging.FileHandler):
    """Our handler, told apart from those of others by its type."""


def start(folder: Path) -> Path | None:
    """Write the log into `folder` (made, readable by its owner only) from now on.

    Returns the file, or None where the folder cannot be written: then only warnings are kept, on
    standard error. That the folder is unusable is said by whoever opens the history.
    """
    stop()
    logging.getLogger("unknot").setLevel(logging.INFO)
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _make_room(path)
        handler = _LogFileHandler(path, encoding="utf-8")
        if os.name == "posix":
            path.chmod(0o600)
    except OSError as problem:
        logging.getLogger(__name__).warning("No log file: %s", problem)
        return None
    handler.setFormatter(_UtcFormatter())
    logging.getLogger().addHandler(handler)
    logging.captureWarnings(capture=True)
    return path


def stop() -> None:
    """Close the log file, for the end of the program and before another folder is used."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, _LogFileHandler)]:
        root.removeHandler(handler)
        handler.close()
    logging.captureWarnings(capture=False)


def _make_room(path: Path) -> None:
    """At each start a long file becomes `unknot.log.1`, that one `.2`, and the oldest goes."""
    if not path.exists() or path.stat().st_size < MAX_BYTES:
        return
    for number in range(OLD_FILES, 0, -1):
        younger = path if number == 1 else path.with_name(f"{FILE_NAME}.{number - 1}")
        if younger.exists():
            younger.replace(path.with_name(f"{FILE_NAME}.{number}"))
