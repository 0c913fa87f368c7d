"""Routines that no single knot asks for: measuring, both legs at once, before a run, the closing stretch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from msgspec.structs import replace

from unknot.content.library import Library
from unknot.domain.body import Side
from unknot.domain.knots import KnotStory, rung
from unknot.domain.own_ids import made_from
from unknot.domain.practice import Session
from unknot.domain.release_rules import (
    GENTLE_LEVEL,
    Block,
    Hindrance,
    Today,
    Why,
    ceiling,
    dose,
    light_lock,
    lock_block,
    lowered_block,
    minutes_of,
    rating_block,
    target_block,
    time_block,
)
from unknot.domain.routine import Routine
from unknot.domain.screening import Lock
from unknot.domain.selection import Dose, Occasion
from unknot.services.release_fit import Fit
from unknot.services.release_words import block_words, joint_reason, refusal
from unknot.services.screening import Screening
from unknot.services.session_facts import SessionFacts

RELEASE_PHASE = 2  # of plan.json; a routine not offered in it is not for the first week
CALF, HAMSTRING = "calf", "outer_hamstring"  # groups of selection.toml
_MIDDLING = 5  # of ten: the tenderness of a place without a knot, which limits nothing


class StandingAlone:
    """Fits them by the locks, the knots where they press, and what was done lately."""

    def __init__(
        self,
        library: Library,
        facts: SessionFacts,
        screening: Screening,
        open_knots: Callable[[], Sequence[KnotStory]],
        today: Callable[[], Today],
    ) -> None:
        self._library, self._rules = library, library.selection
        self._facts, self._screening = facts, screening
        self._open_knots, self._today = open_knots, today

    def fit(self, routine: Routine, *, spot_is_clear: bool = False) -> Fit:
        """What is for a routine without a knot now; none but those for an occasion can be had so."""
        permission = self._screening.may("stretch" if routine.stretch_only else "press")
        if not permission.allowed and not permission.needs_questions:
            return Fit(None, refusal=permission.reason)
        if routine.stretch_only:
            return Fit(routine, dose=Dose.FULL)
        occasion = self._rules.occasion(routine.id)
        if occasion is None:
            return Fit(None)
        if occasion is Occasion.MAP_DAY:
            return self._measuring(routine)
        return self._pressing(routine, occasion, spot_is_clear=spot_is_clear)

    def due(self, knots: Sequence[tuple[KnotStory, Fit]]) -> tuple[Fit, ...]:
        """Those that have their day, given what is due knot by knot."""
        found: list[Fit] = []
        for occasion, is_due in (
            (Occasion.BOTH_LEGS, self._both_legs_pass_the_minutes(knots)),
            (Occasion.MAP_DAY, self._is_map_day()),
        ):
            routine = self._library.routines.get(self._rules.occasions[occasion])
            fit = self.fit(routine) if routine is not None and is_due else None
            if fit is not None and not fit.refusal and (occasion is Occasion.MAP_DAY or len(fit.sides) > 1):
                found.append(fit)
        return tuple(found)

    def ending(self, session: Session) -> Fit:
        """The stretch that closes a session, with the legs it is for, or no routine.

        None where nothing was pressed, after a routine that holds the same stretches itself, and for a leg
        that was stretched not long ago.
        """
        end, now = self._rules.session_end, self._today().now
        routine = self._library.routines.get(end.routine)
        if routine is None or made_from(session.content_id) in end.inside:
            return Fit(None)
        legs = tuple(
            leg
            for leg in self._facts.worked(session)
            if time_block(routine, "", self._facts.leg("", leg), now) is None
        )
        fit = self.fit(routine)
        if not legs or fit.routine is None:
            return Fit(None)
        return replace(fit, sides=legs, reason=joint_reason(Why.CLOSING, self._rules.pace.map_days))

    # ------------------------------------------------------------- measuring
    def _measuring(self, routine: Routine) -> Fit:
        """All places that no answer forbids, on every leg that has one; before any pressing of the day."""
        locks, now = self._screening.locks(), self._today().now
        places = self._library.places
        open_on = {
            leg: {
                target
                for target in routine.targets
                if lock_block(places[target], leg, locks, spot_is_clear=True) is None
            }
            for leg in Side
        }
        legs = tuple(leg for leg in Side if open_on[leg])
        measured = tuple(t for t in routine.targets if all(t in open_on[leg] for leg in legs))
        facts = [self._facts.leg(target, leg) for target in routine.targets for leg in Side]
        block = Block(Hindrance.AFTER_PRESSING) if any(one.pressed_today for one in facts) else None
        block = block or next((b for one in facts if (b := time_block(routine, "", one, now))), None)
        if not legs or not measured:
            block = next(
                lock_block(places[target], leg, locks, spot_is_clear=True)
                for target in routine.targets
                for leg in Side
            )
        if block is not None:
            return Fit(None, refusal=block_words(block, places, now))
        return Fit(
            routine,
            dose=Dose.FULL,
            reason=joint_reason(Why.MAP_DAY, self._rules.pace.map_days),
            sides=legs,
            places=measured,
            stories=self._at(measured, legs),
        )

    def _is_map_day(self) -> bool:
        knots = self._open_knots()
        last = self._facts.last_start(self._rules.occasions[Occasion.MAP_DAY])
        since = last or min((story.knot.found_at for story in knots), default=None)
        days = timedelta(days=self._rules.pace.map_days)
        return bool(knots) and since is not None and self._today().now >= since + days

    # ------------------------------------------------------------- pressing
    def _pressing(self, routine: Routine, occasion: Occasion, *, spot_is_clear: bool) -> Fit:
        today, places = self._today(), self._library.places
        stories = self._at(routine.targets, tuple(Side))
        legs = tuple(dict.fromkeys(s.knot.spot.side for s in stories if self._is_sore(s)))
        if occasion is Occasion.BEFORE_RUN:
            legs = tuple(Side)
        stories = tuple(story for story in stories if story.knot.spot.side in legs)
        for story in stories:
            block = self._rated(routine, story, today)
            if block is not None:
                place = places[story.knot.place]
                return Fit(None, refusal=refusal(block, story, place, places, today.now))
        half = self._is_half(routine, stories, legs)
        block = self._block(routine, legs, today, half=half, spot_is_clear=spot_is_clear)
        if block is not None:
            return Fit(
                None,
                refusal=block_words(block, places, today.now),
                spot_question=block.why is Hindrance.LOCKED_SPOT,
                spot_cm=0.0 if block.lock is None else block.lock.radius_cm,
            )
        why = Why.BOTH_LEGS if len(legs) > 1 else Why.ONE_LEG
        if occasion is Occasion.BEFORE_RUN:
            why = Why.BEFORE_RUN
        return Fit(
            routine,
            ceiling=min(self._ceilings(routine, stories, legs)),
            dose=Dose.HALF if half else Dose.FULL,
            reason=joint_reason(why, self._rules.pace.map_days),
            lump_question=any(asks_about_lump(self._screening, story) for story in stories),
            soft_only=any(lock.soft for lock in self._lights(routine, legs)),
            sides=legs,
            stories=stories,
        )

    def _rated(self, routine: Routine, story: KnotStory, today: Today) -> Block | None:
        """Whether a knot where it presses says no; one that is hardly tender has no say."""
        block = rating_block(self._rules, story, today.now, self._facts.of_knot(story.knot.id))
        if block is not None and block.why is not Hindrance.LEAVE:
            return block
        strong = self._rules.band(story.latest.tenderness).dose is Dose.HALF_GENTLE
        return Block(Hindrance.GENTLE_ONLY) if strong and routine.level > GENTLE_LEVEL else None

    def _block(
        self, routine: Routine, legs: Sequence[Side], today: Today, *, half: bool, spot_is_clear: bool
    ) -> Block | None:
        if not legs:
            return Block(Hindrance.NOTHING_THERE)
        places, locks = self._library.places, self._screening.locks()
        block = target_block(routine, places, legs, locks, spot_is_clear=spot_is_clear)
        if block is None and today.first_week and not _suits_first_week(routine):
            block = Block(Hindrance.FIRST_WEEK)
        for leg in legs if block is None else ():
            for target in routine.targets:
                facts = self._facts.leg(target, leg)
                most = ceiling(self._rules, routine, places[target], _MIDDLING)
                block = block or time_block(routine, target, facts, today.now)
                block = block or lowered_block(self._rules, most, facts, today.now)
        minutes = minutes_of(routine, len(legs), Dose.HALF if half else Dose.FULL)
        if block is None and minutes > today.minutes_left:
            block = Block(Hindrance.MINUTES, count=round(self._rules.pace.day_minutes))
        return block

    def _is_half(self, routine: Routine, stories: Sequence[KnotStory], legs: Sequence[Side]) -> bool:
        lights = self._lights(routine, legs)
        doses = (
            dose(
                self._rules,
                story,
                self._facts.of_knot(story.knot.id),
                light=None,
                first_week=False,
                lowered=0,
            )
            for story in stories
        )
        return any(much.is_half for much, _why in doses) or any(lock.time_factor < 1 for lock in lights)

    def _ceilings(
        self, routine: Routine, stories: Sequence[KnotStory], legs: Sequence[Side]
    ) -> Iterator[int]:
        """Today's limit of each place it presses on each leg."""
        locks = self._screening.locks()
        for leg in legs:
            rated = {s.knot.place: s.latest.tenderness for s in stories if s.knot.spot.side is leg}
            for target in routine.targets:
                place = self._library.places[target]
                yield ceiling(
                    self._rules,
                    routine,
                    place,
                    max(rated.get(target, _MIDDLING), _MIDDLING),
                    light=light_lock(place, leg, locks),
                    lowered=self._facts.leg(target, leg).lowered,
                )

    def _both_legs_pass_the_minutes(self, knots: Sequence[tuple[KnotStory, Fit]]) -> bool:
        """Whether calf and hamstring of both legs, each by itself, are more than what is left of the day."""
        rules, minutes = self._rules, self._rules.session_end.minutes
        for group in (CALF, HAMSTRING):
            fits = {
                story.knot.spot.side: fit.routine
                for story, fit in reversed(knots)
                if story.knot.place in rules.knots and rules.knots[story.knot.place].group == group
            }
            both = [routine for routine in fits.values() if routine is not None]
            if len(both) < len(Side):
                return False
            minutes += max(routine.total_seconds for routine in both) / 60
        return minutes > self._today().minutes_left

    # ------------------------------------------------------------- inside
    def _at(self, places: Sequence[str], legs: Sequence[Side]) -> tuple[KnotStory, ...]:
        """Open knots there, the more tender first."""
        found = [s for s in self._open_knots() if s.knot.place in places and s.knot.spot.side in legs]
        return tuple(sorted(found, key=_tenderness, reverse=True))

    def _is_sore(self, story: KnotStory) -> bool:
        return self._rules.band(story.latest.tenderness).dose is not Dose.SKIP

    def _lights(self, routine: Routine, legs: Sequence[Side]) -> list[Lock]:
        places, locks = self._library.places, self._screening.locks()
        found = (light_lock(places[target], leg, locks) for target in routine.targets for leg in legs)
        return [lock for lock in found if lock is not None]


def asks_about_lump(screening: Screening, story: KnotStory) -> bool:
    """Whether the size went up to one that asks about a large lump since that was last answered."""
    lump = screening.questionnaire.lump
    sizes = [check for check in story.checks if check.size is not None]
    if not sizes or sizes[-1].size not in lump.sizes:
        return False
    grown = next(
        (
            after.at
            for before, after in zip(reversed(sizes[:-1]), reversed(sizes[1:]), strict=True)
            if before.size not in lump.sizes or rung(before.size) < rung(after.size)
        ),
        sizes[0].at,
    )
    answered = screening.given_at(lump.id)
    return answered is None or answered < grown


def _suits_first_week(routine: Routine) -> bool:
    return routine.level == GENTLE_LEVEL and RELEASE_PHASE in routine.phases


def _tenderness(story: KnotStory) -> int:
    return story.latest.tenderness
