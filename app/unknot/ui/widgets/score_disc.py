"""A pain score as a disc with its number and an arc of n tenths, for rows and lists."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.ui.theme import Theme

_SIDE = 38


class ScoreDisc(QWidget):
    """A picture for the eye; what holds it says the score in words."""

    def __init__(self, theme: Theme, score: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._score = theme, score
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._theme.px(_SIDE), self._theme.px(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, arc, disc and number."""
        painter, px = QPainter(self), self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink = self._theme.tender(self._score)
        middle, outer = QPointF(self.width() / 2, self.height() / 2), px(_SIDE) / 2 - px(2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("border"), px(3)))
        painter.drawEllipse(middle, outer, outer)
        pen = QPen(self._theme.color("ink"), px(3))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        ring = QRectF(middle.x() - outer, middle.y() - outer, 2 * outer, 2 * outer)
        painter.drawArc(ring, 90 * 16, -round(self._score / 10 * 360 * 16))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        inner = outer - px(4)
        painter.drawEllipse(middle, inner, inner)
        painter.setPen(ink)
        font = self._theme.font("number")
        font.setPixelSize(px(16))
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._score))
        painter.end()
