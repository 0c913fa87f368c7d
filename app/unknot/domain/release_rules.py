"""What may be pressed now, with which routine, how hard and how long: selection.toml as pure functions.

Sources: the tables of selection.toml (ceiling_by_tenderness, too_much, size_points, pace), the limits of
a place and the locks in regions.json. Words for the user are made elsewhere, from `Block` and `Why`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct, field

from unknot.domain.body import Place, Pressure, Side, Use
from unknot.domain.days import day_of
from unknot.domain.knots import CheckOccasion, KnotKind, KnotStory, Size
from unknot.domain.own_ids import made_from
from unknot.domain.routine import Routine, ToolNeed
from unknot.domain.screening import Lock
from unknot.domain.selection import Dose, KnotRule, SelectionRules
from unknot.domain.unfold import seconds_of
from unknot.domain.vocabulary import Tool

GENTLE_LEVEL = 1  # of a routine (format 1: 1 gentle, 2 regular, 3 demanding)
HANDS = "hands"  # a tool of the vocabulary


class Hindrance(StrEnum):
    """Why nothing can be pressed there now."""

    PAIN = "pain"  # the knee pain itself was marked
    SHARP = "sharp"  # sharp pain was marked
    UNKNOWN_KIND = "unknown_kind"  # a newer version marked it as what is not known here
    MARK_ONLY = "mark_only"  # the place is never pressed
    WINDOW = "window"  # the spot lies outside the heights that may be pressed
    LOCKED = "locked"  # an answer forbids it
    LOCKED_SPOT = "locked_spot"  # an answer forbids it near a spot that only the user knows
    NOT_YET = "not_yet"  # no shipped routine serves the place
    WRONG_ROUTINE = "wrong_routine"  # the chosen one presses elsewhere
    NO_SOFT_TOOL = "no_soft_tool"  # only light pressure is allowed
    TOO_TENDER = "too_tender"
    TOO_TENDER_TWICE = "too_tender_twice"
    LEAVE = "leave"  # hardly tender
    STUCK = "stuck"  # many sessions without a change
    WORSE = "worse"  # more sore after the last time: rest first
    LOWERED = "lowered"  # "too much" so often that nothing is left of the ceiling
    PRESSED_TODAY = "pressed_today"
    HOURS = "hours"  # the routine's own hours between
    MINUTES = "minutes"  # the day's minutes do not hold it
    GENTLE_ONLY = "gentle_only"  # the chosen one is too demanding for today
    NO_GENTLE = "no_gentle"  # so tender, and the place has no gentle routine
    FIRST_WEEK = "first_week"  # the only routine there is not for the first week
    NOTHING_THERE = "nothing_there"  # no knot is marked where it presses
    AFTER_PRESSING = "after_pressing"  # measured before any pressing of the day


_NEVER = {KnotKind.PAIN: Hindrance.PAIN, KnotKind.SHARP: Hindrance.SHARP}


class Why(StrEnum):
    """The one reason that decided the dose or the routine, the most careful first."""

    LIGHT = "light"
    AFTER_WORSE = "after_worse"
    STRONG = "strong"  # 7-8 of 10
    FIRST_WEEK = "first_week"
    LOWERED = "lowered"
    SWAPPED = "swapped"
    TOOLS = "tools"  # the other choice needs what is not at hand
    SHORTER = "shorter"  # the other choice does not fit into what is left of the day's minutes
    BOTH_LEGS = "both_legs"
    ONE_LEG = "one_leg"
    BEFORE_RUN = "before_run"
    MAP_DAY = "map_day"
    CLOSING = "closing"  # the stretch after a session
    PLAIN = "plain"


class Block(Struct, frozen=True):
    """A hindrance with what its sentence needs: until when, which place, which answer, how often."""

    why: Hindrance
    until: datetime | None = None
    place: str = ""
    lock: Lock | None = None
    count: int = 0


class LegFacts(Struct, frozen=True):
    """What the history says about one leg, seen from one place on it."""

    pressed_today: frozenset[str] = frozenset()  # places
    played_at: Mapping[str, datetime] = field(default_factory=dict)  # last start by shipped id, versions too
    lowered: int = 0  # how often "too much" was pressed the last time on the place
    lowered_at: datetime | None = None


class Today(Struct, frozen=True):
    """What holds for the whole day."""

    now: datetime
    first_week: bool
    minutes_left: float


def priority(rules: SelectionRules, story: KnotStory) -> float:
    """Weight * (tenderness + size points), 0 for a place without a rule (selection.toml)."""
    rule = rules.knots.get(story.knot.place)
    points = rules.size_points[story.size or Size.NONE]
    return 0.0 if rule is None else rule.weight * (story.latest.tenderness + points)


def ceiling(
    rules: SelectionRules,
    routine: Routine,
    place: Place,
    tenderness: int,
    *,
    light: Lock | None = None,
    lowered: int = 0,
) -> int:
    """Felt pressure out of ten that is the most today: the lowest of all that limits it.

    The table of today's tenderness, the routine, the place, the lock for light pressure; then 1 less for
    each "too much" of the session before on that place, but not under `leave_below`: where less would be
    left, the place rests first (`lowered_block`). 0 where nothing may be pressed.
    """
    most = min(rules.band(tenderness).ceiling, routine.pressure_ceiling, place.max_pressure_pain)
    if light is not None:
        most = min(most, light.max_pressure_pain)
    return min(most, max(most - rules.too_much.lower_by * lowered, rules.too_much.leave_below))


def place_block(story: KnotStory, place: Place) -> Block | None:
    """Whether the place and the height of the spot may be pressed at all (regions.json)."""
    if not story.knot.kind.is_pressed:
        return Block(_NEVER.get(story.knot.kind, Hindrance.UNKNOWN_KIND))
    if place.use is not Use.PRESS or place.pressure is Pressure.NONE:
        return Block(Hindrance.MARK_ONLY)
    return None if place.may_press(story.knot.spot.v) else Block(Hindrance.WINDOW)


def lock_block(place: Place, side: Side, locks: Iterable[Lock], *, spot_is_clear: bool) -> Block | None:
    """Whether an answer forbids pressing there.

    A lock around a spot forbids everywhere until the user says that this knot lies farther away.
    """
    for lock in locks:
        if lock.forbids and lock.holds(place.part, side):
            return Block(Hindrance.LOCKED, lock=lock)
        if lock.forbids and lock.radius_cm and not spot_is_clear:
            return Block(Hindrance.LOCKED_SPOT, lock=lock)
    return None


def light_lock(place: Place, side: Side, locks: Iterable[Lock]) -> Lock | None:
    """The lock that allows only light pressure there, if any."""
    return next((lock for lock in locks if not lock.forbids and lock.holds(place.part, side)), None)


def rating_block(
    rules: SelectionRules, story: KnotStory, now: datetime, sessions: Sequence[datetime]
) -> Block | None:
    """Whether the ratings say to leave it alone now; `sessions` are the starts of those on this knot."""
    rest = timedelta(hours=rules.pace.rest_hours)
    ratings = [check for check in story.checks if check.occasion is not CheckOccasion.NEXT_DAY]
    strong = [check for check in ratings if rules.band(check.tenderness).dose is Dose.NONE]
    today = [check for check in strong if day_of(check.at) == day_of(now)]
    if strong and (today or strong[-1] is ratings[-1]):
        days = [day_of(check.at) for check in ratings]
        before = [c for c, day in zip(ratings, days, strict=True) if day < day_of(strong[-1].at)]
        twice = bool(before) and rules.band(before[-1].tenderness).dose is Dose.NONE
        why = Hindrance.TOO_TENDER_TWICE if twice else Hindrance.TOO_TENDER
        return Block(why, until=strong[-1].at + rest)
    if rules.band(story.latest.tenderness).dose is Dose.SKIP:
        return Block(Hindrance.LEAVE)
    worse = worse_at(rules, story)
    if worse is not None and now < worse + rest:
        return Block(Hindrance.WORSE, until=worse + rest)
    if len(sessions) >= rules.pace.stop_after and not is_better(rules, story):
        return Block(Hindrance.STUCK, count=len(sessions))
    return None


def worse_at(rules: SelectionRules, story: KnotStory) -> datetime | None:
    """When it was last found `worse_by` points or more over the rating before that session."""
    found: datetime | None = None
    base: int | None = None
    for check in story.checks:
        if check.occasion in {CheckOccasion.AFTER, CheckOccasion.NEXT_DAY}:
            if base is not None and check.tenderness - base >= rules.pace.worse_by:
                found = check.at
        else:
            base = check.tenderness
    return found


def is_better(rules: SelectionRules, story: KnotStory) -> bool:
    """Whether it changed for the better since it was found."""
    return story.first.tenderness - story.latest.tenderness >= rules.pace.better_by


def dose(
    rules: SelectionRules,
    story: KnotStory,
    sessions: Sequence[datetime],
    *,
    light: Lock | None,
    first_week: bool,
    lowered: int,
) -> tuple[Dose, Why]:
    """How much of a routine is for today, and the reason that decided it."""
    dose_today = rules.band(story.latest.tenderness).dose
    worse = worse_at(rules, story)
    half_once = worse is not None and not any(start > worse for start in sessions)
    if dose_today is Dose.FULL and (half_once or (light is not None and light.time_factor < 1)):
        dose_today = Dose.HALF
    if light is not None:
        return dose_today, Why.LIGHT
    if half_once:
        return dose_today, Why.AFTER_WORSE
    if dose_today is Dose.HALF_GENTLE:
        return dose_today, Why.STRONG
    if first_week:
        return dose_today, Why.FIRST_WEEK
    if lowered:
        return dose_today, Why.LOWERED
    if needs_swap(rules, story, sessions):
        return dose_today, Why.SWAPPED
    return dose_today, Why.PLAIN


def needs_swap(rules: SelectionRules, story: KnotStory, sessions: Sequence[datetime]) -> bool:
    """Whether so many sessions changed nothing that the other routine is tried."""
    return len(sessions) >= rules.pace.swap_after and not is_better(rules, story)


def ranked(
    rule: KnotRule, routines: Mapping[str, Routine], *, gentle: bool, swap: bool
) -> tuple[Routine, ...]:
    """The shipped routines for a knot, the best first; empty where none (or none gentle) is shipped."""
    first, other = routines.get(rule.routine), routines.get(rule.else_routine)
    found = [other, first] if swap else [first, other]
    if gentle:
        easier = routines.get(first.regress_to) if first is not None else None
        if easier is not None and rule.place not in easier.targets:
            easier = None
        found = [first if first is not None and first.level == GENTLE_LEVEL else None, other, easier]
    return tuple(dict.fromkeys(routine for routine in found if routine is not None))


def missing(
    routine: Routine, at_hand: frozenset[str] | None, tools: Mapping[str, Tool]
) -> tuple[ToolNeed, ...]:
    """What the routine needs and the user does not have; None: nobody said what is at hand.

    Hands, and what presses nothing (a chair, a wall, a towel), every home has.
    """
    if at_hand is None:
        return ()
    always = {tool.id for tool in tools.values() if tool.hardness == "none"} | {HANDS}
    return tuple(
        need
        for need in routine.tools
        if not need.optional and not (at_hand | always).intersection(need.any_of)
    )


def target_block(
    routine: Routine,
    places: Mapping[str, Place],
    legs: Iterable[Side],
    locks: Sequence[Lock],
    *,
    spot_is_clear: bool,
) -> Block | None:
    """Whether an answer forbids any place that the routine presses, not only the one it is played for."""
    for leg in legs:
        for target in routine.targets:
            if target in places:
                block = lock_block(places[target], leg, locks, spot_is_clear=spot_is_clear)
                if block is not None:
                    return block
    return None


def is_gentle(routine: Routine, rule: KnotRule | None) -> bool:
    """Whether it may be played in the first week and at 7-8: level 1, or the place's other choice."""
    return routine.level == GENTLE_LEVEL or (rule is not None and made_from(routine.id) == rule.else_routine)


