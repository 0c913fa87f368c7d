"""How the pain of a pressed spot ran within a step: what was noted at which second."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from unknot.domain.body import Side
from unknot.domain.practice import PressRating
from unknot.domain.timeline import Timeline

FEWEST = 2  # notes that make a course


class PressCurve(Struct, frozen=True):
    """One pressing step: `points` are (seconds since it began, pain), in order."""

    index: int  # the step's place in the timeline
    side: Side | None
    seconds: float  # the step's length
    points: tuple[tuple[float, int], ...]

    @property
    def first(self) -> int:
        """The pain noted first."""
        return self.points[0][1]

    @property
    def last(self) -> int:
        """The pain noted last."""
        return self.points[-1][1]

    @property
    def span_s(self) -> float:
        """Seconds from the first note to the last."""
        return self.points[-1][0] - self.points[0][0]

    @property
    def is_course(self) -> bool:
        """Whether there are notes enough to say how it went on."""
        return len(self.points) >= FEWEST


def press_curves(presses: Iterable[PressRating], timeline: Timeline) -> tuple[PressCurve, ...]:
    """The curves of a session, in the order of its steps.

    A step that was played again has one curve: its notes in the order of their second, a later note of the
    same second instead of the earlier one. Notes of steps that are not in this timeline are left out.
    """
    noted: dict[int, dict[float, int]] = {}
    for press in presses:
        if 0 <= press.index < len(timeline.segments):
            start = timeline.segments[press.index].start
            noted.setdefault(press.index, {})[max(0.0, round(press.position_s - start, 1))] = press.pain
    curves = []
    for index in sorted(noted):
        segment = timeline.segments[index]
        curves.append(PressCurve(index, segment.side, segment.seconds, tuple(sorted(noted[index].items()))))
    return tuple(curves)
