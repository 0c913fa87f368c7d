"""The anatomy pictures: legs at the size they are shown, dense ones and close-ups for zoom."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPixmap

from unknot.domain.anatomy import Closeup
from unknot.domain.body import Side, View
from unknot.domain.hit import IdMap
from unknot.ui.body_map.frame import LegFrame, StageFrame
from unknot.ui.theme import Theme

NATURAL_HEIGHT = 1400  # px of a picture; twice that in the @2x files
KEPT = 8  # scaled pictures: four views, colour and grey
KEPT_SOURCES = 6  # pictures at full size: about 6 MB each
FADE = 56.0  # px in which a cut end runs into the stage
RADIUS = 14
BLEND = (1.5, 2.5)  # zoom from which a close-up begins to show, and where it has replaced the picture


class Pictures:
    """Gives each view as an image of the wanted height, and its id map. Mirrors for the left leg."""

    def __init__(self, closeups: Collection[Closeup] = ()) -> None:
        self._closeups = {closeup.of: closeup for closeup in closeups}
        self._scaled: OrderedDict[tuple[View, bool, int, bool], QImage] = OrderedDict()
        self._sources: OrderedDict[tuple[str, bool], QImage] = OrderedDict()

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
        painter.fillRect(QRectF(QPointF(), frame.size), theme.color("stage"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for leg in frame.legs:
            self.paint_leg(painter, frame, leg, ratio, quiet=quiet)
        _fade(painter, frame, theme.color("stage"))
        _round_corners(painter, QRectF(0, 0, size.width(), size.height()), theme.px(RADIUS))
        painter.end()
        return pixmap

    def paint_leg(
        self, painter: QPainter, frame: StageFrame, leg: LegFrame, ratio: float, *, quiet: bool
    ) -> None:
        """Draw what is seen of one leg, from the picture that is sharp enough; near the knee its close-up."""
        height = round(leg.picture.height() * ratio)
        if frame.zoom == 1:
            painter.drawImage(leg.picture, self.leg(frame.view, leg.side, height, quiet=quiet))
            return
        stage = QRectF(QPointF(), frame.size)
        image = self._source(_name(frame.view, height, quiet=quiet), leg.side)
        closeup, share = self._closeups.get(frame.view), blend(frame.zoom)
        if closeup is None or share == 0:
            _draw_part(painter, image, leg.picture, stage)
            return
        corners = (leg.point(*at) for at in zip(closeup.u_range, closeup.v_range, strict=True))
        knee = QRectF(*corners).normalized()
        if not knee.intersects(stage):
            _draw_part(painter, image, leg.picture, stage)
            return
        near = self._source(closeup.picture_mono if quiet else closeup.picture, leg.side)
        part = _whole_pixels(knee & stage & leg.picture, ratio)
        for piece in _around(leg.picture & stage, part):
            _draw_part(painter, image, leg.picture, piece)
        if share == 1:
            _draw_part(painter, near, knee, part)
        else:
            mixed = _mixed(part, ratio, ((image, leg.picture, 1.0), (near, knee, share)))
            painter.drawImage(part, mixed)

    def _source(self, name: str, side: Side) -> QImage:
        """A picture at its full size, ready to draw from."""
        key = (name, side is Side.LEFT)
        if key not in self._sources:
            image = QImage(f"anatomy:{name}")
            image.setDevicePixelRatio(1)
            image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
            self._sources[key] = image.flipped(Qt.Orientation.Horizontal) if side is Side.LEFT else image
        self._sources.move_to_end(key)
        while len(self._sources) > KEPT_SOURCES:
            self._sources.popitem(last=False)
        return self._sources[key]


def blend(zoom: float) -> float:
    """How much of a close-up shows at a zoom: 0 to 1, without a step."""
    share = min(max((zoom - BLEND[0]) / (BLEND[1] - BLEND[0]), 0.0), 1.0)
    return share * share * (3 - 2 * share)


def _name(view: View, height: int, *, quiet: bool) -> str:
    tone, dense = "_mono" if quiet else "", "@2x" if height > NATURAL_HEIGHT else ""
    return f"{view.value}{tone}{dense}.png"


def _read(view: View, height: int, *, quiet: bool, mirrored: bool) -> QImage:
    image = QImage(f"anatomy:{_name(view, height, quiet=quiet)}")
    image.setDevicePixelRatio(1)
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    image = image.scaledToHeight(max(1, height), Qt.TransformationMode.SmoothTransformation)
    return image.flipped(Qt.Orientation.Horizontal) if mirrored else image


def _draw_part(painter: QPainter, image: QImage, whole: QRectF, part: QRectF) -> None:
    """Draw the part of an image that falls into `part`, where all of it would fill `whole`."""
    seen = whole & part
    if seen.isEmpty():
        return
    across, down = image.width() / whole.width(), image.height() / whole.height()
    corner = seen.topLeft() - whole.topLeft()
    source = QRectF(corner.x() * across, corner.y() * down, seen.width() * across, seen.height() * down)
    painter.drawImage(seen, image, source)


def _mixed(part: QRectF, ratio: float, layers: tuple[tuple[QImage, QRectF, float], ...]) -> QImage:
    """Images laid over one part of the stage: each takes its share of what was there, alpha and all."""
    size = QSize(round(part.width() * ratio), round(part.height() * ratio))
    mixed = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    mixed.setDevicePixelRatio(ratio)
    mixed.fill(Qt.GlobalColor.transparent)
    painter = QPainter(mixed)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.translate(-part.topLeft())
    for image, whole, share in layers:
        painter.setOpacity(share)
        _draw_part(painter, image, whole, part)
    painter.end()
    return mixed


def _whole_pixels(rect: QRectF, ratio: float) -> QRectF:
    """The rectangle moved to device pixels, so that pieces meet without a seam."""
    left, top = round(rect.left() * ratio), round(rect.top() * ratio)
    right, bottom = round(rect.right() * ratio), round(rect.bottom() * ratio)
    return QRectF(left / ratio, top / ratio, (right - left) / ratio, (bottom - top) / ratio)


def _around(whole: QRectF, hole: QRectF) -> tuple[QRectF, ...]:
    """What is left of a rectangle without another one inside it."""
    pieces = (
        QRectF(whole.topLeft(), QPointF(whole.right(), hole.top())),
        QRectF(QPointF(whole.left(), hole.bottom()), whole.bottomRight()),
        QRectF(QPointF(whole.left(), hole.top()), hole.bottomLeft()),
        QRectF(hole.topRight(), QPointF(whole.right(), hole.bottom())),
    )
    return tuple(piece for piece in pieces if piece.width() > 0 and piece.height() > 0)


def _round_corners(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Take the corners away, with soft edges: cheaper than drawing everything through a clip."""
    corners = QPainterPath()
    corners.setFillRule(Qt.FillRule.OddEvenFill)
    corners.addRect(rect)
    corners.addRoundedRect(rect, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.fillPath(corners, Qt.GlobalColor.black)


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
