"""How far one leg is behind the other over several tries of a drill, and how sure that is.

Each try gives a pair, left and right on the same day, so that a good or a bad day takes nothing away. The
difference is the mean of the pairs; its scatter is the standard deviation of the pairs, and at least the
one unit that is counted in; its range is that of Student's t for paired samples, 90 % as in the rest of the
app's statistics. A difference is told as one only where its range leaves out 0 *and* it is larger than the
scatter of a single day. From three pairs on, and from the newest twelve alone: both are our own working
values (C in the domain's words), as is the second condition. Days close together are alike, so the true
range is wider.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from statistics import mean, stdev

from msgspec import Struct

from unknot.domain.body import Side
from unknot.domain.drill import Score
from unknot.domain.drill_scores import Try

LEAST = 3  # pairs a range needs
NEWEST = 12  # pairs that count
LEAST_SCATTER = 1.0  # of a score in whole numbers
T90 = (2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833, 1.812, 1.796)  # for 3 to 12 pairs
_WITH_CAP = "s"  # a time ends at the cap of the drill


class LegDifference(Struct, frozen=True):
    """`gap` is how much less the `behind` leg gave, as the mean of `pairs` tries, in the score's unit.

    `capped` more tries reached the cap on both legs and compare nothing. `scatter` is in the unit too, and
    `percent`, `low`, `high` are shares of the better leg, below 0 where the other leg may be the weaker
    one; None under three pairs, or where there is nothing to take a share of. `told`: more than scatter.
    """

    pairs: int
    capped: int = 0
    behind: Side | None = None
    gap: float = 0.0
    scatter: float | None = None
    percent: int | None = None
    low: int | None = None
    high: int | None = None
    told: bool = False


def leg_difference(done: Iterable[Try], score: Score) -> LegDifference:
    """What the newest tries say of the two legs; `done` is oldest first."""
    both = [
        (one.given[score.id, Side.LEFT], one.given[score.id, Side.RIGHT])
        for one in done
        if (score.id, Side.LEFT) in one.given and (score.id, Side.RIGHT) in one.given
    ][-NEWEST:]
    pairs = [pair for pair in both if score.unit != _WITH_CAP or min(pair) < score.max]
    capped = len(both) - len(pairs)
    if not pairs:
        return LegDifference(0, capped)
    lefts, rights = mean(left for left, _ in pairs), mean(right for _, right in pairs)
    gap, better = abs(lefts - rights), max(lefts, rights)
    behind = None if lefts == rights else Side.LEFT if lefts < rights else Side.RIGHT
    percent = round(100 * gap / better) if better > 0 else None
    if len(pairs) < LEAST:
        return LegDifference(len(pairs), capped, behind, gap, percent=percent)
    scatter = max(LEAST_SCATTER, stdev(left - right for left, right in pairs))
    half = T90[len(pairs) - LEAST] * scatter / sqrt(len(pairs))
    low, high = (
        (None, None) if better <= 0 else (round(100 * (gap + sign * half) / better) for sign in (-1, 1))
    )
    return LegDifference(
        len(pairs), capped, behind, gap, scatter, percent, low, high, told=gap > half and gap > scatter
    )


def compared_scores(scores: Iterable[Score]) -> tuple[Score, ...]:
    """The scores whose legs can be compared: given per leg, and a number."""
    return tuple(score for score in scores if score.per_side and not score.choices)
