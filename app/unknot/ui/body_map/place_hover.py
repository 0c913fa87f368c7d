"""The place under the pointer: its outline on the stage, and its name beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QLabel, QWidget

from unknot.domain.body import Side
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.frame import StageFrame
from unknot.ui.side_words import side_within
from unknot.ui.theme import Theme


class PlaceHover(QObject):
    """Belongs to one stage. `show_at` tells whether something else is under the pointer than before.

    The stage is not told when the pointer goes on to what lies on it: watch that with `give_way_to`.
    """

    def __init__(self, atlas: MapAtlas, theme: Theme, stage: QWidget) -> None:
        super().__init__(stage)
        self._atlas, self._theme, self._stage = atlas, theme, stage
        self._place: tuple[Side, str] | None = None
        self._outline = QPainterPath()
        self._chip = stage_chip(stage)

    @property
    def name(self) -> str:
        """The name of the place, empty beside the legs."""
        return self._atlas.label(self._place[1]) if self._place else ""

    @property
    def spoken(self) -> str:
        """The same with its leg."""
        return f"{self.name}, {side_within(self._place[0])}" if self._place else ""

    def show_at(self, frame: StageFrame, point: QPointF | None) -> bool:
        """Outline and name what is under a point of the stage; None takes both away."""
        spot = frame.spot(point) if point is not None else None
        found = self._atlas.hits.place_at(spot.view, spot.u, spot.v) if spot else None
        place = (spot.side, found) if spot and found else None
        if place == self._place:
            return False
        self._place = place
        leg = frame.leg(place[0]) if place else None
        self._outline = self._atlas.path(frame.view, place[1], leg) if place and leg else QPainterPath()
        self._chip.setVisible(place is not None)
        if place is not None:
            self._chip.setText(self.name)
            self._chip.adjustSize()
            self._chip.move(self._corner().toPoint())
            self._chip.raise_()
        return True

    def clear(self) -> None:
        """Take both away."""
        if self._place is not None:
            self._place, self._outline = None, QPainterPath()
            self._chip.hide()
            self._stage.update()

    def give_way_to(self, widget: QWidget) -> None:
        """Show nothing from when the pointer comes to this widget."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pointer came to what lies on the stage."""
        if event.type() == QEvent.Type.Enter:
            self.clear()
        return super().eventFilter(watched, event)

    def paint(self, painter: QPainter) -> None:
        """Draw the outline: ink on a pale line, to be seen on any picture."""
        if self._outline.isEmpty():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for token, width in (("raised", 4.0), ("ink", 2.0)):
            pen = QPen(self._theme.color(token), width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(self._outline, pen)

    def _corner(self) -> QPointF:
        """Above the outline, else below it, always on the stage."""
        box, size, gap = self._outline.boundingRect(), self._chip.size(), self._theme.px(8)
        top = box.top() - size.height() - gap
        if top < gap:
            top = box.bottom() + gap
        top = min(max(top, gap), self._stage.height() - size.height() - gap)
        left = min(max(box.center().x() - size.width() / 2, gap), self._stage.width() - size.width() - gap)
        return QPointF(left, top)


def stage_chip(stage: QWidget) -> QLabel:
    """A few words on the stage; they never take the pointer."""
    chip = QLabel(stage)
    chip.setProperty("type", "small")
    chip.setProperty("panel", "bar")
    chip.setMargin(6)
    chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    chip.hide()
    return chip
