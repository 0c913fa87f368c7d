"""How long a step may be, and what of its speech fits into it (format 1, checker rules 5 to 7)."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from unknot.domain.speech import speech_seconds
from unknot.domain.steps import Prompt, Step, StepKind

LEAST_S, MOST_S, MOST_PRESS_S = 3, 300, 45
STRETCH_S = (20, 45)
MOST_SPOT_S = 120  # of pressing on one spot (DOMAIN.md, limits for every routine; E68)
_MOST = {StepKind.PRESS: MOST_PRESS_S, StepKind.MOVE: MOST_SPOT_S, StepKind.STRETCH: STRETCH_S[1]}


class Limits(Struct, frozen=True):
    """Seconds of a step: whole multiples of `unit` from `least` to `most`."""

    least: int
    most: int
    unit: int

    def nearest(self, seconds: float) -> int:
        """The length that is allowed and nearest; half a unit goes up."""
        wanted = math.floor(seconds / self.unit + 0.5) * self.unit
        return min(self.most, max(self.least, wanted))


def limits(step: Step) -> Limits:
    """How long it may be: its speech has to fit, and repetitions are whole. A check waits, so it stays."""
    if step.waits:
        return Limits(step.seconds, step.seconds, 1)
    tempo = step.tempo_s or 1
    unit = next((round(n * tempo) for n in range(1, 11) if float(n * tempo).is_integer()), step.seconds)
    shortest = STRETCH_S[0] if step.kind is StepKind.STRETCH else LEAST_S
    shortest = max(shortest, math.ceil(speech_seconds(step.say)))
    least = math.ceil(shortest / unit) * unit
    most = _MOST.get(step.kind, MOST_S) // unit * unit
    return Limits(min(least, step.seconds), max(most, step.seconds), unit)


def resized(step: Step, seconds: int) -> Step:
    """The step in another length.

    Prompts keep their place in proportion; one that would be spoken over another, or
    past the end, is left out.
    """
    prompts: list[Prompt] = []
    free = speech_seconds(step.say)
    for prompt in step.prompts:
        at = round(prompt.at * seconds / step.seconds)
        if at >= free and at + speech_seconds(prompt.say) <= seconds:
            prompts.append(Prompt(at, prompt.say))
            free = at + speech_seconds(prompt.say)
    return replace(step, seconds=seconds, prompts=tuple(prompts))
