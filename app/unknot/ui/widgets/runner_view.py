"""The runner: a style of running at any phase of the stride, with the contrasting style as a ghost behind."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QHideEvent, QPainter, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from unknot.content.gait import GaitLibrary
from unknot.domain.gait import Joints, Style, ankle_ahead_cm, pose
from unknot.domain.gait_teaching import push_share
from unknot.domain.movement import stride_bars
from unknot.ui.theme import Theme
from unknot.ui.widgets.scene_paint import paint_ground
from unknot.ui.widgets.stage import Stage
from unknot.ui.widgets.stage_labels import (
    LabelFonts,
    legend_width,
    paint_arrow,
    paint_label,
    paint_leader,
    paint_legend,
    paint_measure,
    paint_plumb,
)
from unknot.ui.widgets.stride_frames import RUNNER_FRAMES, GhostFrames, RunnerFrames

DESIGN = QSize(704, 496)  # the stage in the 1440 x 900 drawing
GROUND = 0.889  # of the stage's height
HIP = 0.443  # of its width
TALL_M = 1.84  # what stands above the ground at most
HEAD_M = 0.06  # how far the back of the head is behind the hip, and air
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
        self._phase = 0.0
        self.words_on = True
        self._own: tuple[float, RunnerFrames] | None = None
        self._frames: tuple[tuple[str, float], GhostFrames] | None = None
        self._idle = QTimer(self)  # makes pictures between two frames
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._prepare)
        self._main = next((b for b in stride_bars(gait.words, self._style) if b.main), None)
        self._still: tuple[object, QPixmap] | None = None
        self._label: tuple[object, QPixmap] | None = None
        self._fonts = LabelFonts(theme.font("label"), theme.font("small"))
        self._describe()
        theme.changed.connect(self._refont)

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

    def set_ghost(self, style_id: str) -> None:
        """Show another style behind, same hip, same phase; empty takes it away."""
        self._ghost = self.gait.styles[style_id] if style_id else None
        self._describe()
        self.update()

    def set_words_on(self, on: bool) -> None:
        """Show or hide the labels with leader lines."""
        if on != self.words_on:
            self.words_on = on
            self.update()

    def set_fonts(self, fonts: LabelFonts) -> None:
        """Write at another size, as the player does."""
        self._fonts, self._still, self._label = fonts, None, None
        self.update()

    def measure_words(self) -> tuple[str, str]:
        """What stands below the ground: from the hips, and how far the ankle is ahead at first contact."""
        ahead = ankle_ahead_cm(self._style, self.gait.body)
        return self.tr("under your hips"), self.tr("ankle {n} cm ahead of the hip").format(n=round(ahead))

    # ------------------------------------------------------------- Qt
    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is prepared for what is not seen."""
        super().hideEvent(event)
        self._idle.stop()

    def sizeHint(self) -> QSize:
        """The stage of the drawing."""
        return DESIGN

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ghost, ground, body, words."""
        painter = QPainter(self)
        view = self.world_view()
        joints = self._joints()
        painter.drawPixmap(0, 0, self._still_layer(view))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hip = view.map(QPointF(*joints["hip"]))
        ghost = self._ghost_frames(view)
        if ghost is not None:
            ghost.paint(painter, self._phase, hip, self.theme)
        self._paint_ground(painter, view)
        self._runner_frames(view).paint(painter, self._phase, hip, self.tones)
        self._paint_push(painter, view, joints)
        paint_plumb(
            painter, view.map(QPointF(joints["hip"][0], joints["hip"][1] - 0.07)), view.dy(), self.theme
        )
        if self.words_on:
            self._paint_muscle_label(painter, view)
            self._paint_ghost_label(painter, view)
        painter.end()

    def world_view(self) -> QTransform:
        """Metres to pixels: the hip in its place, the ground near the lower edge."""
        scale = min(self.height() * (GROUND - 0.02) / TALL_M, self.width() / 2.6)
        beside = 20 * self._unit() + legend_width(self._legend(), self._fonts) + HEAD_M * scale
        hip = min(max(self.width() * HIP, beside), self.width() * 0.52)  # the head clears the legend
        return QTransform(scale, 0, 0, -scale, hip, self.height() * GROUND)

    # ------------------------------------------------------------- parts
    def _joints(self) -> Joints:
        return pose(self._style, self._phase, self.gait.body)

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
        stride = style.speed_mps * style.stride_time_s
        gap = stride / TICKS
        start = -(self._phase * stride) % gap
        scale = view.m11()
        painter.setPen(QPen(self.theme.color("borderStrong"), 2))
        first = int((-view.dx() / scale - start) / gap) - 1
        lines = []
        for k in range(first, first + int(self.width() / scale / gap) + 4):
            at = view.map(QPointF(start + k * gap, 0.0))
            lines.append(QLineF(at.x(), at.y() + 2, at.x() - 5, at.y() + 8))
        painter.drawLines(lines)

    def _paint_push(self, painter: QPainter, view: QTransform, joints: Joints) -> None:
        """An arrow back along the ground while the foot pushes, until toe-off."""
        share = push_share(self._style, self._phase)
        if share is None:
            return
        toe = view.map(QPointF(min(joints["ballR"][0], joints["heelR"][0]) - 0.05, 0.05))
        length = (0.12 + 0.2 * share) * view.m11()
        paint_arrow(
            painter, toe, QPointF(toe.x() - length, toe.y()), self.theme, max(3.0, 0.016 * view.m11())
        )

    def _still_layer(self, view: QTransform) -> QPixmap:
        """What no phase changes: ground colour, legend and measure, painted once for a size and look."""
        ratio = self.devicePixelRatioF()
        key = (self.size(), ratio, self.ghost, self._fonts)
        if self._still is None or self._still[0] != key:
            layer = QPixmap(self.size() * ratio)
            layer.setDevicePixelRatio(ratio)
            layer.fill(Qt.GlobalColor.transparent)
            painter = QPainter(layer)
            self.paint_stage(painter)
            self._paint_legend(painter, view)
            painter.end()
            self._still = (key, layer)
        return self._still[1]

    def _paint_legend(self, painter: QPainter, view: QTransform) -> None:
        unit = self._unit()
        paint_legend(painter, QPointF(20 * unit, 14 * unit), self._legend(), self._fonts, self.theme)
        ahead = ankle_ahead_cm(self._style, self.gait.body) / 100 * view.m11()
        words = self.measure_words()
        if view.dx() + ahead + self._fonts.width(words[1]) + 28 > self.width():
            words = ("", self.tr("{n} cm ahead").format(n=round(ahead / view.m11() * 100)))
        paint_measure(painter, QPointF(view.dx(), view.dy()), ahead, words, self._fonts, self.theme)

    def _legend(self) -> tuple[tuple[str, str], ...]:
        names = self.gait.words.style
        rows = [("figure", names.get(self._style.id, self._style.title))]
        if self._ghost is not None:
            rows.append(("ghost", names.get(self._ghost.id, self._ghost.title)))
        return tuple(rows)

    def _unit(self) -> float:
        return self.width() / DESIGN.width()

    def _paint_muscle_label(self, painter: QPainter, view: QTransform) -> None:
        """Name the main muscle at work, with a line to it, as long as it works."""
        if self._main is None or not self._main.holds(self._phase):
            return
        hip = view.map(QPointF(*self._joints()["hip"]))
        box, words = self._muscle_box(view)
        painter.drawPixmap(box.topLeft(), self._text_layer(box.size(), words))
        start = QPointF(box.right() + 5, box.top() + QFontMetricsF(self._fonts.strong).height() * 0.55)
        paint_leader(painter, start, hip + self._runner_frames(view).glute(self._phase), self.theme)

    def _muscle_box(self, view: QTransform) -> tuple[QRectF, tuple[str, str]]:
        """Where the muscle's name stands, flush right beside the hips, and the name with its window."""
        start, end = (
            round(100 * at) for at in ((self._main.start, self._main.end) if self._main else (0, 0))
        )
        note = self.tr("{start} to {end} % of the stride").format(start=start, end=end)
        words = (self._main.name if self._main else "", note)
        wide = self._fonts.width(*words) + 1
        right, hips = max(187 * self._unit(), wide + 8), view.map(QPointF(0.0, 0.98)).y()
        return QRectF(right - wide, hips - self._fonts.height() * 1.2, wide, self._fonts.height(note)), words

    def _text_layer(self, size: QSizeF, words: tuple[str, str]) -> QPixmap:
        """The words alone, painted once: laying out text anew each frame costs as much as the legs."""
        ratio = self.devicePixelRatioF()
        key = (words, size, ratio, self._fonts)
        if self._label is None or self._label[0] != key:
            layer = QPixmap((size * ratio).toSize() + QSize(1, 1))
            layer.setDevicePixelRatio(ratio)
            layer.fill(Qt.GlobalColor.transparent)
            painter = QPainter(layer)
            paint_label(painter, QRectF(QPointF(), size), words, self._fonts, self.theme, right=True)
            painter.end()
            self._label = (key, layer)
        return self._label[1]

    def _paint_ghost_label(self, painter: QPainter, view: QTransform) -> None:
        """Name the ghost's foot and how far it lands ahead, while it lands."""
        unit = self._unit()
        near = min(self._phase, 1.0 - self._phase) <= NEAR_CONTACT
        frames = self._ghost_frames(view)
        if self._ghost is None or frames is None or not near:
            return
        hip, toe = self._joints()["hip"], frames.toe(self._phase)
        ahead = round(ankle_ahead_cm(self._ghost, self.gait.body))
        title = self.gait.words.style.get(self._ghost.id, self._ghost.title)
        words = (title, self.tr("ankle {n} cm ahead of the hip").format(n=ahead))
        wide = self._fonts.width(*words)
        left = min(512 * unit, self.width() - wide - 12)
        target = view.map(QPointF(hip[0] + toe[0] + 0.02, hip[1] + toe[1] + 0.05))
        high = self._fonts.height(words[1])
        box = QRectF(left, target.y() - max(56 * unit, high + 20), wide, high)
        paint_label(painter, box, words, self._fonts, self.theme, target=target)

    def _describe(self) -> None:
        names = self.gait.words.style
        text = self.tr("A runner from the side. {style}: {measure} at landing.").format(
            style=names.get(self._style.id, self._style.title), measure=self.measure_words()[1]
        )
        if self._ghost is not None:
            ahead = round(ankle_ahead_cm(self._ghost, self.gait.body))
            behind = self.tr("Behind it, dashed: {style}, ankle {n} cm ahead of the hip.")
            text += " " + behind.format(style=names.get(self._ghost.id, self._ghost.title), n=ahead)
        self.setAccessibleName(self.tr("Runner"))
        self.setAccessibleDescription(text)

    def _refont(self) -> None:
        self._still = self._label = None
        self._fonts = LabelFonts(self.theme.font("label"), self.theme.font("small"))
        self.update()
