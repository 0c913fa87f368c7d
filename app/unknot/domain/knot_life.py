"""What was done for a knot: which routines pressed it, how often, and when last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from msgspec import Struct

from unknot.domain.practice import Session, SessionEnd, SessionKind


class RoutineUse(Struct, frozen=True):
    """One routine done on a knot; `title` as it was called when it was last done."""

    content_id: str
    title: str
    times: int
    last_at: datetime


def sessions_on(knot_id: UUID, sessions: Iterable[Session]) -> tuple[Session, ...]:
    """The ended release sessions that pressed a knot, in the order they come."""
    unfinished = {SessionEnd.OPEN, SessionEnd.DISCARDED}
    return tuple(
        session
        for session in sessions
        if knot_id in session.knot_ids
        and session.kind is SessionKind.RELEASE
        and session.end not in unfinished
        and session.done_s > 0
    )


def routines_on(knot_id: UUID, sessions: Iterable[Session]) -> tuple[RoutineUse, ...]:
    """The routines done on a knot, the one done last first."""
    by_routine: dict[str, list[Session]] = {}
    for session in sessions_on(knot_id, sessions):
        by_routine.setdefault(session.content_id, []).append(session)
    uses = []
    for content_id, done in by_routine.items():
        last = max(done, key=lambda one: one.started_at)
        uses.append(RoutineUse(content_id, last.title, len(done), last.started_at))
    return tuple(sorted(uses, key=lambda use: use.last_at, reverse=True))
