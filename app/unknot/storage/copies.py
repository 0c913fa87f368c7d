"""Whole copies of the history file, by SQLite's online backup, proved after writing."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from unknot.storage.troubles import damaged


def copy_file(source: Path, target: Path) -> dict[str, int]:
    """Copy a history as it is at this moment; returns the rows of each table in the copy.

    The copy is opened again, checked, and counted against the source before it gets its name. Raises
    KnownError if the source is damaged; nothing of a failed copy is left.
    """
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        wanted = _write(source, part)
        if counted(part) != wanted:
            raise damaged(source.parent)
        _sync(part)
        part.replace(target)
        _sync(target.parent)
    finally:
        part.unlink(missing_ok=True)
    return wanted


def counted(path: Path) -> dict[str, int]:
    """Rows of each table of a closed file. Raises KnownError for a damaged one."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise damaged(path.parent)
        return _rows(connection)


def _write(source: Path, part: Path) -> dict[str, int]:
    with (
        closing(sqlite3.connect(source, isolation_level=None, timeout=3)) as live,
        closing(sqlite3.connect(part, isolation_level=None)) as copy,
    ):
        live.execute("BEGIN")  # one view of the source for counting and copying
        rows = _rows(live)
        live.backup(copy)
        live.execute("ROLLBACK")
        copy.execute("PRAGMA journal_mode = DELETE")  # a copy is one file, without -wal and -shm beside it
    return rows


def _rows(connection: sqlite3.Connection) -> dict[str, int]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608  # a table's own name
        for (name,) in names.fetchall()
    }


def _sync(path: Path) -> None:
    if os.name != "posix" and path.is_dir():
        return  # only POSIX opens a folder, to have its new name on disk
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
