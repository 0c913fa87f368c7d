"""Turns what SQLite and the disk complain about into sentences a person can act on."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from unknot.domain.errors import KnownError
from unknot.storage.places import newest_backup

_NO_SPACE = 256 * 1024  # bytes
_MONTHS = (  # strftime would follow the language of the system
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_PRIMARY = 0xFF  # an extended result code holds the primary one in its low byte


def _day_words(path: Path) -> str:
    day = date.fromisoformat(path.stem.removeprefix("unknot-"))
    return f"{day.day} {_MONTHS[day.month - 1]}"


def _backup(folder: Path) -> str:
    copy = newest_backup(folder)
    return "" if copy is None else f"the backup of {_day_words(copy)} in {copy.parent}"


def disk_full() -> KnownError:
    """The disk is full."""
    return KnownError("Could not save: the disk is full.", "Free some space, then try again.", retry=True)


def newer_file(folder: Path) -> KnownError:
    """The file's schema is newer than this program."""
    backup = _backup(folder)
    advice = f"Update Unknot, or go back to {backup}." if backup else "Update Unknot, then try again."
    return KnownError("The data file was made by a newer Unknot.", advice)


def damaged(folder: Path) -> KnownError:
    """The file is not readable as a database."""
    backup = _backup(folder)
    advice = "Keep the file: it may be repaired."
    return KnownError(
        "The data file is damaged, so nothing was read or changed.",
        f"Go back to {backup}. {advice}" if backup else advice,
    )


def _not_allowed(folder: Path) -> KnownError:
    return KnownError(
        f"Unknot may not write to the folder {folder}.",
        "Allow writing there, then try again.",
        retry=True,
    )


def _in_use() -> KnownError:
    return KnownError(
        "Could not save: another program is using the data file.", "Close it, then try again.", retry=True
    )


def _unreliable(folder: Path) -> KnownError:
    # not every file system says that it is full in the way SQLite listens for
    if folder.exists() and shutil.disk_usage(folder).free < _NO_SPACE:
        return disk_full()
    return KnownError(
        f"Could not save: the disk with {folder} does not answer as it should.",
        "Check that it is connected and has space left, then try again.",
        retry=True,
    )


def known(error: sqlite3.Error, folder: Path) -> KnownError | None:
    """The sentence for an error of SQLite, or None if it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & _PRIMARY
    if primary == sqlite3.SQLITE_FULL:
        return disk_full()
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return _in_use()
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(folder)
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return _not_allowed(folder)
    if primary == sqlite3.SQLITE_IOERR:
        return _unreliable(folder)
    return None


def _known_by_disk(error: OSError, folder: Path) -> KnownError | None:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full()
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST):
        return _not_allowed(folder)
    if error.errno in (errno.EIO, errno.EFBIG, errno.ENODEV, errno.ESTALE):
        return _unreliable(folder)
    return None


@contextmanager
def in_plain_words(folder: Path) -> Iterator[None]:
    """Raise KnownError instead of what SQLite or the disk raised inside; a bug stays what it is."""
    try:
        yield
    except KnownError:
        raise
    except OSError as error:
        plain = _known_by_disk(error, folder)
        if plain is None:
            raise
        raise plain from error
    except Exception as error:
        plain = _of_driver(error, folder)
        if plain is None:
            raise
        raise plain from error


def _of_driver(error: Exception, folder: Path) -> KnownError | None:
    # sqlalchemy keeps the driver's error as `orig`; this module is read before sqlalchemy is imported
    driver = error if isinstance(error, sqlite3.Error) else getattr(error, "orig", None)
    return known(driver, folder) if isinstance(driver, sqlite3.Error) else None
