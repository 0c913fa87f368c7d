"""The metronome used alone: one stream filled far ahead, its tempo, and which beat is heard now."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QObject, QTimer, Signal

from unknot.domain.beat import TAP_PAUSE_S, TAPS, USUAL, beat_notes, tapped_tempo, within
from unknot.domain.choices import Choices
from unknot.domain.clock import Clock
from unknot.domain.metronome import Metronome
from unknot.services.held_speaker import HeldSpeaker
from unknot.services.pace import Pace
from unknot.services.settings import Settings
from unknot.services.speaker import Speaker

FILLED_S = 3600.0  # of beats in the stream: nearly so long nothing resets it
SETTLE_MS = 150  # a tempo that is still being turned waits so long, for each one resets the stream
WATCH_MS = 250


class FreeMetronome(QObject):
    """Beats from `start` to `stop`, on the stream and by the clock that sessions have.

    `changed` tells that it began, ended, or has another tempo. The tempo that is shown (`bpm`) is heard
    once it has not been turned for a moment; the beat that is on goes on without a jump. Without a device
    it keeps time by the clock, for the picture. Choices of sound, volume and delay are followed.
    """

    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        open_speaker: Callable[[], Speaker | None],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._clock = settings, clock
        choices = settings.choices
        self.bpm = choices.metronome_bpm or within(choices.step_rate_spm or USUAL)
        self._choices = choices
        self._opened = False
        self._pace = Pace(clock, choices.sound_delay_ms / 1000, gap_s=math.inf)
        self._speaker = HeldSpeaker(self._pace, open_speaker)
        self._origin = 0.0  # of the pace: where the beats begin
        self._beat: Metronome | None = None
        self._filled_to = 0.0
        self._taps: list[float] = []
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self.settle)
        self._watching = QTimer(self, interval=WATCH_MS)
        self._watching.timeout.connect(self.watch)
        settings.changed.connect(self._take)

    # ------------------------------------------------------------- on and off
    @property
    def is_on(self) -> bool:
        """Whether it beats."""
        return self._beat is not None

    @property
    def lacks_sound(self) -> bool:
        """Whether a device was looked for and there is none."""
        return self._opened and self._speaker.device is None

    def prepare(self) -> None:
        """Wake the device: a cold one takes a second to begin."""
        if not self._opened:
            self._opened = True
            self._speaker.open(self._choices)
            self.changed.emit()

    def start(self) -> None:
        """Begin with the first beat."""
        if self._beat is not None:
            return
        self.prepare()
        self._settling.stop()
        self._origin = self._pace.now()
        self._beat = Metronome(0.0, self.bpm)
        self._play(self._origin)
        self._watching.start()
        self.changed.emit()

    def stop(self) -> None:
        """Fall silent."""
        if self._beat is None:
            return
        self._beat = None
        self._settling.stop()
        self._watching.stop()
        self._pace.follow_clock()
        if self._speaker.device is not None:
            self._speaker.device.stop()
        self.changed.emit()

    def close(self) -> None:
        """Let go of the device; it can begin again."""
        self.stop()
        self._speaker.close()
        self._opened = False

    # ------------------------------------------------------------- tempo
    def set_bpm(self, bpm: float) -> None:
        """Another tempo, heard in a moment."""
        wanted = within(bpm)
        if wanted == self.bpm:
            return
        self.bpm = wanted
        if self._beat is not None:
            self._settling.start()
        self.changed.emit()

    def tap(self) -> int | None:
        """A tap on a beat, now; the tempo of the last ones, None as long as they are too few."""
        self._taps = [*self._taps[1 - TAPS :], self._clock()]
        tempo = tapped_tempo(self._taps)
        if tempo is not None:
            self.set_bpm(tempo)
        return tempo

    @property
    def taps(self) -> int:
        """How many taps there are since the last pause."""
        since = 1
        for before, after in pairwise(reversed(self._taps)):
            if before - after > TAP_PAUSE_S:
                break
            since += 1
        return min(since, len(self._taps))

    def settle(self) -> None:
        """Let the tempo that is shown be heard from here on."""
        self._settling.stop()
        if self._beat is not None and self._beat.bpm != self.bpm:
            self._beat = self._beat.changed(self._position(), self.bpm)
            self._play()

    # ------------------------------------------------------------- where it is
    @property
    def beats(self) -> float | None:
        """Beats heard since the first, with the fraction of the next one; None while it is off."""
        return None if self._beat is None else max(0.0, self._beat.beats_at(self._position()) + 1e-9)

    def watch(self) -> None:
        """Look after the device, and fill the stream again long before its end."""
        if self._beat is None:
            return
        position = self._position()
        if self._speaker.look_after(self._choices):
            self._play()
            self.changed.emit()
        elif position > self._filled_to - FILLED_S / 10:
            self._play()

    # ------------------------------------------------------------- inside
    def _position(self) -> float:
        return self._pace.now() - self._origin

    def _play(self, since: float | None = None) -> None:
        """Fill the stream from this moment of the pace on, now if none is given."""
        if self._beat is None:
            return
        now = self._pace.now() if since is None else since
        position = now - self._origin
        self._filled_to = position + FILLED_S
        if self._speaker.device is not None:
            choices = self._choices
            notes = beat_notes(
                self._beat, position, self._filled_to, choices.metronome_accent, choices.metronome_sound
            )
            self._speaker.device.play(notes, position)
            self._speaker.lead(now)

    def _take(self, choices: Choices) -> None:
        before, self._choices = self._choices, choices
        self._pace.delay_s = choices.sound_delay_ms / 1000
        self._speaker.tell(choices)
        if _how_it_sounds(before) != _how_it_sounds(choices):
            self._play()


def _how_it_sounds(choices: Choices) -> tuple[object, ...]:
    return (choices.metronome_accent, choices.metronome_sound, choices.sound_output)
