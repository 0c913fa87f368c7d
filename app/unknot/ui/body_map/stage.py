"""The painted legs: hover names a place, a tap asks for a mark there, marks lie on it as child widgets."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.domain.body import Spot, View
from unknot.domain.knots import KnotKind, KnotStory
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.crosshair import Crosshair
from unknot.ui.body_map.frame import LegChoice, StageFrame, lay_out
from unknot.ui.body_map.hatching import Hatching
from unknot.ui.body_map.margin_labels import Label, margin_width
from unknot.ui.body_map.mark_item import MarkItem, PendingItem
from unknot.ui.body_map.mark_layer import MarkLayer
from unknot.ui.body_map.pictures import Pictures
from unknot.ui.body_map.place_hover import PlaceHover, stage_chip
from unknot.ui.body_map.shown_mark import shown_mark
from unknot.ui.body_map.sight_control import SightControl
from unknot.ui.body_map.stage_corners import StageCorners
from unknot.ui.body_map.stage_gestures import StageGestures
from unknot.ui.body_map.stage_mark import StageMark
from unknot.ui.body_map.stage_names import stage_labels, zoom_words
from unknot.ui.body_map.stage_picture import StagePicture
from unknot.ui.body_map.story_words import stage_words
from unknot.ui.body_map.walk import is_arrow
from unknot.ui.theme import Theme


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
        self._atlas, self._theme = atlas, theme
        self._view, self._legs, self._whole, self._quiet = View.BACK, LegChoice.BOTH, False, False
        self._today: tuple[StageMark, ...] = ()
        self._given: tuple[StageMark, ...] | None = None
        self._chosen: UUID | None = None
        self._chained: tuple[MarkItem, ...] = ()
        self._labels: list[Label] = []
        self._pending_spot: Spot | None = None
        self._moving = False
        self.sight = SightControl(theme, self._lay_out(), self)
        self._frame = self.sight.frame
        self._gestures = StageGestures(self.sight, self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setProperty("radius", 14)
        self.hatching = Hatching(atlas, theme)
        self._picture = StagePicture(pictures, self.hatching, theme)
        self._hover = PlaceHover(atlas, theme, self)
        self.hint = stage_chip(self)
        self.corners = StageCorners(self.sight, theme, self)
        self.marks = MarkLayer(atlas, theme, self.corners.whole)
        self._pending = PendingItem(theme, self)
        self.crosshair = Crosshair(theme, self)
        self.whole_button, self.zoom_buttons = self.corners.whole, self.corners.zoom
        self._connect()

    # ---------------------------------------------------------------- what is shown
    @property
    def frame(self) -> StageFrame:
        """Where the legs stand now."""
        return self._frame

    @property
    def items(self) -> tuple[MarkItem, ...]:
        """The marks in sight, top to bottom, then left to right."""
        return self.marks.items

    @property
    def labels(self) -> tuple[Label, ...]:
        """The names beside the legs."""
        return tuple(self._labels)

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
        return focused.mark.knot_id if isinstance(focused, MarkItem) and focused.hasFocus() else None

    def item(self, knot_id: UUID) -> MarkItem | None:
        """The mark of a knot, None if it is not in sight."""
        return self.marks.item(knot_id)

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
        """Show these knots as they are today; the chosen one is ringed, also when it is no longer found."""
        seen = (story for story in stories if story.knot.is_open or story.knot.id == chosen)
        self._today, self._chosen = tuple(shown_mark(story, self._atlas) for story in seen), chosen
        self._show_marks()

    @property
    def given(self) -> tuple[StageMark, ...] | None:
        """The marks shown instead of today's, None where today's are shown."""
        return self._given

    def show_marks(self, marks: Sequence[StageMark] | None) -> None:
        """Show these marks instead of today's, as of another day; None goes back to today's."""
        self._given = None if marks is None else tuple(marks)
        if self._given is None or not self.marks.go_on(self._given, self._chosen):
            self._show_marks()

    def set_hatched(self, places: Collection[str]) -> None:
        """Hatch these places, by id: where not to press."""
        if self.hatching.set_places(frozenset(places)):
            self._picture.forget()
            self.update()

    def show_new(self, story: KnotStory) -> None:
        """Put one more knot on the stage, chosen, and paint it at once."""
        self._pending.hide()
        self.marks.add(shown_mark(story, self._atlas), self._frame)

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
        if on == self._moving:
            return
        self._moving = on
        self.say(self.tr("Tap the new spot. Esc leaves it where it is.") if on else "")
        self._show_cursor()

    def say(self, words: str) -> None:
        """A few words above the legs; empty takes them away."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self._place_hint()

    def show_crosshair(self) -> None:
        """Let arrow keys point: at where they pointed last, else at the middle of a leg."""
        leg = self._frame.legs[-1]
        self.crosshair.start(QPointF(sum(leg.edges) / 2, self._frame.middle.y()))

    def needs_whole(self, spot: Spot) -> bool:
        """Whether a spot of this view lies outside the part of the leg that is shown without zoom."""
        base = self.sight.base
        there = spot.view is self._view and base.leg(spot.side) is not None
        return there and base.point(spot) is None

    def bring(self, spot: Spot) -> None:
        """Bring a spot of this view into sight, if it is not."""
        leg = self.sight.base.leg(spot.side)
        if spot.view is self._view and leg is not None and self._frame.point(spot) is None:
            self.sight.bring(leg.point(spot.u, spot.v))

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

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves out of sight."""
        self.sight.finish()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture with its names, and the outline under the pointer."""
        ratio = self.devicePixelRatioF()
        picture = self._picture.pixmap(
            self._frame, ratio, self._labels, self.marks.threads, quiet=self._quiet
        )
        painter = QPainter(self)
        area = QRectF(event.rect())
        painter.drawPixmap(area, picture, QRectF(area.topLeft() * ratio, area.size() * ratio))
        self._hover.paint(painter)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom or pan."""
        self._gestures.wheel(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name what is under the pointer, or drag the legs."""
        if event.buttons():
            self._gestures.move(event)
        else:
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
        """A tap or a drag begins."""
        self._gestures.press(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tap or a drag ends."""
        self._gestures.release(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Nothing to paint: Qt would paint the whole stage with all its marks, just when it was tapped."""
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing to paint."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow leads to the first knot."""
        items = self.items
        if is_arrow(event.key()) and items and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            items[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    # ---------------------------------------------------------------- placing
    def _connect(self) -> None:
        self.sight.moved.connect(self._sight_moved)
        self._gestures.tapped.connect(self._tapped_at)
        self._gestures.dragging_began.connect(self._show_cursor)
        self._gestures.dragging_ended.connect(self._show_cursor)
        self.crosshair.moved.connect(self._crosshair_moved)
        self.crosshair.edge_pushed.connect(self.sight.pan)
        self.crosshair.pressed.connect(self._tapped_at)
        self.crosshair.left.connect(self.setFocus)
        self.marks.chosen.connect(self.knot_chosen)
        self.marks.reached.connect(self._hover.clear)
        self.marks.dragged.connect(self._hover_at)
        self.marks.dropped.connect(self._mark_dropped)
        self.marks.sought.connect(self.bring)
        for button in self.corners.buttons:
            self._hover.give_way_to(button)
        self.whole_button.toggled.connect(self._whole_toggled)
        self._theme.changed.connect(self._look_changed)

    def _lay_out(self) -> StageFrame:
        shape = self._atlas.shape(self._view, whole=self._whole)
        size = QSizeF(max(1, self.width()), max(1, self.height()))
        margin, gap = margin_width(self._theme), float(self._theme.px(48))
        return lay_out(self._view, self._legs, size, shape, whole=self._whole, margin=margin, gap=gap)

    def _rebuild(self) -> None:
        """The stage, its view or its legs are others."""
        self.sight.set_base(self._lay_out())
        self._frame = self.sight.frame
        self._show_marks()
        self._sight_moved()
        self._place_hint()

    def _sight_moved(self) -> None:
        """The same legs, seen otherwise."""
        self._frame = self.sight.frame
        self._picture.forget()
        self._hover_at(None)
        self.marks.place(self._frame)
        self.corners.place(self.sight.sight)
        self.setAccessibleDescription(zoom_words(self.sight.sight.zoom))
        self._place_labels()
        self._chain_focus()
        self.show_pending(self._pending_spot)
        self.update()

    def _show_marks(self) -> None:
        marks = self._today if self._given is None else self._given
        self.marks.show(marks, self._chosen, self._frame)
        self._chain_focus()
        self._place_labels()
        self.setAccessibleName(stage_words(self._view, self._legs, len(self.items)))

    def _chain_focus(self) -> None:
        """Tab goes through the marks in reading order."""
        items = self.items
        if items == self._chained:
            return
        self._chained = items
        before: QWidget = self
        for item in (*items, *self.corners.buttons):
            QWidget.setTabOrder(before, item)
            before = item

    def _place_labels(self) -> None:
        feet = self.corners.feet
        labels = stage_labels(self.items, self._chosen, self._frame, self._atlas, self._theme, feet)
        if labels != self._labels:
            self._labels = labels
            self.update()

    def _hover_at(self, point: QPointF | None) -> None:
        if self._hover.show_at(self._frame, point):
            self.update()

    def _place_hint(self) -> None:
        self.hint.adjustSize()
        self.hint.move((self.width() - self.hint.width()) // 2, self._theme.px(12))
        self.hint.raise_()

    def _show_cursor(self) -> None:
        if self._gestures.is_dragging:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self.setCursor(Qt.CursorShape.CrossCursor if self._moving else Qt.CursorShape.ArrowCursor)

    # ---------------------------------------------------------------- answers
    def _tapped_at(self, point: QPointF) -> None:
        """A tap means the mark it falls on, else asks for a mark at that very point."""
        spot, mark = self._frame.spot(point), self.marks.at(point)
        self._hover.clear()  # a card may open now
        if self._moving and self._chosen is not None:
            self.knot_dropped.emit(self._chosen, spot)
        elif mark is not None:
            mark.click()
        elif spot is not None and self._atlas.hits.place_at(spot.view, spot.u, spot.v) is not None:
            self.tapped.emit(spot)
        else:
            self.tapped_beside.emit()

    def _crosshair_moved(self, point: QPointF) -> None:
        self._hover_at(point)
        self.crosshair.tell_place(self._hover.spoken)

    def _mark_dropped(self, knot_id: UUID, point: QPointF) -> None:
        self._hover.clear()
        self.knot_dropped.emit(knot_id, self._frame.spot(point))
        self.marks.place(self._frame)  # back where it was, unless it was moved

    def _whole_toggled(self, whole: bool) -> None:
        self._whole = whole
        self.sight.forget()
        self._rebuild()
        self.whole_chosen.emit(whole)

    def _look_changed(self) -> None:
        self.marks.redraw()
        self._rebuild()
