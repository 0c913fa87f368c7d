"""The dark side of a question page: what this is about, a knot that runs out straight, and a promise."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from unknot.ui.theme import Theme

POINTS = 900
TURNS = 5
LOGO = QSize(56, 34)


def strand_path(area: QRectF, turns: float) -> QPainterPath:
    """The knotted strand that runs out straight (design system, 9.1), filling `area`."""
    radius = area.height() / 2
    start, end = area.left() + radius, area.right()
    path = QPainterPath()
    for step in range(POINTS):
        u = step / (POINTS - 1)
        turn = 2 * pi * turns * u
        r = radius * max(0.0, 1 - u / 0.90) ** 1.2
        point = QPointF(start + (end - start) * u - r * sin(turn), area.center().y() - r * cos(turn))
        path.lineTo(point) if step else path.moveTo(point)
    return path


class SpruceSide(QWidget):
    """Logo, headline, text, strand, footer. `set_low` hides the strand in a low window."""

    def __init__(self, title: str, text: str, footer: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._brand = QLabel("Unknot", self)
        self._brand.setProperty("type", "h2")
        self._title, self._text, self._footer = QLabel(title, self), QLabel(text, self), QLabel(footer, self)
        self._title.setProperty("type", "hero")
        self._text.setProperty("type", "lead")
        self._footer.setProperty("type", "small")
        for label, tone in (
            (self._brand, "hero"),
            (self._title, "hero"),
            (self._text, "nav"),
            (self._footer, "navMuted"),
        ):
            label.setProperty("tone", tone)
            label.setWordWrap(True)
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(40), px(40), px(40), px(36))
        column.setSpacing(px(16))
        self._brand.setContentsMargins(px(68), 0, 0, 0)
        self._brand.setMinimumHeight(px(36))
        column.addWidget(self._brand)
        column.addSpacing(px(36))
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addStretch(1)
        column.addWidget(self._footer)

    def show_words(self, title: str, text: str) -> None:
        """Change headline and text."""
        self._title.setText(title)
        self._text.setText(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, logo and strand."""
        painter, px = QPainter(self), self._theme.px
        painter.fillRect(self.rect(), self._theme.color("nav"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.color("accent"), 4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(logo_path(QRectF(px(42), px(42), px(54), px(30))))
        top = self._text.geometry().bottom() + px(48)
        bottom = self._footer.geometry().top() - px(60)
        if bottom - top >= px(140) and self.height() >= 760:
            pen.setWidthF(6)
            painter.setPen(pen)
            high = min(px(130), bottom - top)
            area = QRectF(px(64), bottom - high, self.width() - px(64 + 56), high)
            painter.drawPath(strand_path(area, TURNS))
        painter.end()


def logo_path(area: QRectF) -> QPainterPath:
    """The logo: a level strand with one loop."""
    x, y, w, h = area.left(), area.top(), area.width(), area.height()
    path = QPainterPath(QPointF(x, y + h * 0.86))
    path.cubicTo(x + w * 0.42, y + h * 0.86, x + w * 0.74, y + h * 0.66, x + w * 0.68, y + h * 0.3)
    path.cubicTo(x + w * 0.62, y - h * 0.06, x + w * 0.34, y - h * 0.06, x + w * 0.32, y + h * 0.3)
    path.cubicTo(x + w * 0.3, y + h * 0.66, x + w * 0.6, y + h * 0.86, x + w, y + h * 0.8)
    return path
