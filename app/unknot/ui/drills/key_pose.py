"""The picture strip of a drill: the runner at first contact, or the drill's key pose, without words."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QWidget

from unknot.content.gait import GaitLibrary
from unknot.domain.figure import outline
from unknot.domain.gait import Style, pose
from unknot.domain.gait_teaching import lit_muscles
from unknot.ui.theme import Theme
from unknot.ui.widgets.figure_paint import paint_shapes
from unknot.ui.widgets.figure_view import PoseView
from unknot.ui.widgets.scene_paint import paint_ground

RUNNER = QRectF(-0.62, -0.04, 1.24, 1.9)  # metres that a runner needs


class StridePose(PoseView):
    """A runner of one style at one phase of the stride; a motion is shown instead where there is no style."""

    def __init__(
        self,
        theme: Theme,
        gait: GaitLibrary,
        style: Style | None,
        stride_phase: float = 0.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, gait, parent)
        self._style, self._stride_phase = style, stride_phase
        if style is not None:
            words = gait.words.style.get(style.id, style.title)
            self.setAccessibleDescription(self.tr("A runner from the side. {style}.").format(style=words))

    @property
    def shown(self) -> tuple[Style | None, float]:
        """The style, and the phase of its stride."""
        return self._style, self._stride_phase

    def paint_stage(self, painter: QPainter) -> None:
        """The ground, and on it the runner."""
        super().paint_stage(painter)
        style, view = self._style, self.world_view()
        if style is None:
            return
        at = self._stride_phase
        paint_ground(painter, view, QRectF(self.rect()), self.theme, slope_deg=style.grade_deg)
        shapes = outline(self.gait.figure, pose(style, at, self.gait.body), "R", self.gait.body.height_m)
        lit = {f"near.{muscle}": share for muscle, share in lit_muscles(style, at).items()}
        paint_shapes(painter, shapes, self.tones, lit, view)

    def world_view(self) -> QTransform:
        """A little air at both ends."""
        self.padding = max(8.0, min(self.width(), self.height()) * 0.06)
        return super().world_view()

    def bounds(self) -> QRectF:
        """A runner's room, or the motion's."""
        return RUNNER if self._style is not None else super().bounds()


class KeyPose(StridePose):
    """Shows a drill by its most telling moment."""

    def __init__(self, theme: Theme, gait: GaitLibrary, drill_id: str, parent: QWidget | None = None) -> None:
        poses = gait.drill(drill_id)
        motion = gait.motions.get(poses.motion)
        style = gait.styles.get(poses.style) if motion is None else None
        super().__init__(theme, gait, style, parent=parent)
        if motion is not None:
            self.show_motion(motion)
            self.set_phase(motion.moments[len(motion.moments) // 2])
