"""Starts sessions: a routine, a drill, or one that a crash cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from unknot.domain.body import Side
from unknot.domain.clock import Clock, uninterrupted
from unknot.domain.drill import Drill
from unknot.domain.drill_cues import cued
from unknot.domain.metronome import first_tempo
from unknot.domain.player import Player
from unknot.domain.practice import Planned, Session, SessionEnd, SessionKind
from unknot.domain.routine import Routine
from unknot.domain.spoken import Phrases
from unknot.domain.timeline import Timeline
from unknot.domain.unfold import unfold_drill, unfold_routine
from unknot.services.awake import Awake, SessionAwake
from unknot.services.journal import Journal
from unknot.services.pace import Pace
from unknot.services.player_service import PlayerService
from unknot.services.practice import Practice
from unknot.services.preparing import Content, Tools, Upcoming, introduced, picked_up, prepare_seconds
from unknot.services.session_log import SessionLog
from unknot.services.session_sound import Outlets, SessionSound
from unknot.services.settings import Settings
from unknot.services.speaker import Narrator, Renderer, Speaker

__all__ = ["PlayerFactory", "PlayerService"]

WAKE_MS = 200
_SAME_LENGTH_S = 0.5
_A_SET = timedelta(days=1)  # no set takes longer
IDLE_MS = 3 * 60 * 1000  # so long a sound woken for nothing stays awake


class PlayerFactory(QObject):
    """Makes the one running session. Starting another, or close(), lets go of the one before.

    `speaker` opens the sound for a session, `renderer` gives a voice that can be mixed into it, `narrator`
    one that speaks live, asked only where there is no renderer. Each may give None, and is asked first
    when a session starts, since they load slowly. A session is in the journal from its
    first moment: `start_routine` and `start_drill` raise KnownError if it cannot be written.
    """

    def __init__(
        self,
        routines: Mapping[str, Routine],
        drills: Mapping[str, Drill],
        journal: Journal,
        practice: Practice,
        settings: Settings,
        now: Callable[[], datetime],
        *,
        clock: Clock = uninterrupted,
        speaker: Callable[[], Speaker | None] | None = None,
        narrator: Callable[[], Narrator | None] | None = None,
        renderer: Callable[[], Renderer | None] | None = None,
        awake: Callable[[], Awake] | None = None,
        tools: Tools | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools: Tools = tools or {}
        self._said: tuple[UUID | None, set[str]] = (None, set())  # once in which set
        self._routines, self._drills = routines, drills
        self._journal, self._practice, self._settings = journal, practice, settings
        self._now, self._clock = now, clock
        self._open_speaker = speaker
        self._open_narrator = narrator
        self._awake = SessionAwake(awake)
        self._open_renderer = renderer
        self._running: PlayerService | None = None
        self._prepared: Speaker | None = None
        self._waking = QTimer(self, singleShot=True, interval=WAKE_MS)
        self._waking.timeout.connect(self._wake)
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._let_go)

    def prepare(self) -> None:
        """Wake sound and voice soon: a session may start, and a cold device takes a second to begin.

        Nothing happens at once, so that a page can appear first; unused, the sound is let go again.
        """
        if self._prepared is None and not self._waking.isActive():
            self._waking.start()

    def _wake(self) -> None:
        if self._open_speaker is not None:
            self._prepared = self._open_speaker()
            self._idle.start()
        self.voice_to_check()

    def _let_go(self) -> None:
        self._waking.stop()
        self._idle.stop()
        if self._prepared is not None:
            self._prepared.close()
            self._prepared = None

    def start_routine(
        self,
        routine: Routine,
        *,
        sides: Sequence[Side] = (),
        ceiling: int | None = None,
        knot_ids: Iterable[UUID] = (),
        places: Iterable[str] | None = None,
        half: bool = False,
        set_id: UUID | None = None,
        after: Content | None = None,
        following: Sequence[Planned] = (),
    ) -> PlayerService:
        """Begin a routine for the legs in `sides`, in that order (none: both, left first).

        `ceiling` is the one that Release.fit found (None: the routine's own); `knot_ids` are the knots
        its checks rate, each on its own leg; `places` what is pressed (None: the routine's targets). As
        part of a set it comes `after` something else, `set_id` is the set's, and `following` comes next.
        """
        self._leave()
        places = tuple(routine.targets if places is None else places)
        prepare_s = prepare_seconds(self._settings.choices.prepare_s, changes=after is not None)
        timeline = unfold_routine(routine, sides, half=half, places=places, prepare_s=prepare_s)
        if after is not None:
            timeline = introduced(timeline, routine, after, self._tools)
        presses = not (routine.measure_only or routine.stretch_only)
        own = routine.pressure_ceiling if presses else None
        session = self._practice.begin(
            SessionKind.RELEASE,
            routine.id,
            routine.title,
            sides=_legs(timeline),
            places=places,
            knot_ids=knot_ids,
            total_s=timeline.total,
            ceiling=own if ceiling is None or not presses else ceiling,
            prepare_s=prepare_s,
            half=half,
            set_id=set_id,
            following=following,
        )
        return self._made(session, timeline, routine)

    def start_drill(
        self,
        drill: Drill,
        *,
        sides: Sequence[Side] = (),
        bpm: float | None = None,
        set_id: UUID | None = None,
        after: Content | None = None,
        following: Sequence[Planned] = (),
    ) -> PlayerService:
        """Begin a drill; `bpm` None takes the drill's tempo, or that for the counted step rate.

        A leg that `sides` names a second time, after both, gets one set more. The rest is as for a routine.
        """
        self._leave()
        prepare_s = prepare_seconds(self._settings.choices.prepare_s, changes=after is not None)
        if bpm is None and drill.metronome_bpm is not None:
            bpm = first_tempo(drill.metronome_bpm, self._settings.choices.step_rate_spm)
        timeline = unfold_drill(drill, sides, prepare_s=prepare_s)
        timeline = cued(timeline, drill, self._done_before(drill), bpm)
        if after is not None:
            timeline = introduced(timeline, drill, after, self._tools)
        session = self._practice.begin(
            SessionKind.DRILL,
            drill.id,
            drill.title,
            sides=_turns(timeline),
            places=(),
            knot_ids=(),
            total_s=timeline.total,
            bpm=None if drill.metronome_bpm is None else bpm,
            prepare_s=prepare_s,
            set_id=set_id,
            following=following,
        )
        return self._made(session, timeline, drill)

    def can_resume(self, session: Session) -> bool:
        """Whether what it played is still here, in the same length."""
        return self._found(session) is not None

    def resume(self, session: Session, *, most: int | None = None) -> PlayerService | None:
        """Rebuild a session that was cut off, ready to go on where it was; None if that cannot be.

        `most` is the pressure that the ratings given since its start allow, before what was too much.
        """
        self._leave()
        found = self._found(session)
        if found is None:
            return None
        timeline, content = found
        before = self._before(session)
        if before is not None:
            timeline = introduced(timeline, content, before, self._tools)
        return self._made(session, timeline, content, most=most)

    @property
    def clock(self) -> Clock:
        """The clock that sessions are played by."""
        return self._clock

    def speaker_to_check(self) -> Speaker | None:
        """A speaker of its own for the sound check; the caller closes it. None without a device."""
        return None if self._open_speaker is None else self._open_speaker()

    def voice_to_check(self) -> tuple[Narrator | None, Renderer | None]:
        """The voice, for the sound check: a live one only where nothing renders speech."""
        renderer = self.renderer()
        live = renderer is None and self._open_narrator is not None
        return (self._open_narrator() if live and self._open_narrator is not None else None), renderer

    def renderer(self) -> Renderer | None:
        """What renders speech ahead, None where nothing does."""
        return None if self._open_renderer is None else self._open_renderer()

    def voice_names(self) -> tuple[str, ...]:
        """The voices that can be chosen, as far as they are known."""
        narrator, renderer = self.voice_to_check()
        voice = renderer or narrator
        return () if voice is None else voice.voices

    def outputs(self) -> tuple[tuple[str, str], ...]:
        """(id, name) of every sound output, the system's own choice first."""
        if self._open_speaker is None:
            return ()
        from unknot.services.sound_look import output_choices  # noqa: PLC0415  # optional, loads slowly

        try:
            return output_choices()
        except ImportError:
            return ()

    @property
    def running(self) -> PlayerService | None:
        """The session of now, or the last one."""
        return self._running

    def close(self) -> None:
        """Let go of a running session and of the sound; it stays open and is offered at the next start."""
        self._leave()
        self._let_go()
        self._awake.close()

    def _leave(self) -> None:
        if self._running is not None:
            if self._prepared is None:
                self._prepared = self._running.hand_over()  # still awake
            self._running.close()
            self._running.deleteLater()
            self._awake.release()
            self._running = None

    def _found(self, session: Session) -> tuple[Timeline, Content] | None:
        content, prepare_s = self._content(session.kind, session.content_id), session.prepare_s
        if isinstance(content, Drill):
            timeline = unfold_drill(content, session.sides, prepare_s=prepare_s)
            timeline = cued(timeline, content, self._done_before(content, session), session.bpm)
            return (timeline, content) if _is_as_long(timeline, session) else None
        if content is None:
            return None
        for half in dict.fromkeys((session.half, True)):
            timeline = unfold_routine(  # `half` was not always written down
                content, session.sides, half=half, places=session.places, prepare_s=prepare_s
            )
            if _is_as_long(timeline, session):
                return timeline, content
        return None

    def _done_before(self, drill: Drill, session: Session | None = None) -> int:
        """How often it was done, before a session of it; its cues fade with that."""
        done = self._practice.sessions(with_steps=False)
        return sum(
            one.content_id == drill.id
            and one.kind is SessionKind.DRILL
            and one.end not in {SessionEnd.OPEN, SessionEnd.DISCARDED}
            and (session is None or one.started_at < session.started_at)
            for one in done
        )

    def _upcoming(self, session: Session, content: Content) -> Upcoming | None:
        """What follows in the same set, as far as it is known now; None where nothing does."""
        coming: list[Content] = []
        seconds = 0.0
        for item in session.following:
            one = self._content(item.kind, item.content_id)
            if one is not None:
                seconds += _whole(one, item.sides).total + prepare_seconds(
                    self._settings.choices.prepare_s, changes=True
                )
                coming.append(one)
        if not coming:
            return None
        return Upcoming(coming[0].title, picked_up(coming[0], content, self._tools), seconds)

    def _content(self, kind: SessionKind, content_id: str) -> Content | None:
        return (self._drills if kind is SessionKind.DRILL else self._routines).get(content_id)

    def _before(self, session: Session) -> Content | None:
        """What was played before a session in its set."""
        if session.set_id is None:
            return None
        recent = self._practice.sessions(session.started_at - _A_SET, with_steps=False)  # newest first
        mine = (one for one in recent if one.set_id == session.set_id and one.started_at < session.started_at)
        last = next(mine, None)
        return None if last is None else self._content(last.kind, last.content_id)

    def _said_in(self, session: Session) -> set[str]:
        """What was told once, in a whole set."""
        if session.set_id is None or session.set_id != self._said[0]:
            self._said = (session.set_id, set())
        return self._said[1]

    def _take_speaker(self) -> Speaker | None:
        self._waking.stop()
        self._idle.stop()
        speaker, self._prepared = self._prepared, None
        if speaker is None and self._open_speaker is not None:
            speaker = self._open_speaker()
        return speaker

    def _outlets(self) -> Outlets:
        return Outlets(self._take_speaker(), *self.voice_to_check(), self._open_speaker)

    def _phrases(self) -> Phrases:
        """The voice's own words."""
        return Phrases(
            next=self.tr("Next: {cue}"),
            next_tool=self.tr("Next, take the {tool}: {cue}"),
            halfway=self.tr("Halfway."),
            ten=self.tr("Ten seconds."),
            counts=(self.tr("Three."), self.tr("Two."), self.tr("One.")),
            sides=((Side.LEFT, self.tr("Left leg.")), (Side.RIGHT, self.tr("Right leg."))),
        )

    def _made(
        self, session: Session, timeline: Timeline, content: Content, *, most: int | None = None
    ) -> PlayerService:
        ceiling = session.ceiling
        if ceiling is not None:
            ceiling = max(0, (ceiling if most is None else min(ceiling, most)) - session.lowered)
        player = Player(
            timeline,
            ceiling,
            lowered=session.lowered,
            position=session.position_s,
            done_s=session.done_s,
        )
        steps = {step.id: step for step in content.steps}
        log = SessionLog(session, steps, self._practice, self._journal, self._now)
        then = self._upcoming(session, content)
        sound = SessionSound(
            player,
            Pace(self._clock),
            self._outlets(),
            self._settings.choices,
            self._phrases(),
            session.bpm,
            then=then,
        )
        breathing = content.breathing if isinstance(content, Routine) else None
        service = PlayerService(
            player,
            log,
            sound,
            breathing,
            self,
            then=then,
            said=self._said_in(session),
        )
        self._settings.changed.connect(service.take_choices)
        service.state_changed.connect(self._awake.follow)
        self._running = service
        return service


def _whole(content: Content, sides: Sequence[Side]) -> Timeline:
    """As it is played by itself."""
    return unfold_drill(content, sides) if isinstance(content, Drill) else unfold_routine(content, sides)


def _turns(timeline: Timeline) -> tuple[Side, ...]:
    """The legs as they are played, one that comes again named again."""
    return tuple(block.side for block in timeline.blocks if block.side is not None)


def _is_as_long(timeline: Timeline, session: Session) -> bool:
    return abs(timeline.total - session.total_s) < _SAME_LENGTH_S


def _legs(timeline: Timeline) -> tuple[Side, ...]:
    """The legs as they are played."""
    return tuple(dict.fromkeys(segment.side for segment in timeline.segments if segment.side is not None))
