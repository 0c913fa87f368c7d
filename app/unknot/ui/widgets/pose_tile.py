"""Still pictures of positions, drawn one after the other while the window stays free, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from unknot.content.gait import GaitLibrary
from unknot.domain.body import Side
from unknot.services.gait_reading import GaitReading
from unknot.ui.theme import Theme
from unknot.ui.widgets.figure_view import PoseView
from unknot.ui.widgets.strip_shape import strip_shape

LOOK_MS = 40  # how often it is looked whether the figure is read


class Picture(Protocol):
    """A widget that is drawn late."""

    def draw(self) -> None:
        """Draw it now."""


class TileDrawer(QObject):
    """Draws the pictures that ask for it, one in each turn of the event loop.

    `read` comes once the figure is there.
    """

    read = Signal()

    def __init__(self, gait: GaitLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gait = gait
        self.reading = GaitReading(gait)
        self._asking: list[Picture] = []
        self._figures: list[Picture] = []  # these wait until the figure is read
        self._timer, self._reader = QTimer(self), QTimer(self)
        self._timer.timeout.connect(self._draw_one)
        self._reader.setInterval(LOOK_MS)
        self._reader.timeout.connect(self._look)

    def ask(self, picture: Picture, *, figure: bool = False) -> None:
        """Draw this soon."""
        if picture in self._asking or picture in self._figures:
            return
        if figure and not self.reading.is_over:
            self._figures.append(picture)
            if not self._reader.isActive():
                self._reader.start()
            return
        self._asking.append(picture)
        self._timer.start()

    def when_read(self, slot: Callable[[], None]) -> None:
        """Call a slot once the positions can be asked for: now, or after reading them."""
        if self.reading.is_over:
            slot()
        else:
            self.read.connect(slot)
            self._reader.start()

    def draw_all(self) -> None:
        """Draw all that ask now."""
        if self._reader.isActive():
            self.reading.wait()
            self._asking, waiting = [], self._asking
            self._look()
            self._asking = [*waiting, *self._asking]
        while self._asking:
            self._draw_one()

    def _look(self) -> None:
        if self._asking:
            return
        self.reading.begin()
        if self.reading.is_over:
            self._reader.stop()
            self._asking, self._figures = self._figures, []
            self.read.emit()
            self._timer.start()

    def _draw_one(self) -> None:
        picture = self._asking.pop(0) if self._asking else None
        if picture is not None and isValid(picture):  # its card may be gone meanwhile
            picture.draw()
        if not self._asking:
            self._timer.stop()


class PoseTile(PoseView):
    """The position of a routine's step at its most telling moment; the stage alone until it is drawn.

    `strip` makes it the left end of a card.
    """

    def __init__(
        self,
        drawer: TileDrawer,
        theme: Theme,
        step: tuple[str, str],
        side: Side | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, drawer.gait, parent)
        self.strip = False
        self._drawer, self._step, self._of = drawer, step, side
        self._drawn = QPixmap()
        self._is_current = False

    def draw(self) -> None:
        """Draw it now, to be kept until its size or the colours change."""
        if self.motion is None:
            self.show_routine_step(*self._step, self._of)
        motion = self.motion
        if motion is not None:
            self.set_phase(motion.moments[len(motion.moments) // 2])
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint_stage(painter)
        if motion is not None:
            self.paint_scene(painter, self.world_view())
        painter.end()
        self._drawn, self._is_current = picture, True
        self.update()

    def paint_stage(self, painter: QPainter) -> None:
        """The ground in the shape of the tile, to which all is clipped."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, radius = QRectF(self.rect()), self.theme.px(13 if self.strip else 10)
        path = strip_shape(area, radius)
        if not self.strip:
            path = QPainterPath()
            path.addRoundedRect(area, radius, radius)
        painter.setClipPath(path)
        painter.fillPath(path, self.theme.color("stage"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The kept picture, or the ground while it is on its way."""
        painter = QPainter(self)
        same = self._drawn.size() == self.size() * self.devicePixelRatioF()
        if self._is_current and same:
            painter.drawPixmap(0, 0, self._drawn)
        else:
            self.paint_stage(painter)
            self._drawer.ask(self, figure=True)
        painter.end()

    def _retint(self) -> None:
        self._is_current = False
        super()._retint()
