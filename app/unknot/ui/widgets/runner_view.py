"""The runner: a style of running at any phase of the stride, with the contrasting style as a ghost behind."""

from __future__ import annotations

from math import hypot, radians, tan

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QWidget

from unknot.content.gait import GaitLibrary
from unknot.domain.gait import Joints, Style, ankle_ahead_cm, pose, turned
from unknot.domain.gait_teaching import push_share
from unknot.domain.movement import stride_bars
from unknot.ui.theme import Theme
from unknot.ui.widgets.scene_paint import paint_ground
from unknot.ui.widgets.stage import Stage
from unknot.ui.widgets.stage_labels import (
    LabelFonts,
    Labels,
    legend_width,
    paint_arrow,
    paint_legend,
    paint_measure,
    paint_plumb,
)
from unknot.ui.widgets.stride_frames import RUNNER_FRAMES, GhostFrames, RunnerFrames

DESIGN = QSize(704, 496)  # the stage in the 1440 x 900 drawing
GROUND = 0.889  # of the stage's height
HIP = 0.443  # of its width
TALL_M = 1.84  # what stands above the ground at most
HEAD_M = 0.09  # how far the back of the head, or of its example, is behind the hip, and air
REACH_M, APART_M = 0.75, 1.15  # what a runner takes up on each side of the hip, and from hip to hip beside it
CLEAR_M, BEHIND_M = 0.42, 0.26  # how far in front of the hip words may begin, and behind it end
TICKS = 4  # ground marks a stride
NEAR_CONTACT = 0.06  # of a stride: the ghost's foot is named around its landing


