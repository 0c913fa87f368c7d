"""The scores of a drill over time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from helpers.histories import a_scored_drill
from unknot import paths
from unknot.content.routines import read_drills
from unknot.domain.body import Side
from unknot.domain.drill_scores import bounds, charted, points, scored_drills, stretches, tries
from unknot.domain.practice import Session, SessionEnd

DRILLS = read_drills(paths.resources() / "content/en/drills")
HOLD = "single-leg-bridge-hold-test"
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
LEFT, RIGHT = Side.LEFT, Side.RIGHT


def a_try(days_ago: int, left: int = 20, right: int = 30, drill: str = HOLD, **fields: object) -> Session:
    at = NOON - timedelta(days=days_ago)
    scores = ((LEFT, {"hold_s": left}), (None, {}), (RIGHT, {"hold_s": right}))
    return a_scored_drill(at, drill, *scores, **fields)


def test_every_scored_try_is_there_oldest_first_with_both_legs():
    done = tries([a_try(1, 24, 31), a_try(9, 20, 30)], HOLD)
    assert [one.day for one in done] == [date(2026, 11, 15), date(2026, 11, 23)]
    assert done[1].given == {("hold_s", LEFT): 24, ("hold_s", RIGHT): 31}
    assert [point.value for point in points(done, "hold_s", LEFT)] == [20, 24]
    assert [point.value for point in points(done, "hold_s", RIGHT, date(2026, 11, 20))] == [31]


@pytest.mark.parametrize("end", [SessionEnd.OPEN, SessionEnd.DISCARDED])
def test_what_is_open_or_thrown_away_gives_no_score(end: SessionEnd):
    assert tries([a_try(1, end=end)], HOLD) == ()
    assert scored_drills([a_try(1, end=end)]) == ()


def test_a_session_without_scores_is_no_try():
    bare = a_scored_drill(NOON - timedelta(days=1), HOLD, (None, {}))
    assert tries([bare], HOLD) == ()
    assert scored_drills([bare]) == ()


def test_the_drill_done_last_is_named_first():
    other = a_try(2, drill="glute-bridge")
    assert scored_drills([a_try(5), other, a_try(9)]) == ("glute-bridge", HOLD)


def test_a_long_pause_breaks_the_line():
    course = points(tries([a_try(40), a_try(38), a_try(3)], HOLD), "hold_s", LEFT)
    assert [len(part) for part in stretches(course)] == [2, 1]


def test_a_line_stands_where_each_band_but_the_lowest_begins():
    assert [(band.band, band.min) for band in bounds(DRILLS[HOLD], "hold_s")] == [
        ("build", 15),
        ("ready", 30),
    ]
    assert bounds(DRILLS["glute-bridge"], "reps") == ()


def test_the_scores_with_bands_come_first():
    prone = DRILLS["prone-hip-extension-check"]
    assert [score.id for score in charted(prone)] == ["glute_felt_0_10", "first_to_fire"]
