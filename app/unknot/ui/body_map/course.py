"""A knot's course: one value a day, before and after each session, and an honest sentence over all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from unknot.domain.days import day_of
from unknot.domain.knots import CheckOccasion, KnotStory, rung
from unknot.domain.noise import Noise


class DayValue(Struct, frozen=True):
    """The last rating of a day."""

    day: date
    tenderness: int


class Pair(Struct, frozen=True):
    """Tenderness just before and just after one session."""

    day: date
    before: int
    after: int


class SinceFound(Struct, frozen=True):
    """How many knots are less, equally or more tender than when found, and how many feel smaller."""

    less: int
    same: int
    more: int
    smaller: int
    since: date | None  # the day all of them were found on, None if there were several
    hidden: int = 0  # of those called the same: how many differ, but by no more than chance
    noise: int = 0  # points that may be chance

    @property
    def rated_again(self) -> int:
        """Knots with a rating on a later day than the first."""
        return self.less + self.same + self.more


def by_day(story: KnotStory) -> tuple[DayValue, ...]:
    """One value a day, oldest first: the last rating that was not made right after a session.

    What a session does at once is shown apart (`pairs`). The newest day has its newest rating, so that
    the course ends with what the disc says. The soreness of the day after is another question.
    """
    checks = [check for check in story.checks if check.occasion is not CheckOccasion.NEXT_DAY]
    days: dict[date, int] = {}
    calm: dict[date, int] = {}
    for check in checks:
        days[day_of(check.at)] = check.tenderness
        if check.occasion is not CheckOccasion.AFTER:
            calm[day_of(check.at)] = check.tenderness
    newest = max(days, default=None)
    return tuple(
        DayValue(day, value if day == newest else calm.get(day, value)) for day, value in days.items()
    )


def pairs(story: KnotStory, newest: int = 4) -> tuple[Pair, ...]:
    """The last sessions in which a knot was rated both before and after, oldest first."""
    before = {c.session_id: c for c in story.checks if c.occasion is CheckOccasion.BEFORE and c.session_id}
    found = [
        Pair(day_of(check.at), before[check.session_id].tenderness, check.tenderness)
        for check in story.checks
        if check.occasion is CheckOccasion.AFTER and check.session_id in before
    ]
    return tuple(found[-newest:])


def change_since_found(stories: Sequence[KnotStory], noise: Noise | None = None) -> SinceFound:
    """Compare the newest rating with the first, for the knots that were rated on a later day, too.

    What lies within the user's own noise is not called a change.
    """
    noise = noise or Noise()
    again = [story for story in stories if len(by_day(story)) > 1]
    steps = [story.latest.tenderness - story.first.tenderness for story in again]
    days = {day_of(story.first.at) for story in again}
    return SinceFound(
        less=sum(step < 0 for step in steps if not noise.hides(step)),
        same=sum(noise.hides(step) for step in steps),
        more=sum(step > 0 for step in steps if not noise.hides(step)),
        smaller=sum(_is_smaller(story) for story in again),
        since=days.pop() if len(days) == 1 else None,
        hidden=sum(step != 0 and noise.hides(step) for step in steps),
        noise=noise.usual,
    )


def _is_smaller(story: KnotStory) -> bool:
    first, now = story.first_size, story.size
    return first is not None and now is not None and rung(now) < rung(first)
