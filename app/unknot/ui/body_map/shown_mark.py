"""From a knot to what the stage shows of it, in its own view and in another."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from unknot.domain.body import View
from unknot.domain.knots import KnotStory
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.stage_mark import StageMark, mark_of
from unknot.ui.body_map.story_words import spoken_name, view_word


def shown_mark(story: KnotStory, atlas: MapAtlas, opacity: float = 1.0) -> StageMark:
    """The mark of a knot as its checks say. For a past day give a story with the checks up to that day."""
    knot = story.knot
    return StageMark(knot.id, knot.spot, knot.place, mark_of(story), spoken_name(story, atlas), opacity)


def in_view(mark: StageMark, view: View, atlas: MapAtlas) -> StageMark | None:
    """The mark as this view shows it: itself, a hollow marker that says whence, or None."""
    if mark.spot.view is view:
        return mark
    spot = atlas.seen_from(view, mark.spot, mark.place)
    if spot is None:
        return None
    words = QCoreApplication.translate("ShownMark", "{name} Marked in the {view} view.")
    name = words.format(name=mark.name, view=view_word(mark.spot.view).lower())
    return replace(mark, spot=spot, name=name, echo_of=mark.spot.view)
