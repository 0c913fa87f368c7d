"""Chooses the routine for a knot, says why, and refuses with the reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject

from unknot.content.library import Library
from unknot.domain.body import Place, Side
from unknot.domain.days import day_of
from unknot.domain.knots import KnotStory, Size
from unknot.domain.own_ids import made_from
from unknot.domain.practice import Session
from unknot.domain.release_rules import (
    Block,
    Hindrance,
    Today,
    Why,
    ceiling,
    dose,
    is_gentle,
    is_soft,
    light_lock,
    lock_block,
    lowered_block,
    minutes_of,
    missing,
    needs_swap,
    place_block,
    priority,
    ranked,
    rating_block,
    target_block,
    time_block,
)
from unknot.domain.routine import Routine
from unknot.domain.screening import Lock
from unknot.domain.selection import Dose, KnotRule
from unknot.services.journal import Journal
from unknot.services.practice import Practice
from unknot.services.release_alone import StandingAlone, asks_about_lump
from unknot.services.release_fit import Fit
from unknot.services.release_words import other_leg_asks, other_leg_is_soft, reason, refusal, unknown_place
from unknot.services.screening import Screening
from unknot.services.session_facts import SessionFacts


def nobody_said() -> None:
    """For tools at hand: nobody said which, so all are thought to be."""


__all__ = ["Fit", "Release"]

_TRY_NEXT = (Hindrance.MINUTES, Hindrance.LOCKED)


class _Case(Struct, frozen=True):
    """One knot with everything that counts for it now."""

    story: KnotStory
    place: Place
    rule: KnotRule | None
    light: Lock | None
    sessions: tuple[datetime, ...]  # of this knot
    lowered: int
    today: Today
    dose: Dose
    why: Why

    @property
    def gentle(self) -> bool:
        """Whether only a gentle routine is for it."""
        return self.today.first_week or self.dose is Dose.HALF_GENTLE


class Release(QObject):
    """Answers what is for a knot today, by selection.toml, the answers to the questions and the history.

    It keeps nothing: ask again after Journal, Practice or Screening changed, and before a start.
    """

    def __init__(
        self,
        library: Library,
        journal: Journal,
        practice: Practice,
        screening: Screening,
        now: Callable[[], datetime],
        parent: QObject | None = None,
        *,
        at_hand: Callable[[], frozenset[str] | None] = nobody_said,
    ) -> None:
        super().__init__(parent)
        self._library, self._rules, self._at_hand = library, library.selection, at_hand
        self._journal, self._screening, self._now = journal, screening, now
        self._facts = SessionFacts(practice, library.routines, now, self)
        self._alone = StandingAlone(library, self._facts, screening, self._open_knots, self._today)

    def fit(self, story: KnotStory, *, spot_is_clear: bool = False) -> Fit:
        """The routine that is for this knot now, on its own leg."""
        return self._judge(story, None, (story.knot.spot.side,), spot_is_clear=spot_is_clear)

    def check(
        self,
        routine: Routine,
        story: KnotStory | None,
        sides: Sequence[Side] = (),
        *,
        spot_is_clear: bool = False,
    ) -> Fit:
        """The same for a routine and legs the user chose. One that stands alone needs no knot (None)."""
        if routine.stretch_only or story is None:
            return self._alone.fit(routine, spot_is_clear=spot_is_clear)
        legs = tuple(sides) or (story.knot.spot.side,)
        return self._judge(story, routine, legs, spot_is_clear=spot_is_clear)

    def both_legs(
        self, routine: Routine, story: KnotStory, *, spot_is_clear: bool = False
    ) -> tuple[Fit, KnotStory | None]:
        """The same for both legs, with the knot that the other leg would be pressed for, if one is marked.

        The more careful of both decides; where one may not be pressed now, the refusal is its own.
        """
        side = story.knot.spot.side
        legs = (side, side.other)
        own = self.check(routine, story, legs, spot_is_clear=spot_is_clear)
        other = next((one for one in self.candidates(routine) if one.knot.spot.side is side.other), None)
        theirs = own if other is None else self.check(routine, other, legs)
        if own.refusal or theirs.refusal:
            return own if own.refusal else theirs, other
        if theirs.lump_question and not own.lump_question:
            return Fit(None, refusal=other_leg_asks()), other
        soft_only = own.soft_only or theirs.soft_only
        if soft_only and not self.check(routine, story, spot_is_clear=spot_is_clear).soft_only:
            return Fit(None, refusal=other_leg_is_soft()), other
        careful = theirs if theirs.half and not own.half else own
        return replace(
            own,
            ceiling=min(own.ceiling, theirs.ceiling),
            dose=careful.dose,
            reason=careful.reason,
            soft_only=soft_only,
        ), other

    def candidates(self, routine: Routine) -> tuple[KnotStory, ...]:
        """The open knots this routine can be used for, the most worth doing first."""
        stories = [story for story in self._open_knots() if self._serves(routine, story.knot.place)]
        return tuple(sorted(stories, key=self._priority, reverse=True))

    def stands_alone(self, routine: Routine) -> bool:
        """Whether it is offered for an occasion, or only stretches, and not for one knot."""
        return routine.stretch_only or self._rules.occasion(routine.id) is not None

    def due(self) -> tuple[tuple[KnotStory, Fit], ...]:
        """What can be done today: the best knot of each group in the order of a session, then the rest.

        A session holds what the minutes of the day allow together, its closing stretch besides.
        """
        stories = sorted(self._open_knots(), key=self._priority, reverse=True)
        fits = [(story, self.fit(story)) for story in stories]
        left = [pair for pair in fits if pair[1].routine is not None and not pair[1].refusal]
        session: list[tuple[KnotStory, Fit]] = []
        minutes = self._today().minutes_left - self._rules.session_end.minutes
        for group in self._rules.session_order:
            best = next((pair for pair in left if self._group(pair[0]) == group), None)
            if best is None or len(session) >= self._rules.max_places_per_session:
                continue
            needed = best[1].seconds / 60
            if needed <= minutes or not session:
                session.append(best)
                minutes -= needed
        return (*session, *(pair for pair in left if pair not in session))

    def occasions_due(self) -> tuple[Fit, ...]:
        """Routines that stand alone and have their day: both legs at once, measuring all knots anew."""
        return self._alone.due(self.due())

    def ending(self, session: Session) -> Fit:
        """The stretch that closes a session, and the legs it is for; no routine where there is none."""
        return self._alone.ending(session)

    def worked(self, session: Session) -> tuple[Side, ...]:
        """The legs that a session really pressed."""
        return self._facts.worked(session)

    def ceiling_for(
        self, routine: Routine, story: KnotStory, tenderness: int, *, without: UUID | None = None
    ) -> int:
        """The ceiling after a rating just before the first press; 0: no pressing today.

        `without` is the session that is on: what was too much in it, its player knows.
        """
        place = self._library.places[story.knot.place]
        side = story.knot.spot.side
        light = light_lock(place, side, self._screening.locks())
        lowered = self._facts.leg(place.id, side, without=without).lowered
        return ceiling(self._rules, routine, place, tenderness, light=light, lowered=lowered)

    # ------------------------------------------------------------- inside
    def _judge(
        self, story: KnotStory, chosen: Routine | None, legs: Sequence[Side], *, spot_is_clear: bool
    ) -> Fit:
        place = self._library.places.get(story.knot.place)
        today = self._today()
        if place is None:
            return Fit(None, refusal=unknown_place())
        case = self._case(story, place, today, legs)
        locks = self._screening.locks()
        block = place_block(story, place)
        for leg in legs:
            block = block or lock_block(place, leg, locks, spot_is_clear=spot_is_clear)
        permission = self._screening.may("press")
        if block is None and not permission.allowed and not permission.needs_questions:
            return Fit(None, refusal=permission.reason)
        if case.rule is None:
            block = block or Block(Hindrance.NOT_YET)
        block = block or rating_block(self._rules, story, today.now, case.sessions)
        if block is not None:
            return self._refused(case, block)
        found, block = self._choices(case, chosen)
        routine: Routine | None = None
        if block is None:
            routine, block = self._first_open(case, found, legs, spot_is_clear=spot_is_clear)
        if routine is None:
            fit = self._refused(case, block or Block(Hindrance.NOT_YET))
            return replace(fit, alternative=self._other(case, chosen or next(iter(found), None)))
        return self._fitted(replace(case, why=self._why(case, routine, found)), routine)

    def _fitted(self, case: _Case, routine: Routine) -> Fit:
        most = ceiling(
            self._rules,
            routine,
            case.place,
            case.story.latest.tenderness,
            light=case.light,
            lowered=case.lowered,
        )
        grapefruit = case.story.size is Size.GRAPEFRUIT and case.today.first_week
        return Fit(
            routine=routine,
            ceiling=most,
            dose=case.dose,
            reason=reason(case.why, case.story, case.place, most, len(case.sessions)),
            lump_question=asks_about_lump(self._screening, case.story),
            soft_only=grapefruit or (case.light is not None and case.light.soft),
            alternative=self._other(case, routine),
        )

    def _refused(self, case: _Case, block: Block) -> Fit:
        sentence = refusal(block, case.story, case.place, self._library.places, case.today.now)
        return Fit(
            routine=None,
            dose=case.dose if case.dose is Dose.SKIP else Dose.NONE,
            refusal=sentence,
            spot_question=block.why is Hindrance.LOCKED_SPOT,
            spot_cm=0.0 if block.lock is None else block.lock.radius_cm,
        )

    def _case(self, story: KnotStory, place: Place, today: Today, legs: Sequence[Side]) -> _Case:
        """`light` and `lowered` are the most careful of the legs."""
        locks = self._screening.locks()
        lights = [lock for lock in (light_lock(place, leg, locks) for leg in legs) if lock is not None]
        light = min(lights, key=_firmest, default=None)
        sessions = self._facts.of_knot(story.knot.id)
        lowered = max(self._facts.leg(place.id, leg).lowered for leg in legs)
        much, why = dose(
            self._rules, story, sessions, light=light, first_week=today.first_week, lowered=lowered
        )
        rule = self._rules.knots.get(place.id)
        return _Case(story, place, rule, light, sessions, lowered, today, much, why)

    def _today(self) -> Today:
        now = self._now()
        first = self._facts.first_day()
        pace = self._rules.pace
        return Today(
            now=now,
            first_week=first is None or (day_of(now) - first).days < pace.first_week_days,
            minutes_left=max(0.0, pace.day_minutes - self._facts.minutes_on(day_of(now))),
        )

    def _choices(self, case: _Case, chosen: Routine | None) -> tuple[tuple[Routine, ...], Block | None]:
        """The routines for a knot that may be pressed, the best first, or the one chosen if it is fit."""
        tools = self._library.vocabulary.tools
        rule, routines = case.rule, self._library.routines
        if rule is None:
            return (), Block(Hindrance.NOT_YET)
        if chosen is not None:
            if not self._serves(chosen, case.place.id):
                return (), Block(Hindrance.WRONG_ROUTINE)
            if case.gentle and not is_gentle(chosen, rule):
                return (), Block(Hindrance.GENTLE_ONLY)
            soft = case.light is None or is_soft(chosen, tools)
            return (chosen,), None if soft else Block(Hindrance.NO_SOFT_TOOL)
        swap = needs_swap(self._rules, case.story, case.sessions)
        found = ranked(rule, routines, gentle=case.gentle, swap=swap)
        if not found and case.gentle:
            week = case.today.first_week
            return (), Block(Hindrance.FIRST_WEEK if week else Hindrance.NO_GENTLE)
        if case.light is not None:
            found = tuple(routine for routine in found if is_soft(routine, tools))
        return found, None if found else Block(
            Hindrance.NOT_YET if case.light is None else Hindrance.NO_SOFT_TOOL
        )

    def _first_open(
        self, case: _Case, found: Sequence[Routine], legs: Sequence[Side], *, spot_is_clear: bool
    ) -> tuple[Routine | None, Block | None]:
        """The best one that nothing hinders, those first that need only what is at hand.

        The next one is tried where the minutes are too few or an answer forbids another place it presses;
        a place that has to rest, rests from all of them.
        """
        first: Block | None = None
        for routine in sorted(found, key=self._lacks):
            block = self._hindered(case, routine, legs, spot_is_clear=spot_is_clear)
            if block is None:
                return routine, None
            first = first or block
            if block.why not in _TRY_NEXT:
                break
        return None, first

    def _lacks(self, routine: Routine) -> bool:
        return bool(missing(routine, self._at_hand(), self._library.vocabulary.tools))

    def _why(self, case: _Case, routine: Routine, found: Sequence[Routine]) -> Why:
        """Why this one: what is careful decides first, then why it is not the first choice."""
        if routine is found[0] or case.why not in {Why.PLAIN, Why.SWAPPED}:
            return case.why
        return Why.TOOLS if self._lacks(found[0]) and not self._lacks(routine) else Why.SHORTER

    def _hindered(
        self, case: _Case, routine: Routine, legs: Sequence[Side], *, spot_is_clear: bool
    ) -> Block | None:
        places, locks = self._library.places, self._screening.locks()
        block = target_block(routine, places, legs, locks, spot_is_clear=spot_is_clear)
        return block or self._time(case, routine, legs)

    def _time(self, case: _Case, routine: Routine, legs: Sequence[Side]) -> Block | None:
        for leg in legs:
            facts = self._facts.leg(case.place.id, leg)
            most = ceiling(self._rules, routine, case.place, case.story.latest.tenderness, light=case.light)
            block = time_block(routine, case.place.id, facts, case.today.now)
            block = block or lowered_block(self._rules, most, facts, case.today.now)
            if block is not None:
                return block
        if minutes_of(routine, len(legs), case.dose) > case.today.minutes_left:
            return Block(Hindrance.MINUTES, count=round(self._rules.pace.day_minutes))
        return None

    def _other(self, case: _Case, routine: Routine | None) -> Routine | None:
        """Another shipped routine for the place that is gentle and soft enough."""
        rule = case.rule
        if rule is None:
            return None
        tools = self._library.vocabulary.tools
        names = [rule.else_routine, rule.routine]
        found = [self._library.routines[name] for name in names if name in self._library.routines]
        return next(
            (
                other
                for other in found
                if other is not routine
                and (not case.gentle or is_gentle(other, rule))
                and (case.light is None or is_soft(other, tools))
            ),
            None,
        )

    def _open_knots(self) -> list[KnotStory]:
        return [s for s in self._journal.knots(closed=False) if s.knot.kind.is_pressed]

    def _serves(self, routine: Routine, place: str) -> bool:
        rule = self._rules.knots.get(place)
        named = rule is not None and made_from(routine.id) in {rule.routine, rule.else_routine}
        return named or place in routine.targets

    def _priority(self, story: KnotStory) -> tuple[float, int, float]:
        """Weight and tenderness; on a tie the more tender, then what was pressed longest ago."""
        last = max(self._facts.of_knot(story.knot.id), default=None)
        rested = 0.0 if last is None else -last.timestamp()
        return priority(self._rules, story), story.latest.tenderness, rested

    def _group(self, story: KnotStory) -> str:
        rule = self._rules.knots.get(story.knot.place)
        return "" if rule is None else rule.group


def _firmest(lock: Lock) -> int:
    return lock.max_pressure_pain
