"""Hatches places on the legs: where not to press."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPixmap, QTransform

from unknot.domain.body import Side, View
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.frame import LegFrame, StageFrame
from unknot.ui.theme import Theme

SPACING = 9  # px between two lines, across
LINE, UNDER = 1.6, 3.6  # ink on a pale line, to be seen on any picture
RIM = 1.4
VEIL = 0.4


class Hatching:
    """Belongs to one stage. Outlines are joined once a view; on the stage they are only scaled."""

    def __init__(self, atlas: MapAtlas, theme: Theme) -> None:
        self._atlas, self._theme = atlas, theme
        self._places: frozenset[str] = frozenset()
        self._paths: dict[View, QPainterPath] = {}

    @property
    def places(self) -> frozenset[str]:
        """The ids of the hatched places."""
        return self._places

    def set_places(self, places: frozenset[str]) -> bool:
        """Hatch these places; whether that changes anything."""
        if places == self._places:
            return False
        self._places, self._paths = places, {}
        return True

    def area(self, view: View, leg: LegFrame) -> QPainterPath:
        """What is hatched of one leg, on the stage."""
        if view not in self._paths:
            self._paths[view] = self._atlas.area(view, self._places)
        return _onto(leg).map(self._paths[view])

    def paint(self, painter: QPainter, frame: StageFrame, ratio: float) -> None:
        """Draw the hatching of every leg. `ratio` device pixels a logical one."""
        if not self._places:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        brush = self._brush(ratio)
        veil = self._theme.color("stage")
        veil.setAlphaF(VEIL)
        ink, under = self._theme.color("ink"), self._theme.color("raised")
        under.setAlphaF(0.8)
        for leg in frame.legs:
            area = self.area(frame.view, leg)
            painter.fillPath(area, veil)
            painter.fillPath(area, brush)
            for color, width in ((under, RIM + 2), (ink, RIM)):
                painter.strokePath(area, QPen(color, width))
        painter.restore()

    def _brush(self, ratio: float) -> QBrush:
        """Lines that rise to the right, as a tile that fits to itself on all sides."""
        side = round(SPACING * ratio)
        tile = QPixmap(QSize(side, side))
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, under = self._theme.color("ink"), self._theme.color("raised")
        under.setAlphaF(0.6)
        for color, width in ((under, UNDER), (ink, LINE)):
            pen = QPen(color, width * ratio)
            pen.setCapStyle(Qt.PenCapStyle.SquareCap)
            painter.setPen(pen)
            for shift in (-side, 0, side):
                painter.drawLine(QPointF(shift, side), QPointF(shift + side, 0))
        painter.end()
        brush = QBrush(tile)
        brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
        return brush


def _onto(leg: LegFrame) -> QTransform:
    """From u, v to the stage; the left leg is the mirror image."""
    picture = leg.picture
    if leg.side is Side.RIGHT:
        return QTransform(picture.width(), 0, 0, picture.height(), picture.left(), picture.top())
    return QTransform(-picture.width(), 0, 0, picture.height(), picture.right(), picture.top())
