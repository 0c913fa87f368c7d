"""The marks that lie on a stage: which are seen in its view, where each is drawn, how keys walk them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.frame import StageFrame
from unknot.ui.body_map.mark_item import MarkItem
from unknot.ui.body_map.mark_pictures import MarkPictures
from unknot.ui.body_map.push_apart import push_apart
from unknot.ui.body_map.shown_mark import in_view
from unknot.ui.body_map.stage_mark import StageMark
from unknot.ui.body_map.walk import next_that_way
from unknot.ui.theme import Theme

PUSHED_MOST = 48.0  # px a mark may be drawn beside its true spot
PUSHED = 3.0  # from so many px on a thin line says where it belongs


class Thread(Struct, frozen=True):
    """The thin line from a mark that was pushed aside to its true spot."""

    spot: QPointF
    mark: QPointF


class MarkLayer(QObject):
    """Keeps one child widget a mark of this view and these legs; those out of sight are hidden.

    They lie on the stage of `lid`, its lowest button, and never cover that.
    """

    chosen = Signal(object)  # UUID
    reached = Signal()  # a mark, by the pointer
    dragged = Signal(QPointF)
    dropped = Signal(object, QPointF)  # UUID
    sought = Signal(object)  # Spot: a mark out of sight that an arrow leads to

    def __init__(self, atlas: MapAtlas, theme: Theme, lid: QWidget) -> None:
        super().__init__(lid.parentWidget())
        self._atlas, self._theme, self._lid = atlas, theme, lid
        self._pictures = MarkPictures(theme)
        self._marks: tuple[StageMark, ...] = ()
        self._chosen: UUID | None = None
        self._items: dict[UUID, MarkItem] = {}
        self._in_sight: tuple[MarkItem, ...] | None = None  # known until something moves
        self._threads: tuple[Thread, ...] | None = None  # the same: every paint of the stage asks
        self._aside_at = 0.0  # height of the picture for which the marks were pushed apart

    # ---------------------------------------------------------------- asking
    @property
    def items(self) -> tuple[MarkItem, ...]:
        """The marks in sight, top to bottom, then left to right."""
        if self._in_sight is None:
            seen = [item for item in self._items.values() if not item.isHidden()]
            self._in_sight = tuple(sorted(seen, key=_reading_order))
        return self._in_sight

    @property
    def threads(self) -> tuple[Thread, ...]:
        """The lines of marks in sight that are drawn beside their spot."""
        if self._threads is None:
            self._threads = tuple(
                Thread(item.spot, item.center)
                for item in self.items
                if item.aside is not None and _length(item.center - item.spot) >= PUSHED
            )
        return self._threads

    def item(self, knot_id: UUID) -> MarkItem | None:
        """The mark of a knot in sight."""
        item = self._items.get(knot_id)
        return None if item is None or item.isHidden() else item

    def at(self, point: QPointF) -> MarkItem | None:
        """The mark nearest to a point that a touch there means."""
        near = [item for item in self.items if item.holds(point)]
        return min(near, key=lambda item: _length(item.center - point), default=None)

    # ---------------------------------------------------------------- showing
    def show(self, marks: Sequence[StageMark], chosen: UUID | None, frame: StageFrame) -> None:
        """Show these marks as far as they are seen in the frame's view and on its legs."""
        self._marks, self._chosen = tuple(marks), chosen
        self.turn(frame)

    def go_on(self, marks: Sequence[StageMark], chosen: UUID | None) -> bool:
        """Show the same marks where they lie, a little further on their way or paler.

        False, and nothing done, where more than that has changed: then all find their places anew.
        """
        if chosen != self._chosen or len(marks) != len(self._marks):
            return False
        moved = [(new, old) for new, old in zip(marks, self._marks, strict=True) if new is not old]
        if any(_lies_as(new) != _lies_as(old) for new, old in moved):
            return False
        for new, _ in moved:
            item = self._items.get(new.knot_id)
            if item is not None:
                seen = replace(item.mark, opacity=new.opacity, before=new.before, way=new.way)
                item.show_mark(seen, chosen=item.is_chosen)
        self._marks = tuple(marks)
        return True

    def turn(self, frame: StageFrame) -> None:
        """Show the same marks in another view or on other legs."""
        here = [in_view(mark, frame.view, self._atlas) for mark in self._marks]
        shown = {mark.knot_id: mark for mark in here if mark is not None and frame.leg(mark.spot.side)}
        for knot_id in self._items.keys() - shown.keys():
            item = self._items.pop(knot_id)
            item.hide()
            item.deleteLater()
        for knot_id, mark in shown.items():
            item = self._items.get(knot_id) or self._new_item(mark)
            item.show_mark(mark, chosen=knot_id == self._chosen)
        for item in self._items.values():
            if item.is_chosen:
                item.come_forward()
        self._aside_at = 0.0
        self.place(frame)

    def place(self, frame: StageFrame) -> None:
        """Move every mark to where the frame says."""
        self._in_sight = self._threads = None
        legs = {leg.side: leg for leg in frame.legs}
        items = list(self._items.values())
        for item in items:
            spot = item.mark.spot
            item.spot = legs[spot.side].point(spot.u, spot.v)
        height = frame.legs[0].picture.height()
        if height != self._aside_at:  # they stay as they are while the legs only pan
            self._aside_at = height
            self._push_apart(items)
        for item in items:
            seen = frame.holds(item.spot)
            if seen:
                item.move_to(item.drawn)
            if item.isHidden() is seen:
                item.setVisible(seen)

    def add(self, mark: StageMark, frame: StageFrame) -> None:
        """Show one more mark, chosen, and paint it at once; the others follow with the next `show`."""
        spot = frame.point(mark.spot)
        if spot is None:
            return
        item = self._items.get(mark.knot_id) or self._new_item(mark)
        item.spot, item.aside = spot, None
        self._in_sight = self._threads = None
        item.move_to(spot)
        item.show_mark(mark, chosen=True)
        item.come_forward()
        item.show()
        item.repaint()

    def redraw(self) -> None:
        """The theme or the text size changed."""
        self._pictures.forget()
        self._aside_at = 0.0
        for item in self._items.values():
            item.redraw()

    def _push_apart(self, items: list[MarkItem]) -> None:
        """Say how far each mark is drawn beside its spot: None for those that keep it."""
        items = sorted(items, key=_identity)
        points = [item.spot.toTuple() for item in items]
        moved = push_apart(points, [item.body for item in items], self._theme.px(PUSHED_MOST))
        for item, (right, down) in zip(items, moved.tolist(), strict=True):
            item.aside = QPointF(right, down) if right or down else None

    def _new_item(self, mark: StageMark) -> MarkItem:
        item = MarkItem(mark, self._theme, self._pictures, self._lid)
        item.clicked.connect(self._clicked)
        item.walked.connect(self._walked)
        item.reached.connect(self.reached)
        item.dragged.connect(self._dragged)
        item.dropped.connect(self._dropped)
        item.hide()
        self._items[mark.knot_id] = item
        return item

    # ---------------------------------------------------------------- answers of the marks
    def _sender(self) -> MarkItem | None:
        sender = self.sender()
        return sender if isinstance(sender, MarkItem) else None

    def _clicked(self) -> None:
        item = self._sender()
        if item is not None:
            self.chosen.emit(item.mark.knot_id)

    def _walked(self, key: int) -> None:
        """An arrow leads to the nearest mark of this view that way, bringing it into sight."""
        item = self._sender()
        if item is None:
            return
        others = list(self._items.values())
        index = next_that_way(key, item.drawn, [other.drawn for other in others])
        if index is None:
            return
        there = others[index]
        if there.isHidden():
            self.sought.emit(there.mark.spot)
        there.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _dragged(self, point: QPointF) -> None:
        item = self._sender()
        if item is not None:
            item.move_to(point)
            self._threads = None
            self.dragged.emit(point)

    def _dropped(self, point: QPointF) -> None:
        item = self._sender()
        if item is not None:
            self.dropped.emit(item.mark.knot_id, point)


def _lies_as(mark: StageMark) -> tuple[object, ...]:
    return mark.knot_id, mark.spot, mark.look, mark.name


def _reading_order(item: MarkItem) -> tuple[float, float]:
    return item.center.y(), item.center.x()


def _identity(item: MarkItem) -> int:
    return item.mark.knot_id.int


def _length(way: QPointF) -> float:
    return abs(way.x()) + abs(way.y())
