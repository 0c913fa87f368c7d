"""Practice sessions and their steps in the database."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any  # a database row holds what its table says, which mypy cannot see
from uuid import UUID

import sqlalchemy as sa

from unknot.domain.body import Side
from unknot.domain.practice import (
    Planned,
    PressRating,
    Session,
    SessionEnd,
    SessionKind,
    SessionStep,
    StepEnd,
)
from unknot.storage.engine import Store
from unknot.storage.tables import press_ratings, session_steps, sessions
from unknot.storage.values import joined, packed, split

Row = sa.Row[Any]

_THIS = sessions.c.id == sa.bindparam("which")
_INSERT = sa.insert(sessions)
_UPDATE = sa.update(sessions).where(_THIS)
_SINCE = (
    sa.select(sessions)
    .where(sessions.c.started_utc >= sa.bindparam("since"))
    .order_by(sessions.c.started_utc.desc(), sa.text("sessions.rowid DESC"))
)
_OPEN = _SINCE.where(sessions.c.ending == SessionEnd.OPEN.value)
_ONE = sa.select(sessions).where(_THIS)
_INSERT_STEP = sa.insert(session_steps)
_STEPS = (
    sa.select(session_steps)
    .where(session_steps.c.session_id == sa.bindparam("which"))
    .order_by(session_steps.c.number)
)
_INSERT_PRESS = sa.insert(press_ratings)
_PRESSES = (
    sa.select(press_ratings)
    .where(press_ratings.c.session_id == sa.bindparam("which"))
    .order_by(press_ratings.c.number)
)
_STEPS_SINCE = (
    sa.select(session_steps)
    .join(sessions, sessions.c.id == session_steps.c.session_id)
    .where(sessions.c.started_utc >= sa.bindparam("since"))
    .order_by(session_steps.c.number)
)
_SCORES = (
    sa.select(session_steps)
    .join(sessions, sessions.c.id == session_steps.c.session_id)
    .where(sessions.c.kind == SessionKind.DRILL.value, session_steps.c.scores != packed({}))
    .order_by(session_steps.c.number)
)
_DRILLS = (
    sa.select(sessions)
    .where(sessions.c.kind == SessionKind.DRILL.value)
    .order_by(sessions.c.started_utc.desc(), sa.text("sessions.rowid DESC"))
)
_BEFORE_ALL = -(2**63)


class SessionsRepository:
    """Reads and writes sessions; each write is one transaction or part of an outer one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self, since: datetime | None = None, *, with_steps: bool = True) -> tuple[Session, ...]:
        """Sessions begun at or after `since`, newest first; without their steps it is ten times faster."""
        which = {"since": _BEFORE_ALL if since is None else split(since)[0]}
        steps: defaultdict[bytes, list[SessionStep]] = defaultdict(list)
        with self._store.read() as connection:
            for row in connection.execute(_STEPS_SINCE, which) if with_steps else ():
                steps[row.session_id].append(_step_of(row))
            return tuple(_session_of(row, tuple(steps[row.id])) for row in connection.execute(_SINCE, which))

    def scored(self) -> tuple[Session, ...]:
        """Drills that hold a score, newest first, with the steps that do and none of the others."""
        steps: defaultdict[bytes, list[SessionStep]] = defaultdict(list)
        with self._store.read() as connection:
            for row in connection.execute(_SCORES):
                steps[row.session_id].append(_step_of(row))
            rows = connection.execute(_DRILLS) if steps else ()
            return tuple(_session_of(row, tuple(steps[row.id])) for row in rows if row.id in steps)

    def open_ones(self) -> tuple[Session, ...]:
        """Sessions that never ended, newest first."""
        with self._store.read() as connection:
            rows = connection.execute(_OPEN, {"since": _BEFORE_ALL}).all()
            return tuple(_whole_session(connection, row) for row in rows)

    def get(self, session_id: UUID) -> Session | None:
        """One session with its steps."""
        with self._store.read() as connection:
            row = connection.execute(_ONE, {"which": session_id.bytes}).one_or_none()
            return None if row is None else _whole_session(connection, row)

    def add(self, session: Session) -> None:
        """Write a new session with the steps it has."""
        with self._store.write() as connection:
            connection.execute(_INSERT, _row_of(session))
            if session.steps:
                connection.execute(_INSERT_STEP, [_step_row(step) for step in session.steps])
            if session.presses:
                rows = [_press_row(session.id, press) for press in session.presses]
                connection.execute(_INSERT_PRESS, rows)

    def add_step(self, step: SessionStep) -> None:
        """Write a finished step."""
        with self._store.write() as connection:
            connection.execute(_INSERT_STEP, _step_row(step))

    def add_press(self, session_id: UUID, press: PressRating) -> None:
        """Write how much it hurt at one moment."""
        with self._store.write() as connection:
            connection.execute(_INSERT_PRESS, _press_row(session_id, press))

    def set_progress(self, session_id: UUID, position_s: float, done_s: float) -> None:
        """Write where the session is and how many seconds were really done."""
        self._set(session_id, position_s=position_s, done_s=done_s)

    def set_lowered(self, session_id: UUID, lowered: int) -> None:
        """Write how often the pressure was taken down."""
        self._set(session_id, lowered=lowered)

    def set_following(self, session_id: UUID, items: Iterable[Planned]) -> None:
        """Write what comes after it."""
        self._set(session_id, following=packed([_planned_row(item) for item in items]))

    def set_end(self, session_id: UUID, end: SessionEnd, ended_at: datetime, done_s: float) -> None:
        """Write how and when it ended."""
        utc, offset = split(ended_at)
        self._set(session_id, ending=end.value, ended_utc=utc, ended_offset=offset, done_s=done_s)

    def _set(self, session_id: UUID, **values: object) -> None:
        with self._store.write() as connection:
            if connection.execute(_UPDATE, {**values, "which": session_id.bytes}).rowcount != 1:
                raise KeyError(session_id)