class RunnerView(Stage):
    """Paints one style at `phase`; `ghost` is the id of the style behind it, or empty.

    `words_on` shows the labels with leader lines; at full speed they would only flicker.
    """

    def __init__(self, theme: Theme, gait: GaitLibrary, style_id: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, gait, parent)
        self._style = gait.styles[style_id]
        self._ghost: Style | None = None
        self._ghost_words = ("", "")
        self._phase = 0.0
        self._beside = False
        self.words_on = True
        self._own: tuple[float, RunnerFrames] | None = None
        self._frames: tuple[tuple[str, float], GhostFrames] | None = None
        self._idle = QTimer(self)  # makes pictures between two frames
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._prepare)
        self._main = next((b for b in stride_bars(gait.words, self._style) if b.main), None)
        self._still: QPixmap | None = None
        self._view: QTransform | None = None
        self._labels = Labels(theme)
        self._describe()

    # ------------------------------------------------------------- what to show
    @property
    def style_shown(self) -> Style:
        """The style in front."""
        return self._style

    @property
    def phase(self) -> float:
        """Where in the stride it is, 0..1."""
        return self._phase

    @property
    def ghost(self) -> str:
        """Id of the style behind, or empty."""
        return self._ghost.id if self._ghost else ""

    def set_phase(self, phase: float) -> None:
        """Show this phase."""
        if phase % 1.0 != self._phase:
            self._phase = phase % 1.0
            self.update()

    def set_style(self, style: Style) -> None:
        """Show another style at the same phase."""
        self._style, self._own = style, None
        self._main = next((bar for bar in stride_bars(self.gait.words, style) if bar.main), None)
        self._describe()
        self._renew()

    def set_ghost(self, style_id: str) -> None:
        """Show another style behind, same hip, same phase; empty takes it away."""
        self._ghost = self.gait.styles[style_id] if style_id else None
        self._ghost_words = (self._name(self._ghost), self._ahead(self._ghost)) if self._ghost else ("", "")
        self._describe()
        self._renew()

    def set_beside(self, on: bool) -> None:
        """Show the ghost in front of the runner instead of behind the same hip."""
        if on != self._beside:
            self._beside = on
            self._describe()
            self._renew()

    def set_words_on(self, on: bool) -> None:
        """Show or hide the labels with leader lines."""
        if on != self.words_on:
            self.words_on = on
            self.update()

    def set_fonts(self, fonts: LabelFonts) -> None:
        """Write at another size, as the player does."""
        self._labels.set_fonts(fonts)
        self._renew()

    def measure_words(self) -> tuple[str, str]:
        """What stands below the ground: from the hips, and how far the ankle is ahead at first contact."""
        return self.tr("under your hips"), self._ahead(self._style)

    # ------------------------------------------------------------- Qt
    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is prepared for what is not seen."""
        super().hideEvent(event)
        self._idle.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._renew()

    def sizeHint(self) -> QSize:
        """The stage of the drawing."""
        return DESIGN

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ghost, ground, body, words."""
        painter = QPainter(self)
        view = self.world_view()
        joints = pose(self._style, self._phase, self.gait.body)
        painter.drawPixmap(0, 0, self._still_layer(view))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hip = view.map(QPointF(*joints["hip"]))
        ghost = self._ghost_frames(view)
        apart = self._apart(view)
        if ghost is not None:
            ghost.paint(painter, self._phase, hip + apart, self.theme)
        self._paint_ground(painter, view)
        self._runner_frames(view).paint(painter, self._phase, hip, self.tones)
        self._along_ground(painter, view)
        self._paint_push(painter, view, joints)
        paint_plumb(painter, view.map(QPointF(0.0, hypot(*joints["hip"]) - 0.07)), view.dy(), self.theme)
        painter.restore()
        if self.words_on:
            self._paint_muscle_label(painter, view, hip)
            self._paint_ghost_label(painter, hip + apart)
        painter.end()

    def world_view(self) -> QTransform:
        """Metres to pixels: the hip in its place, the ground near the lower edge."""
        if self._view is None:
            scale = min(self.height() * (GROUND - 0.02) / TALL_M, self.width() / 2.6)
            beside = 20 * self._unit() + legend_width(self._legend(), self._labels.fonts) + HEAD_M * scale
            below = self.height() * GROUND - 2.6 * self._labels.fonts.height() - 20 * self._unit()
            if beside > self.width() * 0.52:  # a long legend: the head goes below it
                scale = min(scale, below / TALL_M)
            hip = min(max(self.width() * HIP, beside), self.width() * 0.52)  # the head clears the legend
            if self._stands_beside:  # room for two
                scale = min(scale, self.width() / (2 * REACH_M + APART_M), below / TALL_M)
                hip = (self.width() - APART_M * scale) / 2
            self._view = QTransform(scale, 0, 0, -scale, hip, self.height() * GROUND)
        return self._view

    # ------------------------------------------------------------- parts
    def _apart(self, view: QTransform) -> QPointF:
        """From the runner's hip to the ghost's."""
        if not self._stands_beside:
            return QPointF()
        x, y = turned(APART_M * view.m11(), 0.0, self._style.grade_deg)
        return QPointF(x, -y)

    @property
    def _stands_beside(self) -> bool:
        return self._beside and self._ghost is not None

    def _runner_frames(self, view: QTransform) -> RunnerFrames:
        """The runner at the scale of now."""
        if self._own is None or self._own[0] != view.m11():
            frames = RunnerFrames(self._style, self.gait.figure, self.gait.body, view.m11(), RUNNER_FRAMES)
            self._own = (view.m11(), frames)
            self._prepare_soon()
        return self._own[1]

    def _ghost_frames(self, view: QTransform) -> GhostFrames | None:
        """The ghost at the scale of now."""
        if self._ghost is None:
            return None
        if self._frames is None or self._frames[0] != (self._ghost.id, view.m11()):
            width = 2.4 * max(0.7, self.height() / DESIGN.height())
            frames = GhostFrames(self._ghost, self.gait.figure, self.gait.body, view.m11(), width)
            self._frames = ((self._ghost.id, view.m11()), frames)
            self._prepare_soon()
        return self._frames[1]

    def _prepare_soon(self) -> None:
        """Make the pictures between two frames, so that they are there when they are needed."""
        if self.isVisible():
            self._idle.start()

    @property
    def is_preparing(self) -> bool:
        """Whether pictures are still being made."""
        return self._idle.isActive()

    def _prepare(self) -> None:
        made = self._own is not None and self._own[1].prepare()
        made = (self._frames is not None and self._frames[1].prepare()) or made
        if not made:
            self._idle.stop()

    def _paint_ground(self, painter: QPainter, view: QTransform) -> None:
        """The line, and marks on it that run back at the running speed."""
        style = self._style
        paint_ground(painter, view, QRectF(self.rect()), self.theme, slope_deg=style.grade_deg)
        gap = style.speed_mps * style.stride_time_s / TICKS * view.m11()
        start = (view.dx() - self._phase * TICKS * gap) % gap - gap
        painter.setPen(QPen(self.theme.color("borderStrong"), 2))
        rise = tan(radians(style.grade_deg))
        ticks = (start + k * gap for k in range(int(self.width() / gap) + 3))
        at = ((x, view.dy() - (x - view.dx()) * rise) for x in ticks)
        painter.drawLines([QLineF(x, y + 2, x - 5, y + 8) for x, y in at])

    def _along_ground(self, painter: QPainter, view: QTransform) -> None:
        """Turn the painter with a slope: what is measured from the hips is measured along the ground."""
        painter.save()
        painter.translate(view.dx(), view.dy())
        painter.rotate(-self._style.grade_deg)
        painter.translate(-view.dx(), -view.dy())

    def _paint_push(self, painter: QPainter, view: QTransform, joints: Joints) -> None:
        """An arrow back along the ground while the foot pushes, until toe-off."""
        share = push_share(self._style, self._phase)
        if share is None:
            return
        slope = -self._style.grade_deg
        back = min(turned(*joints[name], slope)[0] for name in ("ballR", "heelR"))
        toe = view.map(QPointF(back - 0.05, 0.05))
        length = (0.12 + 0.2 * share) * view.m11()
        paint_arrow(
            painter, toe, QPointF(toe.x() - length, toe.y()), self.theme, max(3.0, 0.016 * view.m11())
        )

    def _still_layer(self, view: QTransform) -> QPixmap:
        """What no phase changes: ground colour, legend and measure, painted once."""
        ratio = self.devicePixelRatioF()
        if self._still is None or self._still.devicePixelRatio() != ratio:
            layer = QPixmap(self.size() * ratio)
            layer.setDevicePixelRatio(ratio)
            layer.fill(Qt.GlobalColor.transparent)
            painter = QPainter(layer)
            self.paint_stage(painter)
            self._paint_legend(painter, view)
            painter.end()
            self._still = layer
        return self._still

    def _paint_legend(self, painter: QPainter, view: QTransform) -> None:
        unit = self._unit()
        paint_legend(painter, QPointF(20 * unit, 14 * unit), self._legend(), self._labels.fonts, self.theme)
        self._along_ground(painter, view)
        foot, words = QPointF(view.dx(), view.dy()), self.measure_words()
        ahead = ankle_ahead_cm(self._style, self.gait.body) / 100 * view.m11()
        if self._ghost is not None and self._stands_beside:
            there = foot + QPointF(APART_M * view.m11(), 0.0)
            others = ankle_ahead_cm(self._ghost, self.gait.body) / 100 * view.m11()
            self._measure(painter, there, others, self._short_measure(self._ghost), "ink2")
            words = self._short_measure(self._style)
        elif view.dx() + ahead + self._labels.fonts.width(words[1]) + 28 > self.width():
            words = self._short_measure(self._style)
        self._measure(painter, foot, ahead, words, "accentInk")
        painter.restore()

    def _measure(
        self, painter: QPainter, foot: QPointF, ahead: float, words: tuple[str, str], ink: str
    ) -> None:
        paint_measure(painter, foot, ahead, words, self._labels.fonts, self.theme, ink)

    def _short_measure(self, style: Style) -> tuple[str, str]:
        ahead = round(ankle_ahead_cm(style, self.gait.body))
        return "", self.tr("{n} cm ahead").format(n=ahead)

    def _legend(self) -> tuple[tuple[str, str], ...]:
        rows = [("figure", self._name(self._style))]
        if self._ghost is not None:
            rows.append(("ghost", self._name(self._ghost)))
        return tuple(rows)

    def _unit(self) -> float:
        return self.width() / DESIGN.width()

    def _paint_muscle_label(self, painter: QPainter, view: QTransform, hip: QPointF) -> None:
        """Name the main muscle at work, flush right beside the hips, as long as it works."""
        if self._main is None or not self._main.holds(self._phase):
            return
        note = self.tr("{start} to {end} % of the stride")
        note = note.format(start=round(100 * self._main.start), end=round(100 * self._main.end))
        label = self._labels.label((self._main.name, note), self.devicePixelRatioF(), right=True)
        right, hips = max(187 * self._unit(), label.size.width() + 8), view.map(QPointF(0.0, 0.98)).y()
        if right > hip.x() - BEHIND_M * view.m11():
            return  # it would lie on the runner; the bar below the picture names the muscle as well
        at = QPointF(right - label.size.width(), hips - self._labels.fonts.height() * 1.2)
        label.paint(painter, at, hip + self._runner_frames(view).named_point(self._phase))

    def _paint_ghost_label(self, painter: QPainter, hip: QPointF) -> None:
        """Name the ghost's foot and how far it lands ahead, while it lands."""
        near = min(self._phase, 1.0 - self._phase) <= NEAR_CONTACT
        if self._ghost is None or self._frames is None or not near or self._beside:
            return  # one that stands beside has its own measure
        label, unit = self._labels.label(self._ghost_words, self.devicePixelRatioF()), self._unit()
        left = min(512 * unit, self.width() - label.size.width() - 12)
        if left < hip.x() + CLEAR_M * self.world_view().m11():
            return  # it would lie on the runner; the legend names the ghost as well
        target = hip + self._frames[1].named_point(self._phase)
        top = target.y() - max(56 * unit, label.size.height() + 20)
        label.paint(painter, QPointF(left, top), target)

    def _name(self, style: Style) -> str:
        return self.gait.words.style.get(style.id, style.title)

    def _ahead(self, style: Style) -> str:
        ahead = ankle_ahead_cm(style, self.gait.body)
        return self.tr("ankle {n} cm ahead of the hip").format(n=round(ahead))

    def _describe(self) -> None:
        text = self.tr("A runner from the side. {style}: {measure} at landing.").format(
            style=self._name(self._style), measure=self._ahead(self._style)
        )
        if self._ghost is not None:
            style, measure = self._ghost_words
            where = (
                self.tr("Beside it, dashed: {style}, {measure}.")
                if self._beside
                else self.tr("Behind it, dashed: {style}, {measure}.")
            )
            text += " " + where.format(style=style, measure=measure)
        self.setAccessibleName(self.tr("Runner"))
        self.setAccessibleDescription(text)

    def _retint(self) -> None:
        super()._retint()
        self._labels.renew()
        self._renew()

    def _renew(self) -> None:
        """Lay out and paint anew what no phase changes."""
        self._still = self._view = None
        self.update()
