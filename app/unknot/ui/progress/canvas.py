"""The one place that talks to pyqtgraph: a plot over days with the chart rules of the design system."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pyqtgraph as pg  # untyped: nothing else imports it
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unknot.ui.progress.marks import ChartBadge, ChartMark, Shape
from unknot.ui.theme import Theme

Points = Sequence[tuple[float, float]]


class Canvas(QWidget):
    """Draws lines, stems, bars and marks. x is days (ordinals), y what the chart says."""

    hovered = Signal(float, float)  # x, y under the pointer
    clicked = Signal(float, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawn: list[Any] = []
        self._plot: Any = pg.PlotWidget(self, background=None)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (self._plot, self._plot.viewport()):
            part.setAccessibleName(self.tr("Picture of the values"))
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._plot.viewport().setMouseTracking(True)
        self._plot.setStyleSheet("background: transparent; border: 0")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        scene = self._plot.scene()
        scene.sigMouseMoved.connect(self._moved)
        scene.sigMouseClicked.connect(self._clicked)
        self._view: Any = self._plot.getViewBox()
        self._view.setDefaultPadding(0.0)

    # ---------------------------------------------------------------- the frame
    def clear(self) -> None:
        """Take everything off that was drawn; the plot itself knows nothing of it."""
        for item in self._drawn:
            self._view.removeItem(item)
        self._drawn.clear()

    def set_axes(
        self,
        days: tuple[float, float],
        day_ticks: Sequence[tuple[date, str]],
        top: float,
        ticks: Sequence[float],
        *,
        bottom: float = 0.0,
        below: float = 0.0,
        names: Sequence[str] = (),
    ) -> None:
        """Range and labels: y begins at 0, or where a scale does. No mark at its ends is cut.

        `below` is room under the scale, as a share of it; `names` stand at the ticks instead of numbers.
        """
        color = self._theme.color
        font = self._theme.font("tick")
        high = top - bottom
        slack = high * 0.09
        self._view.setRange(xRange=days, yRange=(bottom - max(slack, high * below), top + slack), padding=0)
        for name in ("left", "bottom"):
            axis = self._plot.getAxis(name)
            axis.setPen(QPen(Qt.PenStyle.NoPen))
            axis.setTickPen(QPen(Qt.PenStyle.NoPen))
            axis.setTextPen(color("axis"))
            axis.setStyle(tickFont=font, tickLength=0, tickAlpha=0, tickTextOffset=self._theme.px(6))
        labels = names or tuple(f"{value:g}" for value in ticks)
        widest = max(QFontMetrics(font).horizontalAdvance(label) for label in labels)
        self._plot.getAxis("left").setTicks([list(zip(ticks, labels, strict=True))])
        self._plot.getAxis("left").setWidth(max(self._theme.px(30), widest + self._theme.px(12)))
        self._plot.getAxis("bottom").setTicks([[(day.toordinal() + 0.5, text) for day, text in day_ticks]])
        self._plot.getAxis("bottom").setHeight(self._theme.px(26))
        for value in ticks:
            self._add(pg.InfiniteLine(pos=value, angle=0, pen=pg.mkPen(color("grid"), width=1)), -10)

    def today(self, x: float, label: str, top: float) -> None:
        """The line of today with its word at the top, where no mark of a good day is."""
        color = self._theme.color
        self._add(pg.InfiniteLine(pos=x, angle=90, pen=pg.mkPen(color("ink"), width=1.5)), 5)
        text = pg.TextItem(label, color=color("ink"), anchor=(1, 0))
        text.setFont(self._theme.font("tick"))
        text.setPos(x, top * 1.09)
        self._add(text, 6)

    # ---------------------------------------------------------------- what is drawn
    def stems(self, points: Points) -> None:
        """Thick lines from zero up to each point."""
        if points:
            x = np.repeat([p[0] for p in points], 2)
            y = np.ravel([(0.0, p[1]) for p in points])
            pen = pg.mkPen(self._theme.color("pain"), width=self._theme.px(4), cosmetic=True)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            self._add(pg.PlotCurveItem(x, y, connect="pairs", pen=pen), 10)

    def label(self, x: float, y: float, text: str, ink: str) -> None:
        """A word right of a point, in the colour of its line."""
        item = pg.TextItem(f"\u2002{text}", color=self._theme.color(ink), anchor=(0, 0.5))
        item.setFont(self._theme.font("label"))
        item.setPos(x, y)
        self._add(item, 25)

    def line(self, points: Points, width: float, dash: Sequence[float] = (), ink: str = "ink2") -> None:
        """A line through the points; `dash` in the line's own width."""
        if len(points) > 1:
            pen = QPen(self._theme.color(ink), self._theme.px(width * 10) / 10)
            pen.setCosmetic(True)
            if dash:
                pen.setDashPattern(list(dash))
            self._add(
                pg.PlotCurveItem([p[0] for p in points], [p[1] for p in points], pen=pen, antialias=True), 12
            )

    def band(self, x: Sequence[float], low: Sequence[float], high: Sequence[float]) -> None:
        """The room between the lowest and the highest values."""
        color = self._theme.color("painTint")
        lower, upper = (
            pg.PlotCurveItem(list(x), list(values), pen=pg.mkPen(color)) for values in (low, high)
        )
        self._add(pg.FillBetweenItem(lower, upper, brush=color), 1)

    def bars(
        self,
        x: Sequence[float],
        foot: Sequence[float],
        height: Sequence[float],
        token: str,
        *,
        outlined: bool,
        days: float = 1.0,
    ) -> None:
        """Bars so many days wide, standing on `foot`."""
        pen = pg.mkPen(self._theme.color("ink"), width=1) if outlined else pg.mkPen(None)
        brush = self._theme.color(token)
        item = pg.BarGraphItem(
            x=list(x), y0=list(foot), height=list(height), width=0.72 * days, pen=pen, brush=brush
        )
        self._add(item, 10)

    def level(self, y: float, text: str, x: float, ink: str) -> None:
        """A dashed line across at a height that matters, with its words above it from `x` on."""
        pen = QPen(self._theme.color(ink), self._theme.px(15) / 10)
        pen.setCosmetic(True)
        pen.setDashPattern([6, 5])
        self._add(pg.InfiniteLine(pos=y, angle=0, pen=pen), 4)
        item = pg.TextItem(text, color=self._theme.color(ink), anchor=(0, 1))
        item.setFont(self._theme.font("tick"))
        item.setPos(x, y)
        self._add(item, 26)

    def mark(self, x: float, y: float, shape: Shape, score: int = 0, ink: str = "pain") -> ChartMark:
        """A mark of fixed size at a point; `ink` is its colour where it has no score."""
        item = ChartMark(self._theme, shape, score, ink)
        item.setPos(QPointF(x, y))
        self._put(item)
        return item

    def badge(self, x: float, y: float, letter: str, *, filled: bool, dashed: bool) -> None:
        """A letter in a disc, such as of a cue."""
        item = ChartBadge(self._theme, letter, filled=filled, dashed=dashed)
        item.setPos(QPointF(x, y))
        self._put(item)

    # ---------------------------------------------------------------- pointer
    def pixels(self, x: float, y: float) -> QPointF:
        """Where a point of the plot lies on the canvas."""
        point: QPointF = self._view.mapViewToScene(QPointF(x, y))
        return point

    def _moved(self, scene_point: QPointF) -> None:
        if self._view.sceneBoundingRect().contains(scene_point):
            point = self._view.mapSceneToView(scene_point)
            self.hovered.emit(point.x(), point.y())

    def _clicked(self, event: Any) -> None:
        point = self._view.mapSceneToView(event.scenePos())
        self.clicked.emit(point.x(), point.y())

    def _add(self, item: Any, depth: int) -> None:
        item.setZValue(depth)
        self._put(item)

    def _put(self, item: Any) -> None:
        self._view.addItem(item, ignoreBounds=True)
        self._drawn.append(item)
