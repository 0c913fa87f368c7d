"""A look at the history file that changes nothing: schema, integrity, what it holds. For `doctor`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from msgspec import Struct, field

from unknot.storage.places import APPLICATION_ID, history_file, newest_backup, newest_schema

_MOST_PROBLEMS = 5  # a broken file has thousands of them, and the first ones tell


class Health(Struct, frozen=True):
    """What was found. `schema` is None where there is no file or it cannot be read."""

    path: Path
    newest_schema: int
    exists: bool = False
    schema: int | None = None
    problems: tuple[str, ...] = ()
    rows: dict[str, int] = field(default_factory=dict)
    newest_backup: Path | None = None


def look(folder: Path, migrations: Path) -> Health:
    """Examine the history of a data folder, which need not exist. Never raises for a broken file."""
    path = history_file(folder)
    newest = newest_schema(migrations)
    backup = newest_backup(folder)
    if not path.exists() or path.stat().st_size == 0:
        return Health(path, newest, newest_backup=backup)
    try:
        with closing(_open_readonly(path)) as connection:
            schema, problems, rows = _examine(connection)
    except sqlite3.Error as error:
        return Health(path, newest, exists=True, problems=(str(error),), newest_backup=backup)
    return Health(path, newest, True, schema, problems, rows, backup)


def _open_readonly(path: Path) -> sqlite3.Connection:
    """Read-only; a folder without write permission needs `immutable`, for it can hold no shared memory."""
    uri = path.absolute().as_uri()
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=1)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()
        connection = sqlite3.connect(f"{uri}?immutable=1", uri=True)
    return connection


def _examine(connection: sqlite3.Connection) -> tuple[int, tuple[str, ...], dict[str, int]]:
    schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
    problems = [
        str(row[0])
        for row in connection.execute(f"PRAGMA integrity_check({_MOST_PROBLEMS})")
        if row[0] != "ok"
    ]
    problems += [
        f"a row of {row[0]} points to no row of {row[2]}"
        for row in connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST_PROBLEMS)
    ]
    if int(connection.execute("PRAGMA application_id").fetchone()[0]) != APPLICATION_ID:
        problems.append("the file was not made by Unknot")
    names = [
        str(row[0])
        for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        if not str(row[0]).startswith(("sqlite_", "alembic_"))
    ]
    rows = {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608  # names from the file's own list, quoted
        for name in names
    }
    return schema, tuple(problems), rows
