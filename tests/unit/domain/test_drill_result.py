"""What scores say: bands, and one leg against the other."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from unknot import paths
from unknot.content.routines import read_drills
from unknot.domain.body import Side
from unknot.domain.drill_result import DIFFERENCE, difference_percent, findings, given_in, weaker
from unknot.domain.practice import SessionStep, StepEnd

DRILLS = read_drills(paths.resources() / "content/en/drills")
BRIDGE = DRILLS["single-leg-bridge-hold-test"]
LEFT, RIGHT = Side.LEFT, Side.RIGHT


def step(index: int, side: Side | None, **values: int) -> SessionStep:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    return SessionStep(uuid4(), index, "felt", side, now, 10.0, StepEnd.DONE, values)


def test_each_leg_keeps_its_own_score_and_a_corrected_one_counts():
    given = given_in([step(2, LEFT, hold_s=19), step(3, LEFT, hold_s=22), step(6, RIGHT, hold_s=41)])
    assert given == {("hold_s", LEFT): 22, ("hold_s", RIGHT): 41}


@pytest.mark.parametrize(
    ("left", "right", "percent"), [(40, 40, 0), (34, 40, 15), (33, 40, 18), (60, 0, 100), (0, 0, None)]
)
def test_the_difference_is_a_share_of_the_better_leg(left: int, right: int, percent: int | None):
    assert difference_percent({("hold_s", LEFT): left, ("hold_s", RIGHT): right}, "hold_s") == percent


def test_one_leg_alone_has_no_difference():
    assert difference_percent({("hold_s", LEFT): 30}, "hold_s") is None
    assert weaker({("hold_s", LEFT): 30}, "hold_s") is None


def test_the_weaker_leg_is_the_one_with_less():
    assert weaker({("hold_s", LEFT): 30, ("hold_s", RIGHT): 44}, "hold_s") is LEFT
    assert weaker({("hold_s", LEFT): 30, ("hold_s", RIGHT): 30}, "hold_s") is None


def test_every_band_of_the_bridge_hold_is_reached():
    bands = {
        seconds: findings(BRIDGE, {("hold_s", LEFT): seconds})[0].band.band
        for seconds in (0, 14, 15, 29, 30, 60)
    }
    assert bands == {0: "start", 14: "start", 15: "build", 29: "build", 30: "ready", 60: "ready"}


def test_an_uneven_pair_says_so_after_the_bands_of_both_legs():
    found = findings(BRIDGE, {("hold_s", LEFT): 20, ("hold_s", RIGHT): 40})
    assert [(f.measure, f.side, f.band.band) for f in found] == [
        ("hold_s", LEFT, "build"),
        ("hold_s", RIGHT, "ready"),
        (DIFFERENCE, None, "uneven"),
    ]


@pytest.mark.parametrize(
    "drill", [drill for drill in DRILLS.values() if drill.thresholds], ids=lambda d: d.id
)
def test_every_value_of_a_measured_score_lies_in_one_band(drill):
    scores = {score.id: score for score in drill.score}
    for measure in {t.measure for t in drill.thresholds} & set(scores):
        for value in range(scores[measure].min, scores[measure].max + 1):
            assert len(findings(drill, {(measure, LEFT): value})) == 1
