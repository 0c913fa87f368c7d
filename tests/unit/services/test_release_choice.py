"""Which of the seventeen routines is for what: each can be reached, and so can each reason."""

from __future__ import annotations

import pytest

from helpers.histories import a_step
from helpers.release_room import JUNCTION, SEAM, UPPER, Room, a_room
from helpers.wall_clock import WallClock
from unknot.content.library import Library
from unknot.domain.body import Side
from unknot.domain.practice import SessionEnd, SessionKind
from unknot.domain.selection import Dose
from unknot.services.release import Fit
from unknot.storage.history import History

LEFT, RIGHT = Side.LEFT, Side.RIGHT


@pytest.mark.parametrize(
    ("place", "tenderness", "routine"),
    [
        (UPPER, 5, "calf-outer-ball"),
        (UPPER, 7, "calf-outer-thumbs"),
        (JUNCTION, 5, "ham-junction-ball"),
        (SEAM, 5, "ham-itb-seam"),
        ("biceps_femoris_long", 5, "ham-chair-ball"),
        ("gastrocnemius_medial", 5, "calf-sweep-roller"),
        ("soleus", 5, "soleus-fibularis"),
        ("soleus", 7, "calf-sweep-roller"),
        ("fibularis_longus", 5, "soleus-fibularis"),
        ("fibularis_brevis", 5, "soleus-fibularis"),
        ("tibialis_anterior", 5, "shin-front-thumbs"),
        ("semitendinosus", 5, "ham-inner-ball"),
        ("semimembranosus", 5, "ham-inner-ball"),
        ("vastus_lateralis", 5, "quad-hip-calm"),
        ("rectus_femoris", 5, "quad-hip-calm"),
        ("vastus_medialis", 5, "thigh-inner-hands"),
        ("adductor_magnus", 5, "thigh-inner-hands"),
        ("tensor_fasciae_latae", 5, "tfl-ball-wall"),
        ("gluteus_medius", 5, "glute-ball"),
        ("gluteus_maximus", 5, "glute-ball"),
    ],
)
def test_the_place_and_the_rating_decide(room: Room, place: str, tenderness: int, routine: str) -> None:
    fit = room.fit(room.mark(place, tenderness))
    assert fit.refusal == ""
    assert fit.routine is not None
    assert fit.routine.id == routine


def test_every_routine_is_reached_by_a_knot_or_an_occasion(library: Library) -> None:
    rules = library.selection
    by_knot = {name for rule in rules.knots.values() for name in (rule.routine, rule.else_routine) if name}
    assert by_knot | set(rules.occasions.values()) == set(library.routines)


# ---------------------------------------------------------------- tools and minutes
def test_without_a_roller_the_inner_calf_gets_what_needs_none(
    library: Library,
    history: History,
    clock: WallClock,
) -> None:
    room = a_room(library, history, clock, frozenset({"tennis_ball"}))
    room.past_first_week()
    fit = room.fit(room.mark("gastrocnemius_medial"))
    assert fit.routine is not None
    assert fit.routine.id == "soleus-fibularis"
    assert fit.reason == "Inner calf at 6 of 10: this one needs only what you have."


def test_without_a_roller_the_front_thigh_keeps_its_only_routine(
    library: Library,
    history: History,
    clock: WallClock,
) -> None:
    room = a_room(library, history, clock, frozenset({"tennis_ball"}))
    room.past_first_week()
    fit = room.fit(room.mark("rectus_femoris"))
    assert fit.routine is not None
    assert fit.routine.id == "quad-hip-calm"
    assert fit.reason.endswith("the whole routine, 5 or less.")


def test_when_the_minutes_are_few_the_shorter_one_is_chosen(room: Room) -> None:
    knot = room.mark("gastrocnemius_medial")
    room.play("ham-inner-ball", minutes=15.8)
    fit = room.fit(knot)
    assert fit.routine is not None
    assert fit.routine.id == "soleus-fibularis"
    assert "fits into the minutes left today" in fit.reason


def test_a_session_holds_what_fits_into_the_day_with_its_stretch(room: Room) -> None:
    calf, seam, free = room.mark(UPPER, 5), room.mark(SEAM, 5), room.mark("gluteus_medius", 6)
    extra = room.mark(JUNCTION, 4)
    room.play("shin-front-thumbs", minutes=4)
    assert [story.knot.id for story, _ in room.release.due()][:3] == [calf, seam, extra]
    room.clock.advance(days=1)
    assert [story.knot.id for story, _ in room.release.due()] == [calf, seam, free, extra]


def test_on_a_tie_what_was_pressed_longest_ago_comes_first(room: Room) -> None:
    hip, buttock = room.mark("tensor_fasciae_latae", 5), room.mark("gluteus_medius", 5)
    room.play("tfl-ball-wall", hip)
    room.clock.advance(days=2)
    room.play("glute-ball", buttock)
    room.clock.advance(days=2)
    assert room.release.due()[0][0].knot.id == hip


