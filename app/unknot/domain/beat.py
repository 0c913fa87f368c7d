"""The metronome used alone: tempo by taps or from the runner's own steps, accents, feet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from unknot.domain.body import Side
from unknot.domain.metronome import Metronome
from unknot.domain.tone import BeatSound, Note, Tone

LOWEST, HIGHEST, USUAL = 40, 240, 170  # beats a minute; 170 where nothing is counted, as the drills have it
ACCENTS = (0, 2, 3, 4)  # every so many beats, 0: none
TAPS = 9  # the last ones count
FEWEST_TAPS = 3
TAP_PAUSE_S = 2.0  # a longer one begins anew; the slowest tempo has 1.5 s
_ODD = 0.25  # a gap that is off by more than this share of the median is a slip of the finger
RAISES = (0.0, 5.0, 7.5, 10.0)  # per cent over the own steps; trials went up to 10 (E25-E27, E84, E85)


class OwnRate(Struct, frozen=True):
    """A tempo relative to the runner's own steps."""

    percent: float
    bpm: int


_TONES = {
    BeatSound.CLICK: (Tone.ACCENT, Tone.CLICK),
    BeatSound.SOFT: (Tone.SOFT_ACCENT, Tone.SOFT),
}


def within(bpm: float) -> int:
    """The nearest tempo that the dial has."""
    return min(HIGHEST, max(LOWEST, round(bpm)))


def tapped_tempo(taps: Sequence[float]) -> int | None:
    """Beats a minute of taps at these seconds, in order; None before the third.

    What lies before a pause is forgotten, and a gap much longer or shorter than the others, too.
    """
    recent = list(taps[-TAPS:])
    gaps = [after - before for before, after in pairwise(recent)]
    for place in range(len(gaps) - 1, -1, -1):
        if gaps[place] > TAP_PAUSE_S:
            gaps = gaps[place + 1 :]
            break
    if len(gaps) < FEWEST_TAPS - 1:
        return None
    middle = sorted(gaps)[len(gaps) // 2]
    even = [gap for gap in gaps if abs(gap - middle) <= _ODD * middle]
    seconds = sum(even) / len(even)
    return within(60 / seconds) if seconds > 0 else None


def own_rates(step_rate: int) -> tuple[OwnRate, ...]:
    """The tempos over the runner's own steps a minute; never more than the share it names."""
    return tuple(
        OwnRate(percent, within(math.floor(step_rate * (1 + percent / 100) + 1e-9))) for percent in RAISES
    )


def foot_of(beat: int) -> Side:
    """The foot that lands on beat k: the left on the first."""
    return Side.RIGHT if beat % 2 else Side.LEFT


def number_of(beat: int, accent: int) -> int:
    """What is counted on beat k: its place from one accent to the next, or the beats since the start."""
    return (beat % accent if accent else beat) + 1


def is_accent(beat: int, accent: int) -> bool:
    """Whether beat k is one."""
    return accent > 0 and beat % accent == 0


def beat_notes(
    metronome: Metronome, begin: float, end: float, accent: int, sound: BeatSound
) -> tuple[Note, ...]:
    """The beats in [begin, end)."""
    loud, plain = _TONES[sound]
    return tuple(
        Note(second, loud if is_accent(k, accent) else plain) for k, second in metronome.between(begin, end)
    )
