"""Invented scores stay in range, get better, and one leg is behind."""

from __future__ import annotations

from statistics import mean

import numpy as np
import pytest

from unknot import paths
from unknot.content.routines import read_drills
from unknot.domain.body import Side
from unknot.domain.drill import Score
from unknot.domain.invented_scores import Form, invented_score

DRILLS = read_drills(paths.resources() / "content/en/drills")
HOLD = DRILLS["single-leg-bridge-hold-test"]


@pytest.mark.parametrize("drill", DRILLS.values(), ids=DRILLS)
def test_every_score_of_every_drill_lies_in_its_range(drill):
    rng = np.random.default_rng(4)
    for score in drill.score:
        for side in Side if score.per_side else (None,):
            for day in (0, 40, 83):
                value = invented_score(drill, score, side, Form(day, Side.RIGHT), rng)
                assert score.min <= value <= score.max


def values(score: Score, side: Side, day: int) -> list[int]:
    rng = np.random.default_rng(9)
    return [invented_score(HOLD, score, side, Form(day, Side.RIGHT), rng) for _ in range(60)]


def test_holds_grow_and_the_leg_that_is_behind_holds_less():
    hold = HOLD.score[0]
    assert mean(values(hold, Side.LEFT, 40)) > mean(values(hold, Side.LEFT, 0)) + 5
    assert mean(values(hold, Side.RIGHT, 20)) < mean(values(hold, Side.LEFT, 20)) - 3
