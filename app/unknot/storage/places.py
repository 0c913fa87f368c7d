"""Where in the data folder the history and its copies lie, and which state a file is in."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from unknot.domain.errors import KnownError

FILE_NAME = "unknot.db"
BACKUPS = "backups"
_SMALLEST = 512  # bytes: the smallest page of a database
_OURS = frozenset({FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", BACKUPS, "logs"})
APPLICATION_ID = 0x556E6B74  # the same number as in tables.py, which imports sqlalchemy


class FileState(Struct, frozen=True):
    """What a history file says of itself: its schema's number, 0 for an empty file."""

    schema: int
    is_empty: bool


def history_file(folder: Path) -> Path:
    """The one file of the history."""
    return folder / FILE_NAME


def backup_folder(folder: Path) -> Path:
    """Where copies are kept, beside the data."""
    return folder / BACKUPS


def make_private(folder: Path) -> Path:
    """Make the folder (0700) and an empty history file (0600) where they are missing; returns the file.

    A folder that holds somebody else's files keeps its mode: `--data-dir` may point anywhere.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if all(entry.name in _OURS or entry.name.startswith("unknot") for entry in folder.iterdir()):
        folder.chmod(0o700)
    path = history_file(folder)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    path.chmod(0o600)
    return path


def was_cut_off(folder: Path) -> bool:
    """Whether the history file has lost its content; SQLite would take it for a new, empty one.

    It is shorter than any database, or empty though copies of it exist.
    """
    path = history_file(folder)
    if not path.exists():
        return False
    log = path.with_name(f"{path.name}-wal")
    size = path.stat().st_size
    if size >= _SMALLEST or (log.exists() and log.stat().st_size):
        return False
    return size > 0 or newest_backup(folder) is not None


def state_of(path: Path) -> FileState:
    """The state of a history file. Raises KnownError for a file that is no history of Unknot."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=3)) as connection:
        schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
        application = int(connection.execute("PRAGMA application_id").fetchone()[0])
        tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if tables and application != APPLICATION_ID:
        raise KnownError(
            f"{path.name} in {path.parent} is not a history of Unknot.",
            "Move it away, then try again.",
        )
    return FileState(schema=schema if tables else 0, is_empty=not tables)


def newest_schema(migrations: Path) -> int:
    """The number of the newest migration this Unknot knows (versions/0007_words.py is 7)."""
    return max(int(path.name[:4]) for path in (migrations / "versions").glob("[0-9][0-9][0-9][0-9]_*.py"))


def newest_backup(folder: Path) -> Path | None:
    """The newest daily copy, if there is one."""
    copies = sorted(backup_folder(folder).glob("unknot-????-??-??.db"))
    return copies[-1] if copies else None
