"""Which marks on the stage are named, beside which edge, and which matter most."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QRectF

from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.frame import StageFrame
from unknot.ui.body_map.margin_labels import Label, Named, place_labels
from unknot.ui.body_map.mark_item import MarkItem
from unknot.ui.theme import Theme

HEAD = 92  # px without names: whose leg it is and how it is seen
CHOSEN, ECHO = 100.0, -20.0  # which names are kept where there is not room for all


def stage_labels(
    items: Sequence[MarkItem],
    chosen: UUID | None,
    frame: StageFrame,
    atlas: MapAtlas,
    theme: Theme,
    feet: tuple[int, int],
) -> list[Label]:
    """The names of marks in sight; none overlap. `feet`: what buttons take of the height, left and right."""
    alone = len(frame.legs) == 1 and frame.zoom == 1
    middle = frame.legs[0].picture.center().x() if alone else frame.middle.x()
    named = []
    for item in items:
        mark = item.mark
        weight = CHOSEN if mark.knot_id == chosen else float(mark.look.tenderness)
        weight += ECHO if mark.echo_of is not None else 0.0
        at_left = item.center.x() < middle
        named.append(Named(item.center, item.reach, atlas.label(mark.place), at_left, weight))
    left, right = feet
    low = frame.size.height() - right
    room = QRectF(0, theme.px(HEAD), frame.size.width(), low - theme.px(HEAD))
    return place_labels(named, theme, room, frame.edges, left_foot=left - right)


def zoom_words(zoom: float) -> str:
    """Such as "Zoomed in 2.3 times."; empty without zoom."""
    if zoom <= 1:
        return ""
    return QCoreApplication.translate("StageNames", "Zoomed in {zoom} times.").format(zoom=f"{zoom:.1f}")
