"""Marks on a chart that keep their size whatever its scale: a score disc, a diamond, a square, a circle."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from unknot.ui.theme import Theme


class Shape(StrEnum):
    """How a mark looks; shapes tell series apart without colour."""

    SQUARE = "square"
    CIRCLE = "circle"
    DIAMOND = "diamond"
    OPEN_CIRCLE = "open-circle"
    OPEN_TRIANGLE = "open-triangle"
    HOLLOW = "hollow"  # a small empty diamond: the next morning
    SCORE = "score"  # a disc with its number
    NONE = "none"  # a line alone


CUE_INK = "chart2"
_OPEN = (Shape.HOLLOW, Shape.OPEN_CIRCLE, Shape.OPEN_TRIANGLE)


def paint_shape(
    painter: QPainter, theme: Theme, shape: Shape, middle: QPointF, *, score: int = 0, ink: str = "pain"
) -> None:
    """Draw one mark around a point."""
    unit = theme.text_scale / 100
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if shape is Shape.NONE:
        return
    if shape is Shape.SCORE:
        _paint_score(painter, theme, middle, score, 11 * unit)
        return
    half = 5.0 * unit
    painter.setPen(QPen(theme.color(ink), 1.6 * unit))
    painter.setBrush(theme.color("surface" if shape in _OPEN else ink))
    if shape is Shape.SQUARE:
        painter.drawRect(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half))
    elif shape in (Shape.CIRCLE, Shape.OPEN_CIRCLE):
        painter.drawEllipse(middle, half, half)
    elif shape is Shape.OPEN_TRIANGLE:
        _paint_polygon(painter, middle, [(0.0, -1.2 * half), (1.2 * half, half), (-1.2 * half, half)])
    else:
        half *= 1.25
        _paint_polygon(painter, middle, [(0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0)])


def paint_badge(
    painter: QPainter,
    theme: Theme,
    letter: str,
    middle: QPointF,
    *,
    filled: bool = True,
    dashed: bool = False,
) -> None:
    """A letter in a disc, full, empty, or with a dashed edge; without a letter a small one."""
    unit = theme.text_scale / 100
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.color(CUE_INK), 1.6 * unit)
    if dashed:
        pen.setDashPattern([2, 1.6])
    painter.setPen(pen)
    painter.setBrush(theme.color(CUE_INK if filled else "surface"))
    radius = (9.5 if letter else 4.0) * unit
    painter.drawEllipse(middle, radius, radius)
    if letter:
        font = theme.font("tick")
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.color("surface" if filled else CUE_INK))
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


def _paint_polygon(painter: QPainter, middle: QPointF, points: Sequence[tuple[float, float]]) -> None:
    painter.drawPolygon(QPolygonF([QPointF(middle.x() + x, middle.y() + y) for x, y in points]))


def _paint_score(painter: QPainter, theme: Theme, middle: QPointF, score: int, radius: float) -> None:
    fill, ink = theme.tender(score)
    painter.setPen(QPen(theme.color("ink"), 1.4))
    painter.setBrush(fill)
    painter.drawEllipse(middle, radius, radius)
    font = theme.font("number")
    font.setPixelSize(max(1, round(radius * 1.35)))
    painter.setFont(font)
    painter.setPen(ink)
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(score))


class ChartMark(QGraphicsItem):
    """A mark at a point of the plot. `chosen` puts the reading ring around it."""

    def __init__(self, theme: Theme, shape: Shape, score: int = 0, ink: str = "pain") -> None:
        super().__init__()
        self._theme, self._shape, self._score, self._ink = theme, shape, score, ink
        self.chosen = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(20 if shape is Shape.SCORE else 15)

    def choose(self, chosen: bool) -> None:
        """Put the reading ring on or off."""
        self.chosen = chosen
        self.setZValue(30 if chosen else 20)
        self.update()

    def boundingRect(self) -> QRectF:
        """Room for the largest mark with its ring."""
        reach = 18.0 * self._theme.text_scale / 100
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """The mark, and its ring."""
        if self.chosen:
            unit = self._theme.text_scale / 100
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("accent"), 3.5 * unit))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = (14.5 if self._shape is Shape.SCORE else 10.0) * unit
            painter.drawEllipse(QPointF(), radius, radius)
        paint_shape(painter, self._theme, self._shape, QPointF(), score=self._score, ink=self._ink)


class ChartBadge(QGraphicsItem):
    """A letter in a disc that keeps its size: what a run was for."""

    def __init__(self, theme: Theme, letter: str, *, filled: bool, dashed: bool) -> None:
        super().__init__()
        self._theme, self._letter, self._filled, self._dashed = theme, letter, filled, dashed
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(14 if letter else 13)

    def boundingRect(self) -> QRectF:
        """Room for the disc and its edge."""
        reach = 12.0 * self._theme.text_scale / 100
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """The disc and its letter."""
        paint_badge(painter, self._theme, self._letter, QPointF(), filled=self._filled, dashed=self._dashed)