# ---------------------------------------------------------------- gentle
def test_a_place_with_only_a_regular_routine_waits_for_the_second_week(new_room: Room) -> None:
    fit = new_room.fit(new_room.mark("fibularis_longus"))
    assert fit.refusal.startswith("Not in your first week of pressing.")


def test_a_very_tender_place_without_a_gentle_routine_says_so(room: Room) -> None:
    fit = room.fit(room.mark("fibularis_longus", 8))
    assert fit.refusal == "At 8 of 10 only a gentle routine is for you, and this place has none."


def test_only_light_pressure_leaves_out_the_roller(room: Room) -> None:
    room.screening.save({"pressure": ["aspirin"]})
    assert "needs a firmer tool" in room.fit(room.mark("rectus_femoris")).refusal
    fit = room.fit(room.mark("gluteus_maximus"))
    assert fit.routine is not None
    assert (fit.routine.id, fit.ceiling, fit.half, fit.soft_only) == ("glute-ball", 3, True, True)


# ---------------------------------------------------------------- both legs at once
def evening(room: Room) -> Fit:
    return room.release.check(room.library.routines["evening-12"], None)


def sore_on_both_legs(room: Room) -> None:
    for side in Side:
        room.mark(UPPER, 6, side=side)
        room.mark(JUNCTION, 5, side=side)


def test_both_legs_sore_bring_the_evening_routine(room: Room) -> None:
    sore_on_both_legs(room)
    (fit,) = room.release.occasions_due()
    assert fit.routine is not None
    assert (fit.routine.id, set(fit.sides), fit.ceiling, fit.dose) == ("evening-12", set(Side), 4, Dose.FULL)
    assert fit.reason == "Both legs are sore: calf and hamstring of both in one go."
    assert {story.knot.place for story in fit.stories} == {UPPER, JUNCTION}
    assert fit.stories[0].knot.place == UPPER


def test_one_sore_leg_is_the_only_one_it_is_for(room: Room) -> None:
    room.mark(UPPER, 5, side=LEFT)
    assert room.release.occasions_due() == ()
    fit = evening(room)
    assert (fit.sides, fit.reason) == ((LEFT,), "Calf, hamstring and buttock of your sore leg in one go.")


def test_without_a_knot_where_it_presses_it_is_for_nobody(room: Room) -> None:
    assert evening(room).refusal.startswith("No knot is marked where it presses.")


def test_it_is_not_for_the_first_week(new_room: Room) -> None:
    sore_on_both_legs(new_room)
    assert evening(new_room).refusal.startswith("Not in your first week")
    assert new_room.release.occasions_due() == ()


@pytest.mark.parametrize(
    ("place", "tenderness", "words"),
    [
        ("gluteus_maximus", 9, "At 9 of 10 it is too tender"),
        (SEAM, 7, "Today is for a gentler routine"),
    ],
)
def test_one_very_tender_place_is_enough_against_it(
    room: Room,
    place: str,
    tenderness: int,
    words: str,
) -> None:
    sore_on_both_legs(room)
    room.mark(place, tenderness)
    assert evening(room).refusal.startswith(words)


def test_an_answer_that_forbids_one_of_its_places_forbids_it(room: Room) -> None:
    sore_on_both_legs(room)
    room.screening.save({"pressure": ["pregnant"]})
    locked = evening(room).refusal
    assert locked.startswith("You answered: ")
    assert room.fit(room.mark(SEAM)).routine is not None


def test_what_it_presses_is_not_pressed_twice_a_day(room: Room) -> None:
    sore_on_both_legs(room)
    room.play("glute-ball", sides=(LEFT,), minutes=4)
    assert evening(room).refusal.startswith("Already pressed today: ")


def test_it_ends_with_its_own_stretches(room: Room) -> None:
    sore_on_both_legs(room)
    session = room.session(room.play("evening-12", sides=(LEFT, RIGHT), minutes=12))
    assert room.release.ending(session).routine is None


# ---------------------------------------------------------------- before a run
def before_run(room: Room) -> Fit:
    return room.release.check(room.library.routines["pre-run-5"], None)


def test_before_a_run_no_knot_is_needed(room: Room) -> None:
    fit = before_run(room)
    assert fit.routine is not None
    assert (fit.routine.id, set(fit.sides), fit.ceiling, fit.stories) == ("pre-run-5", set(Side), 4, ())
    assert fit.reason.startswith("Before a run, on a day without another")


def test_it_is_not_for_a_day_with_another_calf_session_nor_the_other_way_round(room: Room) -> None:
    knot = room.mark(UPPER)
    room.play("calf-outer-thumbs", knot)
    assert before_run(room).refusal.startswith("Already pressed today")
    room.clock.advance(days=2)
    room.play("pre-run-5", sides=(LEFT, RIGHT))
    assert room.fit(knot).refusal.startswith("Already pressed today")


def test_a_tender_calf_halves_it(room: Room) -> None:
    room.mark("gastrocnemius_lateral_lower", 7)
    assert (before_run(room).half, before_run(room).refusal) == (True, "")


def test_before_a_run_is_not_for_the_first_week(new_room: Room) -> None:
    assert before_run(new_room).refusal.startswith("Not in your first week")


