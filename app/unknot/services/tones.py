"""The tones themselves: short, soft, told apart by pitch and length; and mixing them into a stream."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from unknot.domain.score import Note, Tone

RATE = 48_000  # samples a second
CHANNELS = 2

Samples = npt.NDArray[np.float32]  # (n, 2), -1..1
_LOUD = 0.5  # of full scale, for the loudest tone alone: two may fall together


def make_tones() -> dict[Tone, Samples]:
    """Every tone, ready to be mixed. Each begins at its first sample and ends in silence."""
    beat = _stereo(_bell(1_500.0, 0.030, (1.0, 0.4), attack_s=0.0006))
    first_beat = _stereo(_bell(2_100.0, 0.030, (1.0, 0.4), attack_s=0.0006))
    test = _bell(523.25, 0.7, (1.0, 0.2))
    silence = np.zeros_like(test)
    end = np.zeros(round(0.95 * RATE), dtype=np.float32)
    for start_s, hertz in ((0.0, 523.25), (0.16, 659.25), (0.32, 783.99)):
        note = _bell(hertz, 0.6, (1.0, 0.25))
        first = round(start_s * RATE)
        end[first : first + len(note)] += 0.6 * note
    return {
        Tone.TICK: _stereo(0.7 * _bell(587.33, 0.12, (1.0, 0.15))),
        Tone.CHANGE: _stereo(_bell(880.0, 0.45, (1.0, 0.3, 0.1))),
        Tone.END: _stereo(end),
        Tone.CLICK: 0.9 * beat,
        Tone.ACCENT: 0.9 * first_beat,
        Tone.LEFT: np.column_stack((test, silence)).astype(np.float32),
        Tone.RIGHT: np.column_stack((silence, test)).astype(np.float32),
    }


def _bell(
    hertz: float, seconds: float, partials: Sequence[float], attack_s: float = 0.004
) -> npt.NDArray[np.float32]:
    """A struck tone: a short rounded attack, an exponential fall, a faded end; its peak is below _LOUD."""
    t = np.arange(round(seconds * RATE)) / RATE
    wave = sum(level * np.sin(2 * np.pi * hertz * (n + 1) * t) for n, level in enumerate(partials))
    attack = np.sin(np.pi / 2 * np.clip(t / attack_s, 0, 1)) ** 2
    fade = np.clip((seconds - t) / min(0.01, seconds / 3), 0, 1)
    shaped = wave * attack * np.exp(-5 * t / seconds) * fade
    return (_LOUD / sum(partials) * shaped).astype(np.float32)


def _stereo(mono: npt.NDArray[np.float32]) -> Samples:
    return np.column_stack((mono, mono)).astype(np.float32)


class Mix:
    """Notes laid on a stream by sample number, rendered in blocks of any size.

    A note at second `at` begins at sample `lead` + (at - position) * 48000, rounded, whatever the blocks.
    """

    def __init__(
        self, tones: dict[Tone, Samples], notes: Sequence[Note] = (), position: float = 0.0, lead: int = 0
    ) -> None:
        self._tones = tones
        placed = [(lead + round((note.at - position) * RATE), note.tone) for note in notes]
        self._placed = sorted(((at, tone) for at, tone in placed if at >= 0), key=_first)
        self._starts = [at for at, _ in self._placed]
        self._longest = max(map(len, tones.values()))

    @property
    def starts(self) -> tuple[tuple[int, Tone], ...]:
        """Every note's first sample, in order."""
        return tuple(self._placed)

    def render(self, first: int, count: int) -> bytes:
        """Samples [first, first + count) as interleaved 16-bit stereo; silence where nothing is."""
        block = np.zeros((count, CHANNELS), dtype=np.float32)
        low = bisect_left(self._starts, first - self._longest)
        high = bisect_left(self._starts, first + count)
        for at, tone in self._placed[low:high]:
            wave = self._tones[tone]
            begin, end = max(at, first), min(at + len(wave), first + count)
            if begin < end:
                block[begin - first : end - first] += wave[begin - at : end - at]
        return (np.clip(block, -1, 1) * 32_767).astype("<i2").tobytes()


def _first(placed: tuple[int, Tone]) -> int:
    return placed[0]