def _steps_of(connection: sa.Connection, session_id: bytes) -> tuple[SessionStep, ...]:
    return tuple(_step_of(row) for row in connection.execute(_STEPS, {"which": session_id}))


def _whole_session(connection: sa.Connection, row: Row) -> Session:
    presses = tuple(_press_of(one) for one in connection.execute(_PRESSES, {"which": row.id}))
    return _session_of(row, _steps_of(connection, row.id), presses)


def _row_of(session: Session) -> dict[str, object]:
    started_utc, started_offset = split(session.started_at)
    ended_utc, ended_offset = (None, None) if session.ended_at is None else split(session.ended_at)
    return {
        "id": session.id.bytes,
        "kind": session.kind.value,
        "content_id": session.content_id,
        "title": session.title,
        "started_utc": started_utc,
        "started_offset": started_offset,
        "ended_utc": ended_utc,
        "ended_offset": ended_offset,
        "ending": session.end.value,
        "sides": packed([side.value for side in session.sides]),
        "places": packed(session.places),
        "knot_ids": packed([str(knot_id) for knot_id in session.knot_ids]),
        "total_s": session.total_s,
        "done_s": session.done_s,
        "position_s": session.position_s,
        "ceiling": session.ceiling,
        "lowered": session.lowered,
        "bpm": session.bpm,
        "prepare_s": session.prepare_s,
        "half": int(session.half),
        "set_id": None if session.set_id is None else session.set_id.bytes,
        "following": packed([_planned_row(item) for item in session.following]),
    }


def _planned_row(item: Planned) -> dict[str, object]:
    sides, knots = [side.value for side in item.sides], [str(knot) for knot in item.knot_ids]
    return {"content_id": item.content_id, "sides": sides, "knot_ids": knots, "kind": item.kind.value}


def _planned_of(row: dict[str, Any]) -> Planned:
    sides, knots = (Side(side) for side in row["sides"]), (UUID(knot) for knot in row["knot_ids"])
    kind = SessionKind(row.get("kind", SessionKind.RELEASE.value))  # drills could not follow at first
    return Planned(row["content_id"], tuple(sides), tuple(knots), kind)


def _press_row(session_id: UUID, press: PressRating) -> dict[str, object]:
    made_utc, made_offset = split(press.at)
    return {
        "session_id": session_id.bytes,
        "place_in_timeline": press.index,
        "position_s": press.position_s,
        "made_utc": made_utc,
        "made_offset": made_offset,
        "pain": press.pain,
    }


def _press_of(row: Row) -> PressRating:
    return PressRating(row.place_in_timeline, row.position_s, joined(row.made_utc, row.made_offset), row.pain)


def _session_of(row: Row, steps: tuple[SessionStep, ...], presses: tuple[PressRating, ...] = ()) -> Session:
    return Session(
        id=UUID(bytes=row.id),
        kind=SessionKind(row.kind),
        content_id=row.content_id,
        title=row.title,
        started_at=joined(row.started_utc, row.started_offset),
        ended_at=None if row.ended_utc is None else joined(row.ended_utc, row.ended_offset),
        end=SessionEnd(row.ending),
        sides=tuple(Side(side) for side in json.loads(row.sides)),
        places=tuple(json.loads(row.places)),
        knot_ids=tuple(UUID(knot_id) for knot_id in json.loads(row.knot_ids)),
        total_s=row.total_s,
        done_s=row.done_s,
        position_s=row.position_s,
        ceiling=row.ceiling,
        lowered=row.lowered,
        bpm=row.bpm,
        steps=steps,
        prepare_s=row.prepare_s,
        half=bool(row.half),
        set_id=None if row.set_id is None else UUID(bytes=row.set_id),
        following=tuple(_planned_of(item) for item in json.loads(row.following)),
        presses=presses,
    )


def _step_row(step: SessionStep) -> dict[str, object]:
    ended_utc, ended_offset = split(step.ended_at)
    return {
        "session_id": step.session_id.bytes,
        "place_in_timeline": step.index,
        "step_id": step.step_id,
        "side": None if step.side is None else step.side.value,
        "ended_utc": ended_utc,
        "ended_offset": ended_offset,
        "seconds": step.seconds,
        "ending": step.end.value,
        "scores": packed(step.values),
    }


def _step_of(row: Row) -> SessionStep:
    return SessionStep(
        session_id=UUID(bytes=row.session_id),
        index=row.place_in_timeline,
        step_id=row.step_id,
        side=None if row.side is None else Side(row.side),
        ended_at=joined(row.ended_utc, row.ended_offset),
        seconds=row.seconds,
        end=StepEnd(row.ending),
        values=json.loads(row.scores),
    )