# ---------------------------------------------------------------- measuring
def recheck(room: Room) -> Fit:
    return room.release.check(room.library.routines["recheck-knots"], None)


def test_all_knots_are_measured_anew_every_28_days(room: Room) -> None:
    knot = room.mark(UPPER, 5, side=LEFT)
    room.clock.advance(days=27)
    assert [fit.routine.id for fit in room.release.occasions_due() if fit.routine] == []
    room.clock.advance(days=1)
    (fit,) = room.release.occasions_due()
    assert fit.routine is not None
    assert (fit.routine.id, fit.ceiling, fit.half, set(fit.sides)) == ("recheck-knots", 0, False, set(Side))
    assert [story.knot.id for story in fit.stories] == [knot]
    assert fit.reason == "Measure all knots the same way, every 28 days."
    room.play("recheck-knots", sides=(LEFT, RIGHT), minutes=9, pressed=False)
    assert room.release.occasions_due() == ()
    room.clock.advance(days=2)
    assert recheck(room).refusal.startswith("Too soon after the last time.")


@pytest.mark.parametrize(("answers", "counts"), [({}, False), ({"tenderness_0_10": 2}, True)])
@pytest.mark.parametrize("days_later", [0, 4])
def test_a_place_that_was_answered_is_measured_however_fast(
    room: Room, answers: dict[str, int], counts: bool, days_later: int
) -> None:
    room.mark(UPPER, 5, side=LEFT)
    room.clock.advance(days=28)
    routine = room.library.routines["recheck-knots"]
    session = room.practice.begin(
        SessionKind.RELEASE, routine.id, routine.title,
        sides=(LEFT,), places=routine.targets, knot_ids=(), total_s=300,
    )  # fmt: skip
    check = next(step for step in routine.steps if step.waits)
    fields = {"step_id": check.id, "side": LEFT, "seconds": 2.0, "values": answers}
    done = a_step(session.id, 1, room.clock(), **fields)
    room.practice.step_done(session.id, done, 20.0, 20.0)
    room.practice.finish(session.id, SessionEnd.PARTIAL, 20.0)
    room.clock.advance(days=days_later)
    assert (room.release.occasions_due() == ()) is counts


def test_measuring_takes_nothing_off_the_minutes_of_the_day(room: Room) -> None:
    knot = room.mark()
    room.play("recheck-knots", sides=(LEFT, RIGHT), minutes=19, pressed=False)
    assert room.fit(knot).refusal == ""


def test_it_is_measured_before_any_pressing_of_the_day(room: Room) -> None:
    room.play("glute-ball")
    assert recheck(room).refusal.startswith("You pressed today already.")


def test_measuring_stays_open_where_an_answer_forbids_some_places_and_leaves_them_out(room: Room) -> None:
    room.screening.save({"pressure": ["pregnant"]})
    fit = recheck(room)
    assert fit.refusal == ""
    parts = {room.library.places[name].part for name in fit.places}
    assert "lower_leg" not in parts
    assert "thigh" in parts


def test_measuring_leaves_out_the_leg_an_answer_forbids(room: Room) -> None:
    room.screening.save({"pressure": ["veins"]}, legs=(RIGHT,))
    assert (recheck(room).sides, recheck(room).refusal) == ((LEFT,), "")


def test_no_pressing_anywhere_shuts_the_presses_and_leaves_the_stretch(room: Room) -> None:
    room.screening.save({"pressure": ["thinner"]})
    for name, routine in room.library.routines.items():
        story = room.story(room.mark(routine.targets[0])) if routine.targets else None
        alone = room.release.stands_alone(routine)
        fit = room.release.check(routine, None if alone else story)
        assert bool(fit.refusal) == (name != "after-release-stretch"), name


# ---------------------------------------------------------------- the end of a session
def test_a_session_closes_with_the_stretch_of_the_leg_that_was_worked(room: Room) -> None:
    session = room.session(room.play("glute-ball", sides=(LEFT,)))
    fit = room.release.ending(session)
    assert fit.routine is not None
    assert (fit.routine.id, fit.sides) == ("after-release-stretch", (LEFT,))
    assert fit.reason == "A release session ends with these, for the leg you worked."
    room.play("after-release-stretch", sides=(LEFT,), minutes=2, pressed=False)
    assert room.release.ending(session).routine is None


def test_what_pressed_nothing_needs_no_stretch(room: Room) -> None:
    measured = room.play("recheck-knots", sides=(LEFT, RIGHT), minutes=9, pressed=False)
    broken_off = room.play("glute-ball", pressed=False, end=SessionEnd.PARTIAL)
    for session_id in (measured, broken_off):
        assert room.release.ending(room.session(session_id)).routine is None


def test_the_it_band_leads_behind_it_and_above_it(room: Room) -> None:
    refusal = room.fit(room.mark("iliotibial_tract_upper", 5)).refusal
    for words in ("seam between IT band and outer hamstring", "front of hip (TFL)", "large glute"):
        assert words in refusal
    assert all(
        not name.startswith("iliotibial") for r in room.library.routines.values() for name in r.targets
    )
