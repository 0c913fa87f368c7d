"""Knots, their checks and their gaps in the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any  # a database row holds what its table says, which mypy cannot see
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.dialects.sqlite import insert

from unknot.domain.body import Side, Spot, View
from unknot.domain.knots import CheckOccasion, Gap, Knot, KnotCheck, KnotKind, KnotStory, Size
from unknot.storage.engine import Store
from unknot.storage.tables import knot_checks, knot_gaps, knots
from unknot.storage.values import joined, split

Row = sa.Row[Any]
Values = dict[str, Any]

_WHICH: sa.BindParameter[bytes] = sa.bindparam("which")
_INSERT = sa.insert(knots)
_INSERT_CHECK = sa.insert(knot_checks)
_INSERT_GAP = sa.insert(knot_gaps)
_ALL = sa.select(knots)
_ONE = _ALL.where(knots.c.id == _WHICH)
_ALL_CHECKS = sa.select(knot_checks).order_by(knot_checks.c.made_utc, sa.text("rowid"))
_CHECKS = _ALL_CHECKS.where(knot_checks.c.knot_id == _WHICH)
_ONE_CHECK = sa.select(knot_checks).where(knot_checks.c.id == _WHICH)
_ALL_GAPS = sa.select(knot_gaps).order_by(knot_gaps.c.closed_utc, sa.text("rowid"))
_GAPS = _ALL_GAPS.where(knot_gaps.c.knot_id == _WHICH)

# a word of a newer version has no meaning here; it stays in its row as it is
_KINDS = {kind.value: kind for kind in KnotKind}
_VIEWS = {view.value: view for view in View}
_SIDES = {side.value: side for side in Side}
_SIZES = {size.value: size for size in Size}
_OCCASIONS = {occasion.value: occasion for occasion in CheckOccasion}


class KeptRows(Struct, frozen=True):
    """Rows as they lay in the database before a change, to be written back byte for byte."""

    rows: tuple[tuple[sa.Table, Values], ...]


class KnotsRepository:
    """Reads and writes knots; each write is one transaction or part of an outer one.

    A change writes only the columns whose meaning changed, so that what a newer version wrote and this
    one does not know stays as it is. What is changed or removed comes back as `KeptRows`.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[bytes, KnotStory] | None = None  # what was read, while nobody else wrote
        self._version = 0
        self._stale: set[bytes] = set()

    # ------------------------------------------------------------- reading
    def all(self) -> tuple[KnotStory, ...]:
        """Every knot with its checks, in the order they were found. Only what was written is read again."""
        with self._store.read() as connection:
            if self._store.is_writing:  # what is not on disk yet may be taken back
                return _sorted(_stories(connection))
            version = int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())
            if self._known is None or version != self._version:
                self._known = {story.knot.id.bytes: story for story in _stories(connection)}
                self._version = version
            else:
                for which in self._stale:
                    self._known.pop(which, None)
                    for story in _stories(connection, which):
                        self._known[which] = story
            self._stale.clear()
            return _sorted(self._known.values())

    def get(self, knot_id: UUID) -> KnotStory | None:
        """One knot with its checks, oldest first."""
        if not self._store.is_writing:  # a page asks for one after the other
            return next((story for story in self.all() if story.knot.id == knot_id), None)
        with self._store.read() as connection:
            return next(_stories(connection, knot_id.bytes), None)

    def mark(self, knot_id: UUID) -> Knot | None:
        """One knot without its checks."""
        with self._store.read() as connection:
            row = connection.execute(_ONE, {"which": knot_id.bytes}).one_or_none()
            return None if row is None else _knot_of(row)

    # ------------------------------------------------------------- writing
    def add(self, story: KnotStory) -> None:
        """Write a new knot, its checks and its gaps."""
        self._stale.add(story.knot.id.bytes)
        with self._store.write() as connection:
            connection.execute(_INSERT, _knot_row(story.knot))
            connection.execute(_INSERT_CHECK, [_check_row(check) for check in story.checks])
            if story.gaps:
                connection.execute(_INSERT_GAP, [_gap_row(gap) for gap in story.gaps])

    def change(self, knot: Knot) -> KeptRows:
        """Write a knot over the one with its id. Raises KeyError where there is none."""
        with self._store.write() as connection:
            row = _must_be(connection.execute(_ONE, {"which": knot.id.bytes}), knot.id)
            known = _knot_of(row)
            before = _knot_row(known)
            if knot.spot != known.spot:  # u and v mean nothing without the view they were read in
                before |= {"view": row.view, "side": row.side}
            self._write_over(connection, knots, before, _knot_row(knot))
            return _kept((knots, [row]))

    def remove(self, knot_id: UUID) -> KeptRows:
        """Delete a knot with its checks and gaps. Raises KeyError where there is none."""
        which = {"which": knot_id.bytes}
        with self._store.write() as connection:
            row = _must_be(connection.execute(_ONE, which), knot_id)
            checks, gaps = connection.execute(_CHECKS, which), connection.execute(_GAPS, which)
            kept = _kept((knots, [row]), (knot_checks, checks), (knot_gaps, gaps))
            self._delete(connection, knots, knot_id)
            self._stale.add(knot_id.bytes)
            return kept

    def add_check(self, check: KnotCheck) -> None:
        """Write a rating."""
        self._stale.add(check.knot_id.bytes)
        with self._store.write() as connection:
            connection.execute(_INSERT_CHECK, _check_row(check))

    def change_check(self, check: KnotCheck) -> KeptRows:
        """Write a rating over the one with its id. Raises KeyError where there is none."""
        with self._store.write() as connection:
            row = _must_be(connection.execute(_ONE_CHECK, {"which": check.id.bytes}), check.id)
            self._write_over(connection, knot_checks, _check_row(_check_of(row)), _check_row(check))
            return _kept((knot_checks, [row]))

    def remove_check(self, check_id: UUID) -> KeptRows:
        """Delete a rating. Raises KeyError where there is none."""
        with self._store.write() as connection:
            row = _must_be(connection.execute(_ONE_CHECK, {"which": check_id.bytes}), check_id)
            self._delete(connection, knot_checks, check_id)
            self._stale.add(row.knot_id)
            return _kept((knot_checks, [row]))

    def add_gap(self, gap: Gap) -> None:
        """Write a time in which a knot was not found."""
        self._stale.add(gap.knot_id.bytes)
        with self._store.write() as connection:
            connection.execute(_INSERT_GAP, _gap_row(gap))

    def remove_gap(self, gap: Gap) -> None:
        """Delete it. Raises KeyError where there is none."""
        with self._store.write() as connection:
            self._delete(connection, knot_gaps, gap.id)
            self._stale.add(gap.knot_id.bytes)

    def put_back(self, kept: KeptRows) -> None:
        """Write rows as they were before a change, or before they were removed."""
        with self._store.write() as connection:
            for table, values in kept.rows:
                self._stale.add(values["id" if table is knots else "knot_id"])
                connection.execute(
                    insert(table).values(values).on_conflict_do_update(index_elements=["id"], set_=values)
                )

    # ------------------------------------------------------------- inside
    def _write_over(self, connection: sa.Connection, table: sa.Table, old: Values, new: Values) -> None:
        self._stale.add(new["id" if table is knots else "knot_id"])
        other = {name: value for name, value in new.items() if value != old[name]}
        if other:
            connection.execute(sa.update(table).where(table.c.id == new["id"]).values(other))

    @staticmethod
    def _delete(connection: sa.Connection, table: sa.Table, row_id: UUID) -> None:
        done = connection.execute(sa.delete(table).where(table.c.id == row_id.bytes))
        if done.rowcount != 1:
            raise KeyError(row_id)


