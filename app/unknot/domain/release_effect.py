"""What a release does to a knot, for this one person: how much lower right after, and for how long.

The numbers are our own (C in the domain's words). A sentence is said only from three sessions on that
were rated before and after, and a length only where three sessions were followed by a later rating. The
middle value is told, so that one odd press says nothing. It is not a trial: a knot may fade by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from statistics import median_low
from uuid import UUID

from msgspec import Struct

from unknot.domain.knots import CheckOccasion, KnotCheck, KnotStory

LEAST = 3  # sessions, or later ratings, that a sentence needs
# until when after a session a rating speaks for that many days; 0 is the same day
SPANS = (
    (0, timedelta(hours=12)),
    (1, timedelta(hours=36)),
    (2, timedelta(hours=60)),
    (3, timedelta(hours=84)),
)
# before, after, and what was rated until the next
Round = tuple[KnotCheck, KnotCheck, tuple[KnotCheck, ...]]


class ReleaseEffect(Struct, frozen=True):
    """`drop` points lower right after a session, as the middle of `sessions`.

    `days` is how long it usually stays lower by at least half of that: 0 for less than a day, None where
    too few later ratings say; `at_least`: it was still so at the last span that could be told.
    """

    sessions: int
    drop: int
    days: int | None = None
    at_least: bool = False


def release_effect(story: KnotStory) -> ReleaseEffect | None:
    """What the ratings around this knot's sessions say; None where there are too few."""
    return _effect(_rounds(story.checks))


def all_rounds(stories: Iterable[KnotStory]) -> list[Round]:
    """Every session that was rated before and after, of all knots."""
    return [one for story in stories for one in _rounds(story.checks)]


def routine_effect(rounds: Iterable[Round], sessions: Collection[UUID]) -> ReleaseEffect | None:
    """What the rounds of these sessions say, such as those of one routine; None where there are too few."""
    return _effect([one for one in rounds if one[1].session_id in sessions])


def _effect(rounds: Sequence[Round]) -> ReleaseEffect | None:
    if len(rounds) < LEAST:
        return None
    drop = median_low(before.tenderness - after.tenderness for before, after, _ in rounds)
    if drop < 1:
        return ReleaseEffect(len(rounds), drop)
    days, at_least = _lasting(rounds, drop)
    return ReleaseEffect(len(rounds), drop, days, at_least)


def _rounds(checks: Sequence[KnotCheck]) -> list[Round]:
    before = {c.session_id: c for c in checks if c.occasion is CheckOccasion.BEFORE and c.session_id}
    pairs = [
        (before[after.session_id], after)
        for after in checks
        if after.occasion is CheckOccasion.AFTER and after.session_id in before
    ]
    ends = [*(after.at for _, after in pairs[1:]), None]
    return [
        (first, after, tuple(c for c in checks if _counts(c) and _between(c, after.at, end)))
        for (first, after), end in zip(pairs, ends, strict=False)
    ]


def _between(check: KnotCheck, start: datetime, end: datetime | None) -> bool:
    return check.at > start and (end is None or check.at < end)


def _counts(check: KnotCheck) -> bool:
    return check.occasion in {CheckOccasion.RATING, CheckOccasion.BEFORE}


def _lasting(rounds: Iterable[Round], drop: int) -> tuple[int | None, bool]:
    """For how many days the middle knot stays lower by half of the drop, and whether longer is not known."""
    lower: dict[int, list[int]] = {days: [] for days, _ in SPANS}
    for before, after, later in rounds:
        for check in later:
            span = next((days for days, until in SPANS if check.at - after.at <= until), None)
            if span is not None:
                lower[span].append(before.tenderness - check.tenderness)
    lasted: int | None = None
    for days, _ in SPANS:
        steps = lower[days]
        if len(steps) < LEAST:
            if days == 0:
                continue  # few rate twice on a day
            break
        if median_low(steps) * 2 < drop:
            return (lasted if lasted is not None else 0), False
        lasted = days
    return lasted, lasted is not None
