"""The anatomy pictures and their id maps, read once and kept at the size they are shown."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPixmap

from unknot.domain.body import Side, View
from unknot.domain.hit import IdMap
from unknot.ui.body_map.frame import StageFrame
from unknot.ui.theme import Theme

NATURAL_HEIGHT = 1400  # px of a picture; twice that in the @2x files
KEPT = 8  # scaled pictures: four views, colour and grey
FADE = 56.0  # px in which a cut end runs into the stage
RADIUS = 14


class Pictures:
    """Gives each view as an image of the wanted height, and its id map. Mirrors for the left leg."""

    def __init__(self) -> None:
        self._scaled: OrderedDict[tuple[View, bool, int, bool], QImage] = OrderedDict()

    def leg(self, view: View, side: Side, height: int, *, quiet: bool) -> QImage:
        """The picture of one leg, `height` device pixels tall. `quiet` gives the grey one."""
        key = (view, quiet, height, side is Side.LEFT)
        if key not in self._scaled:
            self._scaled[key] = _read(view, height, quiet=quiet, mirrored=side is Side.LEFT)
        self._scaled.move_to_end(key)
        while len(self._scaled) > KEPT:
            self._scaled.popitem(last=False)
        return self._scaled[key]

    @staticmethod
    def ids(view: View) -> IdMap:
        """Region numbers by pixel, rows first."""
        image = QImage(f"anatomy:{view.value}_ids.png").convertToFormat(QImage.Format.Format_Grayscale8)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        return rows[:, : image.width()].copy()

    def backdrop(self, frame: StageFrame, theme: Theme, ratio: float, *, quiet: bool) -> QPixmap:
        """The stage with its legs; cut ends fade into the ground. `ratio` device pixels a logical one."""
        size = frame.size.toSize()
        pixmap = QPixmap(QSize(round(size.width() * ratio), round(size.height() * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(0, 0, size.width(), size.height()), theme.px(RADIUS), theme.px(RADIUS))
        painter.setClipPath(ground)
        painter.fillPath(ground, theme.color("stage"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for leg in frame.legs:
            image = self.leg(frame.view, leg.side, round(leg.picture.height() * ratio), quiet=quiet)
            painter.drawImage(leg.picture, image)
        _fade(painter, frame, theme.color("stage"))
        painter.end()
        return pixmap


def _read(view: View, height: int, *, quiet: bool, mirrored: bool) -> QImage:
    tone, dense = "_mono" if quiet else "", "@2x" if height > NATURAL_HEIGHT else ""
    image = QImage(f"anatomy:{view.value}{tone}{dense}.png")
    image.setDevicePixelRatio(1)
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    image = image.scaledToHeight(max(1, height), Qt.TransformationMode.SmoothTransformation)
    return image.flipped(Qt.Orientation.Horizontal) if mirrored else image


def _fade(painter: QPainter, frame: StageFrame, ground: QColor) -> None:
    clear = QColor(ground)
    clear.setAlpha(0)
    width, height = frame.size.width(), frame.size.height()
    ends = ((frame.cut_top, 0.0, FADE), (frame.cut_bottom, height, height - FADE))
    for cut, edge, inner in ends:
        if cut:
            gradient = QLinearGradient(QPointF(0, edge), QPointF(0, inner))
            gradient.setColorAt(0, ground)
            gradient.setColorAt(1, clear)
            painter.fillRect(QRectF(QRect(0, round(min(edge, inner)), round(width), round(FADE))), gradient)
