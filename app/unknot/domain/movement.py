"""The words beside the moving figure, as data: phases and bars, parts of a repetition, labels."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from unknot.domain.gait import Style


class PhaseWord(Struct, frozen=True):
    """A phase of the stride; it lasts until an event of the style or the beginning of a marker."""

    id: str
    name: str
    until: str


class BarWord(Struct, frozen=True):
    """A bar below the phases: a teaching marker, on line 0 or 1; the main one is drawn strongest."""

    marker: str
    name: str
    line: int
    main: bool


class StageLabel(Struct, frozen=True):
    """A label on the stage with a leader line to a muscle or a joint (`at`)."""

    at: str
    text: str
    note: str


class DrillWords(Struct, frozen=True):
    """Parts of one repetition in order, what follows each, and labels."""

    parts: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    label: tuple[StageLabel, ...] = ()


class ScoreWords(Struct, frozen=True):
    """How a score is asked, the words at both ends of its scale, or those of a choice by their ids.

    `name` is what it is called in a chart or a list.
    """

    ask: str
    low: str
    high: str
    choices: Mapping[str, str] = field(default_factory=dict)
    name: str = ""


class MovementWords(Struct, frozen=True):
    """All of movement.toml. `example` is the style behind a drill that is for no fault of the stride."""

    style: Mapping[str, str] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)
    example: str = ""
    phase: tuple[PhaseWord, ...] = ()
    bar: tuple[BarWord, ...] = ()
    drill: Mapping[str, DrillWords] = field(default_factory=dict)
    score: Mapping[str, ScoreWords] = field(default_factory=dict)


class Span(Struct, frozen=True):
    """A named stretch of a cycle, phases 0..1."""

    name: str
    start: float
    end: float
    line: int = 0
    main: bool = False

    def holds(self, phase: float) -> bool:
        """Whether the phase lies in it."""
        return self.start <= phase % 1.0 < self.end


def stride_phases(words: MovementWords, style: Style) -> tuple[Span, ...]:
    """The phases of one stride, from first contact to the next, without gap.

    A phase whose end never comes in this style is left out; the next one takes its place.
    """
    spans, start = list[Span](), 0.0
    for phase in words.phase:
        end = _place(phase.until, style)
        if end is None:
            continue
        spans.append(Span(phase.name, start, end))
        start = end
    return tuple(spans)


def stride_bars(words: MovementWords, style: Style) -> tuple[Span, ...]:
    """When which muscle works: the style's teaching markers that have a name."""
    return tuple(
        Span(bar.name, style.markers[bar.marker].start, style.markers[bar.marker].end, bar.line, bar.main)
        for bar in words.bar
        if bar.marker in style.markers
    )


def repetition_parts(names: tuple[str, ...], tempo: str) -> tuple[Span, ...]:
    """The parts of a repetition from its tempo ("2-2-2", seconds); empty when they do not fit the names.

    A part of no seconds ("2-0-2") has no name.
    """
    seconds = [float(part) for part in tempo.split("-") if part and float(part) > 0]
    if len(seconds) != len(names) or not seconds:
        return ()
    spans, start, total = [], 0.0, sum(seconds)
    for name, length in zip(names, seconds, strict=True):
        spans.append(Span(name, start / total, (start + length) / total))
        start += length
    return tuple(spans)


def _place(name: str, style: Style) -> float | None:
    if name == "end":
        return 1.0
    return style.markers[name].start if name in style.markers else style.events.get(name)
