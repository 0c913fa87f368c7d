"""Makes the player of a session, whatever it plays, with all it has to know of knots, rules and its set."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from unknot.domain.body import Side
from unknot.domain.knots import KnotStory, Size
from unknot.domain.practice import Session, SessionKind
from unknot.domain.routine import Routine
from unknot.services.bundle import Services
from unknot.services.player import PlayerService
from unknot.services.session_set import SessionSet
from unknot.services.stride import Stride
from unknot.ui.place_names import place_name
from unknot.ui.player.in_set import InSet
from unknot.ui.player.player_frame import PlayerFrame
from unknot.ui.side_words import leg_of
from unknot.ui.theme import Theme

ENDING = frozenset({"stop", "stop_spot", "stop_seek_help"})  # actions of stop rules that end a session


class SessionPlayers:
    """One for a window; `session_set` tells what a session stands between."""

    def __init__(self, services: Services, theme: Theme, session_set: SessionSet) -> None:
        self._services, self._theme, self._set = services, theme, session_set

    def player(self, service: PlayerService) -> PlayerFrame:
        """The player of a session."""
        drills = service.session.kind is SessionKind.DRILL
        return self._drill_player(service) if drills else self._routine_player(service)

    # ------------------------------------------------------------- inside
    def _drill_player(self, service: PlayerService) -> PlayerFrame:
        from unknot.ui.player.drill_player import DrillPlayer  # noqa: PLC0415  # loads when needed

        services = self._services
        drill = services.library.drills[service.session.content_id]
        player = DrillPlayer(
            service,
            drill,
            services.gait,
            self._theme,
            services.settings,
            scored=services.practice.scored,
            in_set=self._in_set(service.session),
        )
        player.picture.set_contrast(Stride.of(services).contrast(drill, services.gait))
        return player

    def _routine_player(self, service: PlayerService) -> PlayerFrame:
        from unknot.ui.player.routine_player import RoutinePlayer  # noqa: PLC0415  # loads when needed

        services, session = self._services, service.session
        routine, stories = services.library.routines[session.content_id], self._stories(session)
        sizes = services.library.vocabulary.sizes
        return RoutinePlayer(
            service,
            self._theme,
            services.settings,
            sizes=tuple((size, sizes[size].label) for size in Size if size in sizes),
            known={story.knot.spot.side: story.size for story in stories},
            gait=services.gait,
            ceiling_after=partial(self._ceiling_after, routine, tuple(stories), session.id),
            leave_below=services.library.selection.too_much.leave_below,
            stops=self._stops(routine),
            in_set=self._in_set(session),
        )

    def _in_set(self, session: Session) -> InSet:
        earlier = self._set.earlier(session)
        sessions = (*(summary.session for summary in earlier), session)
        stories = [story for one in sessions for story in self._stories(one)]
        names = {story.knot.id: self._name(story) for story in stories}
        return InSet(earlier, names, self._follows, self._presses)

    def _presses(self, session: Session) -> bool:
        return bool(self._services.release.worked(session))

    def _follows(self, session: Session) -> bool:
        """Whether more of a set follows; what the last item left may forbid the rest."""
        played = self._services.practice.session(session.id)
        return played is not None and self._set.next(played) is not None

    def _stops(self, routine: Routine) -> tuple[str, ...]:
        """The signs that end a session of this routine, in words."""
        rules = self._services.library.vocabulary.stop_rules
        found = (rules[name] for name in routine.stop_rules)
        return tuple(rule.text for rule in found if rule.action in ENDING)

    def _ceiling_after(
        self,
        routine: Routine,
        stories: tuple[KnotStory, ...],
        session_id: UUID,
        side: Side | None,
        score: int,
    ) -> int | None:
        """The pressure a rating just before the first press allows on that leg."""
        for story in stories:
            if side is None or story.knot.spot.side is side:
                return self._services.release.ceiling_for(routine, story, score, without=session_id)
        return None

    def _stories(self, session: Session) -> list[KnotStory]:
        found = (self._services.journal.knot(knot_id) for knot_id in session.knot_ids)
        return [story for story in found if story is not None]

    def _name(self, story: KnotStory) -> str:
        place = place_name(self._services.library.places, story.knot.place)
        return leg_of(place, story.knot.spot.side)
