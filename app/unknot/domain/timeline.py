"""A timeline: what is on at which second of a session. Pure data, no clock."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct

from unknot.domain.body import Side
from unknot.domain.steps import Step


class Segment(Struct, frozen=True):
    """One step as it is played: `start` and `end` in seconds from the beginning, for one leg or none.

    `cue`, `text`, `say` have their side words and {ceiling} left in place: `worded()` of domain.steps
    fills them when they are shown, since the ceiling may fall during the session.
    """

    index: int
    step: Step
    side: Side | None
    start: float
    end: float
    block: int  # index into Timeline.blocks
    number: int  # step number within its block, from 1
    tool: str = ""  # role of the tool in use, empty for none

    @property
    def seconds(self) -> float:
        """Its length."""
        return self.end - self.start

    @property
    def waits(self) -> bool:
        """Checks are not timed: the clock holds until they are answered or skipped."""
        return self.step.waits


class Block(Struct, frozen=True):
    """A stretch of the strip on the player's top edge: settle, right, switch, left, finish."""

    label: str
    start: float
    end: float
    side: Side | None
    steps: int


class Timeline(Struct, frozen=True):
    """Segments from 0 to `total` seconds without gap or overlap."""

    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]

    @property
    def total(self) -> float:
        """Length in seconds."""
        return self.segments[-1].end if self.segments else 0.0

    def at(self, position: float) -> Segment:
        """The segment on at `position` seconds; the last one at and after the end."""
        if not self.segments:
            raise ValueError("an empty timeline has nothing on")
        starts = [s.start for s in self.segments]
        return self.segments[max(0, bisect_right(starts, position) - 1)]

    def picked_up(self, segment: Segment) -> str:
        """The role of the tool that has to be at hand now and was not before; empty where nothing changes."""
        before = self.segments[segment.index - 1].tool if segment.index else ""
        return segment.tool if segment.tool != before else ""

    def following(self, segment: Segment) -> Segment | None:
        """The segment after this one."""
        nxt = segment.index + 1
        return self.segments[nxt] if nxt < len(self.segments) else None
