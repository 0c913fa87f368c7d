"""The user's own routines in the database, each as the text of its file."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from unknot.domain.kept_routine import KeptRoutine
from unknot.storage.engine import Store
from unknot.storage.tables import own_routines
from unknot.storage.values import joined, split

_INSERT = insert(own_routines)
_PUT = _INSERT.on_conflict_do_update(index_elements=["id"], set_={"file": _INSERT.excluded.file})
_DELETE = sa.delete(own_routines).where(own_routines.c.id == sa.bindparam("which"))
_ALL = sa.select(own_routines).order_by(own_routines.c.made_utc, own_routines.c.id)


class OwnRoutinesRepository:
    """Reads and writes own routines; each write is one transaction or part of an outer one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[KeptRoutine, ...]:
        """Every one, the oldest first."""
        with self._store.read() as connection:
            return tuple(
                KeptRoutine(row.id, joined(row.made_utc, row.made_offset), row.file)
                for row in connection.execute(_ALL)
            )

    def put(self, routine: KeptRoutine) -> None:
        """Write it, over the one with its id if there is one; when that was made stays."""
        utc, offset = split(routine.made_at)
        row = {"id": routine.id, "made_utc": utc, "made_offset": offset, "file": routine.file}
        with self._store.write() as connection:
            connection.execute(_PUT, row)

    def remove(self, routine_id: str) -> None:
        """Delete it. Raises KeyError."""
        with self._store.write() as connection:
            if connection.execute(_DELETE, {"which": routine_id}).rowcount != 1:
                raise KeyError(routine_id)
