"""Which tone falls on which second of a timeline, until the next moment that waits for the user."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from unknot.domain.metronome import Metronome
from unknot.domain.player_marks import countdown_of
from unknot.domain.timeline import Segment, Timeline


class Tone(StrEnum):
    """The roles of the tones."""

    TICK = "tick"  # 3, 2, 1 before a step ends
    CHANGE = "change"  # the next step is on
    END = "end"  # the session is over
    CLICK = "click"  # a beat
    ACCENT = "accent"  # the first beat of a step
    LEFT = "left"  # sound check: only from the left
    RIGHT = "right"  # sound check: only from the right


class Note(Struct, frozen=True):
    """A tone and the second of the timeline it begins at."""

    at: float
    tone: Tone


def notes(
    timeline: Timeline,
    segment: Segment,
    position: float,
    *,
    opening: bool = False,
    beeps: bool = True,
    beat: Metronome | None = None,
    bpm: float | None = None,
) -> tuple[Note, ...]:
    """The notes from `position` inside `segment` to the next check or the end, in order.

    `opening` puts the tone of the change at the position itself (a check was answered, a session began).
    `bpm` is the tempo of the steps with a beat, None for a silent metronome; `beat` is where the beat of
    this segment stands after changes of tempo.
    """
    found: list[Note] = [Note(position, Tone.CHANGE)] if opening and beeps else []
    at: Segment | None = segment
    while at is not None and not at.waits:
        if bpm is not None and at.step.metronome_on:
            metronome = beat if at is segment and beat is not None else Metronome(at.start, bpm)
            begin = max(position, at.start)
            found += [
                Note(second, Tone.CLICK if k else Tone.ACCENT)
                for k, second in metronome.between(begin, at.end)
            ]
        following = timeline.following(at)
        if beeps:
            found += [Note(second, Tone.TICK) for second, _ in countdown_of(at) if second > position]
            found.append(Note(at.end, Tone.CHANGE if following else Tone.END))
        at = following
    return tuple(sorted(found, key=_when))


def _when(note: Note) -> float:
    return note.at
