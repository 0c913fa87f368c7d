"""Left against right in words: never more than the tries can tell."""

from __future__ import annotations

from uuid import uuid4

import pytest

from helpers.timelines import shipped_drill
from unknot import paths
from unknot.content.movement import read_movement
from unknot.content.routines import read_drills
from unknot.domain.body import Side
from unknot.domain.drill_result import Given
from unknot.domain.drill_scores import Try
from unknot.domain.leg_difference import leg_difference
from unknot.domain.progress import x_of
from unknot.ui.drills.leg_words import caveat, leg_line, leg_lines, meaning
from unknot.ui.drills.score_words import all_values, amount

DRILLS = read_drills(paths.resources() / "content/en/drills")
WORDS = read_movement(paths.resources() / "content/en/movement.toml")
HOLD = DRILLS["single-leg-bridge-hold-test"]
SQUEEZE = DRILLS["glute-squeeze-check"]


def given(left: int, right: int, score: str = "hold_s") -> Given:
    return {(score, Side.LEFT): left, (score, Side.RIGHT): right}


@pytest.fixture
def tried(clock):
    def make(*pairs: tuple[int, int], score: str = "hold_s") -> list[Try]:
        return [
            Try(uuid4(), clock().date(), x_of(clock()) + n, given(*pair, score))
            for n, pair in enumerate(pairs)
        ]

    return make


def line(tried, drill, *pairs, score="hold_s"):
    return leg_line(drill.score[0], leg_difference(tried(*pairs, score=score), drill.score[0]))


def test_within_the_scatter_it_may_be_nothing(tried, qapp):
    said = line(tried, HOLD, (20, 30), (30, 24), (22, 31), (28, 24), (20, 31))
    assert said == (
        "Your right side held 4 s longer, as the mean of 5 tries. "
        "From day to day this scatters by 8 s: that may be nothing."
    )


def test_beyond_the_scatter_it_says_by_how_much_and_how_sure(tried, qapp):
    said = line(tried, HOLD, (20, 30), (22, 31), (19, 30), (23, 32), (21, 32))
    assert "That is more than the scatter from day to day, 1 s." in said
    assert said.endswith("Left is behind by 32 %, roughly 29 to 35 %.")


def test_points_are_told_without_a_share(tried, qapp):
    said = line(tried, SQUEEZE, (6, 3), (7, 4), (6, 3), score="glute_felt_0_10")
    assert said.startswith("Your left side scored 3 points more, as the mean of 3 tries. That is more")
    assert "%" not in said


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ([(20, 30)], ""),
        ([(20, 30), (21, 31)], "Two tries on both legs are too few to tell them apart: 3 at least."),
        ([(60, 60), (60, 60)], "Both legs reach 60 s, the cap: this cannot tell them apart."),
        ([(30, 30), (31, 31), (29, 29)], "As the mean of 3 tries both legs are alike. Scatter: 1 s."),
    ],
)
def test_what_cannot_be_told_is_said(tried, qapp, pairs, words):
    assert line(tried, HOLD, *pairs) == words


def test_each_score_of_both_legs_has_its_line_by_name(tried, qapp):
    done = [
        Try(one.session_id, one.day, one.x, {**one.given, **given(4, 6, "glute_felt_0_10")})
        for one in tried((20, 30), (30, 24), (22, 31))
    ]
    first, second = leg_lines(HOLD, done, WORDS)
    assert first.startswith("Hold: your right side held 4")
    assert second.startswith("Glute felt: your right side scored 2 points more")


def test_the_bands_follow_and_one_try_is_told_as_one(qapp):
    lines = meaning(HOLD, given(20, 40))
    assert lines[-2].startswith("Left is 50 % behind, as far as one try can tell. Start with the weaker side")
    assert lines[0] == "Left: Bridge march and walk-outs on strength days."


def test_over_several_tries_this_time_is_told_as_this_time(tried, qapp):
    lines = meaning(HOLD, given(20, 40), tried((20, 30), (30, 24), (20, 40)))
    assert lines[-2].startswith("This time left is 50 % behind. Start")


def test_a_check_of_the_glute_keeps_its_caveat(qapp):
    assert "needs a professional" in meaning(SQUEEZE, given(2, 6, "glute_felt_0_10"))[-1]


def test_all_values_of_a_try_are_one_line(qapp):
    prone = DRILLS["prone-hip-extension-check"]
    values = {**given(0, 1, "first_to_fire"), **given(5, 3, "glute_felt_0_10")}
    assert all_values(prone, values, WORDS) == (
        "What started first: left Glute, right Hamstring · Glute felt: left 5 of 10, right 3 of 10"
    )


def test_every_score_of_every_drill_has_a_name():
    asked = {score.id for drill in DRILLS.values() for score in drill.score}
    assert {name for name in asked if not WORDS.score[name].name} == set()


def test_a_mean_has_one_decimal_where_it_is_small(qapp):
    assert amount(SQUEEZE.score[0], 1.0) == "1 point"
    assert amount(SQUEEZE.score[0], 1.54) == "1.5 points"
    assert amount(HOLD.score[0], 4.4) == "4 s"


@pytest.mark.parametrize(
    "name", ["glute-squeeze-check", "prone-hip-extension-check", "single-leg-bridge-hold-test"]
)
def test_a_check_of_the_glutes_says_how_far_it_goes_also_when_nothing_was_scored(name: str, qapp):
    drill = shipped_drill(name)
    assert "needs a professional" in caveat(drill)
    assert meaning(drill, {})[-1] == caveat(drill)
    assert caveat(shipped_drill("glute-bridge")) == caveat(shipped_drill("tall-wall-check")) == ""
