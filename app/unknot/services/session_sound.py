"""What a running session lets hear: tones and beats in step with the picture, and the spoken cues."""

from __future__ import annotations

from unknot.domain.choices import Choices
from unknot.domain.metronome import Metronome
from unknot.domain.player import Player, PlayerState
from unknot.domain.score import notes
from unknot.domain.timeline import Segment
from unknot.domain.unfold import wording
from unknot.services.pace import Pace
from unknot.services.speaker import Narrator, Speaker


class SessionSound:
    """Keeps speaker, voice and beat with the player. `speaker` or `narrator` None: that part is silent.

    The stream is filled from the position to the next check or the end, so a step that runs out needs
    nothing; a jump, a pause and a change of what is to be heard begin it anew.
    """

    def __init__(
        self,
        player: Player,
        pace: Pace,
        speaker: Speaker | None,
        narrator: Narrator | None,
        choices: Choices,
        bpm: float | None = None,
    ) -> None:
        self.pace = pace
        self.bpm = bpm
        self.beat: Metronome | None = None
        self._player = player
        self._speaker, self._narrator = speaker, narrator
        self._beeps, self._voice, self._metronome = choices.beeps, choices.voice, choices.metronome
        self._sounding = False
        self.take_choices(choices)

    @property
    def lacks_sound(self) -> bool:
        """Whether there should be tones and there is no device."""
        return self._speaker is None and (self._beeps or self.bpm is not None)

    @property
    def lacks_voice(self) -> bool:
        """Whether there should be a voice and it is known that there is none."""
        return self._voice and (self._narrator is None or self._narrator.available is False)

    def begin_step(self, segment: Segment) -> None:
        """A step began: its beat starts, its words are said."""
        has_beat = segment.step.metronome_on and self.bpm is not None
        self.beat = Metronome(segment.start, self.bpm) if has_beat and self.bpm is not None else None
        self.say(segment, segment.step.say)

    def beats_at(self, position: float) -> float | None:
        """Beats since the step began, None in a step without a beat."""
        return None if self.beat is None else max(0.0, self.beat.beats_at(position))

    def follow_state(self, *, anew: bool = False, opening: bool = False) -> None:
        """Sound while it runs, silence while it does not. `anew`: the position jumped.

        At a check and at the end the last tone may ring out. `opening` begins with the tone of a change.
        """
        state = self._player.state
        if state is PlayerState.RUNNING:
            if anew or not self._sounding:
                self._play(opening=opening)
            else:
                self._drop_dead_speaker()
            return
        if self._sounding:
            self._sounding = False
            self.pace.follow_clock()
            if self._speaker is not None and state not in {PlayerState.WAITING, PlayerState.DONE}:
                self._speaker.stop()
        if self._narrator is not None and state in {PlayerState.AWAY, PlayerState.ENDED}:
            self._narrator.stop()

    def say(self, segment: Segment, text: str) -> None:
        """Speak a text of this step."""
        if self._voice and self._narrator is not None and text:
            spoken = wording(self._player.timeline, segment, self._player.ceiling).spoken(text)
            self._narrator.say(spoken)

    def hush(self) -> None:
        """Stop speaking."""
        if self._narrator is not None:
            self._narrator.stop()

    def set_bpm(self, bpm: float) -> bool:
        """Another tempo from here on, without a jump of the beat; whether that changed anything."""
        if self.bpm is None or bpm == self.bpm:
            return False
        self.bpm = bpm
        if self.beat is not None:
            self.beat = self.beat.changed(self._player.position(self.pace.now()), bpm)
        self._refill()
        return True

    def set_metronome(self, on: bool) -> None:
        """Whether the beat is heard."""
        if on != self._metronome:
            self._metronome = on
            self._refill()

    def set_beeps(self, on: bool) -> None:
        """Whether the tones of the steps are heard."""
        if on != self._beeps:
            self._beeps = on
            self._refill()

    def set_voice(self, on: bool) -> None:
        """Whether cues are spoken."""
        self._voice = on
        if not on:
            self.hush()

    def take_choices(self, choices: Choices) -> None:
        """Volume and delay of the speaker."""
        self.pace.delay_s = choices.sound_delay_ms / 1000
        if self._speaker is not None:
            self._speaker.set_volume(choices.volume)
        if self._narrator is not None:
            self._narrator.set_volume(choices.volume)

    def close(self) -> None:
        """Let go of the device."""
        self._sounding = False
        self.pace.follow_clock()
        self.hush()
        if self._speaker is not None:
            speaker, self._speaker = self._speaker, None
            speaker.close()

    def _refill(self) -> None:
        if self._player.state is PlayerState.RUNNING:
            self._play()

    def _drop_dead_speaker(self) -> None:
        """A device that stopped telling what is heard is gone: from here the clock leads."""
        if self._speaker is not None and not self.pace.follows_sound:
            speaker, self._speaker = self._speaker, None
            speaker.close()

    def _play(self, *, opening: bool = False) -> None:
        self._sounding = True
        if self._speaker is None:
            return
        player = self._player
        position = player.position(self.pace.now())
        found = notes(
            player.timeline,
            player.segment,
            position,
            opening=opening,
            beeps=self._beeps,
            beat=self.beat,
            bpm=self.bpm if self._metronome else None,
        )
        self._speaker.play(found, position)
        self.pace.follow(self._speaker)
