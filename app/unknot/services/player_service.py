"""One running session: the player on a timer, with its sound, its voice and its journal."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from unknot.domain.choices import Choices
from unknot.domain.errors import KnownError
from unknot.domain.knots import Size
from unknot.domain.player import Player, PlayerState, Snapshot
from unknot.domain.player_events import (
    Changed,
    Countdown,
    Finished,
    Halfway,
    LastTen,
    Lowered,
    PlayerEvent,
    PromptDue,
    StepFinished,
    StepStarted,
)
from unknot.domain.practice import Session, SessionEnd
from unknot.domain.routine import Breathing
from unknot.domain.snapshot import breath_at
from unknot.domain.spoken import PAUSE_S
from unknot.domain.timeline import Timeline
from unknot.domain.tone import Tone, tone_of
from unknot.domain.unfold import wording
from unknot.services.preparing import Upcoming
from unknot.services.session_log import SessionLog, Summary
from unknot.services.session_sound import SessionSound, ring_seconds
from unknot.services.speaker import Speaker

TICK_MS = 33
_CALM_MS = 250  # so long before a change nothing is written, for a slow disk must not make it late
_PRESSING = (PlayerState.RUNNING, PlayerState.PAUSED)
LAST_TONE_MS = 1200  # so long the end may ring before the device is let go


class PlayerService(QObject):
    """A session from start to end. Every call is safe in every state; what makes no sense does nothing.

    `moved` comes about thirty times a second while it runs, and on every change. After `finished`, or
    after close(), no timer, thread or sound is left.
    """

    moved = Signal(object)  # Snapshot
    step_started = Signal(object)  # Segment
    state_changed = Signal(object)  # PlayerState
    prompted = Signal(str)  # what is being said, for the screen
    pulsed = Signal(str)  # role of a tone, for the visual pulse
    felt = Signal(int)  # the pain that was noted in a pressing step
    noticed = Signal(str)  # said once
    troubled = Signal(object)  # KnownError: something could not be written; None: by now it is
    finished = Signal(object)  # Summary

    def __init__(
        self,
        player: Player,
        log: SessionLog,
        sound: SessionSound,
        breathing: Breathing | None = None,
        parent: QObject | None = None,
        *,
        then: Upcoming | None = None,
        said: set[str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._then = then or Upcoming()  # what follows in the same set
        self._said: set[str] = set() if said is None else said  # also in what came before in it
        self._player, self._log, self._sound, self._breathing = player, log, sound, breathing
        self._size: Size | None = None
        self._trouble: KnownError | None = None
        self._state = player.state
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last_tone = QTimer(self, interval=LAST_TONE_MS, singleShot=True)
        self._last_tone.timeout.connect(self._let_go)
        self._check_words = QTimer(self, singleShot=True)
        self._check_words.timeout.connect(sound.say_rest)

    # ------------------------------------------------------------- what it is
    @property
    def session(self) -> Session:
        """The session as it began."""
        return self._log.session

    @property
    def timeline(self) -> Timeline:
        """All its steps."""
        return self._player.timeline

    @property
    def state(self) -> PlayerState:
        """What it is doing."""
        return self._player.state

    @property
    def breathing(self) -> Breathing | None:
        """The pacer of this routine."""
        return self._breathing

    @property
    def snapshot(self) -> Snapshot:
        """This very moment."""
        player, now = self._player, self._now()
        segment, following = player.segment, player.following
        position, total = player.position(now), player.timeline.total
        words = wording(player.timeline, segment, player.ceiling)
        next_cue, next_tool = self._then.title, self._then.tool
        if following is not None:
            next_cue = wording(player.timeline, following, player.ceiling).shown(following.step.cue)
            next_tool = player.timeline.picked_up(following)
        beats = self._sound.beats_at(position)
        return Snapshot(
            state=player.state,
            segment=segment,
            position=position,
            in_step=position - segment.start,
            left_in_step=segment.end - position,
            left_in_all=total - position + self._then.seconds,
            block=segment.block,
            fraction=position / total if total else 1.0,
            ceiling=player.ceiling,
            lowered=player.lowered,
            side=segment.side,
            cue=words.shown(segment.step.cue),
            text=words.shown(segment.step.text),
            next_segment=following,
            next_cue=next_cue,
            next_tool=next_tool,
            breath=breath_at(self._breathing, segment, position - segment.start),
            away_s=player.away_s,
            done_s=player.done_s(now),
            bpm=self._sound.bpm,
            beats=beats,
            beat_index=None if beats is None else int(beats),
            beat_fraction=None if beats is None else beats % 1.0,
            beat_phase=None if beats is None else (beats / 2) % 1.0,
        )

    # ------------------------------------------------------------- what the user does
    def start(self) -> None:
        """Begin."""
        self._do(self._player.start(self._now()), opening=True)

    def pause(self) -> None:
        """Hold the clock."""
        self._do(self._player.pause(self._now()))

    def resume(self) -> None:
        """Go on after a pause."""
        self._do(self._player.resume(self._now()))

    def toggle(self) -> None:
        """Start, pause, resume or go on, whichever fits."""
        actions = {
            PlayerState.READY: self.start,
            PlayerState.RUNNING: self.pause,
            PlayerState.PAUSED: self.resume,
            PlayerState.AWAY: self.go_on,
        }
        action = actions.get(self._player.state)
        if action is not None:
            action()

    def back(self) -> None:
        """Restart the step; within three seconds once more: to the step before."""
        self._do(self._player.back(self._now()), anew=True)

    def skip(self) -> None:
        """To the next step."""
        waited = self._player.state is PlayerState.WAITING
        self._do(self._player.skip(self._now()), anew=True, opening=waited)

    def finish_step(self) -> None:
        """The step is done, though it had time left."""
        self._do(self._player.finish_step(self._now()), anew=True)

    def jump(self, index: int) -> None:
        """To any step."""
        self._do(self._player.jump(index, self._now()), anew=True)

    def seek(self, seconds: float) -> None:
        """So many seconds on, or back where negative."""
        self._do(self._player.seek(seconds, self._now()), anew=True)

    def feel(self, pain: int) -> bool:
        """How much the pressed spot hurts at this moment, 1..10; whether there is one being pressed."""
        segment, now = self._player.segment, self._now()
        if not segment.step.presses or self._player.state not in _PRESSING:
            return False
        self._log.pressed(segment.index, self._player.position(now), pain)
        self._tell_trouble()
        self.felt.emit(pain)
        return True

    def answer(self, values: Mapping[str, int], size: Size | None = None) -> None:
        """Answer the check: score id -> value."""
        self._size = size
        opening = self._player.state is PlayerState.WAITING or self._player.segment.step.open_ended
        self._do(self._player.answer(values, self._now()), anew=opening, opening=opening)

    def skip_check(self) -> None:
        """Leave the check unanswered; it is kept as not rated."""
        if self._player.state is PlayerState.WAITING:
            self.skip()

    def too_much(self) -> None:
        """Pause and lower the ceiling by one."""
        self._do(self._player.too_much(self._now()))

    def cap(self, ceiling: int) -> None:
        """Press no firmer than this from here on; the ceiling never rises."""
        self._player.cap(ceiling)
        self.moved.emit(self.snapshot)

    def end(self, *, stopped: bool = False, values: Mapping[str, int] | None = None) -> None:
        """End here and keep what was done, and `values` of an open check. `stopped`: by a stop rule."""
        self._do(self._player.end(self._now(), stopped=stopped, values=values))

    def rate_after(self, values: Mapping[str, int]) -> None:
        """Keep what is rated after the end."""
        self._log.rated_after(values)
        self._tell_trouble()

    def go_on(self) -> None:
        """After being away: go on where it began."""
        self._do(self._player.go_on(self._now()))

    # ------------------------------------------------------------- its sound
    def repeat_cue(self) -> None:
        """Say the step again."""
        self._sound.say_again()
        self._say_check()

    def set_bpm(self, bpm: float) -> None:
        """Another tempo, from now on; the beat goes on without a jump."""
        if self._sound.set_bpm(bpm):
            self.moved.emit(self.snapshot)

    def set_metronome(self, on: bool) -> None:
        """Whether the beat sounds."""
        self._sound.set_metronome(on)

    def set_beeps(self, on: bool) -> None:
        """Whether the tones of the steps sound."""
        self._sound.set_beeps(on)

    def set_voice(self, on: bool) -> None:
        """Whether the cues are spoken."""
        self._sound.set_voice(on)

    def take_choices(self, choices: Choices) -> None:
        """Volume and delay of the speaker."""
        self._sound.take_choices(choices)

    def notice(self, sentence: str, about: str = "") -> None:
        """Tell the user something, once a session or set; `about` is the same for several wordings."""
        if sentence and (about or sentence) not in self._said:
            self._said.add(about or sentence)
            self.noticed.emit(sentence)

    def write_again(self) -> None:
        """Try to write what could not be written so far."""
        self._log.write_again()
        self._tell_trouble(anew=True)

    def hand_over(self) -> Speaker | None:
        """The sound's device, once the session is over and another one follows at once."""
        return self._sound.hand_over() if self._player.is_over else None

    def close(self) -> None:
        """Let go of timers and sound; a session that is still on can be resumed later."""
        self.pause()
        self._log.write_again()
        self._timer.stop()
        self._let_go()

    @property
    def lacking(self) -> tuple[bool, bool]:
        """Whether tones, and whether words, are wanted and cannot be heard."""
        return self._sound.lacks_sound, self._sound.lacks_words

    # ------------------------------------------------------------- inside
    def _now(self) -> float:
        return self._sound.pace.now()

    def _tick(self) -> None:
        self._do(self._player.tick(self._now()))
        now = self._now()
        place, end = self._player.position(now), self._player.segment.end
        if self._player.state is PlayerState.RUNNING and (end - place) * 1000 > _CALM_MS:
            self._log.passing(place, self._player.done_s(now))
            self._tell_trouble()
        left_ms = (min(end, self._sound.words_at) - self._player.position(self._now())) * 1000
        # to meet the change, or the moment of words, when it is due
        self._timer.setInterval(max(1, min(TICK_MS, math.ceil(left_ms))))

    def _do(self, events: list[PlayerEvent], *, anew: bool = False, opening: bool = False) -> None:
        """Act on what happened. `anew`: the position jumped, so the sound begins anew."""
        for event in events:
            self._take(event)
        self._sound.follow_state(anew=anew, opening=opening)
        state = self._player.state
        if opening and state is PlayerState.RUNNING:
            self.pulsed.emit(tone_of(self._player.segment).value)
        if state is not self._state:
            self._state = state
            self._timer.start() if state is PlayerState.RUNNING else self._timer.stop()
            self._say_check()
            if state in {PlayerState.PAUSED, PlayerState.AWAY}:
                self._log_position()
            self.state_changed.emit(state)
        if state is PlayerState.RUNNING:
            self._notice_silence()
        self._tell_trouble()
        self.moved.emit(self.snapshot)
        for event in events:
            if isinstance(event, Finished):
                self._finish(event.end)

    def _take(self, event: PlayerEvent) -> None:
        player = self._player
        match event:
            case StepFinished(segment):
                now = self._now()
                after = segment.end if player.segment is segment else player.position(now)
                self._log.step(event, after, player.done_s(now), self._size)
                self._size = None
            case StepStarted(segment):
                self._sound.begin_step(segment)
                self._log_position()
                self.step_started.emit(segment)
            case Countdown():
                self.pulsed.emit(Tone.TICK.value)
            case Changed(segment):
                self.pulsed.emit(tone_of(segment).value)
            case Halfway():
                self.pulsed.emit(Tone.HALFWAY.value)
            case LastTen():
                self.pulsed.emit(Tone.LAST_TEN.value)
            case PromptDue(segment, prompt):
                self.prompted.emit(wording(self.timeline, segment, player.ceiling).shown(prompt.say))
            case Lowered():
                self._log.lowered(player.lowered)
            case Finished(SessionEnd.DONE):
                self.pulsed.emit(Tone.END.value)

    def _say_check(self) -> None:
        """A live voice says a check's words when the tone has rung out; rendered ones are in the stream."""
        if self._sound.owes_words:
            self._check_words.start(round((ring_seconds(self._player.segment) + PAUSE_S) * 1000))

    def _tell_trouble(self, *, anew: bool = False) -> None:
        """Once as long as it lasts; `anew` also when it is still there."""
        trouble, before = self._log.trouble, self._trouble
        self._trouble = trouble
        if (trouble is None) != (before is None) or (anew and trouble is not None):
            self.troubled.emit(trouble)

    def _log_position(self) -> None:
        now = self._now()
        self._log.position(self._player.position(now), self._player.done_s(now))

    def _notice_silence(self) -> None:
        if self._sound.lacks_sound:
            self.notice(self.tr("No sound output was found. The screen still guides you."), "sound")
        elif self._sound.lacks_voice:
            self.notice(self.tr("No voice was found. Tones and the screen still guide you."))

    def _finish(self, end: SessionEnd) -> None:
        self._timer.stop()
        done_s = self._player.done_s(self._now())
        kept = self._log.finish(end, done_s)
        self._tell_trouble()
        if end is SessionEnd.DONE:
            self._last_tone.start()
        else:
            self._let_go()
        self.finished.emit(Summary(self._log.latest(), self._log.before, self._log.after, done_s, kept))

    def _let_go(self) -> None:
        self._last_tone.stop()
        self._check_words.stop()
        self._sound.close()
