"""A position of a drill with words: which muscle works, the drill's own labels, and an example beside it."""

from __future__ import annotations

from math import radians, tan

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QWidget

from unknot.content.gait import GaitLibrary
from unknot.domain.figure import outline
from unknot.domain.gait import Style, pose
from unknot.domain.movement import StageLabel
from unknot.domain.pose_scene import Scene, scene_at
from unknot.domain.poses import Motion
from unknot.ui.theme import Theme
from unknot.ui.widgets.figure_view import PoseView
from unknot.ui.widgets.figure_words import muscle_word, say
from unknot.ui.widgets.stage import fitted
from unknot.ui.widgets.stage_labels import (
    LabelFonts,
    Labels,
    legend_width,
    paint_leader,
    paint_legend,
)
from unknot.ui.widgets.stride_frames import GhostFrames

APART_M, REACH_M, TALL_M = 1.2, 0.75, 1.86  # from hip to hip, and what the runner beside takes up
EXAMPLE_LINE_PX = 2.0
DRAWN_WIDE, LEGEND_TOP = 704, 14  # the stage in the drawing, and where its legend begins
ABOVE, BELOW, BESIDE = 0.1, 0.2, 0.04  # of the stage: left free for the words


class LabelledPose(PoseView):
    """`set_labels` gives the words of the motion that is shown; they stand still, their lines follow."""

    def __init__(self, theme: Theme, gait: GaitLibrary, parent: QWidget | None = None) -> None:
        super().__init__(theme, gait, parent)
        self._labels: tuple[StageLabel, ...] = ()
        self._type = Labels(theme)
        self._example: Style | None = None
        self._frames: tuple[tuple[str, float], GhostFrames] | None = None

    def set_example(self, style_id: str) -> None:
        """Show a style of running beside a walk, at the same phase of the stride; empty takes it away."""
        self._example = self.gait.styles[style_id] if style_id else None
        if self.motion is not None:
            self.setAccessibleDescription(self._said(self.motion))
        self.update()

    @property
    def example(self) -> str:
        """Id of the style beside, or empty."""
        return self._example.id if self._example else ""

    def bounds(self) -> QRectF:
        """With room for the example."""
        room = super().bounds()
        if self._example is not None:
            beside = QRectF(APART_M - REACH_M, 0.0, 2 * REACH_M, TALL_M)
            room = room.united(beside.translated(0.0, self._rise(APART_M)))
        return room

    def paint_behind(self, painter: QPainter, view: QTransform) -> None:
        """The example, on its own ground turned onto this one."""
        style, motion = self._example, self.motion
        if style is None or motion is None:
            return
        if self._frames is None or self._frames[0] != (style.id, view.m11()):
            frames = GhostFrames(style, self.gait.figure, self.gait.body, view.m11(), EXAMPLE_LINE_PX)
            self._frames = ((style.id, view.m11()), frames)
        hip = pose(style, self.phase, self.gait.body)["hip"]
        painter.save()
        painter.translate(view.map(QPointF(APART_M, self._rise(APART_M))))
        painter.rotate(style.grade_deg - motion.slope_deg)
        self._frames[1].paint(painter, self.phase, QPointF(hip[0], -hip[1]) * view.m11(), self.theme)
        painter.restore()

    def set_labels(self, labels: tuple[StageLabel, ...]) -> None:
        """Show these labels, or none."""
        if labels != self._labels:
            self._labels = labels
            self.update()

    def set_fonts(self, fonts: LabelFonts) -> None:
        """Write at another size, as the player does."""
        self._type.set_fonts(fonts)
        self.update()

    def world_view(self) -> QTransform:
        """The motion as large as fits between legend and labels."""
        wide, high = self.width(), self.height()
        above, below = high * ABOVE, high * BELOW
        if self._example is not None:  # under two rows of the legend
            above = max(above, LEGEND_TOP * self.width() / DRAWN_WIDE + 3.4 * self._type.fonts.height())
            below = high * ABOVE
        area = QRectF(wide * BESIDE, above, wide * (1 - 2 * BESIDE), high - above - below)
        return fitted(self.bounds(), area, mirrored=self.mirrored)

    def paint_scene(self, painter: QPainter, view: QTransform) -> None:
        """The scene, then its words."""
        super().paint_scene(painter, view)
        motion = self.motion
        if motion is None:
            return
        rows: list[tuple[str, str]] = []
        names = list(dict.fromkeys(muscle_word(activity.muscle) for activity in motion.activity))
        if names:
            listed = ", ".join([names[0], *(name.lower() for name in names[1:])])
            text = say("{muscles} at work").format(muscles=listed)
            rows.append(("muscle", text))
        if self._example is not None:
            rows.append(("ghost", self._example_name(self._example)))
        if rows:
            unit = self.width() / DRAWN_WIDE
            left = 20 * unit  # on the side away from a wall
            if self.mirrored:
                left = self.width() - left - legend_width(tuple(rows), self._type.fonts)
            paint_legend(painter, QPointF(left, LEGEND_TOP * unit), tuple(rows), self._type.fonts, self.theme)
        for label in self._labels:
            if self._example is None or label.at in self.scene().points:  # no room beside two bodies
                self._paint_label(painter, view, motion, label)

    def _paint_label(self, painter: QPainter, view: QTransform, motion: Motion, label: StageLabel) -> None:
        """A muscle's words stand beside the body, those of a joint on the floor below it."""
        still = scene_at(motion, motion.moments[len(motion.moments) // 2], self.gait.body)
        resting, target = self._target(still, label.at, view), self._target(self.scene(), label.at, view)
        if resting is None or target is None:
            return
        words = self._type.label((label.text, label.note), self.devicePixelRatioF())
        wide, high = words.size.width() + 1, words.size.height()
        if label.at in still.points:
            floor = view.map(QPointF(0.0, 0.0)).y()
            left = min(max(resting.x() - 8, 12.0), self.width() - wide - 12)
            box = QRectF(left, min(floor + self.height() * 0.07, self.height() - high - 8), wide, high)
            start = QPointF(resting.x(), box.top() - 3)
            paint_leader(painter, start, QPointF(resting.x(), floor + 8), self.theme)
            words.paint(painter, box.topLeft())
            return
        reach = self.width() * 0.05
        left = resting.x() + reach if self.mirrored else resting.x() - reach - wide
        box = QRectF(left, resting.y() - self.height() * 0.3, wide, high)
        box.moveLeft(min(max(box.left(), 12.0), self.width() - wide - 12))
        box.moveTop(max(box.top(), self.height() * 0.13))
        start = QPointF(min(box.right(), max(box.left() + 20, target.x())), box.bottom() + 4)
        paint_leader(painter, start, target, self.theme)
        words.paint(painter, box.topLeft())

    def _target(self, scene: Scene, at: str, view: QTransform) -> QPointF | None:
        """The middle of a near muscle, or a joint, in pixels."""
        if at in scene.points:
            return view.map(QPointF(*scene.points[at]))
        shapes = outline(self.gait.figure, scene.points, "R", self.gait.body.height_m)
        muscle = next((s for s in shapes if s.name == f"near.{at}"), None)
        return None if muscle is None else view.map(QPointF(*muscle.points.mean(axis=0).tolist()))

    def _rise(self, across: float) -> float:
        """How much higher the ground is so many metres on."""
        return across * tan(radians(self.motion.slope_deg)) if self.motion is not None else 0.0

    def _example_name(self, style: Style) -> str:
        return self.gait.words.style.get(style.id, style.title)

    def _said(self, motion: Motion) -> str:
        words = super()._said(motion)
        if self._example is None:
            return words
        return words + " " + say("Beside, dashed: {style}.").format(style=self._example_name(self._example))

    def _retint(self) -> None:
        self._type.renew()
        super()._retint()
