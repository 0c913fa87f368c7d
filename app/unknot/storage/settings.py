"""Choices and marks of the history as name and JSON value."""

from __future__ import annotations

import json
from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from unknot.domain.choice_rules import kept_choices
from unknot.domain.choices import Choices
from unknot.storage.engine import Store
from unknot.storage.tables import settings
from unknot.storage.values import packed

DEMO = "demo"  # set on an invented history

_INSERT = insert(settings)
_PUT = _INSERT.on_conflict_do_update(index_elements=["name"], set_={"value": _INSERT.excluded.value})
_ALL = sa.select(settings)


class SettingsRepository:
    """Reads and writes settings; each write is one transaction or part of an outer one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def values(self) -> dict[str, object]:
        """Everything kept; a value that is no JSON is left out."""
        kept: dict[str, object] = {}
        with self._store.read() as connection:
            for row in connection.execute(_ALL):
                try:
                    kept[row.name] = json.loads(row.value)
                except ValueError:
                    continue
        return kept

    def choices(self) -> Choices:
        """The user's choices; what is missing or impossible is its default."""
        return kept_choices(self.values())

    def put(self, values: Mapping[str, object]) -> None:
        """Keep these values, all of them or none."""
        if not values:
            return
        rows = [{"name": name, "value": packed(value)} for name, value in values.items()]
        with self._store.write() as connection:
            connection.execute(_PUT, rows)

    def is_demo(self) -> bool:
        """Whether this history is invented."""
        return self.values().get(DEMO) is True
