"""The metronome: beat k falls at start + k * 60 / bpm, computed each time, never by adding intervals."""

from __future__ import annotations

import math

from msgspec import Struct

from unknot.domain.drill import MetronomeRange


class Metronome(Struct, frozen=True):
    """Beats from the second `start` on; `phase` beats are over there already (0 where a step begins)."""

    start: float
    bpm: float
    phase: float = 0.0

    def __post_init__(self) -> None:
        if not (math.isfinite(self.bpm) and self.bpm > 0):
            raise ValueError(f"a metronome needs beats a minute above zero, not {self.bpm}")

    def beats_at(self, second: float) -> float:
        """How many beats are over at a moment, with the fraction of the next one."""
        return self.phase + (second - self.start) * self.bpm / 60

    def beat(self, k: int) -> float:
        """The second at which beat k falls."""
        return self.start + (k - self.phase) * 60 / self.bpm

    def between(self, begin: float, end: float) -> tuple[tuple[int, float], ...]:
        """Every beat k >= 0 in [begin, end) and its second."""
        first = max(0, math.ceil(self.beats_at(begin) - 1e-9))
        last = max(first, math.ceil(self.beats_at(end) - 1e-9))
        return tuple((k, self.beat(k)) for k in range(first, last))

    def changed(self, second: float, bpm: float) -> Metronome:
        """Another tempo from that moment on; the beat that is on goes on without a jump."""
        return Metronome(second, bpm, self.beats_at(second))


def dial(limits: MetronomeRange, step_rate: int = 0) -> tuple[int, int]:
    """Lowest and highest tempo: the drill's own, narrowed by the runner's counted steps a minute if known."""
    if not limits.relative_to or step_rate <= 0:
        return limits.min, limits.max
    low = max(limits.min, math.ceil(step_rate * limits.relative_min))
    high = min(limits.max, math.floor(step_rate * limits.relative_max))
    return (low, high) if low <= high else (limits.min, limits.max)


def first_tempo(limits: MetronomeRange, step_rate: int = 0, share: float | None = None) -> int:
    """The tempo a drill begins with: relative to the counted step rate where the drill says so.

    `share` of it is what the runner's stride needs; None for the drill's own.
    """
    low, high = dial(limits, step_rate)
    wanted = limits.default
    if limits.relative_to and step_rate > 0:
        wanted = round(step_rate * (limits.relative_default if share is None else share))
    return min(high, max(low, wanted))
