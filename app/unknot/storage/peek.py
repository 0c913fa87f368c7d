"""A quick look at the choices for the first painted frame, by bare sqlite3. Changes nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec

from unknot.domain.choice_rules import kept_choices
from unknot.domain.choices import Choices
from unknot.storage.places import history_file


def peek_choices(folder: Path) -> Choices:
    """The choices kept in the folder; defaults for whatever cannot be read. Never raises."""
    kept: dict[str, object] = {}
    path = history_file(folder)
    try:
        if path.stat().st_size == 0:
            return Choices()
        uri = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=0.1)) as connection:
            for name, value in connection.execute("SELECT name, value FROM settings"):
                kept[name] = msgspec.json.decode(value)
    except (OSError, sqlite3.Error, ValueError, TypeError, msgspec.DecodeError):
        return kept_choices(kept)
    return kept_choices(kept)
