"""The knotted strand that runs out straight: one formula, and the level strand with one loop, the logo."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.ui.theme import Theme

POINTS = 900
RUN_OUT = 0.90  # the part of the length after which the strand is straight
TURNS, TURNS_NARROW = 15, 12
LOGO_SIZE = (88.0, 41.0)  # the box of logo_path(), line width included


def strand_point(u: float, turns: float, left: float, right: float, centre: float, loop: float) -> QPointF:
    """The point at fraction u of a strand from `left` to `right`, `loop` the radius of its first loop."""
    radius = loop * max(0.0, 1 - u / RUN_OUT) ** 1.2
    angle = 2 * pi * turns * u
    return QPointF(left + (right - left) * u - radius * sin(angle), centre - radius * cos(angle))


def strand_path(
    turns: float,
    left: float,
    right: float,
    centre: float,
    loop: float,
    *,
    first: float = 0.0,
    last: float = 1.0,
) -> QPainterPath:
    """The strand from fraction `first` to `last` as one line."""
    steps = max(2, round(POINTS * (last - first)))
    path = QPainterPath(strand_point(first, turns, left, right, centre, loop))
    for step in range(1, steps + 1):
        path.lineTo(strand_point(first + (last - first) * step / steps, turns, left, right, centre, loop))
    return path


def logo_path() -> QPainterPath:
    """The logo in a box of LOGO_SIZE: a level strand with one loop."""
    path = QPainterPath(QPointF(2, 38))
    path.cubicTo(26, 38, 58, 34, 58, 17)
    path.cubicTo(58, 9, 52, 3, 44, 3)
    path.cubicTo(36, 3, 30, 9, 30, 17)
    path.cubicTo(30, 34, 62, 38, 86, 38)
    return path


class Logo(QWidget):
    """The logo, `height` logical px high, in one colour token. Decoration."""

    def __init__(
        self, theme: Theme, color: str = "primary", height: float = 44, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._color, self._height = theme, color, height
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_height(self, height: float) -> None:
        """Draw it this many logical px high."""
        self._height = height
        self._restyle()

    def sizeHint(self) -> QSize:
        """As wide as the strand is for its height."""
        high = self._theme.px(self._height)
        return QSize(round(high * LOGO_SIZE[0] / LOGO_SIZE[1]), high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One line with round ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.height() / LOGO_SIZE[1], self.height() / LOGO_SIZE[1])
        width = 4.0 if self._height >= 36 else 5.6
        painter.setPen(_round_pen(self._theme, self._color, width))
        painter.drawPath(logo_path())
        painter.end()

    def _restyle(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


class Strand(QWidget):
    """The strand across the page: up to `done` (0 to 1) in the primary colour, a disc where that ends."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._done = theme, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def done(self) -> float:
        """How much of it is behind, 0 to 1."""
        return self._done

    def set_done(self, done: float) -> None:
        """Say how much of it is behind, 0 to 1."""
        self._done = min(1.0, max(0.0, done))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Rest, done, now."""
        painter, px = QPainter(self), self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        loop, turns = px(26), TURNS if self.width() >= px(1000) else TURNS_NARROW
        left, right = px(8) + loop, self.width() - px(16)
        shape = (turns, left, right, self.height() / 2, loop)
        painter.setPen(_round_pen(self._theme, "borderStrong", px(4)))
        painter.drawPath(strand_path(*shape, first=self._done))
        if self._done > 0:
            painter.setPen(_round_pen(self._theme, "primary", px(4)))
            painter.drawPath(strand_path(*shape, last=self._done))
        painter.setPen(QPen(self._theme.color("ink"), 2.5))
        painter.setBrush(self._theme.color("accent"))
        now = strand_point(self._done, *shape)
        painter.drawEllipse(QRectF(now.x() - px(11), now.y() - px(11), px(22), px(22)))
        painter.end()

    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(80))
        self.update()


def _round_pen(theme: Theme, token: str, width: float) -> QPen:
    pen = QPen(theme.color(token), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
