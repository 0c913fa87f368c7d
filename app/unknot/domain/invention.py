"""Invents a history: weeks of fading knots, sessions and runs, and a new flare-up now and then.

Nothing here is a claim about what practice does. The curves are made to look like a person's, with
noise, bad weeks and gaps.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from uuid import UUID

import numpy as np
from msgspec import Struct, field
from msgspec.structs import replace

from unknot.domain.body import Place
from unknot.domain.cast import Cast, CastKnot
from unknot.domain.days import day_of
from unknot.domain.drill import Drill
from unknot.domain.invented_play import Player, Pressed, ScoreOf
from unknot.domain.invented_scores import Form, invented_score
from unknot.domain.knots import CheckOccasion, Knot, KnotCheck, KnotKind, KnotStory, Size
from unknot.domain.practice import Session
from unknot.domain.routine import Routine
from unknot.domain.runs import Run

SEASON_DAYS = 84  # after twelve weeks the trouble flares up again
_RUN_DAYS = {1: time(18, 10), 3: time(18, 20), 6: time(9, 30)}  # Monday is 0
_RELEASE_DAYS = frozenset({0, 1, 3, 5})
_DRILL_DAYS = frozenset({0, 2, 5})
_CHECK_DAY = 4
_CUE_RUNS, _FREE_RUNS = 4, 3  # runs with the same cue; runs without one at first
_LADDER = ((1.5, Size.NONE), (3.5, Size.PEA), (5.5, Size.MARBLE), (11.0, Size.GOLF_BALL))
_GONE = 0.9  # below this a knot is no longer found


class Invention(Struct, frozen=True):
    """Everything invented, ready to be kept."""

    stories: tuple[KnotStory, ...]
    sessions: tuple[Session, ...]
    runs: tuple[Run, ...]


class Shelf(Struct, frozen=True):
    """What an invented person can practise with."""

    places: Mapping[str, Place]
    routines: Mapping[str, Routine]
    drills: Mapping[str, Drill]


class _Lump(Struct):
    """A knot while its story is made up. `level` is how tender it is, with fractions."""

    cast: CastKnot
    knot: Knot
    level: float
    checks: list[KnotCheck] = field(default_factory=list)
    pressed_on: date | None = None


def invent(cast: Cast, shelf: Shelf, *, days: int, now: datetime, seed: int) -> Invention:
    """A history of that many days ending at `now`, the same for the same seed."""
    writer = _Writer(cast, shelf, now, np.random.default_rng(seed), np.random.default_rng((seed, 1)))
    first = day_of(now) - timedelta(days=days - 1)
    for number in range(days):
        writer.live(first + timedelta(days=number), number % SEASON_DAYS)
    return writer.result()


class _Writer:
    """`aside` gives scores, checks and cues: the rest of the story does not hang on them."""

    def __init__(
        self,
        cast: Cast,
        shelf: Shelf,
        now: datetime,
        rng: np.random.Generator,
        aside: np.random.Generator,
    ) -> None:
        self._cast = cast
        self._shelf = shelf
        self._now = now
        self._rng = rng
        self._aside = aside
        self._player = Player(rng, self._new_id)
        self._measuring = Player(aside, self._aside_id)
        self._checks: list[Session] = []
        self._open: list[_Lump] = []
        self._stories: list[KnotStory] = []
        self._sessions: list[Session] = []
        self._runs: list[Run] = []

    def live(self, day: date, season_day: int) -> None:
        """One day: the morning's question, a run, practice in the evening, the weekly look."""
        self._find(day, season_day)
        self._answer_in_the_morning(day)
        for lump in self._open:
            lump.level = max(0.3, lump.level - 0.05)
        weekday = day.weekday()
        if weekday in _RUN_DAYS and self._rng.random() < 0.92:
            self._run(self._at(day, _RUN_DAYS[weekday], 40), season_day)
        if season_day > 2 and weekday in _RELEASE_DAYS and self._rng.random() < 0.9:
            self._release(self._at(day, time(20, 0), 50))
        if season_day > 9 and weekday in _DRILL_DAYS and self._rng.random() < 0.85:
            self._drill(self._at(day, time(7, 15), 30), season_day)
        if season_day > 2 and weekday == _CHECK_DAY:
            self._measure(datetime.combine(day, time(7, 20), tzinfo=self._now.tzinfo), season_day)
        if weekday == 6:
            self._look_again(self._at(day, time(20, 30), 30))

    def result(self) -> Invention:
        """What was made up so far."""
        stories = [*self._stories, *(_story(lump) for lump in self._open)]
        return Invention(
            tuple(stories),
            tuple(sorted([*self._sessions, *self._checks], key=lambda session: session.started_at)),
            tuple(self._runs),
        )

    def _find(self, day: date, season_day: int) -> None:
        """What is found today; what is still there from the last bad time hurts as at first again."""
        still = {id(lump.cast): lump for lump in self._open}
        for number, cast in enumerate((self._cast.pain, *self._cast.knots)):
            if cast.after_days != season_day:
                continue
            level = float(np.clip(cast.tenderness + self._rng.normal(0, 0.4), 1.5, 8))
            at = self._at(day, time(19, 0), 5) + timedelta(minutes=4 * number)
            if id(cast) in still:
                still[id(cast)].level = level
            elif at <= self._now:
                kind = KnotKind.PAIN if cast is self._cast.pain else KnotKind.KNOT
                note = f"{cast.note} {self._cast.mark}".strip()
                knot = Knot(self._new_id(), kind, cast.place, cast.spot, at, note)
                self._open.append(_Lump(cast, knot, level))
                self._check(self._open[-1], at, cast.tenderness, size=cast.size)

    def _answer_in_the_morning(self, day: date) -> None:
        at = self._at(day, time(7, 30), 25)
        for lump in self._open:
            if lump.pressed_on == day - timedelta(days=1) and at <= self._now and self._rng.random() < 0.85:
                sore = self._score(lump.level * 0.5)
                self._check(lump, at, sore, occasion=CheckOccasion.NEXT_DAY, session=self._last_of(lump))

    def _run(self, at: datetime, season_day: int) -> None:
        week = season_day / 7
        pain = max(0.0, 6.8 - 0.75 * week + self._rng.normal(0, 0.9))
        minutes = float(np.clip(round(26 + 1.8 * week + self._rng.normal(0, 4)), 15, 75))
        if at + timedelta(minutes=minutes) > self._now:
            return
        hurts = pain >= 0.8
        worst = max(1, self._score(pain)) if hurts else 0
        onset = float(np.clip(0.35 + 0.06 * week + self._rng.normal(0, 0.08), 0.15, 0.95)) * minutes
        later = at + timedelta(hours=14) <= self._now  # the next morning has come
        note = str(self._rng.choice(np.array(self._cast.run_notes))) if self._rng.random() < 0.5 else ""
        cue, kept = self._cue(week)
        self._runs.append(
            Run(
                id=self._new_id(),
                started_at=at,
                minutes=minutes,
                distance_km=round(minutes / float(self._rng.uniform(5.7, 6.4)), 2),
                pain_free=not hurts,
                onset_min=float(round(onset)) if hurts else None,
                worst_pain=worst,
                next_morning=max(0, worst - int(self._rng.integers(3, 6))) if later else None,
                calf=self._score(max(0.0, 3 - 0.3 * week)),
                heel_cord=self._score(0.4),
                note=f"{note} {self._cast.mark}".strip(),
                focus_cue=cue,
                focus_kept=kept,
            )
        )
        for lump in self._open:
            lump.level = min(8.0, lump.level + float(self._rng.uniform(0, 0.12)))

    def _release(self, at: datetime) -> None:
        able = [
            lump for lump in self._open if lump.cast.routine in self._shelf.routines and lump.level >= 1.5
        ]
        for number, lump in enumerate(sorted(able, key=lambda lump: -lump.level)[:2]):
            routine = self._shelf.routines[lump.cast.routine]
            before = min(8, self._score(lump.level))
            after = max(0, before - int(self._rng.choice([0, 1, 1, 2, 2, 3])))
            ceiling = min(routine.pressure_ceiling, 4 if before >= 7 else 5)
            if lump.cast.place in self._shelf.places:
                ceiling = min(ceiling, self._shelf.places[lump.cast.place].max_pressure_pain)
            pressed = Pressed(lump.knot.id, lump.cast.place, lump.cast.side, ceiling, before, after)
            session = self._player.release(routine, pressed, at + timedelta(minutes=8 * number))
            if session.ended_at is None or session.ended_at > self._now:
                continue
            self._sessions.append(session)
            self._checks_of(session, lump)
            lump.level = max(0.3, lump.level - lump.cast.fades * float(self._rng.uniform(0.1, 0.45)))
            lump.pressed_on = at.date()

    def _checks_of(self, session: Session, lump: _Lump) -> None:
        """The ratings a session's own steps asked for, in their order: before, then after."""
        occasions = iter((CheckOccasion.BEFORE, CheckOccasion.AFTER))
        for step in session.steps:
            for value in step.values.values():
                occasion = next(occasions, None)
                if occasion is not None:
                    size = _size(value) if occasion is CheckOccasion.BEFORE else None
                    self._check(lump, step.ended_at, value, occasion=occasion, session=session.id, size=size)

    def _drill(self, at: datetime, season_day: int) -> None:
        names = [name for name in self._cast.drills if name in self._shelf.drills]
        if not names:
            return
        drill = self._shelf.drills[names[len(self._sessions) % len(names)]]
        session = self._player.drill(drill, self._scores(drill, season_day), at)
        if session.ended_at is not None and session.ended_at <= self._now:
            self._sessions.append(session)

    def _measure(self, at: datetime, season_day: int) -> None:
        """The checks of the week, one after the other."""
        for name in self._cast.checks:
            if name in self._shelf.drills:
                drill = self._shelf.drills[name]
                session = self._measuring.drill(drill, self._scores(drill, season_day), at)
                if session.ended_at is not None and session.ended_at <= self._now:
                    self._checks.append(session)
                    at = session.ended_at + timedelta(minutes=1)

    def _scores(self, drill: Drill, season_day: int) -> ScoreOf:
        form = Form(season_day, self._cast.pain.side)
        return lambda score, side: invented_score(drill, score, side, form, self._aside)

    def _cue(self, week: float) -> tuple[str, int | None]:
        """The cue of the next run and how often it came off; none at first, and now and then none said."""
        number = len(self._runs) - _FREE_RUNS
        if number < 0 or not self._cast.cues:
            return "", None
        cue = self._cast.cues[number // _CUE_RUNS % len(self._cast.cues)]
        kept = int(np.clip(round(0.8 + 0.3 * week + float(self._aside.normal(0, 0.8))), 0, 3))
        return cue, kept if self._aside.random() < 0.9 else None

    def _look_again(self, at: datetime) -> None:
        if at > self._now:
            return
        for lump in list(self._open):
            if lump.knot.kind is KnotKind.PAIN:
                lump.level = max(0.5, lump.level - float(self._rng.uniform(0.2, 0.9)))
            self._check(lump, at, self._score(lump.level), size=_size(lump.level) if lump.cast.size else None)
            if lump.level < _GONE and lump.knot.kind is KnotKind.KNOT:
                lump.knot = replace(lump.knot, closed_at=at)
                self._open.remove(lump)
                self._stories.append(_story(lump))

    def _check(
        self,
        lump: _Lump,
        at: datetime,
        tenderness: int,
        *,
        size: Size | None = None,
        occasion: CheckOccasion = CheckOccasion.RATING,
        session: UUID | None = None,
    ) -> None:
        lump.checks.append(KnotCheck(self._new_id(), lump.knot.id, at, tenderness, size, occasion, session))

    def _last_of(self, lump: _Lump) -> UUID | None:
        return next((s.id for s in reversed(self._sessions) if lump.knot.id in s.knot_ids), None)

    def _score(self, level: float) -> int:
        return int(np.clip(round(level + float(self._rng.normal(0, 0.4))), 0, 10))

    def _at(self, day: date, when: time, spread_min: int) -> datetime:
        minutes = int(self._rng.integers(0, spread_min))
        return datetime.combine(day, when, tzinfo=self._now.tzinfo) + timedelta(minutes=minutes)

    def _new_id(self) -> UUID:
        return UUID(bytes=self._rng.bytes(16), version=4)

    def _aside_id(self) -> UUID:
        return UUID(bytes=self._aside.bytes(16), version=4)


def _story(lump: _Lump) -> KnotStory:
    return KnotStory(lump.knot, tuple(sorted(lump.checks, key=lambda check: check.at)))


def _size(level: float) -> Size:
    return next(size for below, size in _LADDER if level < below)
