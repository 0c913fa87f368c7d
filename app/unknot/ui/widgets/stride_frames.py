"""One stride as ready pictures around the hip: making outlines each frame costs more than drawing."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from unknot.domain.figure import Figure, Shape, outline
from unknot.domain.gait import Body, Joints, Style, pose
from unknot.domain.gait_teaching import lit_muscles
from unknot.ui.theme import Theme
from unknot.ui.widgets.figure_paint import (
    GhostPicture,
    Palette,
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
        self._pictures: dict[int, _Picture] = {}

    def prepare(self) -> bool:
        """Make one more picture ahead of time; False when all are there."""
        missing = next((i for i in range(self._frames) if i not in self._pictures), None)
        if missing is None:
            return False
        self._picture(missing)
        return True

    def _picture(self, index: int) -> _Picture:
        if index not in self._pictures:
            phase = index / self._frames
            joints = pose(self._style, phase, self._body)
            x, y = joints["hip"]
            around: Joints = {name: (px - x, py - y) for name, (px, py) in joints.items()}
            shapes = outline(self._figure, around, "R", self._body.height_m)
            self._pictures[index] = self._made(
                shapes, phase, QTransform(self._scale, 0, 0, -self._scale, 0, 0)
            )
        return self._pictures[index]

    def _at(self, phase: float) -> _Picture:
        return self._picture(round(phase * self._frames) % self._frames)

    @abstractmethod
    def _made(self, shapes: list[Shape], phase: float, view: QTransform) -> _Picture:
        """The picture of one phase, in pixels from the hip."""


class RunnerPicture(Struct, frozen=True):
    """The runner ready to fill: name and tone of each path; `glute`: the middle of its back edge."""

    paths: list[tuple[str, str, QPainterPath]]
    glute: QPointF


class RunnerFrames(_StrideFrames[RunnerPicture]):
    """The runner itself, with the muscles that work."""

    def paint(self, painter: QPainter, phase: float, hip: QPointF, palette: Palette) -> None:
        """Draw the runner with its hip at a point of the widget."""
        lit = {f"near.{muscle}": share for muscle, share in lit_muscles(self._style, phase).items()}
        painter.save()
        painter.translate(hip)
        paint_paths(painter, self._at(phase).paths, palette, lit)
        painter.restore()

    def glute(self, phase: float) -> QPointF:
        """Where a line to the glute ends, in pixels from the hip."""
        return self._at(phase).glute

    def _made(self, shapes: list[Shape], phase: float, view: QTransform) -> RunnerPicture:
        around = {
            f"near.{m}" for at in (-1, 0, 1) for m in lit_muscles(self._style, phase + at / self._frames)
        }
        seen = [s for s in shapes if s.role != "muscle" or s.name in around]
        glute = next(s for s in shapes if s.name == "near.glute").points
        point = QPointF(float(glute[:, 0].min()) + 0.02, float(glute[:, 1].mean()))
        return RunnerPicture(shape_paths(seen, view), view.map(point))


class GhostFrames(_StrideFrames[GhostPicture]):
    """A dashed ghost; lines `width` pixels wide."""

    def __init__(self, style: Style, figure: Figure, body: Body, scale: float, width: float) -> None:
        super().__init__(style, figure, body, scale, GHOST_FRAMES)
        self._width = width

    def paint(self, painter: QPainter, phase: float, hip: QPointF, theme: Theme) -> None:
        """Draw the ghost with its hip at a point of the widget."""
        painter.save()
        painter.translate(hip)
        paint_ghost(painter, self._at(phase), theme.color("ink3"), theme.color("stage"), self._width)
        painter.restore()

    def toe(self, phase: float) -> tuple[float, float]:
        """Where its right toes are from the hip, metres."""
        joints = pose(self._style, phase, self._body)
        return joints["toeR"][0] - joints["hip"][0], joints["toeR"][1] - joints["hip"][1]

    def _made(self, shapes: list[Shape], phase: float, view: QTransform) -> GhostPicture:
        del phase
        return ghost_picture(shapes, view, self._width)
