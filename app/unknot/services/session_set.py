"""Several items played as one session: which comes next, asked of the rules once more before it begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from unknot.domain.drill import Drill
from unknot.domain.knots import CheckOccasion, KnotStory
from unknot.domain.practice import Planned, Session, SessionEnd, SessionKind
from unknot.services.bundle import Services
from unknot.services.player import PlayerService
from unknot.services.preparing import Content
from unknot.services.release import Fit
from unknot.services.screening import What
from unknot.services.session_log import Summary
from unknot.services.stride import Stride

Begin = Callable[[], PlayerService]

_A_SET = timedelta(days=1)  # no set takes longer
_NOT_DONE = (SessionEnd.OPEN, SessionEnd.DISCARDED)


class Next(Struct, frozen=True):
    """What comes next in a set, by its name, and how to begin it."""

    title: str
    begin: Begin


class _Link(Struct, frozen=True):
    """Between two items of a set: what was played, and what comes after the one that begins."""

    before: Content | None
    set_id: UUID
    following: tuple[Planned, ...]


class SessionSet:
    """The items after the first, releases and drills alike, in the order in which they were asked for."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._wanted: tuple[Planned, ...] = ()

    def want(self, items: Sequence[Planned]) -> None:
        """These come after the first one."""
        self._wanted = tuple(items)

    @property
    def opens(self) -> tuple[What, ...]:
        """What the safety questions have to open for them."""
        return tuple("drill" if item.kind is SessionKind.DRILL else "press" for item in self._wanted)

    def planned(self, first: Planned) -> tuple[Planned, ...]:
        """The items to come after the first, as the rules choose them now.

        What is not for today is left out. The stretch follows the last that presses, for all their legs;
        where nothing is left to come, there is no set, and it has a page of its own.
        """
        coming = [item for item in map(self._now, self._wanted) if item is not None]
        if not coming:
            return ()
        items = [first, *coming]
        pressing = [place for place, item in enumerate(items) if self._ends_with_stretch(item)]
        if pressing:
            legs = dict.fromkeys(side for place in pressing for side in items[place].sides)
            stretch = Planned(self._services.library.selection.session_end.routine, tuple(legs))
            items.insert(pressing[-1] + 1, stretch)
        return tuple(items[1:])

    def next(self, session: Session) -> Next | None:
        """What follows a session that came to its end; None where nothing does."""
        following = session.following if session.came_to_its_end else ()
        for place, item in enumerate(following):
            link = _Link(self._before(session), session.set_id or session.id, following[place + 1 :])
            drills = item.kind is SessionKind.DRILL
            found = self._drill(item, link) if drills else self._release(item, link, session)
            if found is not None:
                return found
        return None

    def earlier(self, session: Session) -> tuple[Summary, ...]:
        """What was done in the same set before a session, oldest first."""
        if session.set_id is None or session.set_id == session.id:
            return ()
        recent = self._services.practice.sessions(session.started_at - _A_SET, with_steps=False)
        mine = [one for one in recent if one.set_id == session.set_id and one.id != session.id]
        return tuple(self._summary(one) for one in reversed(mine) if one.end not in _NOT_DONE)

    # ------------------------------------------------------------- inside
    def _now(self, item: Planned) -> Planned | None:
        """An item as the rules would have it now."""
        if item.kind is SessionKind.DRILL:
            return item if self._open_drill(item) is not None else None
        fit = self._fit(item)
        if fit.routine is None:
            return None
        return Planned(fit.routine.id, fit.sides or item.sides, item.knot_ids)

    def _ends_with_stretch(self, item: Planned) -> bool:
        routine = self._services.library.routines.get(item.content_id)
        if item.kind is SessionKind.DRILL or routine is None:
            return False
        holds_it = item.content_id in self._services.library.selection.session_end.inside
        return not (routine.measure_only or routine.stretch_only or holds_it)

    def _before(self, session: Session) -> Content | None:
        library = self._services.library
        contents = library.drills if session.kind is SessionKind.DRILL else library.routines
        return contents.get(session.content_id)

    def _open_drill(self, item: Planned) -> Drill | None:
        """A drill that no answer speaks against."""
        library, screening = self._services.library, self._services.screening
        drill = library.drills.get(item.content_id)
        if drill is None or not screening.may("drill").allowed:
            return None
        return None if screening.held_back(drill, library.vocabulary.contraindications) else drill

    def _drill(self, item: Planned, link: _Link) -> Next | None:
        """The weaker leg begins."""
        drill = self._open_drill(item)
        if drill is None:
            return None
        stride = Stride.of(self._services)
        leg = stride.weaker_leg()
        begin = partial(
            self._services.players.start_drill,
            drill,
            sides=() if leg is None else (leg, leg.other),
            bpm=stride.tempo(drill),
            set_id=link.set_id,
            after=link.before,
            following=link.following,
        )
        return Next(drill.title, begin)

    def _release(self, item: Planned, link: _Link, session: Session) -> Next | None:
        """A routine with what the rules say of it now."""
        stretches = item.content_id == self._services.library.selection.session_end.routine
        fit = self._stretch(session) if stretches else self._fit(item)
        if fit.routine is None:
            return None
        begin = partial(
            self._services.players.start_routine,
            fit.routine,
            sides=fit.sides or item.sides,
            knot_ids=item.knot_ids or tuple(story.knot.id for story in fit.stories),
            ceiling=fit.ceiling,
            half=fit.half,
            places=fit.places or None,
            set_id=link.set_id,
            after=link.before,
            following=link.following,
        )
        return Next(fit.routine.title, begin)

    def _stretch(self, session: Session) -> Fit:
        """For the legs that were really pressed in the whole set."""
        played = [*(summary.session for summary in self.earlier(session)), session]
        fits = [fit for fit in map(self._services.release.ending, played) if fit.routine is not None]
        legs = dict.fromkeys(side for fit in fits for side in fit.sides)
        return replace(fits[0], sides=tuple(legs)) if fits else Fit(None)

    def _fit(self, item: Planned) -> Fit:
        """What is for it now; no routine where something would have to be asked or forbids it."""
        services, none = self._services, Fit(None)
        if not services.screening.may("press").allowed:
            return none
        if item.knot_ids:
            story = services.journal.knot(item.knot_ids[0])
            fit = none if story is None or not story.knot.is_open else services.release.fit(story)
        else:
            routine = services.library.routines.get(item.content_id)
            fit = none if routine is None else services.release.check(routine, None)
        return none if fit.refusal or fit.lump_question or fit.spot_question else fit

    def _summary(self, session: Session) -> Summary:
        found = (self._services.journal.knot(knot_id) for knot_id in session.knot_ids)
        stories = [story for story in found if story is not None]
        before = _ratings(stories, session, CheckOccasion.BEFORE)
        return Summary(
            session, before, _ratings(stories, session, CheckOccasion.AFTER), session.done_s, session.end
        )


def _ratings(stories: Sequence[KnotStory], session: Session, occasion: CheckOccasion) -> dict[UUID, int]:
    """Per knot; of several the first before and the last after."""
    found: dict[UUID, int] = {}
    for story in stories:
        rated = [c for c in story.checks if c.session_id == session.id and c.occasion is occasion]
        if rated:
            found[story.knot.id] = rated[0 if occasion is CheckOccasion.BEFORE else -1].tenderness
    return found
