"""The ghost shows what a drill works against, or what the runner noticed of the own stride."""

from __future__ import annotations

import pytest

from unknot import paths
from unknot.content.gait import load_gait
from unknot.content.library import load_library
from unknot.domain.contrast import contrast_of

GAIT = load_gait(paths.resources())
LIBRARY = load_library(paths.resources())
FAULTS = {fault.id: fault for fault in LIBRARY.stride}
RUNNING = [name for name in LIBRARY.drills if GAIT.drill(name).style]


def contrast(drill, main=None, uphill=False):
    noticed = FAULTS[main] if main else None
    usual = GAIT.words.example if GAIT.drill(drill).style else ""
    return contrast_of(
        drill, uphill, GAIT.styles, LIBRARY.stride, main=noticed, taught=GAIT.taught, usual=usual
    )


@pytest.mark.parametrize(
    ("drill", "style"),
    [
        ("quick-step-metronome", "overstride_heel"),
        ("fall-start", "overstride_heel"),
        ("long-push-strides", "quick_toe_quad"),
        ("run-walk-cues", "overstride_heel"),
        ("step-rate-baseline", "overstride_heel"),
    ],
)
def test_a_drill_is_set_against_the_fault_it_is_for(drill, style):
    assert contrast(drill) == style


def test_the_own_fault_comes_first_where_the_drill_is_for_it_or_for_none():
    assert contrast("run-walk-cues", main="toe_strike_heel_up") == "quick_toe_quad"
    assert contrast("long-push-strides", main="short_quad_driven") == "quick_toe_quad"
    assert contrast("quick-step-metronome", main="toe_strike_heel_up") == "overstride_heel"


def test_a_fold_on_the_hill_is_shown_on_the_hill_only():
    assert contrast("fall-start", main="waist_hinge") == "overstride_heel"
    assert contrast("fall-start", main="uphill_hinge", uphill=True) == "hinged_uphill"


def test_what_drills_teach_is_no_fault():
    assert contrast("run-walk-cues", main="short_push") == "overstride_heel"
    assert contrast("run-walk-cues", main="glute_silent") == "overstride_heel"


@pytest.mark.parametrize("drill", RUNNING)
def test_every_running_drill_has_a_contrast_with_a_short_name(drill):
    for main in (None, *FAULTS):
        style = contrast(drill, main=main)
        assert style != GAIT.drill(drill).style
        assert GAIT.styles[style].grade_deg == GAIT.styles[GAIT.drill(drill).style].grade_deg
        assert GAIT.words.short[style]


def test_a_walk_or_march_has_one_only_where_it_is_for_a_fault():
    assert contrast("heel-kiss-march") == "quick_toe_quad"
    assert contrast("jog-in-place") == "quick_toe_quad"
    assert contrast("jog-in-place", main="overstride_heel_strike") == "overstride_heel"
    assert contrast("uphill-push-walk", uphill=True) == "hinged_uphill"
    assert contrast("cool-down-walk", main="overstride_heel_strike") == ""
