"""One stride as ready pictures around the hip: making outlines each frame costs more than drawing."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTransform

from unknot.domain.figure import Figure, Shape, outline
from unknot.domain.gait import Body, Joints, Style, pose
from unknot.domain.gait_teaching import lit_muscles
from unknot.ui.theme import Theme
from unknot.ui.widgets.figure_paint import (
    GhostPicture,
    Palette,
    ShapePath,
    ghost_picture,
    paint_ghost,
    paint_paths,
    shape_paths,
)

RUNNER_FRAMES, GHOST_FRAMES = 360, 180  # pictures a stride: at full speed 41 are seen of it

_Picture = TypeVar("_Picture")


class _StrideFrames(ABC, Generic[_Picture]):
    """The pictures of one style at one scale (pixels a metre); each is made when it is first needed."""

    def __init__(self, style: Style, figure: Figure, body: Body, scale: float, frames: int) -> None:
        self._style, self._figure, self._body = style, figure, body
        self._scale, self._frames = scale, frames
        self._made: dict[int, tuple[_Picture, QPointF]] = {}

    def prepare(self) -> bool:
        """Make one more picture ahead of time; False when all are there."""
        missing = next((i for i in range(self._frames) if i not in self._made), None)
        if missing is None:
            return False
        self._frame(missing)
        return True

    def named_point(self, phase: float) -> QPointF:
        """Where the line of its label ends, in pixels from the hip."""
        return self._at(phase)[1]

    def _at(self, phase: float) -> tuple[_Picture, QPointF]:
        return self._frame(round(phase * self._frames) % self._frames)

    def _frame(self, index: int) -> tuple[_Picture, QPointF]:
        if index not in self._made:
            phase = index / self._frames
            joints = pose(self._style, phase, self._body)
            x, y = joints["hip"]
            around: Joints = {name: (px - x, py - y) for name, (px, py) in joints.items()}
            shapes = outline(self._figure, around, "R", self._body.height_m)
            view = QTransform(self._scale, 0, 0, -self._scale, 0, 0)
            point = view.map(QPointF(*self._point(shapes, around)))
            self._made[index] = (self._picture(shapes, phase, view), point)
        return self._made[index]

    @abstractmethod
    def _picture(self, shapes: list[Shape], phase: float, view: QTransform) -> _Picture:
        """The picture of one phase, in pixels from the hip."""

    @abstractmethod
    def _point(self, shapes: list[Shape], joints: Joints) -> tuple[float, float]:
        """What its label names, in metres from the hip."""


class RunnerFrames(_StrideFrames[list[ShapePath]]):
    """The runner itself, with the muscles that work; its label names the glute."""

    def paint(self, painter: QPainter, phase: float, hip: QPointF, palette: Palette) -> None:
        """Draw the runner with its hip at a point of the widget."""
        lit = {f"near.{muscle}": share for muscle, share in lit_muscles(self._style, phase).items()}
        painter.save()
        painter.translate(hip)
        paint_paths(painter, self._at(phase)[0], palette, lit)
        painter.restore()

    def _picture(self, shapes: list[Shape], phase: float, view: QTransform) -> list[ShapePath]:
        around = {
            f"near.{m}" for at in (-1, 0, 1) for m in lit_muscles(self._style, phase + at / self._frames)
        }
        return shape_paths([s for s in shapes if s.role != "muscle" or s.name in around], view)

    def _point(self, shapes: list[Shape], joints: Joints) -> tuple[float, float]:
        """The middle of the glute's back edge."""
        del joints
        glute = next(s for s in shapes if s.name == "near.glute").points
        return float(glute[:, 0].min()) + 0.02, float(glute[:, 1].mean())


class GhostFrames(_StrideFrames[GhostPicture]):
    """A dashed ghost, lines `width` pixels wide; its label names the right foot."""

    def __init__(self, style: Style, figure: Figure, body: Body, scale: float, width: float) -> None:
        super().__init__(style, figure, body, scale, GHOST_FRAMES)
        self._width = width

    def paint(self, painter: QPainter, phase: float, hip: QPointF, theme: Theme) -> None:
        """Draw the ghost with its hip at a point of the widget."""
        painter.save()
        painter.translate(hip)
        paint_ghost(painter, self._at(phase)[0], theme.color("ink3"), theme.color("stage"), self._width)
        painter.restore()

    def _picture(self, shapes: list[Shape], phase: float, view: QTransform) -> GhostPicture:
        del phase
        return ghost_picture(shapes, view, self._width)

    def _point(self, shapes: list[Shape], joints: Joints) -> tuple[float, float]:
        """Just above the toes."""
        del shapes
        x, y = joints["toeR"]
        return x + 0.02, y + 0.05
