"""A small picture of one place: the leg around a tap, with the place lit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from unknot.domain.body import Spot
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.frame import LegFrame
from unknot.ui.body_map.pictures import Pictures
from unknot.ui.theme import Theme

LEG = 520.0  # height of the whole leg in px: a hand's width fills the picture


def place_thumb(
    spot: Spot, place: str, atlas: MapAtlas, pictures: Pictures, theme: Theme, side: int, ratio: float
) -> QPixmap:
    """A square of `side` logical pixels around a spot; `ratio` device pixels each."""
    height = theme.px(LEG)
    width = height * atlas.shape(spot.view, whole=True).aspect
    at = LegFrame(spot.side, QRectF(0, 0, width, height)).point(spot.u, spot.v)
    corner = QPointF(side / 2, side / 2) - at
    leg = LegFrame(spot.side, QRectF(corner.x(), corner.y(), width, height))
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    frame = QPainterPath()
    frame.addRoundedRect(QRectF(0, 0, side, side), theme.px(8), theme.px(8))
    painter.setClipPath(frame)
    painter.fillRect(QRectF(0, 0, side, side), theme.color("stage"))
    image = pictures.leg(spot.view, spot.side, round(height * ratio), quiet=True)
    painter.drawImage(leg.picture, image)
    outline = atlas.path(spot.view, place, leg)
    lit = theme.color("accent")
    lit.setAlphaF(0.75)
    painter.fillPath(outline, lit)
    painter.strokePath(outline, QPen(theme.color("ink"), 1.4))
    painter.setPen(QPen(theme.color("raised"), 3))
    painter.setBrush(theme.color("ink"))
    painter.drawEllipse(QPointF(side / 2, side / 2), 3.5, 3.5)
    painter.end()
    return picture
