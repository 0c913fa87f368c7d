"""Which drills for which stride: one main fault, in order, when they open, and how many steps a minute."""

from __future__ import annotations

import pytest

from unknot import paths
from unknot.content.library import load_library
from unknot.domain.body import Side
from unknot.domain.drill_result import DIFFERENCE, findings
from unknot.domain.stride import (
    MEASURED,
    Sign,
    Source,
    Stage,
    Wait,
    main_sign,
    measured_faults,
    offers,
    rate_advice,
    signs,
)

LIBRARY = load_library(paths.resources())
FAULTS, DRILLS = LIBRARY.stride, LIBRARY.drills
BY_ID = {fault.id: fault for fault in FAULTS}
ORDER = {
    "toe_strike_heel_up": ["heel-kiss-march", "wall-push-off", "jog-in-place"],
    "short_quad_driven": ["easy-hip-lift", "wall-push-off", "long-push-strides", "uphill-push-walk"],
    "overstride_heel_strike": ["jog-in-place", "quick-step-metronome", "fall-start"],
    "waist_hinge": ["tall-wall-check", "fall-start", "standing-hip-extension"],
    "uphill_hinge": ["tall-wall-check", "fall-start", "uphill-push-walk"],
    "loud_landing": ["jog-in-place", "heel-kiss-march"],
    "glute_silent": [
        "glute-squeeze-check",
        "prone-hip-extension-check",
        "glute-bridge",
        "standing-hip-extension",
    ],
    "weak_hamstring": ["glute-bridge", "single-leg-bridge-march", "hamstring-walkout"],
    "side_difference": ["single-leg-bridge-march", "side-hip-lift"],
    "hip_drops": ["side-hip-lift", "step-down", "single-leg-bridge-march"],
    "short_push": ["wall-push-off", "standing-hip-extension", "long-push-strides"],
}


def seen(name: str) -> Sign:
    return Sign(BY_ID[name], Source.SEEN)


def ids(name: str, stage: Stage) -> list[str]:
    return [offer.drill.id for offer in offers(seen(name), DRILLS, stage) if offer.wait is Wait.NO]


@pytest.mark.parametrize("name", BY_ID)
def test_every_fault_has_its_drills_in_the_order_of_the_selection(name: str):
    assert set(ORDER) == set(BY_ID)
    assert [offer.drill.id for offer in offers(seen(name), DRILLS, Stage())] == ORDER[name]


@pytest.mark.parametrize("name", BY_ID)
def test_every_fault_that_is_seen_becomes_the_one_to_work_on(name: str):
    assert main_sign(FAULTS, {name: 1}, ()) == seen(name)


@pytest.mark.parametrize(
    ("name", "code"), [(fault.id, code) for fault in FAULTS for code in fault.screening], ids=str
)
def test_every_answer_that_suggests_a_fault_leads_to_it(name: str, code: str):
    assert main_sign(FAULTS, {}, {code}) == Sign(BY_ID[name], Source.ANSWERED)


def test_nothing_seen_and_nothing_answered_is_no_fault():
    assert main_sign(FAULTS, {}, ()) is None
    assert signs(FAULTS, {"waist_hinge": 0}, (), ()) == ()


def test_the_one_seen_on_most_steps_counts():
    assert main_sign(FAULTS, {"loud_landing": 2, "overstride_heel_strike": 1}, ()) == seen("loud_landing")


def test_on_a_tie_overstride_comes_before_heel_and_heel_before_fold():
    tied = {"loud_landing": 2, "waist_hinge": 2, "toe_strike_heel_up": 2, "overstride_heel_strike": 2}
    for expected in ("overstride_heel_strike", "toe_strike_heel_up", "waist_hinge", "loud_landing"):
        assert main_sign(FAULTS, tied, ()) == seen(expected)
        del tied[expected]


def test_what_is_seen_counts_before_what_was_answered():
    assert main_sign(FAULTS, {"waist_hinge": 1}, {"fault:2"}) == seen("waist_hinge")


