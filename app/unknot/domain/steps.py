"""What routines and drills share: steps, tools, setup lines and evidence (domain format 1)."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field

from unknot.domain.body import Side


class StepKind(StrEnum):
    """Kinds of step (format 1)."""

    POSITION = "position"
    PRESS = "press"
    MOVE = "move"
    REST = "rest"
    SWITCH_SIDE = "switch_side"
    BREATHE = "breathe"
    CHECK = "check"
    STRETCH = "stretch"
    WORK = "work"
    HOLD = "hold"
    RUN = "run"
    WALK = "walk"
    PREPARE = "prepare"  # of no file: the app puts it in where there is something to get ready


NO_TOOL = "none"


SET_KINDS = (StepKind.WORK, StepKind.HOLD, StepKind.RUN)  # one counted set of a drill each


class Prompt(Struct, frozen=True):
    """Something said `at` seconds after the step began; whole ones in the files."""

    at: float
    say: str


class Step(Struct, frozen=True):
    """One step of a routine or drill. `seconds` 3..300; texts may hold {side}, {other_side}, {ceiling}."""

    id: str
    kind: StepKind
    seconds: int
    per_side: bool
    cue: str
    text: str
    say: str
    tempo_s: float | None = None
    prompts: tuple[Prompt, ...] = ()
    check: str | None = None  # "before" | "after"
    records: tuple[str, ...] = ()
    place: str | None = None
    open_ended: bool = False
    metronome_on: bool = False
    tool: str | None = None  # role of the tool picked up for it and kept; NO_TOOL puts it away

    @property
    def waits(self) -> bool:
        """A check waits for its answer instead of running out."""
        return self.kind is StepKind.CHECK

    @property
    def presses(self) -> bool:
        """Whether pressure is on during this step."""
        return self.kind in (StepKind.PRESS, StepKind.MOVE)


class SetupLine(Struct, frozen=True):
    """One thing to get ready before the clock starts."""

    id: str
    text: str


class Evidence(Struct, frozen=True):
    """Where a claim of the file comes from: S the article, E papers, C practice."""

    tag: str
    ref: str
    note: str
    weak: bool = False


class Frequency(Struct, frozen=True):
    """Times a week."""

    min: int
    max: int


NUMBER_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Wording(Struct, frozen=True):
    """Fills {side}, {other_side} and {ceiling} of a step's texts for one moment of a session."""

    side: Side | None = None
    other: Side | None = None
    ceiling: int | None = None
    names: dict[Side, str] = field(default_factory=lambda: {Side.LEFT: "left", Side.RIGHT: "right"})

    def shown(self, text: str) -> str:
        """For the screen: the ceiling as a digit."""
        return self._fill(text, str(self.ceiling))

    def spoken(self, text: str) -> str:
        """For the voice: the ceiling as a word."""
        return self._fill(text, NUMBER_WORDS[self.ceiling] if self.ceiling is not None else "")

    def _fill(self, text: str, ceiling: str) -> str:
        for name, side in (("{side}", self.side), ("{other_side}", self.other)):
            if side is not None:
                text = text.replace(name, self.names[side])
        return text.replace("{ceiling}", ceiling)
