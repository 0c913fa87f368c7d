"""Which mark stands for what: small marks with their words in a row that wraps."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.ui.progress.marks import Shape, paint_badge, paint_shape
from unknot.ui.theme import Theme

_NUMBER = 16  # px of a number before its words


class Entry(Struct, frozen=True):
    """A word with its mark: a shape with a line's dash, or a filled square in a colour token.

    `ink` is the colour of the line, `mark` that of the shape, `number` what stands at the line's end.
    `badge` is a letter in a disc.
    """

    text: str
    shape: Shape | None = None
    dash: tuple[float, ...] | None = None
    fill: str = ""
    ink: str = "ink2"
    number: str = ""
    mark: str = "pain"
    badge: str = ""


class Legend(QWidget):
    """Painted; its accessible name says the words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[Entry, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    @property
    def has_entries(self) -> bool:
        """Whether there is anything to explain."""
        return bool(self._entries)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Explain these."""
        self._entries = tuple(entries)
        self.setAccessibleName(
            "; ".join(f"{entry.number or entry.badge} {entry.text}".strip() for entry in entries)
        )
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as it needs."""
        boxes = self._boxes(width)
        return boxes[-1].bottom() + 1 if boxes else 0

    def sizeHint(self) -> QSize:
        """One entry wide at least."""
        boxes = self._boxes(10**6)
        widest = max((box.width() for box in boxes), default=0)
        return QSize(widest, self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """One entry wide."""
        return QSize(0, self.heightForWidth(max(1, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Marks and words."""
        painter, px = QPainter(self), self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for entry, box in zip(self._entries, self._boxes(self.width()), strict=True):
            self._paint_mark(painter, entry, box)
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.color("ink2"))
            words = box.adjusted(px(34 if entry.shape else 26 if entry.badge else 22), 0, 0, 0)
            if entry.number:
                self._paint_number(painter, entry, words)
                words.adjust(px(_NUMBER), 0, 0, 0)
                painter.setFont(self._theme.font("small"))
                painter.setPen(self._theme.color("ink2"))
            text = QFontMetrics(painter.font()).elidedText(
                entry.text, Qt.TextElideMode.ElideRight, words.width()
            )
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()

    def _paint_number(self, painter: QPainter, entry: Entry, box: QRect) -> None:
        painter.setFont(self._theme.font("label"))
        painter.setPen(self._theme.color(entry.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.number)

    def _paint_mark(self, painter: QPainter, entry: Entry, box: QRect) -> None:
        px, middle = self._theme.px, box.center().y() + 0.5
        if entry.badge:
            paint_badge(painter, self._theme, entry.badge, QPointF(box.left() + px(10), middle))
            return
        if entry.shape is None:
            painter.setPen(QPen(self._theme.color("ink"), 1))
            painter.setBrush(self._theme.color(entry.fill))
            painter.drawRoundedRect(QRectF(box.left() + 1, middle - px(7), px(14), px(14)), 2, 2)
            return
        if entry.dash is not None:
            pen = QPen(self._theme.color(entry.ink), px(2))
            if entry.dash:
                pen.setDashPattern(list(entry.dash))
            painter.setPen(pen)
            painter.drawLine(QPointF(box.left(), middle), QPointF(box.left() + px(28), middle))
        paint_shape(painter, self._theme, entry.shape, QPointF(box.left() + px(14), middle), ink=entry.mark)

    def _boxes(self, width: int) -> list[QRect]:
        metrics, px = QFontMetrics(self._theme.font("small")), self._theme.px
        high, gap = px(24), px(20)
        boxes, x, y = [], 0, 0
        for entry in self._entries:
            before = px((36 if entry.shape else 28 if entry.badge else 24) + (_NUMBER if entry.number else 0))
            wide = min(metrics.horizontalAdvance(entry.text) + before, max(1, width))
            if x and x + wide > width:
                x, y = 0, y + high
            boxes.append(QRect(x, y, wide, high))
            x += wide + gap
        return boxes
