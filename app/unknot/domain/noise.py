"""How much two ratings of the same spot differ by chance, for this one person.

The spot is pressed and rated again within minutes: nothing has changed in it, so the difference is the
noise of the rating itself. A change no larger than that is not called a change. The rule and its numbers
are our own (C in the domain's words): a month between two offers is often enough to learn from and too
rare to nag, the middle of the last twelve pairs leaves out the one odd press.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from statistics import median

from msgspec import Struct

from unknot.domain.days import day_of
from unknot.domain.knots import CheckOccasion, KnotCheck, KnotStory

WITHIN = timedelta(minutes=15)  # a second rating later than that may be of another state
EVERY_DAYS = 28
NEWEST = 12  # pairs that count


class Noise(Struct, frozen=True):
    """What the pairs say: how many there are, and by how many points two ratings usually differ."""

    pairs: int = 0
    usual: int = 0

    def hides(self, step: int) -> bool:
        """Whether a change of so many points may be chance."""
        return abs(step) <= self.usual


def own_noise(stories: Iterable[KnotStory]) -> Noise:
    """The middle of the newest differences, halves rounded up; no pair gives no noise."""
    found = sorted(pair for story in stories for pair in _pairs(story))[-NEWEST:]
    if not found:
        return Noise()
    return Noise(len(found), int(median(gap for _, gap in found) + 0.5))


def may_repeat(story: KnotStory, stories: Iterable[KnotStory], now: datetime, asked: date | None) -> bool:
    """Whether a second rating of this knot may be offered now; `asked` is the day it was last offered.

    Only after a rating of the last minutes, by itself or before a release, of a knot that was found on
    an earlier day: who marks a new one has enough to do.
    """
    last, today = story.checks[-1], day_of(now)
    if last.occasion is not CheckOccasion.RATING or not story.knot.is_open or not story.knot.kind.is_pressed:
        return False
    fresh = timedelta(0) <= now - last.at <= WITHIN and day_of(story.first.at) < today
    days = [day_of(check.at) for one in stories for check in one.checks if _is_repeat(check)]
    latest = max([*days, *([asked] if asked is not None else [])], default=None)
    return fresh and (latest is None or (today - latest).days >= EVERY_DAYS)


def _pairs(story: KnotStory) -> Iterable[tuple[datetime, int]]:
    for before, check in zip(story.checks, story.checks[1:], strict=False):
        if _is_repeat(check) and check.at - before.at <= WITHIN:
            yield check.at, abs(check.tenderness - before.tenderness)


def _is_repeat(check: KnotCheck) -> bool:
    return check.occasion is CheckOccasion.AGAIN
