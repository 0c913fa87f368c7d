"""The body in the pose of a routine step or a drill, still or moving, with floor, wall, chair and ball."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent, QTransform
from PySide6.QtWidgets import QWidget

from unknot.content.gait import GaitLibrary
from unknot.domain.body import Side
from unknot.domain.gait import Body
from unknot.domain.pose_scene import Scene, scene_at
from unknot.domain.poses import Motion
from unknot.ui.theme import Theme
from unknot.ui.widgets.figure_words import motion_words
from unknot.ui.widgets.scene_paint import paint_props, paint_tools, room_of
from unknot.ui.widgets.side_pictures import SidePictures, side_steps
from unknot.ui.widgets.stage import Stage, fitted
from unknot.ui.widgets.turned_pictures import TurnedPictures, steps_of

FRAME_MS = 33
MARGIN_M = 0.06  # flesh outside the joints, and air
BODY_M = {"head": 0.12, "hip": 0.13, "waist": 0.1, "shoulder": 0.1}  # how far the body reaches from a joint
WALL_ROOM_M = 0.12


class PoseView(Stage):
    """Shows one motion at one phase; `set_seconds` follows a player's clock, `play` a clock of its own.

    The left leg is shown as the mirror image: then the near limb is the left one.
    """

    def __init__(self, theme: Theme, gait: GaitLibrary, parent: QWidget | None = None) -> None:
        super().__init__(theme, gait, parent)
        self.setAccessibleName(self.tr("Picture"))  # a description alone is not read out
        self._motion: Motion | None = None
        self._side: Side | None = None
        self._phase = 0.0
        self._playing = False
        self.padding = 12.0
        self._scenes: dict[float, Scene] = {}
        self._bounds = QRectF(-1.0, 0.0, 2.0, 2.0)
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._advance)
        self._turned: TurnedPictures | None = None
        self._side_on: SidePictures | None = None
        self._changes = 0  # of the phase, since the motion is shown
        self._idle = QTimer(self)  # makes pictures between two frames
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._prepare)

    # ------------------------------------------------------------- what to show
    def show_routine_step(self, routine_id: str, step_id: str, side: Side | None = None) -> bool:
        """Show the position of a routine's step; False, and an empty stage, when nothing is drawn for it."""
        motion = self.gait.motion_for_routine(routine_id, step_id)
        self.show_motion(motion, side)
        return motion is not None

    def show_motion(self, motion: Motion | None, side: Side | None = None) -> None:
        """Show a motion at its first moment; `side` is the working leg."""
        if motion is not self._motion or side is not self._side:
            self._motion, self._side = motion, side
            self._phase = motion.moments[0] if motion else 0.0
            self._scenes.clear()
            self._changes = 0
            if motion is not None:
                self._bounds = motion_bounds(motion, self.gait.body)
            self.setAccessibleDescription(self._said(motion) if motion else "")
            self._run_timer()
            self.update()

    @property
    def motion(self) -> Motion | None:
        """What is shown."""
        return self._motion

    @property
    def phase(self) -> float:
        """Where in the motion it is, 0..1."""
        return self._phase

    @property
    def mirrored(self) -> bool:
        """Whether the picture is turned round, to show the other leg at work."""
        if self._motion is None or self._side is None or self._motion.working == "both":
            return False
        return (self._side is Side.LEFT) != (self._motion.working == "L")

    def set_phase(self, phase: float) -> None:
        """Show this phase, 0..1."""
        if phase != self._phase:
            self._phase = phase
            self._changes += 1
            if self._changes > 1 and self.isVisible():  # a still picture is set once
                self._idle.start()
            self.update()

    def set_seconds(self, seconds: float, period_s: float | None = None) -> None:
        """Show the motion so many seconds after its start; still ones keep standing."""
        if self._motion is not None and self._motion.moves:
            self.set_phase(self._motion.phase_at(seconds, period_s))

    def play(self, on: bool = True) -> None:
        """Let a moving position move by itself while it is visible (never with reduced motion)."""
        self._playing = on
        self._run_timer()

    # ------------------------------------------------------------- Qt
    def sizeHint(self) -> QSize:
        """A small picture."""
        return QSize(self.theme.px(280), self.theme.px(180))

    def showEvent(self, event: QShowEvent) -> None:
        """Move on while seen."""
        super().showEvent(event)
        self._run_timer()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while not seen."""
        super().hideEvent(event)
        self._timer.stop()
        self._idle.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, props, body, tool."""
        painter = QPainter(self)
        self.paint_stage(painter)
        if self._motion is not None:
            self.paint_scene(painter, self.world_view())
        painter.end()

    # ------------------------------------------------------------- for subclasses and tests
    def world_view(self) -> QTransform:
        """Metres to pixels: the whole motion fits, whatever its phase."""
        pad = self.padding
        area = QRectF(self.rect()).adjusted(pad, pad, -pad, -pad)
        return fitted(self.bounds(), area, mirrored=self.mirrored)

    def bounds(self) -> QRectF:
        """What the whole motion needs of the world, metres."""
        return QRectF(self._bounds)

    def scene(self) -> Scene:
        """The moment shown."""
        if self._motion is None:
            raise LookupError("no motion is shown")
        phase = self._drawn_phase(self._motion)
        if phase not in self._scenes:
            self._scenes[phase] = scene_at(self._motion, phase, self.gait.body)
        return self._scenes[phase]

    def paint_behind(self, painter: QPainter, view: QTransform) -> None:
        """What stands behind props and body: nothing here."""

    def paint_scene(self, painter: QPainter, view: QTransform) -> None:
        """Props, tools and the body, through `view`."""
        motion = self._motion
        if motion is None:
            return
        scene = self.scene()
        area = QRectF(self.rect())
        self.paint_behind(painter, view)
        paint_props(painter, scene.props, view, area, self.theme)
        paint_tools(painter, scene.tools, view, self.theme, front=False)
        painter.save()
        painter.setClipRect(room_of(scene.props, view, area), Qt.ClipOperation.IntersectClip)
        if motion.view == "side":
            self._side_pictures(motion, view).paint(painter, scene, self._drawn_phase(motion))
        else:
            self._turned_pictures(motion, view).paint(painter, scene)
        painter.restore()
        paint_tools(painter, scene.tools, view, self.theme, front=True)

    # ------------------------------------------------------------- inside
    def _drawn_phase(self, motion: Motion) -> float:
        """The phase of the nearest picture."""
        if not motion.moves:
            return round(self._phase, 3)
        steps = side_steps(motion) if motion.view == "side" else steps_of(motion)
        return round(self._phase * steps) / steps

    def _side_pictures(self, motion: Motion, view: QTransform) -> SidePictures:
        """The pictures of the motion at the size and in the theme of now."""
        if self._side_on is None or not self._side_on.fits(motion, self.tones, view):
            self._side_on = SidePictures(self.gait, motion, self.tones, view)
        return self._side_on

    def _turned_pictures(self, motion: Motion, view: QTransform) -> TurnedPictures:
        """The pictures of the motion at the size, in the theme and on the screen of now."""
        ratio = self.devicePixelRatioF()
        if self._turned is None or not self._turned.fits(motion, self.tones, view, ratio):
            self._turned = TurnedPictures(self.gait, motion, self.tones, view, ratio)
        return self._turned

    @property
    def is_preparing(self) -> bool:
        """Whether pictures are still being made."""
        return self._idle.isActive()

    def _prepare(self) -> None:
        """One picture of the motion ahead of time, between two frames."""
        pictures = self._side_on if self._motion is not None and self._motion.view == "side" else self._turned
        if pictures is None or not pictures.prepare():
            self._idle.stop()

    def _said(self, motion: Motion) -> str:
        """The picture in words."""
        return motion_words(motion, self._side)

    def _run_timer(self) -> None:
        moves = self._playing and self._motion is not None and self._motion.moves
        if moves and self.isVisible() and not self.theme.reduced_motion:
            self._timer.start()
        else:
            self._timer.stop()

    def _advance(self) -> None:
        if self._motion is not None:
            step = FRAME_MS / 1000 / self._motion.period_s
            self.set_phase((self._phase + step) % 1.0 if self._motion.loop else min(1.0, self._phase + step))


def motion_bounds(motion: Motion, body: Body) -> QRectF:
    """The box round every moment of a motion, its chair and its wall; from the floor up."""
    phases = [i / 12 for i in range(13)] if motion.moves else [motion.moments[0]]
    left, right, top, bottom = 9.0, -9.0, 0.0, 0.0
    for phase in phases:
        for name, (x, y) in scene_at(motion, phase, body).points.items():
            reach = BODY_M.get(name, MARGIN_M)
            left, right = min(left, x - reach), max(right, x + reach)
            top, bottom = max(top, y + reach), min(bottom, y - MARGIN_M)
    for prop in motion.props:
        if prop.kind == "wall":
            left, right = min(left, prop.x[0] - WALL_ROOM_M), max(right, prop.x[0] + WALL_ROOM_M)
        for x in prop.x:
            left, right = min(left, x - 0.02), max(right, x + 0.02)
    return QRectF(left, bottom, right - left, top - bottom)
