"""What may be pressed: limits are never passed, and each rule of selection.toml does what it says."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.histories import a_story
from helpers.wall_clock import SUMMER
from unknot import paths
from unknot.content.library import load_library
from unknot.domain.body import Side, Spot, Use, View
from unknot.domain.knots import CheckOccasion, KnotCheck, KnotKind, KnotStory, Size
from unknot.domain.release_rules import (
    Hindrance,
    LegFacts,
    Why,
    ceiling,
    dose,
    is_soft,
    light_lock,
    lock_block,
    lowered_block,
    minutes_of,
    missing,
    place_block,
    priority,
    ranked,
    rating_block,
    target_block,
    time_block,
)
from unknot.domain.screening import Lock
from unknot.domain.selection import Dose

LIBRARY = load_library(paths.resources())
RULES = LIBRARY.selection
NOW = datetime(2026, 9, 14, 18, 30, tzinfo=SUMMER)
UPPER = "gastrocnemius_lateral_belly_upper"
PRESSED = [place for place in LIBRARY.places.values() if place.use is Use.PRESS]
PRESSING = [routine for routine in LIBRARY.routines.values() if routine.pressure_ceiling]
LIGHT, ALL, SPOT = (LIBRARY.screening.locks[c] for c in ("light:all", "nopress:all", "nopress:spot"))
CALF, THUMBS = LIBRARY.routines["calf-outer-ball"], LIBRARY.routines["calf-outer-thumbs"]


def story(
    *ratings: int, hours_apart: float = 48, until: datetime = NOW, size: Size | None = None
) -> KnotStory:
    """A knot of the outer calf rated that often, the last time at `until`."""
    first = a_story(until - timedelta(hours=hours_apart * (len(ratings) - 1)), ratings[0])
    checks = [replace(first.checks[0], size=size)]
    for index, rating in enumerate(ratings[1:], start=1):
        at = first.checks[0].at + timedelta(hours=hours_apart * index)
        checks.append(KnotCheck(uuid4(), first.knot.id, at, rating, size))
    return KnotStory(first.knot, tuple(checks))


def with_check(of: KnotStory, tenderness: int, occasion: CheckOccasion, at: datetime) -> KnotStory:
    """The same knot, rated once more."""
    return KnotStory(of.knot, (*of.checks, KnotCheck(uuid4(), of.knot.id, at, tenderness, None, occasion)))


@given(
    st.sampled_from(PRESSED),
    st.sampled_from(PRESSING),
    st.integers(0, 10),
    st.none() | st.just(LIGHT),
    st.integers(0, 9),
)
def test_the_ceiling_is_never_above_any_limit(
    place, routine, tenderness, light: Lock | None, lowered
) -> None:
    most = ceiling(RULES, routine, place, tenderness, light=light, lowered=lowered)
    assert 0 <= most <= RULES.band(tenderness).ceiling
    assert most <= routine.pressure_ceiling
    assert most <= place.max_pressure_pain
    if light is not None:
        assert most <= light.max_pressure_pain
    assert most <= max(
        ceiling(RULES, routine, place, tenderness, light=light) - lowered, RULES.too_much.leave_below
    )


@given(st.integers(0, 10), st.integers(0, 10), st.integers(0, 5))
def test_more_tenderness_never_allows_more_pressure(one: int, other: int, lowered: int) -> None:
    low, high = sorted((one, other))
    place = LIBRARY.places[UPPER]
    assert ceiling(RULES, CALF, place, high, lowered=lowered) <= ceiling(
        RULES, CALF, place, low, lowered=lowered
    )


@pytest.mark.parametrize(("rating", "most"), [(3, 5), (5, 5), (7, 4), (8, 4), (9, 0), (10, 0)])
def test_the_ceiling_of_the_outer_calf_follows_the_table(rating: int, most: int) -> None:
    assert ceiling(RULES, CALF, LIBRARY.places[UPPER], rating) == most


def test_too_much_takes_one_off_the_next_time() -> None:
    assert ceiling(RULES, CALF, LIBRARY.places[UPPER], 5, lowered=2) == 3


def test_under_two_the_place_rests_for_two_days_and_then_begins_at_two() -> None:
    facts = LegFacts(lowered=4, lowered_at=NOW)
    block = lowered_block(RULES, 5, facts, NOW + timedelta(hours=47))
    assert block is not None
    assert block.until == NOW + timedelta(hours=48)
    assert lowered_block(RULES, 5, facts, NOW + timedelta(hours=48)) is None
    assert ceiling(RULES, CALF, LIBRARY.places[UPPER], 5, lowered=4) == 2
    assert lowered_block(RULES, 5, LegFacts(lowered=3, lowered_at=NOW), NOW) is None


# ---------------------------------------------------------------- places and locks
def test_the_knee_pain_is_never_pressed() -> None:
    pain = story(5)
    pain = KnotStory(replace(pain.knot, kind=KnotKind.PAIN), pain.checks)
    block = place_block(pain, LIBRARY.places[UPPER])
    assert block is not None
    assert block.why is Hindrance.PAIN


@pytest.mark.parametrize("place", [p for p in LIBRARY.places if p.startswith("iliotibial_tract")])
def test_the_it_band_is_never_pressed(place: str) -> None:
    block = place_block(story(5), LIBRARY.places[place])
    assert block is not None
    assert block.why is Hindrance.MARK_ONLY


def test_a_knot_outside_the_press_window_is_refused() -> None:
    knot = story(5).knot
    high = KnotStory(replace(knot, spot=Spot(View.BACK, Side.RIGHT, 0.45, 0.56)), story(5).checks)
    block = place_block(high, LIBRARY.places[UPPER])
    assert block is not None
    assert block.why is Hindrance.WINDOW
    assert place_block(story(5), LIBRARY.places[UPPER]) is None


def test_a_lock_of_one_leg_leaves_the_other_open() -> None:
    place, lock = LIBRARY.places[UPPER], replace(ALL, sides=(Side.LEFT,))
    assert lock_block(place, Side.LEFT, [lock], spot_is_clear=True) is not None
    assert lock_block(place, Side.RIGHT, [lock], spot_is_clear=True) is None


def test_a_lock_around_a_spot_holds_until_the_user_says_that_it_is_elsewhere() -> None:
    place = LIBRARY.places[UPPER]
    block = lock_block(place, Side.LEFT, [SPOT], spot_is_clear=False)
    assert block is not None
    assert block.why is Hindrance.LOCKED_SPOT
    assert lock_block(place, Side.LEFT, [SPOT], spot_is_clear=True) is None


def test_light_pressure_is_a_limit_and_no_ban() -> None:
    place = LIBRARY.places[UPPER]
    assert lock_block(place, Side.LEFT, [LIGHT], spot_is_clear=False) is None
    assert light_lock(place, Side.LEFT, [LIGHT]) is LIGHT


# ---------------------------------------------------------------- ratings
@pytest.mark.parametrize("rating", [0, 1, 2])
def test_what_is_hardly_tender_is_left_alone(rating: int) -> None:
    block = rating_block(RULES, story(rating), NOW, ())
    assert block is not None
    assert block.why is Hindrance.LEAVE


@pytest.mark.parametrize("rating", [3, 8])
def test_what_is_tender_may_be_pressed(rating: int) -> None:
    assert rating_block(RULES, story(rating), NOW, ()) is None


@pytest.mark.parametrize("rating", [9, 10])
def test_what_is_too_tender_is_asked_again_in_two_days(rating: int) -> None:
    block = rating_block(RULES, story(rating), NOW, ())
    assert block is not None
    assert block.why is Hindrance.TOO_TENDER
    assert block.until == NOW + timedelta(hours=48)


def test_a_lower_rating_on_the_same_day_does_not_open_it_again() -> None:
    assert rating_block(RULES, story(9, 4, hours_apart=1), NOW, ()) is not None
    assert rating_block(RULES, story(9, 4, hours_apart=48), NOW, ()) is None


def test_too_tender_twice_in_a_row_should_be_checked() -> None:
    block = rating_block(RULES, story(9, 10), NOW, ())
    assert block is not None
    assert block.why is Hindrance.TOO_TENDER_TWICE
    same_day = rating_block(RULES, story(9, 10, hours_apart=1), NOW, ())
    assert same_day is not None
    assert same_day.why is Hindrance.TOO_TENDER


@pytest.mark.parametrize("occasion", [CheckOccasion.AFTER, CheckOccasion.NEXT_DAY])
def test_two_points_more_after_a_session_rest_for_two_days_and_then_half(occasion: CheckOccasion) -> None:
    before = with_check(story(4), 4, CheckOccasion.BEFORE, NOW)
    worse = with_check(before, 6, occasion, NOW + timedelta(hours=12))
    session = NOW - timedelta(minutes=1)
    block = rating_block(RULES, worse, NOW + timedelta(hours=59), (session,))
    assert block is not None
    assert block.why is Hindrance.WORSE
    later = NOW + timedelta(hours=60)
    assert rating_block(RULES, worse, later, (session,)) is None
    assert _dose(worse, sessions=(session,)) == (Dose.HALF, Why.AFTER_WORSE)
    assert _dose(worse, sessions=(later, session)) == (Dose.FULL, Why.PLAIN)


def test_one_point_more_is_noise() -> None:
    before = with_check(story(4), 4, CheckOccasion.BEFORE, NOW)
    worse = with_check(before, 5, CheckOccasion.NEXT_DAY, NOW + timedelta(hours=12))
    assert rating_block(RULES, worse, NOW + timedelta(hours=13), (NOW,)) is None


def test_twelve_sessions_without_a_change_end_it() -> None:
    sessions = tuple(NOW - timedelta(days=day) for day in range(1, 13))
    block = rating_block(RULES, story(6, 5), NOW, sessions)
    assert block is not None
    assert block.why is Hindrance.STUCK
    assert rating_block(RULES, story(6, 4), NOW, sessions) is None
    assert rating_block(RULES, story(6, 5), NOW, sessions[:11]) is None


# ---------------------------------------------------------------- dose and routine
def _dose(of: KnotStory, *, sessions=(), light=None, first_week=False, lowered=0) -> tuple[Dose, Why]:
    return dose(RULES, of, sessions, light=light, first_week=first_week, lowered=lowered)


def test_seven_and_eight_get_half_of_the_gentle_version() -> None:
    assert _dose(story(7)) == (Dose.HALF_GENTLE, Why.STRONG)
    assert Dose.HALF_GENTLE.is_half


def test_light_pressure_halves_the_time() -> None:
    assert _dose(story(5), light=LIGHT) == (Dose.HALF, Why.LIGHT)


def test_the_reason_is_the_most_careful_one() -> None:
    assert _dose(story(5), first_week=True)[1] is Why.FIRST_WEEK
    assert _dose(story(5), lowered=1)[1] is Why.LOWERED
    assert _dose(story(5), sessions=(NOW,) * 6)[1] is Why.SWAPPED
    assert _dose(story(5)) == (Dose.FULL, Why.PLAIN)


@pytest.mark.parametrize(
    ("place", "gentle", "swap", "routine"),
    [
        (UPPER, False, False, "calf-outer-ball"),
        (UPPER, True, False, "calf-outer-thumbs"),
        (UPPER, False, True, "calf-outer-thumbs"),
        ("biceps_femoris_junction", True, False, "ham-chair-ball"),
        ("biceps_femoris_long", True, False, "ham-chair-ball"),
        ("itb_hamstring_interface", False, False, "ham-itb-seam"),
        ("itb_hamstring_interface", True, False, "ham-junction-ball"),
        ("soleus", False, False, "soleus-fibularis"),
        ("soleus", True, False, "calf-sweep-roller"),
        ("fibularis_longus", False, False, "soleus-fibularis"),
        ("fibularis_longus", True, False, None),
        ("gastrocnemius_medial", True, False, "calf-sweep-roller"),
        ("gastrocnemius_medial", False, True, "soleus-fibularis"),
        ("tibialis_anterior", True, False, "shin-front-thumbs"),
        ("semitendinosus", True, False, "ham-inner-ball"),
        ("rectus_femoris", True, False, "quad-hip-calm"),
        ("adductor_magnus", True, False, "thigh-inner-hands"),
        ("tensor_fasciae_latae", True, False, "tfl-ball-wall"),
        ("gluteus_medius", True, False, "glute-ball"),
    ],
)
def test_the_routine_follows_the_table(place: str, gentle: bool, swap: bool, routine: str | None) -> None:
    found = ranked(RULES.knots[place], LIBRARY.routines, gentle=gentle, swap=swap)
    assert (found[0].id if found else None) == routine


def test_an_unshipped_first_choice_falls_back_on_the_other_one() -> None:
    few = {"calf-outer-thumbs": THUMBS}
    assert ranked(RULES.knots[UPPER], few, gentle=False, swap=False) == (THUMBS,)


def test_a_gentle_day_never_gets_the_demanding_routine_for_want_of_another() -> None:
    few = {"calf-outer-ball": CALF}
    assert ranked(RULES.knots[UPPER], few, gentle=True, swap=False) == ()


def test_both_choices_are_ranked_each_once() -> None:
    rule = RULES.knots[UPPER]
    assert ranked(rule, LIBRARY.routines, gentle=False, swap=False) == (CALF, THUMBS)
    assert ranked(rule, LIBRARY.routines, gentle=False, swap=True) == (THUMBS, CALF)
    only = RULES.knots["vastus_lateralis"]
    quads = LIBRARY.routines["quad-hip-calm"]
    assert ranked(only, LIBRARY.routines, gentle=True, swap=True) == (quads,)


def test_a_chair_and_a_wall_are_always_at_hand_a_roller_is_not() -> None:
    tools, balls = LIBRARY.vocabulary.tools, frozenset({"tennis_ball"})
    sweep = LIBRARY.routines["calf-sweep-roller"]
    assert missing(sweep, None, tools) == ()
    assert [need.role for need in missing(sweep, balls, tools)] == ["roller"]
    assert missing(LIBRARY.routines["glute-ball"], balls, tools) == ()
    assert missing(THUMBS, balls, tools) == ()


def test_a_lock_of_the_lower_leg_forbids_a_routine_that_also_presses_there() -> None:
    lock = LIBRARY.screening.locks["nopress:lower_leg"]
    evening, chair = LIBRARY.routines["evening-12"], LIBRARY.routines["ham-chair-ball"]
    block = target_block(evening, LIBRARY.places, tuple(Side), (lock,), spot_is_clear=True)
    assert block is not None
    assert block.why is Hindrance.LOCKED
    assert target_block(chair, LIBRARY.places, tuple(Side), (lock,), spot_is_clear=True) is None


def test_hands_count_as_a_soft_tool() -> None:
    tools = LIBRARY.vocabulary.tools
    assert {r.id for r in PRESSING if not is_soft(r, tools)} == {"calf-sweep-roller", "quad-hip-calm"}
    need = replace(CALF.tools[0], any_of=("massage_ball",))
    assert not is_soft(replace(CALF, tools=(need,)), tools)


def test_priority_weighs_tenderness_and_size() -> None:
    assert priority(RULES, story(6, size=Size.GOLF_BALL)) == 1.5 * 9
    assert priority(RULES, story(6)) == 1.5 * 6


# ---------------------------------------------------------------- time
def test_no_spot_is_pressed_twice_a_day() -> None:
    block = time_block(CALF, UPPER, LegFacts(pressed_today=frozenset({UPPER})), NOW)
    assert block is not None
    assert (block.why, block.place) == (Hindrance.PRESSED_TODAY, UPPER)


def test_a_routine_is_not_played_over_a_place_pressed_today() -> None:
    seam = LIBRARY.routines["ham-itb-seam"]
    facts = LegFacts(pressed_today=frozenset({"biceps_femoris_long"}))
    block = time_block(seam, "itb_hamstring_interface", facts, NOW)
    assert block is not None
    assert block.place == "biceps_femoris_long"


def test_a_routine_waits_its_own_hours() -> None:
    seam = LIBRARY.routines["ham-itb-seam"]
    facts = LegFacts(played_at={"ham-itb-seam": NOW - timedelta(hours=47)})
    block = time_block(seam, "itb_hamstring_interface", facts, NOW)
    assert block is not None
    assert (block.why, block.until) == (Hindrance.HOURS, NOW + timedelta(hours=1))
    assert time_block(seam, "itb_hamstring_interface", facts, NOW + timedelta(hours=1)) is None


def test_minutes_count_both_legs_and_half_doses() -> None:
    assert minutes_of(CALF, 2, Dose.FULL) == 9
    assert minutes_of(CALF, 1, Dose.FULL) == 297 / 60
    assert minutes_of(CALF, 1, Dose.HALF) == 223 / 60  # checks and rests stay whole
