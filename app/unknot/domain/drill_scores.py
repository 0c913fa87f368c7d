"""The scores of a drill over time: every try that was scored, and the lines that part its bands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from msgspec import Struct

from unknot.domain.body import Side
from unknot.domain.days import day_of
from unknot.domain.drill import Drill, Score, Threshold
from unknot.domain.drill_result import Given, given_in
from unknot.domain.practice import Session, SessionEnd, SessionKind
from unknot.domain.progress import GAP_DAYS, x_of

SIDES = (None, Side.LEFT, Side.RIGHT)


class Try(Struct, frozen=True):
    """One session of a drill that was scored; `x` in days, as in `progress.x_of`."""

    session_id: UUID
    day: date
    x: float
    given: Given


class ScorePoint(Struct, frozen=True):
    """One score of one try; `side` is None where it is of both legs together."""

    day: date
    x: float
    side: Side | None
    value: int


def tries(sessions: Iterable[Session], drill_id: str) -> tuple[Try, ...]:
    """The scored sessions of a drill, oldest first. One ended early counts for what it was given."""
    found = [
        Try(session.id, day_of(session.started_at), x_of(session.started_at), given)
        for session in sessions
        if _counts(session) and session.content_id == drill_id and (given := given_in(session.steps))
    ]
    return tuple(sorted(found, key=lambda one: one.x))


def scored_drills(sessions: Iterable[Session]) -> tuple[str, ...]:
    """The ids of the drills that were scored, the one done last first."""
    latest: dict[str, float] = {}
    for session in sessions:
        if _counts(session) and any(step.values for step in session.steps):
            x = x_of(session.started_at)
            latest[session.content_id] = max(x, latest.get(session.content_id, x))
    return tuple(sorted(latest, key=lambda name: -latest[name]))


def points(
    done: Iterable[Try], score_id: str, side: Side | None, since: date | None = None
) -> tuple[ScorePoint, ...]:
    """The course of one score of one leg, oldest first."""
    return tuple(
        ScorePoint(one.day, one.x, side, one.given[score_id, side])
        for one in done
        if (score_id, side) in one.given and (since is None or one.day >= since)
    )


def stretches(course: Sequence[ScorePoint]) -> tuple[tuple[ScorePoint, ...], ...]:
    """The course in parts: a pause of over 21 days breaks the line."""
    parts: list[list[ScorePoint]] = []
    for point in course:
        if parts and (point.day - parts[-1][-1].day).days <= GAP_DAYS:
            parts[-1].append(point)
        else:
            parts.append([point])
    return tuple(tuple(part) for part in parts)


def charted(drill: Drill) -> tuple[Score, ...]:
    """Its scores in the order of its file, those with bands first: they say what follows from them."""
    measured = {threshold.measure for threshold in drill.thresholds}
    return tuple(sorted(drill.score, key=lambda score: score.id not in measured))


def bounds(drill: Drill, score_id: str) -> tuple[Threshold, ...]:
    """The bands of a score that begin above its lowest, lowest first: each begins at a line of the chart."""
    bands = sorted((band for band in drill.thresholds if band.measure == score_id), key=lambda band: band.min)
    return tuple(bands[1:])


def _counts(session: Session) -> bool:
    return session.kind is SessionKind.DRILL and session.end not in {SessionEnd.OPEN, SessionEnd.DISCARDED}
