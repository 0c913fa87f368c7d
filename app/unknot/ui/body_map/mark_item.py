"""One mark on the stage: a real child widget, so that keys and screen readers reach it."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from unknot.domain.knots import KnotKind, KnotStory
from unknot.ui.body_map.walk import is_arrow
from unknot.ui.theme import Theme
from unknot.ui.widgets.knot_mark import Mark, knot_reach, paint_mark, paint_pending

STAGE_SCALE = 0.8  # so that the muscle stays visible around a disc
STAGE_GROWTH = 1.4  # marks on the picture grow less than the text, or they would hide it
TARGET = 44


def mark_of(story: KnotStory) -> Mark:
    """What the mark of a knot shows today."""
    size, first = story.size, story.first_size
    return Mark(story.latest.tenderness, size, first, story.knot.kind, story.knot.is_open)


class MarkItem(QAbstractButton):
    """A knot or pain mark. `clicked` chooses it; dragging moves it and ends with `dropped`.

    `center` is exact to parts of a pixel; the widget around it lies on whole ones.
    """

    walked = Signal(int)  # an arrow key
    dragged = Signal(QPointF)  # stage point under the pointer
    dropped = Signal(QPointF)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.story: KnotStory | None = None
        self.center = QPointF()
        self.is_chosen = False
        self._mark = Mark(0)
        self._picture: QPixmap | None = None
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_story(self, story: KnotStory, center: QPointF, name: str, *, chosen: bool) -> None:
        """Show a knot at this point of the stage, under this accessible name."""
        mark = mark_of(story)
        moved = center != self.center
        if moved or mark != self._mark or chosen != self.is_chosen or self.story is None:
            self._mark, self.is_chosen, self._picture = mark, chosen, None
        self.story = story
        self.move_to(center)
        if name != self.accessibleName():
            self.setAccessibleName(name)
        if chosen:
            self.raise_()

    def move_to(self, center: QPointF) -> None:
        """Lie around this point."""
        if center == self.center and self._picture is not None:
            return
        self.center, self._picture = center, None
        half = self._half()
        corner = QPoint(floor(center.x()) - half, floor(center.y()) - half)
        self.setGeometry(corner.x(), corner.y(), 2 * half + 1, 2 * half + 1)
        self.update()

    def redraw(self) -> None:
        """Draw it again: the theme or the screen changed."""
        center, self._picture = self.center, None
        self.move_to(center)

    def sizeHint(self) -> QSize:
        """At least 44 px each way."""
        return QSize(2 * self._half() + 1, 2 * self._half() + 1)

    def hitButton(self, pos: QPoint) -> bool:
        """Only around the mark itself, but never less than a finger needs."""
        away = QPointF(pos) - self._local()
        reach = max(
            self._theme.px(TARGET) / 2,
            knot_reach(self._theme, self._mark, scale=STAGE_SCALE, most=STAGE_GROWTH),
        )
        return bool(away.x() ** 2 + away.y() ** 2 <= reach**2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Put the picture of it there."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn())
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows lead to the nearest knot, Enter opens."""
        if is_arrow(event.key()) and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }:
            self.walked.emit(event.key())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focused knot comes to the front."""
        self.raise_()
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may become a click or a drag."""
        super().mousePressEvent(event)
        if event.isAccepted() and event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag once the pointer has left the spot."""
        if self._pressed_at is not None:
            way = (event.position().toPoint() - self._pressed_at).manhattanLength()
            if self._dragging or way >= QApplication.startDragDistance():
                self._dragging = True
                self.dragged.emit(self.mapToParent(event.position()))
                return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop it, or click."""
        dragging, self._dragging, self._pressed_at = self._dragging, False, None
        if dragging:
            self.setDown(False)
            self.dropped.emit(self.mapToParent(event.position()))
        else:
            super().mouseReleaseEvent(event)

    def _half(self) -> int:
        drawn = knot_reach(
            self._theme, self._mark, selected=self.is_chosen, scale=STAGE_SCALE, most=STAGE_GROWTH
        )
        return max(self._theme.px(TARGET) // 2, floor(drawn) + 2)

    def _local(self) -> QPointF:
        return self.center - QPointF(self.pos())

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = _blank(self.size(), ratio)
            painter = QPainter(self._picture)
            paint_mark(
                painter,
                self._local(),
                self._theme,
                self._mark,
                selected=self.is_chosen,
                scale=STAGE_SCALE,
                most=STAGE_GROWTH,
            )
            painter.end()
        return self._picture


class PendingItem(QWidget):
    """The hollow "?" of a mark that is not stored yet. It takes no pointer and no focus."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._kind, self.center = theme, KnotKind.KNOT, QPointF()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Not stored yet"))
        self.hide()

    def show_at(self, center: QPointF, kind: KnotKind) -> None:
        """Appear around this point."""
        self.center, self._kind = center, kind
        half = self._theme.px(30)
        self.setGeometry(floor(center.x()) - half, floor(center.y()) - half, 2 * half + 1, 2 * half + 1)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring or diamond with its question mark."""
        painter = QPainter(self)
        paint_pending(painter, self.center - QPointF(self.pos()), self._theme, self._kind, scale=STAGE_SCALE)
        painter.end()


def _blank(size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(QRectF(0, 0, size.width() * ratio, size.height() * ratio).size().toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
