"""The daily copy beside the data: one a day, the last seven kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from unknot.storage.copies import copy_file
from unknot.storage.places import backup_folder, history_file
from unknot.storage.troubles import in_plain_words

KEPT = 7


def back_up_if_due(folder: Path, today: date) -> Path | None:
    """Copy the history if today has no copy yet; returns the new copy.

    Works beside an open history, also from another thread. Old copies go only after the new one was
    proved. Raises KnownError if the disk is full or the history damaged; older copies stay then.
    """
    if _of_day(folder, today).exists() or not history_file(folder).exists():
        return None
    return back_up_now(folder, today)


def back_up_now(folder: Path, today: date) -> Path:
    """Copy the history; the new copy takes the place of today's once it was proved. Raises as above."""
    target = _of_day(folder, today)
    with in_plain_words(folder):
        copy_file(history_file(folder), target)
        for old in backups(folder)[KEPT:]:
            old.unlink()
    return target


def backups(folder: Path) -> list[Path]:
    """The daily copies, newest first."""
    return sorted(backup_folder(folder).glob("unknot-????-??-??.db"), reverse=True)


def _of_day(folder: Path, today: date) -> Path:
    return backup_folder(folder) / f"unknot-{today.isoformat()}.db"
