"""A motion seen from the side as ready outlines: making them each frame costs more than drawing them."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen, QTransform

from unknot.content.gait import GaitLibrary
from unknot.domain.figure import Shape, outline
from unknot.domain.flat_hand import laid_flat
from unknot.domain.pose_scene import Scene, scene_at
from unknot.domain.poses import Motion
from unknot.ui.widgets.figure_paint import Palette, ShapePath, paint_paths, shape_paths

A_SECOND, MOST = 60, 480  # pictures of a motion
ARM_RIM = 1.5  # pixels of contour between an arm and the leg it lies on
_ARM = {"near.arm", "near.hand", "near.palm"}  # in front of everything else
_TONE = {"R": "near", "L": "far"}


class _Picture(Struct, frozen=True):
    """Outlines in pixels; `touching` are those of the arm that lie on the leg."""

    body: list[ShapePath]
    arm: list[ShapePath]
    touching: list[ShapePath]
    leg: ShapePath
    lit: dict[str, float]


class SidePictures:
    """One motion through `view` (metres to pixels); each picture is made when it is first seen."""

    def __init__(self, gait: GaitLibrary, motion: Motion, tones: Palette, view: QTransform) -> None:
        self._gait, self._motion, self._tones, self._view = gait, motion, tones, view
        self._made: dict[float, _Picture] = {}
        self._ahead = 0

    def fits(self, motion: Motion, tones: Palette, view: QTransform) -> bool:
        """Whether these are the pictures of that."""
        return motion is self._motion and tones is self._tones and view == self._view

    def paint(self, painter: QPainter, scene: Scene, phase: float) -> None:
        """Draw the body of a scene of this motion, at that phase."""
        if phase not in self._made:
            self._made[phase] = self._picture(scene)
        picture = self._made[phase]
        paint_paths(painter, picture.body, self._tones, picture.lit)
        if picture.touching and ARM_RIM:
            painter.save()
            painter.setClipPath(picture.leg[2], Qt.ClipOperation.IntersectClip)
            for _, _, path in picture.touching:
                painter.strokePath(path, QPen(self._tones["near.edge"], 2 * ARM_RIM))
            painter.restore()
        paint_paths(painter, picture.arm, self._tones, picture.lit)

    def prepare(self) -> bool:
        """Make one more picture ahead of time; False when all are there."""
        steps = side_steps(self._motion)
        while self._ahead < steps:
            phase = self._ahead / steps
            self._ahead += 1
            if phase not in self._made:
                self._made[phase] = self._picture(scene_at(self._motion, phase, self._gait.body))
                return True
        return False

    def _picture(self, scene: Scene) -> _Picture:
        lit = {f"{_TONE[s]}.{muscle}": 1.0 for s in "RL" for muscle in scene.lit[s]}
        seen = [s for s in self._shapes(scene) if s.role != "muscle" or s.name in lit]
        paths = shape_paths(seen, self._view)
        leg = next(path for path in paths if path[0] == "near.leg")
        arm = [path for path in paths if path[0] in _ARM]
        touching = [path for path in arm if leg[2].intersects(path[2])]
        return _Picture([path for path in paths if path[0] not in _ARM], arm, touching, leg, lit)

    def _shapes(self, scene: Scene) -> list[Shape]:
        """The outlines of a side view, its flat hands laid on what they touch."""
        hidden = {f"{_TONE[s]}.{'hand' if s in scene.flat_hands else 'palm'}" for s in "RL"}
        shapes = outline(self._gait.figure, scene.points, "R", self._gait.body.height_m, hidden)
        laid = {f"{_TONE[s]}.palm": (s, surface) for s, surface in scene.flat_hands.items() if surface}
        for place, shape in enumerate(shapes):
            if shape.name in laid:
                side, surface = laid[shape.name]
                wrist, tip = scene.points["wrist" + side], scene.points["tip" + side]
                shapes[place] = shape._replace(points=laid_flat(shape.points, wrist, tip, surface))
        return shapes


def side_steps(motion: Motion) -> int:
    """How many pictures a motion has: one a frame."""
    return min(MOST, max(1, round(A_SECOND * motion.period_s))) if motion.moves else 1
