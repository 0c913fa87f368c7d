"""The painted legs: hover names a place, a tap asks for a mark there, marks lie on it as child widgets."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.domain.body import Side, Spot, View
from unknot.domain.knots import KnotKind, KnotStory
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.frame import LegChoice, LegFrame, StageFrame, lay_out
from unknot.ui.body_map.margin_labels import Label, Named, margin_width, paint_labels, place_labels
from unknot.ui.body_map.mark_item import STAGE_GROWTH, STAGE_SCALE, MarkItem, PendingItem, mark_of
from unknot.ui.body_map.pictures import Pictures
from unknot.ui.body_map.place_hover import PlaceHover, stage_chip
from unknot.ui.body_map.story_words import spoken_name, stage_words
from unknot.ui.body_map.walk import is_arrow, next_that_way
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.knot_mark import knot_reach

TAP_SLACK = 8  # px a finger may slip between press and release


class BodyStage(QWidget):
    """Shows one view of one leg or both. It stores nothing: it tells what was tapped, chosen, moved."""

    tapped = Signal(object)  # Spot
    tapped_beside = Signal()
    knot_chosen = Signal(object)  # UUID
    knot_dropped = Signal(object, object)  # UUID, Spot | None when it was dropped beside the legs
    whole_chosen = Signal(bool)

    def __init__(
        self, atlas: MapAtlas, pictures: Pictures, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._atlas, self._pictures, self._theme = atlas, pictures, theme
        self._view, self._legs, self._whole, self._quiet = View.BACK, LegChoice.BOTH, False, False
        self._stories: tuple[KnotStory, ...] = ()
        self._chosen: UUID | None = None
        self._items: dict[UUID, MarkItem] = {}
        self._chained: tuple[MarkItem, ...] = ()
        self._labels: list[Label] = []
        self._backdrop: QPixmap | None = None
        self._layer: QPixmap | None = None
        self._pressed_at: QPointF | None = None
        self._pending_spot: Spot | None = None
        self._moving = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setProperty("radius", 14)
        self._hover = PlaceHover(atlas, theme, self)
        self.hint = stage_chip(self)
        self.hint.setText(self.tr("Tap the new spot. Esc leaves it where it is."))
        self._pending = PendingItem(theme, self)
        self.whole_button = Button(
            self.tr("Whole leg"), theme, icon="arrows-out-line-vertical-bold", parent=self
        )
        self.whole_button.setCheckable(True)
        self.whole_button.toggled.connect(self._whole_toggled)
        self._frame = self._lay_out()
        theme.changed.connect(self._look_changed)

    # ---------------------------------------------------------------- what is shown
    @property
    def frame(self) -> StageFrame:
        """Where the legs stand now."""
        return self._frame

    @property
    def items(self) -> tuple[MarkItem, ...]:
        """The marks on the stage, top to bottom, then left to right."""
        return tuple(sorted(self._items.values(), key=lambda item: (item.center.y(), item.center.x())))

    @property
    def pending_is_shown(self) -> bool:
        """Whether a "?" is on the stage."""
        return self._pending.isVisible()

    @property
    def hovered_name(self) -> str:
        """The name of the place under the pointer, empty beside the legs."""
        return self._hover.name

    @property
    def focused_knot(self) -> UUID | None:
        """The knot that has the keyboard."""
        focused = self.focusWidget()
        if isinstance(focused, MarkItem) and focused.hasFocus() and focused.story is not None:
            return focused.story.knot.id
        return None

    def item(self, knot_id: UUID) -> MarkItem | None:
        """The mark of a knot, None if it is not on this stage."""
        return self._items.get(knot_id)

    def show_view(self, view: View, legs: LegChoice, *, quiet: bool) -> None:
        """Show this view of these legs; `quiet` takes the grey pictures."""
        if (view, legs, quiet) == (self._view, self._legs, self._quiet):
            return
        self._view, self._legs, self._quiet = view, legs, quiet
        self._rebuild()

    def show_whole(self, *, whole: bool) -> None:
        """The whole leg, or from the buttock fold to the calf."""
        self.whole_button.setChecked(whole)

    def show_stories(self, stories: Sequence[KnotStory], chosen: UUID | None) -> None:
        """Show these knots; the chosen one is ringed, also when it is no longer found."""
        self._stories, self._chosen = tuple(stories), chosen
        self._place_items()

    def show_new(self, story: KnotStory) -> None:
        """Put one more knot on the stage, chosen, and paint it at once."""
        point = self._frame.point(story.knot.spot)
        if point is None:
            return
        self._pending.hide()
        item = self._new_item(story.knot.id)
        item.show_story(story, point, spoken_name(story, self._atlas), chosen=True)
        item.repaint()

    def show_pending(self, spot: Spot | None, kind: KnotKind = KnotKind.KNOT) -> None:
        """Show a "?" where a mark is about to be stored, or take it away."""
        self._pending_spot = spot
        point = self._frame.point(spot) if spot else None
        if point is None:
            self._pending.hide()
        else:
            self._pending.show_at(point, kind)
            self._pending.repaint()  # before anything slower

    def wait_for_move(self, *, on: bool) -> None:
        """While on, the next tap tells where the chosen knot goes."""
        self._moving = on
        self.hint.setVisible(on)
        self._place_hint()
        self.setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)

    def needs_whole(self, spot: Spot) -> bool:
        """Whether a spot of this view lies outside the part of the leg that is shown."""
        return (
            spot.view is self._view
            and self._frame.leg(spot.side) is not None
            and (self._frame.point(spot) is None)
        )

    def sizeHint(self) -> QSize:
        """As in the page at 1440 x 900."""
        return QSize(760, 690)

    def minimumSizeHint(self) -> QSize:
        """Enough for one leg with its names."""
        return QSize(self._theme.px(300), self._theme.px(280))

    # ---------------------------------------------------------------- events
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the legs again."""
        super().resizeEvent(event)
        self._rebuild()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture with its names, and the outline under the pointer."""
        ratio = self.devicePixelRatioF()
        if self._layer is None or self._layer.devicePixelRatio() != ratio:
            self._layer = self._painted_layer(ratio)
        painter = QPainter(self)
        area = QRectF(event.rect())
        painter.drawPixmap(area, self._layer, QRectF(area.topLeft() * ratio, area.size() * ratio))
        self._hover.paint(painter)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name what is under the pointer."""
        if not event.buttons():
            self._hover_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._hover_at(None)
        super().leaveEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Name what is under the pointer."""
        self._hover_at(event.position())
        super().enterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap begins."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tap ends: on a leg it asks for a mark at that very point."""
        start, self._pressed_at = self._pressed_at, None
        if start is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if (event.position() - start).manhattanLength() > TAP_SLACK:
            return
        spot = self._frame.spot(start)
        if self._moving and self._chosen is not None:
            self.knot_dropped.emit(self._chosen, spot)
        elif spot is not None and self._atlas.hits.place_at(spot.view, spot.u, spot.v) is not None:
            self.tapped.emit(spot)
        else:
            self.tapped_beside.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow leads to the first knot."""
        items = self.items
        if is_arrow(event.key()) and items:
            items[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    # ---------------------------------------------------------------- placing
    def _lay_out(self) -> StageFrame:
        shape = self._atlas.shape(self._view, whole=self._whole)
        size = QSizeF(max(1, self.width()), max(1, self.height()))
        margin, gap = margin_width(self._theme), float(self._theme.px(48))
        return lay_out(self._view, self._legs, size, shape, whole=self._whole, margin=margin, gap=gap)

    def _rebuild(self) -> None:
        self._frame, self._backdrop, self._layer = self._lay_out(), None, None
        self._hover_at(None)
        edge = self._theme.px(16)
        size = self.whole_button.sizeHint()
        self.whole_button.setGeometry(edge, self.height() - size.height() - edge, size.width(), size.height())
        self._place_items()
        self._place_hint()
        self.show_pending(self._pending_spot)
        self.update()

    def _place_items(self) -> None:
        shown: dict[UUID, tuple[KnotStory, QPointF]] = {}
        for story in self._stories:
            point = self._frame.point(story.knot.spot)
            if point is not None and (story.knot.is_open or story.knot.id == self._chosen):
                shown[story.knot.id] = (story, point)
        for knot_id in self._items.keys() - shown.keys():
            item = self._items.pop(knot_id)
            item.hide()
            item.deleteLater()
        for knot_id, (story, point) in shown.items():
            item = self._items.get(knot_id) or self._new_item(knot_id)
            chosen = knot_id == self._chosen
            if item.story == story and item.center == point and item.is_chosen is chosen:
                continue  # most knots, most of the time
            item.show_story(story, point, spoken_name(story, self._atlas), chosen=chosen)
        self._chain_focus()
        self._place_labels()
        self.setAccessibleName(stage_words(self._view, self._legs, len(self._items)))

    def _new_item(self, knot_id: UUID) -> MarkItem:
        item = MarkItem(self._theme, self)
        item.clicked.connect(self._item_clicked)
        item.walked.connect(self._item_walked)
        item.dragged.connect(self._item_dragged)
        item.dropped.connect(self._item_dropped)
        item.show()
        self._items[knot_id] = item
        return item

    def _chain_focus(self) -> None:
        """Tab goes through the marks in reading order."""
        items = self.items
        if items == self._chained:
            return
        self._chained = items
        before: QWidget = self
        for item in (*items, self.whole_button):
            QWidget.setTabOrder(before, item)
            before = item

    def _place_labels(self) -> None:
        named = []
        for knot_id, item in self._items.items():
            story = item.story
            leg = self._frame.leg(story.knot.spot.side) if story else None
            if story is not None and leg is not None:
                named.append(self._named(story, leg, item.center, chosen=knot_id == self._chosen))
        foot = self.whole_button.height() + self._theme.px(36)
        room = QRectF(self.rect()).adjusted(0, self._theme.px(56), 0, -foot)
        labels = place_labels(named, self._theme, room, self._ink_edges())
        if labels != self._labels:
            self._labels, self._layer = labels, None
            self.update()

    def _ink_edges(self) -> tuple[float, float]:
        """Where the legs begin and end on the stage, from left to right."""
        shape = self._atlas.shape(self._view, whole=self._whole)
        ends = [leg.point(u, 0.5).x() for leg in self._frame.legs for u in (shape.left, shape.right)]
        return min(ends), max(ends)

    def _named(self, story: KnotStory, leg: LegFrame, point: QPointF, *, chosen: bool) -> Named:
        middle = self.width() / 2 if len(self._frame.legs) > 1 else leg.picture.center().x()
        reach = knot_reach(self._theme, mark_of(story), selected=chosen, scale=STAGE_SCALE, most=STAGE_GROWTH)
        weight = 100.0 if chosen else float(story.latest.tenderness)
        return Named(point, reach, self._atlas.label(story.knot.place), point.x() < middle, weight)

    def _hover_at(self, point: QPointF | None) -> None:
        if self._hover.show_at(self._frame, point):
            self.update()

    def _place_hint(self) -> None:
        self.hint.adjustSize()
        self.hint.move((self.width() - self.hint.width()) // 2, self._theme.px(12))
        self.hint.raise_()

    def _painted_layer(self, ratio: float) -> QPixmap:
        """Legs, sides and names as one picture: it changes seldom, and is painted under every mark."""
        if self._backdrop is None or self._backdrop.devicePixelRatio() != ratio:
            self._backdrop = self._pictures.backdrop(self._frame, self._theme, ratio, quiet=self._quiet)
        layer = QPixmap(self._backdrop)
        painter = QPainter(layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_sides(painter)
        paint_labels(painter, self._labels, self._theme)
        painter.end()
        return layer

    def _paint_sides(self, painter: QPainter) -> None:
        painter.setPen(self._theme.color("ink2"))
        painter.setFont(self._theme.font("h2"))
        edge = self._theme.px(24)
        row = QRectF(edge, self._theme.px(14), self.width() - 2 * edge, self._theme.line_height("h2"))
        words = {Side.LEFT: self.tr("Left"), Side.RIGHT: self.tr("Right")}
        flags = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        for leg, flag in zip(self._frame.legs, flags, strict=False):
            painter.drawText(row, flag | Qt.AlignmentFlag.AlignVCenter, words[leg.side])

    # ---------------------------------------------------------------- answers of the marks
    def _sender_item(self) -> MarkItem | None:
        sender = self.sender()
        return sender if isinstance(sender, MarkItem) and sender.story is not None else None

    def _item_clicked(self) -> None:
        item = self._sender_item()
        if item is not None and item.story is not None:
            self.knot_chosen.emit(item.story.knot.id)

    def _item_walked(self, key: int) -> None:
        item, items = self._sender_item(), self.items
        if item is None:
            return
        index = next_that_way(key, item.center, [one.center for one in items])
        if index is not None:
            items[index].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _item_dragged(self, point: QPointF) -> None:
        item = self._sender_item()
        if item is not None:
            item.move_to(point)
            self._hover_at(point)

    def _item_dropped(self, point: QPointF) -> None:
        item = self._sender_item()
        if item is not None and item.story is not None:
            knot_id = item.story.knot.id
            self.knot_dropped.emit(knot_id, self._frame.spot(point))
            self._place_items()  # back where it was, unless it was moved

    def _whole_toggled(self, whole: bool) -> None:
        self._whole = whole
        self._rebuild()
        self.whole_chosen.emit(whole)

    def _look_changed(self) -> None:
        for item in self._items.values():
            item.redraw()
        self._rebuild()
