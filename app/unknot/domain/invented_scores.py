"""Invented scores of a drill: a person who gets a little better, with good and bad days, one leg behind."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from unknot.domain.body import Side
from unknot.domain.drill import Drill, Score
from unknot.domain.drill_progress import planned

_HOLD_S, _HOLD_A_DAY, _HOLD_SPREAD = 24.0, 0.35, 3.5  # seconds of the good leg, and how they grow
_BEHIND_S, _BEHIND_POINTS = 6.0, 1.5  # the other leg
_CHOICES = (0.35, 0.45, 0.1, 0.1)  # how often each of four is chosen


class Form(Struct, frozen=True):
    """How somebody is on a day: days since the trouble began, and the leg that is behind."""

    day: int
    behind: Side


def invented_score(
    drill: Drill, score: Score, side: Side | None, form: Form, rng: np.random.Generator
) -> int:
    """A value within the range of the score."""
    behind, week = side is form.behind, form.day / 7
    if score.choices:
        return score.min + int(rng.choice(len(score.choices), p=_chances(len(score.choices))))
    if score.unit == "s" and score.per_side:
        level = _HOLD_S + _HOLD_A_DAY * form.day - behind * _BEHIND_S + rng.normal(0, _HOLD_SPREAD)
    elif score.unit == "0-3":
        level = 1 + 0.25 * week + rng.normal(0, 0.5)
    elif score.unit != "0-10":
        level = planned(score, drill, _rate_of(drill)) - abs(rng.normal(0, 2.0))
    elif "pain" in score.id:
        level = 1 + rng.normal(0, 0.7)
    elif "rpe" in score.id:
        level = 6 - 0.15 * week + rng.normal(0, 0.8)
    else:
        level = 3.5 + 0.5 * week - behind * _BEHIND_POINTS + rng.normal(0, 0.7)
    return int(np.clip(round(float(level)), score.min, score.max))


def _rate_of(drill: Drill) -> float | None:
    return None if drill.metronome_bpm is None else float(drill.metronome_bpm.default)


def _chances(count: int) -> list[float]:
    known = [*_CHOICES, *[0.0] * count][:count]
    return [chance / sum(known) for chance in known]