@pytest.mark.parametrize(
    ("drill", "given", "faults"),
    [
        ("glute-squeeze-check", {("glute_felt_0_10", Side.LEFT): 3}, {"glute_silent"}),
        ("glute-squeeze-check", {("glute_felt_0_10", Side.LEFT): 4}, set()),
        ("prone-hip-extension-check", {("glute_felt_0_10", Side.RIGHT): 0}, {"glute_silent"}),
        ("single-leg-bridge-hold-test", {("hold_s", Side.LEFT): 29}, {"weak_hamstring"}),
        ("single-leg-bridge-hold-test", {("hold_s", Side.LEFT): 30}, set()),
        (
            "single-leg-bridge-hold-test",
            {("hold_s", Side.LEFT): 40, ("hold_s", Side.RIGHT): 50},
            {"side_difference"},
        ),
    ],
)
def test_a_check_shows_its_fault(drill: str, given, faults: set[str]):
    assert measured_faults(findings(DRILLS[drill], given)) == faults


def test_every_band_that_shows_a_fault_is_one_of_a_drill():
    bands = {(t.measure, t.band) for drill in DRILLS.values() for t in drill.thresholds}
    assert set(MEASURED) <= bands
    assert set(MEASURED.values()) <= set(BY_ID)
    assert (DIFFERENCE, "uneven") in MEASURED


def test_what_was_measured_follows_the_main_fault_and_is_not_said_twice():
    found = signs(FAULTS, {"glute_silent": 2}, (), {"glute_silent", "weak_hamstring"})
    assert [(sign.fault.id, sign.source) for sign in found] == [
        ("glute_silent", Source.SEEN),
        ("weak_hamstring", Source.MEASURED),
    ]


def test_a_drill_is_offered_only_in_its_phases():
    assert ids("overstride_heel_strike", Stage(2)) == []
    assert ids("overstride_heel_strike", Stage(3)) == ORDER["overstride_heel_strike"]
    assert ids("overstride_heel_strike", Stage(4)) == ["jog-in-place", "fall-start"]


def test_only_waking_the_glute_is_offered_in_release_and_for_two_weeks():
    assert ids("glute_silent", Stage(2, wake_up_days=0)) == ORDER["glute_silent"]
    late = offers(seen("glute_silent"), DRILLS, Stage(2, wake_up_days=14))
    assert {offer.wait for offer in late} == {Wait.WAKE_UP_OVER}
    assert ids("weak_hamstring", Stage(2)) == []


def test_the_hill_opens_at_its_level_of_the_ladder():
    assert ids("uphill_hinge", Stage(4, ladder_level=7)) == ["tall-wall-check", "fall-start"]
    assert ids("uphill_hinge", Stage(4, ladder_level=8)) == ORDER["uphill_hinge"]


def test_work_on_the_forefoot_rests_while_the_plan_says_so():
    assert ids("toe_strike_heel_up", Stage(3, forefoot_off=True)) == ["heel-kiss-march", "wall-push-off"]


def test_a_drill_that_the_answers_speak_against_waits():
    found = offers(seen("loud_landing"), DRILLS, Stage(), {"jog-in-place"})
    assert [offer.wait for offer in found] == [Wait.HELD_BACK, Wait.NO]


def test_reaching_forward_asks_for_five_per_cent_more_steps_and_ten_at_most():
    advice = rate_advice(BY_ID["overstride_heel_strike"], 164)
    assert (advice.first, advice.most, advice.quicker, advice.beat) == (172, 180, True, True)


def test_a_toe_runner_keeps_the_own_step_rate():
    for name in ("toe_strike_heel_up", "short_quad_driven"):
        advice = rate_advice(BY_ID[name], 188)
        assert (advice.first, advice.most, advice.quicker) == (188, 188, False)


def test_a_loud_landing_may_go_up_to_five_per_cent():
    advice = rate_advice(BY_ID["loud_landing"], 160)
    assert (advice.first, advice.most, advice.quicker) == (160, 168, True)


def test_no_beat_sounds_with_an_unusual_gait():
    assert not rate_advice(BY_ID["overstride_heel_strike"], 164, {"partly:unusual_gait"}).beat
