"""The tones themselves: short, soft, told apart by pitch and length; and mixing them into a stream."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from unknot.domain.tone import SECONDS, Note, Tone, ToneSet

RATE = 48_000  # samples a second
CHANNELS = 2

Samples = npt.NDArray[np.float32]  # (n, 2), -1..1


class Words(Struct, frozen=True):
    """Rendered words and the second they begin at; `samples` gives None until they are ready."""

    at: float
    samples: Callable[[], Samples | None]


LONGEST_WORDS = 20 * RATE  # samples of the longest rendered sentence
_LOUD = 0.5  # of full scale, for the loudest tone alone: two may fall together


def make_tones(style: ToneSet = ToneSet.FULL) -> dict[Tone, Samples]:
    """Every tone, ready to be mixed: it begins at its first sample and lasts as the domain says."""
    beat = _stereo(_bell(1_500.0, SECONDS[Tone.CLICK], (1.0, 0.4), attack_s=0.0006))
    first_beat = _stereo(_bell(2_100.0, SECONDS[Tone.ACCENT], (1.0, 0.4), attack_s=0.0006))
    soft = _stereo(_bell(440.0, SECONDS[Tone.SOFT], (1.0, 0.15), attack_s=0.003))
    soft_accent = _stereo(_bell(620.0, SECONDS[Tone.SOFT_ACCENT], (1.0, 0.15), attack_s=0.003))
    test = _bell(523.25, SECONDS[Tone.LEFT], (1.0, 0.2))
    silence = np.zeros_like(test)
    steps = _STEP_TONES[style]
    return {
        **{tone: _stereo(level * _run(tone, pitches)) for tone, (level, pitches) in steps.items()},
        Tone.CLICK: 0.9 * beat,
        Tone.ACCENT: 0.9 * first_beat,
        Tone.SOFT: 0.8 * soft,
        Tone.SOFT_ACCENT: soft_accent,
        Tone.LEFT: np.column_stack((test, silence)).astype(np.float32),
        Tone.RIGHT: np.column_stack((silence, test)).astype(np.float32),
    }


_C5, _D5, _E5, _G5, _A5, _C6, _E6 = 523.25, 587.33, 659.25, 783.99, 880.0, 1046.5, 1318.5
_QUIET = 0.35  # of the loudness, an octave lower
# Loudness, and pitches one after the other: up is begin, down is let go, to and fro is the other side.
_FULL: dict[Tone, tuple[float, tuple[float, ...]]] = {
    Tone.TICK: (0.7, (_D5,)),
    Tone.PREPARE: (0.8, (_G5,)),
    Tone.WORK: (1.0, (_E5, _A5)),
    Tone.REST: (0.9, (_A5, _D5)),
    Tone.SWITCH: (0.9, (_G5, _C5, _G5)),
    Tone.HALFWAY: (0.7, (_C6,)),
    Tone.LAST_TEN: (0.7, (_E6, _E6)),
    Tone.END: (0.9, (_C5, _E5, _G5)),
}
_STEP_TONES: dict[ToneSet, dict[Tone, tuple[float, tuple[float, ...]]]] = {
    ToneSet.FULL: _FULL,
    ToneSet.QUIET: {
        tone: (_QUIET * level, tuple(pitch / 2 for pitch in pitches))
        for tone, (level, pitches) in _FULL.items()
    },
    ToneSet.SINGLE: dict.fromkeys(_FULL, (0.8, (_A5,))),
}


def _run(tone: Tone, pitches: Sequence[float]) -> npt.NDArray[np.float32]:
    """Bells one after the other, ringing into each other, within the length of this tone."""
    seconds = SECONDS[tone]
    wave = np.zeros(round(seconds * RATE), dtype=np.float32)
    gap = seconds / (len(pitches) + 1)
    for number, hertz in enumerate(pitches):
        note = _bell(hertz, seconds - number * gap, (1.0, 0.2))
        first = len(wave) - len(note)
        wave[first:] += note / len(pitches) ** 0.5
    return wave


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
    """Notes and words laid on a stream by sample number, rendered in blocks of any size.

    What begins at second `at` begins at sample `lead` + (at - position) * 48000, rounded, whatever the
    blocks. Words that are not rendered when their moment comes stay unsaid.
    """

    def __init__(
        self,
        tones: dict[Tone, Samples],
        notes: Sequence[Note] = (),
        position: float = 0.0,
        lead: int = 0,
        words: Sequence[Words] = (),
    ) -> None:
        self._tones = tones
        placed = [(lead + round((note.at - position) * RATE), note.tone) for note in notes]
        self._placed = sorted(((at, tone) for at, tone in placed if at >= 0), key=_first)
        self._starts = [at for at, _ in self._placed]
        self._longest = max(map(len, tones.values()))
        self._words = [(lead + round((one.at - position) * RATE), one.samples) for one in words]

    @property
    def starts(self) -> tuple[tuple[int, Tone], ...]:
        """Every note's first sample, in order."""
        return tuple(self._placed)

    def ready(self, first: int, count: int) -> int:
        """How many of the samples [first, first + count) come before words that are not rendered yet."""
        waiting = [at for at, samples in self._words if first <= at < first + count and samples() is None]
        return min(waiting, default=first + count) - first

    def render(self, first: int, count: int) -> bytes:
        """Samples [first, first + count) as interleaved 16-bit stereo; silence where nothing is."""
        block = np.zeros((count, CHANNELS), dtype=np.float32)
        low = bisect_left(self._starts, first - self._longest)
        high = bisect_left(self._starts, first + count)
        for at, tone in self._placed[low:high]:
            _lay(block, first, at, self._tones[tone])
        for at, samples in self._words:
            if at < first + count and first < at + LONGEST_WORDS:
                wave = samples()
                if wave is not None:
                    _lay(block, first, at, wave)
        return (np.clip(block, -1, 1) * 32_767).astype("<i2").tobytes()


def _lay(block: Samples, first: int, at: int, wave: Samples) -> None:
    """Add what of a wave that begins at sample `at` falls into a block that begins at `first`."""
    begin, end = max(at, first), min(at + len(wave), first + len(block))
    if begin < end:
        block[begin - first : end - first] += wave[begin - at : end - at]


def _first(placed: tuple[int, Tone]) -> int:
    return placed[0]
