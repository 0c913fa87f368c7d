"""The stride's cues: what to think of on a run, how it feels, how to check it, and what is known of it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from unknot.domain.steps import Evidence


class Stands(StrEnum):
    """How something that is known stands to a cue."""

    FOR = "for"
    AGAINST = "against"
    MIXED = "mixed"


class Known(Evidence, frozen=True, kw_only=True):
    """One thing that is known, for or against: `tag`, `ref`, `note` and `weak` as everywhere."""

    stands: Stands

    @property
    def refs(self) -> tuple[str, ...]:
        """The ids of claims or papers."""
        return tuple(part.strip() for part in self.ref.split(","))


class CueFigure(Struct, frozen=True):
    """A running style at a phase of the stride, 0..1, and the style it is set against."""

    style: str
    phase: float
    contrast: str


class CueCard(Struct, frozen=True):
    """One cue. `words` is what the runner says to himself; `look` says what the figure shows."""

    id: str
    title: str
    words: str
    feel: str
    check: str
    figure: CueFigure
    look: str
    claims: tuple[str, ...]
    known: tuple[Known, ...]


class CueRules(Struct, frozen=True):
    """What a pocket card says about pain."""

    pain: tuple[str, ...]
