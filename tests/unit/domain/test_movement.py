"""The words beside the figure: phases without gap, parts by the tempo of the dose, every score worded."""

from __future__ import annotations

from itertools import pairwise

import pytest

from unknot import paths
from unknot.content.gait import load_gait
from unknot.content.library import load_library
from unknot.domain.movement import repetition_parts, stride_bars, stride_phases

GAIT = load_gait(paths.resources())
LIBRARY = load_library(paths.resources())


@pytest.mark.parametrize("style", GAIT.styles)
def test_the_phases_of_a_stride_follow_each_other_without_gap(style):
    spans = stride_phases(GAIT.words, GAIT.styles[style])
    assert spans[0].start == 0.0
    assert spans[-1].end == 1.0
    assert all(a.end == b.start for a, b in pairwise(spans))


def test_the_bars_show_the_windows_of_the_data():
    bars = {bar.name: bar for bar in stride_bars(GAIT.words, GAIT.styles["glute_push"])}
    assert (bars["Glute pushes"].start, round(bars["Glute pushes"].end, 3)) == (0.0, 0.216)
    assert bars["Calf finishes"].end == pytest.approx(0.36)


def test_a_repetition_is_divided_by_its_tempo():
    spans = repetition_parts(("down", "push", "up"), "1-2-1")
    assert [(span.start, span.end) for span in spans] == [(0.0, 0.25), (0.25, 0.75), (0.75, 1.0)]
    assert repetition_parts(("one", "two"), "2-2-2") == ()


@pytest.mark.parametrize("drill", LIBRARY.drills.values(), ids=lambda drill: drill.id)
def test_every_shipped_drill_has_its_picture_and_words_for_its_scores(drill):
    poses = GAIT.drill(drill.id)
    assert poses.style in GAIT.styles or poses.motion in GAIT.motions
    assert {score.id for score in drill.score} <= set(GAIT.words.score)
    if drill.dose.tempo and drill.id in GAIT.words.drill:
        assert repetition_parts(GAIT.words.drill[drill.id].parts, drill.dose.tempo)


@pytest.mark.parametrize("routine", LIBRARY.routines.values(), ids=lambda routine: routine.id)
def test_every_step_of_every_shipped_routine_has_its_position(routine):
    for step in routine.steps:
        assert GAIT.motion_for_routine(routine.id, step.id) is not None
