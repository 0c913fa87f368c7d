"""What the history holds of each routine: how often, when last, and how often it was too much."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from msgspec import Struct

from unknot.domain.days import day_of
from unknot.domain.practice import Session, SessionEnd, SessionKind


class RoutinePast(Struct, frozen=True):
    """`lowered` is how often "too much" was pressed in all, `lowered_on` the last day of it."""

    times: int = 0
    last: date | None = None
    lowered: int = 0
    lowered_on: date | None = None
    sessions: frozenset[UUID] = frozenset()


NEVER = RoutinePast()


def routine_pasts(sessions: Iterable[Session]) -> dict[str, RoutinePast]:
    """By routine id; sessions that were thrown away, or of which nothing was done, do not count."""
    done: dict[str, list[Session]] = {}
    for session in sessions:
        counts = session.end is not SessionEnd.DISCARDED and session.done_s > 0
        if session.kind is SessionKind.RELEASE and counts:
            done.setdefault(session.content_id, []).append(session)
    return {name: _past(found) for name, found in done.items()}


def _past(sessions: list[Session]) -> RoutinePast:
    days = [day_of(session.started_at) for session in sessions]
    lowered = [day_of(session.started_at) for session in sessions if session.lowered]
    return RoutinePast(
        times=len(sessions),
        last=max(days),
        lowered=sum(session.lowered for session in sessions),
        lowered_on=max(lowered, default=None),
        sessions=frozenset(session.id for session in sessions),
    )
