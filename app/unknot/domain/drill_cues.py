"""The technique cues of a drill: one a session, said at its moment of the movement, and fading over sessions.

A cue that is heard all the time is not learnt: it comes every minute at first, then every two, every five,
and then not at all (feature row 54; how many sessions each stage lasts is ours, C). Which one it is goes
round from session to session, so that there is one thing to think of at a time.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec.structs import replace

from unknot.domain.drill import Cue, Drill
from unknot.domain.speech import speech_seconds
from unknot.domain.steps import SET_KINDS, Prompt, Step
from unknot.domain.timeline import Segment, Timeline

FADING_S = (60.0, 120.0, 300.0)  # of work between two cues, stage by stage; after the last none
SESSIONS_A_STAGE = 3
FIRST_S = 12.0  # after a set began: its own words are over and the movement has found its rhythm
STEP_S = 0.36  # from one foot contact to the next where no beat leads

_START, _MIDDLE, _END = ("lift", "push", "out", "lean", "back"), ("top", "hold"), ("lower", "return", "swing")
_IN_STEP = {"landing": 0.0, "push": 0.4, "swing": 0.7}  # share of the time from one contact to the next


def spacing_s(done_before: int) -> float | None:
    """Seconds of work between two cues after so many sessions of this drill; None: no more cues."""
    stage = done_before // SESSIONS_A_STAGE
    return FADING_S[stage] if stage < len(FADING_S) else None


def cue_of(drill: Drill, done_before: int) -> Cue | None:
    """The one cue of the session; those for before a set belong to its own words."""
    cues = [cue for cue in drill.cues if cue.when != "before"]
    return cues[done_before % len(cues)] if cues else None


def cued(timeline: Timeline, drill: Drill, done_before: int, bpm: float | None = None) -> Timeline:
    """The timeline with its cue in the working steps, at moments that are its own.

    The files' own prompts stay; a cue that would be said within them waits for the next moment.
    """
    cue, every = cue_of(drill, done_before), spacing_s(done_before)
    if cue is None or every is None:
        return timeline
    due, worked = FIRST_S, 0.0  # seconds of work
    segments: list[Segment] = []
    for segment in timeline.segments:
        if segment.step.kind not in SET_KINDS or segment.step.open_ended:
            segments.append(segment)
            continue
        prompts = list(segment.step.prompts)
        while due < worked + segment.seconds:
            at = _moment(cue, drill, segment.step, max(FIRST_S, due - worked), bpm)
            if _fits(at, cue.say, prompts, segment.seconds):
                prompts.append(Prompt(at, cue.say))
            due += every
        worked += segment.seconds
        step = replace(segment.step, prompts=tuple(sorted(prompts, key=_when)))
        segments.append(replace(segment, step=step))
    return replace(timeline, segments=tuple(segments))


def _moment(cue: Cue, drill: Drill, step: Step, earliest: float, bpm: float | None) -> float:
    """The first second from `earliest` on at which the movement is where the cue speaks of."""
    if step.tempo_s:
        share = _share_of_repetition(cue, drill)
        period = step.tempo_s
    else:
        share = _IN_STEP.get(cue.when)
        period = 60 / bpm if bpm and step.metronome_on else STEP_S
    if share is None:
        return earliest
    turns = math.ceil((earliest - share * period) / period - 1e-9)
    return max(0.0, round((turns + share) * period, 3))


def _share_of_repetition(cue: Cue, drill: Drill) -> float | None:
    """How much of a repetition is over when the part begins that the cue speaks of; None: any moment."""
    seconds = [float(part) for part in drill.dose.tempo.split("-") if part]
    if not seconds:
        return None
    lowers_first = cue.when == "lower" and any(other.when == "return" for other in drill.cues)
    if cue.when in _START or lowers_first:
        part = 0
    elif cue.when in _MIDDLE:
        part = min(1, len(seconds) - 1)
    elif cue.when in _END:
        part = len(seconds) - 1
    else:
        return None
    return sum(seconds[:part]) / sum(seconds)


def _fits(at: float, words: str, prompts: Sequence[Prompt], seconds: float) -> bool:
    end = at + speech_seconds(words)
    clear = all(end <= prompt.at or prompt.at + speech_seconds(prompt.say) <= at for prompt in prompts)
    return clear and end <= seconds


def _when(prompt: Prompt) -> float:
    return prompt.at
