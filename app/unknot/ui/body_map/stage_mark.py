"""What the stage shows of one mark: plain data, from today's knots or from a day of the course."""

from __future__ import annotations

from uuid import UUID

from msgspec import Struct

from unknot.domain.body import Spot, View
from unknot.domain.knots import KnotStory
from unknot.ui.widgets.knot_mark import Mark


class StageMark(Struct, frozen=True):
    """One mark. `spot` is where it was marked; the stage works out where other views show it.

    `echo_of` is set by the stage alone: this is the hollow marker of a knot of that other view. While the
    weeks play a mark goes over from the look `before`: `way` says how far it has come.
    """

    knot_id: UUID
    spot: Spot
    place: str
    look: Mark
    name: str  # for those who hear it
    opacity: float = 1.0
    echo_of: View | None = None
    before: Mark | None = None
    way: float = 1.0


def mark_of(story: KnotStory) -> Mark:
    """What the mark of a knot shows after its latest check."""
    size, first = story.size, story.first_size
    return Mark(story.latest.tenderness, size, first, story.knot.kind, story.knot.is_open)