def is_soft(routine: Routine, tools: Mapping[str, Tool]) -> bool:
    """Whether it can be done with hands or a soft tool: one is named, or nothing but hands presses."""
    hardness = {tools[tool].hardness for need in routine.tools for tool in need.any_of if tool in tools}
    return "soft" in hardness or hardness <= {"none"}


def lowered_block(rules: SelectionRules, most: int, facts: LegFacts, now: datetime) -> Block | None:
    """Rest after "too much" took the ceiling under `leave_below`; `most` is the ceiling without it."""
    left = most - rules.too_much.lower_by * facts.lowered
    if facts.lowered_at is None or not facts.lowered or left >= rules.too_much.leave_below:
        return None
    until = facts.lowered_at + timedelta(hours=rules.pace.rest_hours)
    return Block(Hindrance.LOWERED, until=until) if now < until else None


def time_block(routine: Routine, place: str, facts: LegFacts, now: datetime) -> Block | None:
    """No place is pressed twice a day, and a routine has its own hours between (both for one leg)."""
    again = facts.pressed_today & {place, *routine.targets}
    if again:
        return Block(Hindrance.PRESSED_TODAY, place=place if place in again else min(again))
    last = facts.played_at.get(made_from(routine.id))
    until = None if last is None else last + timedelta(hours=routine.hours_between)
    return Block(Hindrance.HOURS, until=until) if until is not None and now < until else None


def minutes_of(routine: Routine, legs: int, dose_today: Dose) -> float:
    """How long it takes for one leg or both."""
    return seconds_of(routine, legs, half=dose_today.is_half) / 60
