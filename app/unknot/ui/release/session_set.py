"""Several items played as one session: which comes next, asked of the rules once more before it begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from unknot.domain.body import Side
from unknot.domain.knots import KnotStory
from unknot.domain.practice import Planned, Session
from unknot.services.bundle import Services
from unknot.services.player import PlayerService, Summary
from unknot.services.release import Fit

Begin = Callable[[], PlayerService]


class SessionSet:
    """The items after the first. `earlier` are the summaries of those that are over, for the last page."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._knots: tuple[UUID, ...] = ()
        self.earlier: tuple[Summary, ...] = ()

    def plan(self, knots: Sequence[UUID]) -> None:
        """These knots come after the first one, in this order."""
        self._knots = tuple(knots)
        self.earlier = ()

    def keep(self, summary: Summary) -> None:
        """One item is over."""
        self.earlier = (*self.earlier, summary)

    def planned(self, first: Side) -> tuple[Planned, ...]:
        """The items to come, as the rules choose them now, and the stretch that closes a set.

        Knots that are not for today are left out; where nothing is left, there is no set. `first` is the
        leg of the first item.
        """
        items: list[Planned] = []
        for knot_id in self._knots:
            fit, story = self._fit(knot_id)
            if fit is not None and fit.routine is not None and story is not None:
                items.append(Planned(fit.routine.id, (story.knot.spot.side,), (knot_id,)))
        if not items:
            return ()
        legs = dict.fromkeys((first, *(side for item in items for side in item.sides)))
        return (*items, Planned(self._services.library.selection.session_end.routine, tuple(legs)))

    def next(self, session: Session) -> Begin | None:
        """How to begin what follows a session that was played to its end; None where nothing does."""
        players = self._services.players
        before = self._services.library.routines.get(session.content_id)
        following = list(session.following)
        while following:
            item = following.pop(0)
            fit = self._fit(item.knot_ids[0])[0] if item.knot_ids else self._stretch(session)
            if fit is not None and fit.routine is not None:
                begin = partial(players.start_routine, fit.routine, sides=item.sides, knot_ids=item.knot_ids)
                begin = partial(begin, ceiling=fit.ceiling, half=fit.half, places=fit.places or None)
                set_id = session.set_id or session.id
                return partial(begin, set_id=set_id, after=before, following=tuple(following))
        return None

    # ------------------------------------------------------------- inside
    def _fit(self, knot_id: UUID) -> tuple[Fit | None, KnotStory | None]:
        """What is for a knot now; None where something would have to be asked or forbids it."""
        story = self._services.journal.knot(knot_id)
        if story is None or not story.knot.is_open or not self._services.screening.may("press").allowed:
            return None, story
        fit = self._services.release.fit(story)
        shut = fit.refusal or fit.lump_question or fit.spot_question or fit.routine is None
        return (None if shut else fit), story

    def _stretch(self, session: Session) -> Fit | None:
        """The stretch, with no page before it: the hands are busy."""
        fit = self._services.release.ending(session)
        return None if fit.refusal else fit
