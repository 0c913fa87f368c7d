"""Moves the sight: at once or smoothly, by steps, by the pointer, and to where something is."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QVariantAnimation, Signal
from PySide6.QtWidgets import QWidget

from unknot.ui.body_map import sight as ways
from unknot.ui.body_map.frame import LegFrame, StageFrame
from unknot.ui.body_map.sight import PLAIN, Sight
from unknot.ui.theme import Theme

STEP = 1.5  # of the buttons and keys
DURATION = 180  # ms, as for a change of page
PART = 0.25  # of the stage that a key pans
SETTLED = 1e-6


class SightControl(QVariantAnimation):
    """Belongs to one stage and lives as long as it: how one looked is kept for the sitting."""

    moved = Signal()

    def __init__(self, theme: Theme, base: StageFrame, stage: QWidget) -> None:
        super().__init__(stage)
        self._theme, self._stage, self._base = theme, stage, base
        self._sight = self._from = self._to = PLAIN
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setDuration(DURATION)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(self._go_on)

    # ---------------------------------------------------------------- asking
    @property
    def base(self) -> StageFrame:
        """The stage without zoom."""
        return self._base

    @property
    def frame(self) -> StageFrame:
        """The stage as it is seen now."""
        return ways.seen(self._base, self._sight)

    @property
    def sight(self) -> Sight:
        """How it is looked at, or will be when the motion has ended."""
        return self._to

    # ---------------------------------------------------------------- the stage has changed
    def set_base(self, base: StageFrame) -> None:
        """The stage was laid out anew. Zoom and height stay; a leg looked at stays in sight.

        Tells nobody: who lays out the stage asks for its frame.
        """
        self.stop()
        old, self._base = self._base, base
        sight = self._to
        if sight.zoom > 1 and _order(old) != _order(base):
            near = _nearest_leg(ways.seen(old, sight))
            leg = base.leg(near.side) or base.legs[0]
            x = sum(leg.edges) / 2 - base.middle.x()
            sight = Sight(sight.zoom, x / leg.picture.height(), sight.y)
        self._sight = self._to = ways.bounded(base, sight)

    def forget(self) -> None:
        """Look as at the start, without telling."""
        self.stop()
        self._sight = self._to = PLAIN

    def finish(self) -> None:
        """End a motion at its end."""
        if self.state() is QVariantAnimation.State.Running:
            self._go(self._to, smooth=False)

    # ---------------------------------------------------------------- moving
    def reset(self) -> None:
        """See the legs as at the start."""
        self._go(PLAIN)

    def nearer(self) -> None:
        """One step nearer, about the middle."""
        self.zoom_about(self._base.middle, STEP)

    def farther(self) -> None:
        """One step back, about the middle."""
        self.zoom_about(self._base.middle, 1 / STEP)

    def zoom_about(self, point: QPointF, factor: float, *, smooth: bool = True) -> None:
        """Zoom by a factor; what lies under the point stays there. All the way back is as at the start."""
        sight = ways.about(self._base, self._to, point, self._to.zoom * factor)
        back = smooth and sight.zoom == 1 < self._to.zoom  # a pinch must not jump
        self._go(PLAIN if back else sight, smooth=smooth)

    def pan(self, way: QPointF, *, smooth: bool = False) -> None:
        """Drag the picture so many pixels."""
        self._go(ways.panned(self._base, self._to, way), smooth=smooth)

    def look(self, across: int, down: int) -> None:
        """Look farther to a side by a part of the stage: -1, 0, 1 each."""
        size = self._base.size
        self.pan(QPointF(-across * PART * size.width(), -down * PART * size.height()), smooth=True)

    def bring(self, point: QPointF) -> None:
        """Bring a point of the unzoomed stage near to the middle."""
        self._go(ways.turned_to(self._base, self._to, point), smooth=False)

    def _go(self, sight: Sight, *, smooth: bool = True) -> None:
        self.stop()
        self._from, self._to = self._sight, sight
        if _same(sight, self._sight):
            return
        if smooth and not self._theme.reduced_motion and self._stage.isVisible():
            self.start()
        else:
            self._sight = sight
            self.moved.emit()

    def _go_on(self, share: float) -> None:
        if self.state() is QVariantAnimation.State.Running:
            self._sight = self._to if share >= 1 else ways.between(self._from, self._to, share)
            self.moved.emit()


def _order(frame: StageFrame) -> tuple[object, ...]:
    return (frame.view, *(leg.side for leg in frame.legs))


def _nearest_leg(frame: StageFrame) -> LegFrame:
    return min(frame.legs, key=lambda leg: abs(sum(leg.edges) / 2 - frame.middle.x()))


def _same(one: Sight, other: Sight) -> bool:
    ways_apart = (one.zoom - other.zoom, one.x - other.x, one.y - other.y)
    return all(abs(apart) < SETTLED for apart in ways_apart)
