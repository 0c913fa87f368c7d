"""Drills for the own stride: from what was noticed, answered and measured, each with its reason in a line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from helpers.wall_clock import WallClock
from unknot import bootstrap, paths
from unknot.domain.body import Side
from unknot.domain.practice import SessionEnd, SessionKind, SessionStep, StepEnd
from unknot.domain.stride import Sign, Source, Stage, Wait
from unknot.services.bundle import Services
from unknot.services.stride import Stride, rate_words, reason, waiting
from unknot.storage.history import History


@pytest.fixture
def services(history: History, clock: WallClock, qapp: object) -> Iterator[Services]:
    made = bootstrap.make_services(history, paths.resources(), clock)
    yield made
    made.close()


@pytest.fixture
def stride(services: Services) -> Stride:
    return Stride(services.library, services.screening, services.settings, services.practice)


def check(services: Services, drill_id: str, **values: dict[Side | None, int]) -> None:
    """A check that was played, with what it found for each leg."""
    drill = services.library.drills[drill_id]
    session = services.practice.begin(
        SessionKind.DRILL, drill_id, drill.title, sides=tuple(Side), places=(), knot_ids=(), total_s=60.0
    )
    index = 0
    for name, legs in values.items():
        for side, value in legs.items():
            now = services.now()
            step = SessionStep(session.id, index, "felt", side, now, 10.0, StepEnd.DONE, {name: value})
            services.practice.step_done(session.id, step, 10.0, 10.0)
            index += 1
    services.practice.finish(session.id, SessionEnd.DONE, 60.0)


def test_nothing_known_is_nothing_said(stride: Stride):
    assert stride.signs() == ()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("toe_strike_heel_up", "You noticed: heel hardly touches; up on the toes."),
        ("short_quad_driven", "You noticed: short quick steps hauled by thighs and hip flexors."),
        ("overstride_heel_strike", "You noticed: foot far in front, hard heel."),
        ("waist_hinge", "You noticed: fold at the waist."),
        ("uphill_hinge", "You noticed: fold on hills."),
        ("loud_landing", "You noticed: loud or bouncing landing."),
        ("glute_silent", "You noticed: buttock felt 0 to 3 of 10."),
        ("hip_drops", "You noticed: hip drops on one leg, knees brush."),
        ("short_push", "You noticed: no push behind."),
    ],
)
def test_what_is_noticed_is_kept_and_is_the_reason(stride: Stride, name: str, said: str):
    stride.notice({name: 2})
    assert stride.seen == {name: 2}
    (sign,) = stride.signs()
    assert reason(sign) == said
    assert all(offer.drill for offer in stride.offers(sign))
    assert {fault.id for fault in stride.seeable} >= {name}


@pytest.mark.parametrize(
    ("fault", "bpm"),
    [("toe_strike_heel_up", 164), ("short_quad_driven", 164), ("overstride_heel_strike", 172)],
)
def test_the_beat_begins_as_the_stride_needs_it(stride: Stride, services: Services, fault: str, bpm: int):
    drill = services.library.drills["quick-step-metronome"]
    services.settings.choose(step_rate_spm=164)
    assert stride.tempo(drill) is None  # the drill's own
    stride.notice({fault: 2})
    assert stride.tempo(drill) == bpm
    assert stride.tempo(services.library.drills["glute-bridge"]) is None


def test_what_was_kept_and_is_unknown_by_now_is_left_out(stride: Stride, services: Services):
    services.settings.choose(stride_seen="moon:2 waist_hinge:1 loud_landing:often")
    assert stride.seen == {"waist_hinge": 1}


@pytest.mark.parametrize(
    ("question", "option", "fault"),
    [
        ("stride", "quick", "short_quad_driven"),
        ("stride", "reach", "overstride_heel_strike"),
        ("strike", "toes", "toe_strike_heel_up"),
        ("ground", "trail", "uphill_hinge"),
        ("glute", "faint", "glute_silent"),
        ("glute", "one_off", "glute_silent"),
        ("strength", "no", "weak_hamstring"),
    ],
)
def test_an_answer_suggests_a_fault(
    stride: Stride, services: Services, question: str, option: str, fault: str
):
    services.screening.save({question: [option]})
    (sign,) = stride.signs()
    assert (sign.fault.id, sign.source) == (fault, Source.ANSWERED)
    assert reason(sign).startswith("Your answers suggest: ")


def test_an_unusual_way_of_walking_keeps_the_beat_off(stride: Stride, services: Services):
    services.screening.save({"average": ["yes"]})
    assert stride.quicker_beat().startswith("No beat for you")
    services.screening.save({"average": ["yes"], "stride": ["reach"]})
    (sign,) = stride.signs()
    assert rate_words(stride.rate(sign)).startswith("No beat for you")
    assert "No beat for you" in stride.quicker_beat()


def test_checks_show_their_faults_and_the_latest_counts(stride: Stride, services: Services, clock: WallClock):
    left, right = Side.LEFT, Side.RIGHT
    check(services, "single-leg-bridge-hold-test", hold_s={left: 12, right: 40})
    check(services, "glute-squeeze-check", glute_felt_0_10={left: 2, right: 8})
    found = stride.signs()
    assert [(sign.fault.id, sign.source) for sign in found] == [
        ("glute_silent", Source.MEASURED),
        ("weak_hamstring", Source.MEASURED),
        ("side_difference", Source.MEASURED),
    ]
    assert reason(found[1]) == "Your check showed: bridge hold under 30 s."
    assert reason(found[2]) == "Your check showed: hold differs by more than 15 %."
    clock.advance(days=1)
    check(services, "single-leg-bridge-hold-test", hold_s={left: 38, right: 40})
    assert [sign.fault.id for sign in stride.signs()] == ["glute_silent"]


def test_the_weaker_leg_begins_only_where_a_check_has_shown_one(
    stride: Stride, services: Services, clock: WallClock
):
    assert stride.weaker_leg() is None
    check(services, "single-leg-bridge-hold-test", hold_s={Side.LEFT: 40, Side.RIGHT: 30})
    assert stride.weaker_leg() is Side.RIGHT
    clock.advance(days=1)
    check(services, "single-leg-bridge-hold-test", hold_s={Side.LEFT: 40, Side.RIGHT: 36})
    assert stride.weaker_leg() is None


def test_each_reason_to_wait_is_said(stride: Stride, services: Services):
    faults = {fault.id: fault for fault in services.library.stride}

    def waits(name: str, stage: Stage) -> dict[str, str]:
        offers = stride.offers(Sign(faults[name], Source.SEEN), stage)
        return {offer.drill.id: waiting(offer) for offer in offers}

    assert waits("uphill_hinge", Stage(4))["uphill-push-walk"] == "Opens at level 8 of your run ladder."
    assert waits("overstride_heel_strike", Stage(4))["quick-step-metronome"] == "Comes in a later phase."
    resting = waits("loud_landing", Stage(3, forefoot_off=True))
    assert resting == {"jog-in-place": "Rests while calf or heel cord settle.", "heel-kiss-march": ""}
    over = waits("glute_silent", Stage(2, wake_up_days=20))
    assert set(over.values()) == {"Two weeks are over. Still silent? See a clinician."}
    services.screening.save({"pressure": ["pregnant"]})
    held = stride.offers(Sign(faults["weak_hamstring"], Source.SEEN))
    assert waiting(held[0]) == "Not for you now."
    assert held[0].wait is Wait.HELD_BACK


def test_the_step_rate_is_said_from_the_own_count(stride: Stride, services: Services):
    stride.notice({"overstride_heel_strike": 2})
    (sign,) = stride.signs()
    assert rate_words(stride.rate(sign)) == (
        "Count your steps first: the beat starts from your own rate, at most 10 % above it."
    )
    services.settings.choose(step_rate_spm=164)
    assert rate_words(stride.rate(sign)) == "Start with 172 steps a minute. Never more than 180."
    stride.notice({"toe_strike_heel_up": 2})
    (sign,) = stride.signs()
    assert rate_words(stride.rate(sign)) == "Keep your own 164 steps a minute. No quicker beat."


def test_one_set_more_is_offered_for_the_weaker_leg_over_fifteen_per_cent_alone(
    stride: Stride, services: Services
):
    drills = services.library.drills
    assert stride.extra_set(drills["side-hip-lift"]) is None
    check(services, "single-leg-bridge-hold-test", hold_s={Side.LEFT: 26, Side.RIGHT: 40})
    offer = stride.extra_set(drills["side-hip-lift"])
    assert offer is not None
    assert (offer.side, offer.percent, offer.scatters) == (Side.LEFT, 35, 0)
    assert offer.then == "Start with the weaker side and give it one extra set until within 15 %."
    assert stride.extra_set(drills["single-leg-bridge-march"]) is None  # its legs take turns
    assert stride.extra_set(drills["calf-raise-single"]) is None  # not a drill of that rule
    check(services, "single-leg-bridge-hold-test", hold_s={Side.LEFT: 34, Side.RIGHT: 40})
    assert stride.extra_set(drills["side-hip-lift"]) is None


def test_an_extra_set_says_where_several_tries_leave_the_difference_within_their_scatter(
    stride: Stride, services: Services
):
    for left, right in ((40, 30), (20, 34), (26, 40)):
        check(services, "single-leg-bridge-hold-test", hold_s={Side.LEFT: left, Side.RIGHT: right})
    offer = stride.extra_set(services.library.drills["side-hip-lift"])
    assert offer is not None
    assert (offer.side, offer.scatters) == (Side.LEFT, 3)
