"""Knots and their checks in the database."""

from __future__ import annotations

from collections import defaultdict
from typing import Any  # a database row holds what its table says, which mypy cannot see
from uuid import UUID

import sqlalchemy as sa

from unknot.domain.body import Side, Spot, View
from unknot.domain.knots import CheckOccasion, Knot, KnotCheck, KnotKind, KnotStory, Size
from unknot.storage.engine import Store
from unknot.storage.tables import knot_checks, knots
from unknot.storage.values import joined, split

Row = sa.Row[Any]

_INSERT = sa.insert(knots)
_UPDATE = sa.update(knots).where(knots.c.id == sa.bindparam("which"))
_DELETE = sa.delete(knots).where(knots.c.id == sa.bindparam("which"))
_ALL = sa.select(knots).order_by(knots.c.found_utc, knots.c.id)
_ONE = sa.select(knots).where(knots.c.id == sa.bindparam("which"))
_INSERT_CHECK = sa.insert(knot_checks)
_DELETE_CHECK = sa.delete(knot_checks).where(knot_checks.c.id == sa.bindparam("which"))
_ALL_CHECKS = sa.select(knot_checks).order_by(knot_checks.c.made_utc, sa.text("rowid"))
_CHECKS = _ALL_CHECKS.where(knot_checks.c.knot_id == sa.bindparam("which"))


class KnotsRepository:
    """Reads and writes knots; each write is one transaction or part of an outer one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[KnotStory, ...]:
        """Every knot with its checks, in the order they were found."""
        checks: defaultdict[bytes, list[KnotCheck]] = defaultdict(list)
        with self._store.read() as connection:
            for row in connection.execute(_ALL_CHECKS):
                checks[row.knot_id].append(_check_of(row))
            return tuple(KnotStory(_knot_of(row), tuple(checks[row.id])) for row in connection.execute(_ALL))

    def get(self, knot_id: UUID) -> KnotStory | None:
        """One knot with its checks, oldest first."""
        which = {"which": knot_id.bytes}
        with self._store.read() as connection:
            row = connection.execute(_ONE, which).one_or_none()
            if row is None:
                return None
            checks = tuple(_check_of(check) for check in connection.execute(_CHECKS, which))
            return KnotStory(_knot_of(row), checks)

    def mark(self, knot_id: UUID) -> Knot | None:
        """One knot without its checks."""
        with self._store.read() as connection:
            row = connection.execute(_ONE, {"which": knot_id.bytes}).one_or_none()
            return None if row is None else _knot_of(row)

    def add(self, story: KnotStory) -> None:
        """Write a new knot and its checks."""
        with self._store.write() as connection:
            connection.execute(_INSERT, _knot_row(story.knot))
            connection.execute(_INSERT_CHECK, [_check_row(check) for check in story.checks])

    def change(self, knot: Knot) -> None:
        """Write a knot over the one with its id."""
        with self._store.write() as connection:
            result = connection.execute(_UPDATE, {**_knot_row(knot), "which": knot.id.bytes})
            _must_be_one(result.rowcount, knot.id)

    def remove(self, knot_id: UUID) -> None:
        """Delete a knot and its checks."""
        with self._store.write() as connection:
            _must_be_one(connection.execute(_DELETE, {"which": knot_id.bytes}).rowcount, knot_id)

    def add_check(self, check: KnotCheck) -> None:
        """Write a rating."""
        with self._store.write() as connection:
            connection.execute(_INSERT_CHECK, _check_row(check))

    def remove_check(self, check_id: UUID) -> None:
        """Delete a rating."""
        with self._store.write() as connection:
            _must_be_one(connection.execute(_DELETE_CHECK, {"which": check_id.bytes}).rowcount, check_id)


def _must_be_one(count: int, row_id: UUID) -> None:
    if count != 1:
        raise KeyError(row_id)


def _knot_row(knot: Knot) -> dict[str, object]:
    found_utc, found_offset = split(knot.found_at)
    closed_utc, closed_offset = (None, None) if knot.closed_at is None else split(knot.closed_at)
    return {
        "id": knot.id.bytes,
        "kind": knot.kind.value,
        "place": knot.place,
        "view": knot.spot.view.value,
        "side": knot.spot.side.value,
        "u": knot.spot.u,
        "v": knot.spot.v,
        "found_utc": found_utc,
        "found_offset": found_offset,
        "note": knot.note,
        "closed_utc": closed_utc,
        "closed_offset": closed_offset,
    }


def _knot_of(row: Row) -> Knot:
    return Knot(
        id=UUID(bytes=row.id),
        kind=KnotKind(row.kind),
        place=row.place,
        spot=Spot(View(row.view), Side(row.side), row.u, row.v),
        found_at=joined(row.found_utc, row.found_offset),
        note=row.note,
        closed_at=None if row.closed_utc is None else joined(row.closed_utc, row.closed_offset),
    )


def _check_row(check: KnotCheck) -> dict[str, object]:
    made_utc, made_offset = split(check.at)
    return {
        "id": check.id.bytes,
        "knot_id": check.knot_id.bytes,
        "made_utc": made_utc,
        "made_offset": made_offset,
        "tenderness": check.tenderness,
        "size": None if check.size is None else check.size.value,
        "occasion": check.occasion.value,
        "session_id": None if check.session_id is None else check.session_id.bytes,
    }


def _check_of(row: Row) -> KnotCheck:
    return KnotCheck(
        id=UUID(bytes=row.id),
        knot_id=UUID(bytes=row.knot_id),
        at=joined(row.made_utc, row.made_offset),
        tenderness=row.tenderness,
        size=None if row.size is None else Size(row.size),
        occasion=CheckOccasion(row.occasion),
        session_id=None if row.session_id is None else UUID(bytes=row.session_id),
    )