def _stories(connection: sa.Connection, which: bytes | None = None) -> Iterator[KnotStory]:
    """All knots, or one."""
    only = {} if which is None else {"which": which}
    checks: defaultdict[bytes, list[KnotCheck]] = defaultdict(list)
    for row in connection.execute(_ALL_CHECKS if which is None else _CHECKS, only):
        checks[row.knot_id].append(_check_of(row))
    gaps: defaultdict[bytes, list[Gap]] = defaultdict(list)
    for row in connection.execute(_ALL_GAPS if which is None else _GAPS, only):
        gaps[row.knot_id].append(_gap_of(row))
    for row in connection.execute(_ALL if which is None else _ONE, only):
        yield KnotStory(_knot_of(row), tuple(checks[row.id]), tuple(gaps[row.id]))


def _sorted(stories: Iterable[KnotStory]) -> tuple[KnotStory, ...]:
    return tuple(sorted(stories, key=lambda story: (story.knot.found_at, story.knot.id.bytes)))


def _kept(*found: tuple[sa.Table, Iterable[Row]]) -> KeptRows:
    return KeptRows(tuple((table, dict(row._mapping)) for table, rows in found for row in rows))  # noqa: SLF001  # SQLAlchemy's public name for it


def _must_be(found: sa.CursorResult[Any], row_id: UUID) -> Row:
    row = found.one_or_none()
    if row is None:
        raise KeyError(row_id)
    return row


def _knot_row(knot: Knot) -> Values:
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
    """A knot in a view or on a side that is not known here is shown somewhere, as what is never pressed."""
    view, side = _VIEWS.get(row.view), _SIDES.get(row.side)
    kind = _KINDS.get(row.kind, KnotKind.OTHER)
    return Knot(
        id=UUID(bytes=row.id),
        kind=KnotKind.OTHER if view is None or side is None else kind,
        place=row.place,
        spot=Spot(view or View.BACK, side or Side.RIGHT, row.u, row.v),
        found_at=joined(row.found_utc, row.found_offset),
        note=row.note,
        closed_at=None if row.closed_utc is None else joined(row.closed_utc, row.closed_offset),
    )


def _check_row(check: KnotCheck) -> Values:
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
        size=_SIZES.get(row.size),
        occasion=_OCCASIONS.get(row.occasion, CheckOccasion.OTHER),
        session_id=None if row.session_id is None else UUID(bytes=row.session_id),
    )


def _gap_row(gap: Gap) -> Values:
    closed_utc, closed_offset = split(gap.closed_at)
    reopened_utc, reopened_offset = split(gap.reopened_at)
    return {
        "id": gap.id.bytes,
        "knot_id": gap.knot_id.bytes,
        "closed_utc": closed_utc,
        "closed_offset": closed_offset,
        "reopened_utc": reopened_utc,
        "reopened_offset": reopened_offset,
    }


def _gap_of(row: Row) -> Gap:
    return Gap(
        id=UUID(bytes=row.id),
        knot_id=UUID(bytes=row.knot_id),
        closed_at=joined(row.closed_utc, row.closed_offset),
        reopened_at=joined(row.reopened_utc, row.reopened_offset),
    )
