"""A turned motion as ready pictures of the body: outlining and filling one takes longer than a frame."""

from __future__ import annotations

from math import ceil

import numpy as np
from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from unknot.content.gait import GaitLibrary
from unknot.domain.figure_turned import TurnedShape, turned_outline
from unknot.domain.pose_scene import Scene, scene_at
from unknot.domain.poses import Motion
from unknot.ui.widgets.figure_paint import Palette, paint_turned

A_SECOND, MOST = 24, 144  # pictures of a motion
BUDGET = 64_000_000  # bytes of pictures kept
RIM_PX = 3.0  # of the contour, and of smooth edges

_Key = tuple[int, ...]


class _Picture(Struct, frozen=True):
    at: QPoint
    pixmap: QPixmap


class TurnedPictures:
    """One motion, `view` (metres to pixels), theme and screen; each picture is made when it is first seen."""

    def __init__(
        self, gait: GaitLibrary, motion: Motion, tones: Palette, view: QTransform, ratio: float
    ) -> None:
        self._gait, self._motion, self._tones = gait, motion, tones
        self._view, self._ratio = view, ratio
        starts = (m for begin, m in gait.turned_figure.lit.items() if motion.id.startswith(begin))
        self._lit = {f"near.{muscle}": 1.0 for muscles in starts for muscle in muscles}
        self._made: dict[_Key, _Picture] = {}
        self._bytes = 0
        self._ahead = 0

    def fits(self, motion: Motion, tones: Palette, view: QTransform, ratio: float) -> bool:
        """Whether these are the pictures of that."""
        return (motion is self._motion and tones is self._tones) and (view, ratio) == (
            self._view,
            self._ratio,
        )

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Draw the body of a scene of this motion."""
        picture = self._picture(scene)
        painter.drawPixmap(picture.at, picture.pixmap)

    def prepare(self) -> bool:
        """Make one more picture ahead of time; False when all are there, or as many as are kept."""
        steps = steps_of(self._motion)
        while self._ahead < steps and self._bytes < BUDGET:
            scene = scene_at(self._motion, self._ahead / steps, self._gait.body)
            self._ahead += 1
            if _key(scene) not in self._made:  # a hold is one picture
                self._picture(scene)
                return True
        return False

    def shapes(self, scene: Scene) -> list[TurnedShape]:
        """The body of a scene back to front, in the order of the whole motion."""
        gait, motion = self._gait, self._motion
        figure, height, plan = gait.turned_figure, gait.body.height_m, gait.plan(motion)
        return turned_outline(figure, scene.points, scene.depth, motion.near, height, plan)

    def _picture(self, scene: Scene) -> _Picture:
        key = _key(scene)
        if key not in self._made:
            picture = self._drawn(self.shapes(scene))
            self._made[key] = picture
            self._bytes += _bytes(picture)
            while self._bytes > BUDGET and len(self._made) > 1:
                self._bytes -= _bytes(self._made.pop(next(iter(self._made))))
        return self._made[key]

    def _drawn(self, shapes: list[TurnedShape]) -> _Picture:
        points = np.concatenate([shape.points.reshape(-1, 2) for shape in shapes if shape.points.size])
        (left, low), (right, high) = points.min(0).tolist(), points.max(0).tolist()
        room = self._view.mapRect(QRectF(left, low, right - left, high - low))
        box: QRect = room.adjusted(-RIM_PX, -RIM_PX, RIM_PX, RIM_PX).toAlignedRect()
        size = QSize(ceil(box.width() * self._ratio), ceil(box.height() * self._ratio))
        pixmap = QPixmap(size)
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-box.topLeft())
        paint_turned(painter, shapes, self._tones, self._lit, self._view)
        painter.end()
        return _Picture(box.topLeft(), pixmap)


def steps_of(motion: Motion) -> int:
    """How many pictures a motion has."""
    return min(MOST, max(1, round(A_SECOND * motion.period_s))) if motion.moves else 1


def _key(scene: Scene) -> _Key:
    """The same for poses that look the same: half a millimetre."""
    flat = (v for name, at in scene.points.items() for v in (*at, scene.depth[name]))
    return tuple(round(value * 2000) for value in flat)


def _bytes(picture: _Picture) -> int:
    return picture.pixmap.width() * picture.pixmap.height() * 4
