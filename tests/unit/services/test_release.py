"""What is for a knot today: the right routine with its reason, or the refusal in plain words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from helpers.release_room import JUNCTION, LOWER, SEAM, UPPER, Room, a_room
from helpers.wall_clock import WallClock
from unknot.content.library import Library
from unknot.domain.body import Side
from unknot.domain.knots import CheckOccasion, KnotKind, Size
from unknot.domain.practice import SessionEnd
from unknot.domain.selection import Dose
from unknot.services.journal import Journal
from unknot.services.practice import Practice
from unknot.services.release import Release
from unknot.services.screening import Screening
from unknot.storage.history import History


# ---------------------------------------------------------------- which routine
@pytest.mark.parametrize(
    ("place", "routine", "ceiling"),
    [
        (UPPER, "calf-outer-ball", 5),
        (LOWER, "calf-outer-ball", 5),
        (JUNCTION, "ham-junction-ball", 4),
        (SEAM, "ham-itb-seam", 4),
        ("biceps_femoris_short", "ham-junction-ball", 4),
    ],
)
def test_the_place_decides_the_routine_and_its_limit(
    room: Room, place: str, routine: str, ceiling: int
) -> None:
    fit = room.fit(room.mark(place))
    assert fit.routine is not None
    assert (fit.routine.id, fit.ceiling, fit.dose, fit.refusal) == (routine, ceiling, Dose.FULL, "")
    assert fit.reason
    assert "\n" not in fit.reason


def test_the_first_week_is_gentle_whatever_the_number(new_room: Room) -> None:
    fit = new_room.fit(new_room.mark(tenderness=4))
    assert fit.routine is not None
    assert fit.routine.id == "calf-outer-thumbs"
    assert fit.reason == "Your first week: the gentle version, whatever the number."


def test_seven_of_ten_gets_the_gentle_version_and_half_the_time(room: Room) -> None:
    fit = room.fit(room.mark(tenderness=7))
    assert fit.routine is not None
    assert (fit.routine.id, fit.dose, fit.half, fit.ceiling) == (
        "calf-outer-thumbs",
        Dose.HALF_GENTLE,
        True,
        4,
    )
    assert fit.alternative is None


def test_another_shipped_routine_is_offered_beside_it(room: Room) -> None:
    fit = room.fit(room.mark())
    assert fit.alternative is not None
    assert fit.alternative.id == "calf-outer-thumbs"


def test_a_place_without_a_shipped_routine_says_so(
    library: Library, history: History, clock: WallClock
) -> None:
    few = {name: one for name, one in library.routines.items() if name == "calf-outer-ball"}
    poor = a_room(replace(library, routines=few), history, clock)
    poor.past_first_week(routine="calf-outer-ball")
    fit = poor.fit(poor.mark("soleus"))
    assert fit.routine is None
    assert fit.refusal == "No routine serves this place yet. Keep the knot on your map and rate it."


def test_no_change_in_six_sessions_tries_the_other_routine(room: Room) -> None:
    knot = room.mark()
    for _ in range(6):
        room.play("calf-outer-ball", knot)
        room.clock.advance(days=2)
    fit = room.fit(knot)
    assert fit.routine is not None
    assert fit.routine.id == "calf-outer-thumbs"
    assert "No change in 6 sessions" in fit.reason


# ---------------------------------------------------------------- refusals
def test_the_it_band_leads_to_the_seam(room: Room) -> None:
    fit = room.fit(room.mark("iliotibial_tract_upper"))
    assert fit.routine is None
    assert fit.ceiling == 0
    assert "never pressed" in fit.refusal
    assert "Work here instead: " in fit.refusal
    assert "seam between IT band and outer hamstring" in fit.refusal


def test_a_spot_outside_the_press_window_says_which_way(room: Room) -> None:
    too_low = room.fit(room.mark(SEAM, v=0.52))
    assert "Higher up on the same muscle" in too_low.refusal
    too_high = room.fit(room.mark(UPPER, v=0.57))
    assert "Lower down on the same muscle" in too_high.refusal


def test_the_knee_pain_is_never_pressed(room: Room) -> None:
    fit = room.fit(room.mark("lateral_joint_line", kind=KnotKind.PAIN))
    assert fit.refusal == "This marks where your knee hurts. It is never pressed."


def test_sharp_pain_and_what_a_newer_version_marked_are_never_pressed(room: Room) -> None:
    sharp = room.fit(room.mark(UPPER, kind=KnotKind.SHARP))
    assert sharp.refusal.startswith("You marked sharp pain here. Sharp pain is never pressed.")
    other = room.fit(room.mark(UPPER, kind=KnotKind.OTHER))
    assert other.refusal.startswith("A newer Unknot marked this.")
    assert room.release.due() == ()


def test_a_sore_line_is_pressed_like_a_knot(room: Room) -> None:
    assert room.fit(room.mark(UPPER, kind=KnotKind.SORE_LINE)).routine is not None


@pytest.mark.parametrize(
    ("rating", "dose", "words"),
    [
        (1, Dose.SKIP, "At 1 of 10 leave it alone."),
        (9, Dose.NONE, "At 9 of 10 it is too tender: no pressing. Rate it again from Wednesday at 18:31."),
    ],
)
def test_too_little_and_too_much_are_not_pressed(room: Room, rating: int, dose: Dose, words: str) -> None:
    fit = room.fit(room.mark(tenderness=rating))
    assert (fit.routine, fit.dose, fit.ceiling) == (None, dose, 0)
    assert fit.refusal.startswith(words)


def test_no_spot_is_pressed_twice_a_day(room: Room) -> None:
    knot = room.mark()
    room.play("calf-outer-ball", knot)
    assert "Already pressed today" in room.fit(knot).refusal
    assert room.fit(room.mark(side=Side.LEFT)).refusal == ""


def test_a_session_ended_before_its_first_press_did_not_press(room: Room) -> None:
    knot = room.mark()
    room.play("calf-outer-ball", knot, pressed=False, end=SessionEnd.PARTIAL)
    assert room.fit(knot).refusal == ""


def test_a_discarded_session_counts_for_nothing(room: Room) -> None:
    knot = room.mark()
    room.play("calf-outer-ball", knot, minutes=19, end=SessionEnd.DISCARDED)
    assert room.fit(knot).refusal == ""


def test_a_routine_waits_its_hours_across_midnight(room: Room) -> None:
    knot = room.mark(SEAM)
    room.play("ham-itb-seam", knot)
    room.clock.advance(hours=20)
    assert room.fit(knot).refusal == "Too soon after the last time. Again from 18:31 tomorrow."
    room.clock.advance(hours=28)
    assert room.fit(knot).refusal == ""


def test_the_minutes_of_the_day_run_out(room: Room) -> None:
    knot = room.mark()
    room.play("ham-chair-ball", minutes=12)
    assert room.fit(knot).refusal == ""
    both = room.release.check(room.library.routines["calf-outer-ball"], room.story(knot), tuple(Side))
    assert "20 minutes" in both.refusal
    room.play("after-release-stretch", minutes=4, pressed=False)
    assert "20 minutes" in room.fit(knot).refusal


def test_too_much_lowers_the_next_session_on_that_place_only(room: Room) -> None:
    knot = room.mark()
    room.play("calf-outer-ball", knot, lowered=2)
    room.clock.advance(days=2)
    fit = room.fit(knot)
    assert fit.ceiling == 3
    assert fit.reason == "It was too much the last time: 3 or less today."
    assert room.fit(room.mark(JUNCTION)).ceiling == 4
    room.play("calf-outer-ball", knot)
    room.clock.advance(days=2)
    assert room.fit(knot).ceiling == 5


def test_too_much_said_before_a_press_counted_lowers_the_next_session_all_the_same(room: Room) -> None:
    knot = room.mark()
    room.play("calf-outer-ball", knot, pressed=False, lowered=2, end=SessionEnd.PARTIAL)
    fit = room.fit(knot)
    assert (fit.ceiling, fit.refusal) == (3, "")
    assert room.fit(room.mark(JUNCTION)).ceiling == 4


def test_too_much_down_to_nothing_rests_the_place(room: Room) -> None:
    knot = room.mark()
    room.play("calf-outer-ball", knot, lowered=4)
    room.clock.advance(hours=30)
    assert "It was too much here the last time" in room.fit(knot).refusal
    room.clock.advance(hours=18)
    assert (room.fit(knot).ceiling, room.fit(knot).refusal) == (2, "")


def test_a_worse_next_day_rests_the_knot_and_then_halves_the_time(room: Room) -> None:
    knot = room.mark()
    session = room.play("calf-outer-ball", knot)
    room.clock.advance(hours=14)
    room.journal.rate_knot(knot, 8, occasion=CheckOccasion.NEXT_DAY, session_id=session)
    assert room.fit(knot).refusal.startswith("It was more sore after the last time.")
    room.clock.advance(hours=48)
    fit = room.fit(knot)
    assert (fit.dose, fit.half, fit.refusal) == (Dose.HALF, True, "")


# ---------------------------------------------------------------- answers
def test_a_large_lump_is_asked_about_each_time_it_grows_to_that_size(room: Room) -> None:
    knot = room.mark(size=Size.GOLF_BALL)
    assert not room.fit(knot).lump_question
    room.clock.advance(minutes=1)
    room.journal.rate_knot(knot, 6, Size.PLUM)
    assert room.fit(knot).lump_question
    room.clock.advance(minutes=1)
    room.screening.save({"lump": "none"})
    assert not room.fit(knot).lump_question
    room.clock.advance(days=1)
    room.journal.rate_knot(knot, 6, Size.PLUM)
    assert not room.fit(knot).lump_question
    room.journal.rate_knot(knot, 6, Size.GRAPEFRUIT)
    assert room.fit(knot).lump_question


def test_any_answer_but_none_stops_the_pressing(room: Room) -> None:
    knot = room.mark(size=Size.PLUM)
    room.screening.save({"lump": "grow"})
    fit = room.fit(knot)
    assert fit.routine is None
    assert "must be seen by a doctor" in fit.refusal
    assert room.release.due() == ()


def test_a_grapefruit_in_the_first_week_is_for_hands_only(new_room: Room) -> None:
    assert new_room.fit(new_room.mark(size=Size.GRAPEFRUIT)).soft_only
    assert not new_room.fit(new_room.mark(LOWER, size=Size.PLUM)).soft_only


def test_light_pressure_limits_softens_and_halves(room: Room) -> None:
    room.screening.save({"pressure": ["aspirin"]})
    fit = room.fit(room.mark())
    assert (fit.ceiling, fit.dose, fit.soft_only) == (3, Dose.HALF, True)


def test_pregnancy_locks_the_lower_leg_and_not_the_thigh(room: Room) -> None:
    room.screening.save({"pressure": ["pregnant"]})
    calf = room.fit(room.mark())
    assert calf.refusal.startswith("You answered: Pregnant")
    assert "No pressure below the knee." in calf.refusal
    assert room.fit(room.mark(JUNCTION)).refusal == ""


def test_a_named_wound_asks_whether_it_is_near(room: Room) -> None:
    room.screening.save({"pressure": ["skin"]})
    knot = room.mark()
    fit = room.fit(knot)
    assert fit.spot_question
    assert fit.spot_cm == 5
    assert "no pressure within 5 cm" in fit.refusal
    assert room.fit(knot, spot_is_clear=True).refusal == ""


# ---------------------------------------------------------------- from the library
def test_a_chosen_routine_must_press_there(room: Room) -> None:
    story = room.story(room.mark(SEAM))
    fit = room.release.check(room.library.routines["calf-outer-ball"], story)
    assert fit.refusal.startswith("This routine does not press here")
    assert fit.alternative is not None
    assert fit.alternative.id == "ham-junction-ball"


def test_a_chosen_routine_must_be_gentle_enough(room: Room) -> None:
    story = room.story(room.mark(tenderness=8))
    fit = room.release.check(room.library.routines["calf-outer-ball"], story)
    assert fit.refusal == "Today is for a gentler routine on this knot."
    assert fit.alternative is not None
    assert fit.alternative.id == "calf-outer-thumbs"


def test_a_stretch_needs_no_knot_and_is_open_to_who_may_not_press(room: Room) -> None:
    room.screening.save({"pressure": ["thinner"]})
    fit = room.release.check(room.library.routines["after-release-stretch"], None)
    assert (fit.refusal, fit.ceiling) == ("", 0)
    assert fit.routine is not None


def test_candidates_are_the_open_knots_it_serves_the_best_first(room: Room) -> None:
    low, high = room.mark(LOWER, 4), room.mark(UPPER, 7)
    room.mark(JUNCTION)
    room.journal.close_knot(room.mark(UPPER, 10))
    found = room.release.candidates(room.library.routines["calf-outer-ball"])
    assert [story.knot.id for story in found] == [high, low]


def test_a_rating_just_before_the_press_sets_its_own_ceiling(room: Room) -> None:
    story, calf = room.story(room.mark()), room.library.routines["calf-outer-ball"]
    assert [room.release.ceiling_for(calf, story, score) for score in (5, 8, 9)] == [5, 4, 0]
    session = room.play("calf-outer-ball", story.knot.id, lowered=1)
    assert room.release.ceiling_for(calf, story, 5) == 4
    assert room.release.ceiling_for(calf, story, 5, without=session) == 5


# ---------------------------------------------------------------- today
def test_today_begins_with_the_best_of_each_group_in_the_order_of_a_session(room: Room) -> None:
    weak_calf, seam, calf = room.mark(LOWER, 3), room.mark(SEAM, 8), room.mark(UPPER, 5)
    junction = room.mark(JUNCTION, 4)
    soleus = room.mark("soleus", 8)
    room.mark(UPPER, 9, side=Side.LEFT)
    due = room.release.due()
    assert [story.knot.id for story, _ in due] == [calf, seam, soleus, junction, weak_calf]
    assert all(fit.routine is not None and not fit.refusal for _, fit in due)


def test_before_any_question_a_fit_is_shown_and_the_gate_asks_later(
    library: Library, history: History, clock: WallClock
) -> None:
    journal, practice = Journal(history, clock), Practice(history, clock)
    screening = Screening(library.screening, history, clock)
    room = Room(
        library, journal, practice, screening, Release(library, journal, practice, screening, clock), clock
    )
    assert room.fit(room.mark()).routine is not None
    assert screening.may("press").needs_questions


def test_a_knot_at_a_place_of_a_newer_version_is_not_pressed(room: Room) -> None:
    spot = room.story(room.mark()).knot.spot
    knot = room.journal.add_knot(spot, "moon", 5, None)
    assert "does not know the place" in room.fit(knot.id).refusal


# ---------------------------------------------------------------- both legs
def test_both_legs_go_by_the_more_careful_one(room: Room) -> None:
    right, left = room.mark(JUNCTION, 6), room.mark(JUNCTION, 7, side=Side.LEFT)
    routine = room.fit(left).routine
    assert routine is not None
    alone = room.release.check(routine, room.story(right))
    both, other = room.release.both_legs(routine, room.story(right))
    assert other is not None
    assert other.knot.id == left
    assert not alone.half
    assert both.half
    assert both.ceiling == min(alone.ceiling, room.fit(left).ceiling)
    assert both.reason.startswith("7 of 10 is a lot")


def test_both_legs_are_refused_where_the_other_one_is(room: Room) -> None:
    knot = room.mark()
    room.mark(tenderness=9, side=Side.LEFT)
    routine = room.library.routines["calf-outer-ball"]
    both, _other = room.release.both_legs(routine, room.story(knot))
    assert both.refusal.startswith("At 9 of 10 it is too tender")


def test_both_legs_wait_for_the_question_about_the_other_lump(room: Room) -> None:
    knot = room.mark()
    room.mark(size=Size.GRAPEFRUIT, side=Side.LEFT)
    routine = room.library.routines["calf-outer-ball"]
    assert not room.release.check(routine, room.story(knot)).lump_question
    both, _other = room.release.both_legs(routine, room.story(knot))
    assert "needs a question first" in both.refusal


def test_too_much_on_the_other_leg_counts_for_both(room: Room) -> None:
    knot = room.mark()
    room.play("calf-outer-ball", sides=(Side.LEFT,), lowered=2)
    room.clock.advance(days=2)
    routine = room.library.routines["calf-outer-ball"]
    assert room.release.check(routine, room.story(knot)).ceiling == 5
    both, other = room.release.both_legs(routine, room.story(knot))
    assert (both.ceiling, other) == (3, None)
