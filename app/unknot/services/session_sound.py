"""What a running session lets hear: tones and beats in step with the picture, and the spoken cues."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import inf

from unknot.domain.choices import Choices
from unknot.domain.metronome import Metronome
from unknot.domain.player import Player, PlayerState
from unknot.domain.score import Score, next_words, score
from unknot.domain.speech import speech_seconds
from unknot.domain.spoken import Part, Phrases, Speech, Spoken
from unknot.domain.timeline import Segment
from unknot.domain.tone import SECONDS, tone_of
from unknot.domain.unfold import wording
from unknot.services.held_speaker import HeldSpeaker
from unknot.services.pace import Pace
from unknot.services.preparing import Upcoming
from unknot.services.speaker import Narrator, Renderer, Speaker
from unknot.services.tones import Words

# A live word is ordered so long before its moment: with speech-dispatcher and espeak-ng half of them are
# heard 60 ms after the order, among the tones, and all within 50 ms to either side of that.
_ENGINE_S = 0.04
_STALE_S = 1.0  # a live cue that is later than this stays unsaid: the screen has it
_ON_AIR = (PlayerState.RUNNING, PlayerState.WAITING)


class Outlets:
    """Where a session is heard: `speaker` plays tones and rendered words, `narrator` speaks live.

    Each may be None. With a `renderer` words are part of the stream and the narrator is not needed.
    `reopen` gives another speaker when the one that played is lost.
    """

    def __init__(
        self,
        speaker: Speaker | None = None,
        narrator: Narrator | None = None,
        renderer: Renderer | None = None,
        reopen: Callable[[], Speaker | None] | None = None,
    ) -> None:
        self.speaker, self.narrator, self.renderer, self.reopen = speaker, narrator, renderer, reopen


class SessionSound:
    """Keeps speaker, voice and beat with the player.

    The stream is filled from the position to the next check or the end, so a step that runs out needs
    nothing; a jump, a pause and a change of what is to be heard begin it anew. Where `then` follows at once
    it is named, and no tone tells the end. Which word and which tone
    falls where is the score's (`domain.score`), for rendered words and for live ones alike.
    """

    def __init__(
        self,
        player: Player,
        pace: Pace,
        outlets: Outlets,
        choices: Choices,
        phrases: Phrases,
        bpm: float | None = None,
        *,
        then: Upcoming | None = None,
    ) -> None:
        self.pace = pace
        self._then = then
        self.bpm = bpm
        self.beat: Metronome | None = None
        self._player, self._phrases = player, phrases
        self._speaker = HeldSpeaker(pace, outlets.reopen, outlets.speaker)
        self._narrator, self._renderer = outlets.narrator, outlets.renderer
        self._beeps, self._voice, self._metronome = choices.beeps, choices.voice, choices.metronome
        self._choices = choices
        self._sounding = False
        self._due: list[Spoken] = []  # live words still to come
        self.take_choices(choices)
        self.prepare()

    @property
    def lacks_sound(self) -> bool:
        """Whether there should be tones and there is no device."""
        return self._speaker.device is None and (self._beeps or self.bpm is not None)

    @property
    def lacks_voice(self) -> bool:
        """Whether there should be a voice and it is known that there is none."""
        live = self._narrator is not None and self._narrator.available is not False
        return self._voice and self._renderer is None and not live

    @property
    def lacks_words(self) -> bool:
        """Whether there should be a voice that cannot be heard; a rendered one needs the device."""
        return self.lacks_voice or (
            self._voice and self._renderer is not None and self._speaker.device is None
        )

    def prepare(self) -> None:
        """Let all words of this session be rendered, as the ceiling is now."""
        if self._renderer is not None and self._voice:
            self._renderer.prepare(dict.fromkeys(self._all_words()))

    def begin_step(self, segment: Segment) -> None:
        """A step began, and its beat with it."""
        has_beat = segment.step.metronome_on and self.bpm is not None
        self.beat = Metronome(segment.start, self.bpm) if has_beat and self.bpm is not None else None

    def beats_at(self, position: float) -> float | None:
        """Beats since the step began, None in a step without a beat."""
        return None if self.beat is None else max(0.0, self.beat.beats_at(position))

    def follow_state(self, *, anew: bool = False, opening: bool = False) -> None:
        """Sound while it runs, silence while it does not. `anew`: the position jumped.

        At a check and at the end the last tone may ring out. `opening` begins with the tone of the step.
        """
        state = self._player.state
        if state is PlayerState.RUNNING:
            if anew or not self._sounding:
                self._play(opening=opening)
            else:
                if self._speaker.look_after(self._choices) and self._speaker.device is not None:
                    self._play()
                self._say_due(self._player.position(self.pace.now()))
            return
        if self._sounding:
            self._sounding = False
            self.pace.follow_clock()
            device = self._speaker.device
            if device is not None and state not in {PlayerState.WAITING, PlayerState.DONE}:
                device.stop()
        if state is PlayerState.WAITING and anew:
            self._play_still()
        if state not in _ON_AIR:
            self._due.clear()
            if state is not PlayerState.DONE:
                self.hush()

    def say_rest(self) -> None:
        """Live words of a check, which no clock leads to: say them now."""
        here = self._player.segment.start
        words = " ".join(spoken.text for spoken in self._due if spoken.at >= here)
        self._due.clear()
        if words:
            self._tell(words)

    @property
    def owes_words(self) -> bool:
        """Whether live words of a check are still to be said."""
        return self._player.state is PlayerState.WAITING and bool(self._due)

    @property
    def words_at(self) -> float:
        """The place at which the next live words are to be ordered."""
        return self._due[0].at - _ENGINE_S if self._due else inf

    def say_again(self) -> None:
        """Say this step once more."""
        if self._player.state is PlayerState.RUNNING:
            self._play(again=True)
        elif not self._player.is_over:
            self._play_still()

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
        if on == self._voice:
            return
        self._voice = on
        if not on:
            self.hush()
        self.prepare()
        self._refill()

    def take_choices(self, choices: Choices) -> None:
        """Volume, output and delay of the speaker, how tones and voice sound, and what is spoken."""
        before, self._choices = self._choices, choices
        self.pace.delay_s = choices.sound_delay_ms / 1000
        self._speaker.tell(choices)
        if self._narrator is not None:
            self._narrator.set_volume(choices.volume)
            self._narrator.set_manner(choices.voice_name, choices.voice_rate)
        if self._renderer is not None:
            self._renderer.set_manner(choices.voice_name, choices.voice_rate)
        if _how_it_sounds(before) != _how_it_sounds(choices):
            self.prepare()
            self._refill()

    def hand_over(self) -> Speaker | None:
        """The device, for the session that follows at once; this one is silent from here on."""
        return self._speaker.give_away()

    def close(self) -> None:
        """Let go of the device."""
        self._sounding = False
        self._due.clear()
        self.pace.follow_clock()
        self.hush()
        self._speaker.close()

    # ------------------------------------------------------------- inside
    def _refill(self) -> None:
        if self._player.state is PlayerState.RUNNING:
            self._play()

    def _play(self, *, opening: bool = False, again: bool = False) -> None:
        self._sounding = True
        now = self.pace.now()
        position = self._player.position(now)
        self._fill(self._score(position, opening=opening, again=again), position)
        self._speaker.lead(now)

    def _play_still(self) -> None:
        """The words of a step that no clock runs in: a check that was jumped to, or a pause."""
        segment = self._player.segment
        words = (Spoken(segment.start, self._worded(segment, segment.step.say)),)
        self._fill(Score((), words if self._speaks and segment.step.say else ()), segment.start)

    def _fill(self, found: Score, position: float) -> None:
        spoken = found.spoken
        if self._renderer is None:
            self._due = list(spoken)
            self._say_due(position)
            spoken = ()
        elif spoken:
            self._renderer.prepare([one.text for one in spoken])
        device = self._speaker.device
        if device is not None:
            renderer = self._renderer
            words = (
                [] if renderer is None else [Words(s.at, partial(renderer.samples, s.text)) for s in spoken]
            )
            device.play(found.notes, position, words)

    def _score(self, position: float, *, opening: bool, again: bool) -> Score:
        player = self._player
        return score(
            player.timeline,
            player.segment,
            position,
            opening=opening,
            beeps=self._beeps,
            beat=self.beat,
            bpm=self.bpm if self._metronome else None,
            speech=self._speech() if self._speaks else None,
            again=again,
            closing=self._then is None,
        )

    @property
    def _speaks(self) -> bool:
        return self._voice and not self.lacks_voice

    def _speech(self) -> Speech:
        then = () if self._then is None else self._phrases.coming(self._then.title, self._then.tool)
        return Speech(_parts(self._choices), self._phrases, self._seconds_of, self._worded, then)

    def _seconds_of(self, text: str) -> float:
        """As rendered; else as it is estimated for the rate."""
        known = self._renderer.seconds(text) if self._renderer is not None else None
        return speech_seconds(text) * 100 / self._choices.voice_rate if known is None else known

    def _worded(self, segment: Segment, text: str) -> str:
        return wording(self._player.timeline, segment, self._player.ceiling).spoken(text)

    def _all_words(self) -> list[str]:
        phrases, found, speech = self._phrases, [], self._speech()
        timeline = self._player.timeline
        for segment in timeline.segments:
            said = self._worded(segment, segment.step.say)
            cue = self._worded(segment, segment.step.cue)
            prompts = [self._worded(segment, prompt.say) for prompt in segment.step.prompts]
            side = [f"{phrases.side(segment.side)} {said}"] if segment.side is not None else []
            found += [said, *side, *prompts, *next_words(timeline, segment, speech), cue]
        return [text for text in (*found, phrases.halfway, phrases.ten, *speech.then) if text]

    def _say_due(self, position: float) -> None:
        while self.words_at <= position:
            spoken = self._due.pop(0)
            if position - spoken.at <= _STALE_S:
                self._tell(spoken.text)

    def _tell(self, text: str) -> None:
        if self._voice and self._narrator is not None:
            self._narrator.say(text)


def ring_seconds(segment: Segment) -> float:
    """How long the tone rings with which a step begins."""
    return SECONDS[tone_of(segment)]


def _parts(choices: Choices) -> frozenset[Part]:
    switches = {
        Part.SIDE: choices.voice_side,
        Part.CUE: choices.voice_cue,
        Part.NEXT: choices.voice_next,
        Part.HALFWAY: choices.voice_halfway,
        Part.COUNTDOWN: choices.voice_countdown,
    }
    return frozenset(part for part, on in switches.items() if on)


def _how_it_sounds(choices: Choices) -> tuple[object, ...]:
    return (choices.sound_output, choices.tone_set, choices.voice_name, choices.voice_rate, _parts(choices))
