"""A piece of the anatomy with a place lit, or several: where a routine presses."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from unknot.domain.body import PressWindow, Side, View
from unknot.ui.theme import Theme
from unknot.ui.widgets.pose_tile import TileDrawer
from unknot.ui.widgets.strip_shape import strip_shape

AIR = 1.15  # the whole place is seen, and a little round it
Ring = Sequence[tuple[float, float]]


class LitPlace(Struct, frozen=True):
    """What to light: rings of u, v points in the picture of a view, and the heights that may be pressed.

    `avoid` is what to hatch around it, in u, v: where not to press.
    """

    view: View
    rings: tuple[Ring, ...]
    window: PressWindow | None
    avoid: QPainterPath | None = None


class PlacePicture(QWidget):
    """Shows `span` of the leg's height around the places, or more; the left leg is the mirror image."""

    def __init__(self, theme: Theme, *, span: float = 0.3, quiet: bool = False) -> None:
        super().__init__()
        self._theme, self._span, self._quiet = theme, span, quiet
        self._places: Sequence[LitPlace] = ()
        self._mirrored = False
        self._image = QImage()
        self._file = ""
        self._drawn = QPixmap()  # kept until the size, the colours or the place change
        self.corners = 14.0  # px
        self.drawer: TileDrawer | None = None  # draws it when the window has time
        self.strip = False  # at the left end of a card: only the left corners are round
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self._redraw)

    def show_places(self, places: Sequence[LitPlace], side: Side, words: str) -> None:
        """Show these places of one view; `words` is what a screen reader says."""
        self._places, self._mirrored = places, side is Side.LEFT
        self.setAccessibleName(words)
        if places:
            quiet, dense = "_mono" if self._quiet else "", "@2x" if self.devicePixelRatioF() > 1 else ""
            self._file = f"anatomy:{places[0].view.value}{quiet}{dense}.png"
        self._redraw()

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(self._theme.px(128), self._theme.px(300))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What was drawn, in colours and size of now."""
        painter = QPainter(self)
        if self._drawn.size() != self.size() * self.devicePixelRatioF():
            if self.drawer is not None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.fillPath(self._outline(), self._theme.color("stage"))
                self.drawer.ask(self)
                return
            self.draw()
        painter.drawPixmap(0, 0, self._drawn)

    def draw(self) -> None:
        """Draw it now."""
        ratio = self.devicePixelRatioF()
        self._drawn = QPixmap(self.size() * ratio)
        self._drawn.setDevicePixelRatio(ratio)
        self._drawn.fill(Qt.GlobalColor.transparent)
        self._draw(QPainter(self._drawn))
        self.update()

    # ------------------------------------------------------------- inside
    def _redraw(self) -> None:
        self._drawn = QPixmap()
        self.update()

    def _draw(self, painter: QPainter) -> None:
        """Ground, leg, lit place, faded ends; the whole leg is let go again, it is large."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ground = self._theme.color("stage")
        painter.setClipPath(self._outline())
        painter.fillRect(self.rect(), ground)
        if self._places and self._load():
            view = self._view([ring for place in self._places for ring in place.rings])
            painter.drawImage(view.mapRect(QRectF(0, 0, 1, 1)), self._image)
            for place in self._places:
                if place.avoid is not None:
                    self._paint_avoid(painter, view, place.avoid)
            for place in self._places:
                self._paint_place(painter, view, place)
            self._image = QImage()
        high = self._theme.px(28)
        for top, start, end in ((0, 0, high), (self.height() - high, self.height(), self.height() - high)):
            fade = QLinearGradient(0, start, 0, end)
            clear = self._theme.color("stage")
            clear.setAlpha(0)
            fade.setColorAt(0, ground)
            fade.setColorAt(1, clear)
            painter.fillRect(0, top, self.width(), high, fade)
        painter.end()

    def _load(self) -> bool:
        self._image = QImage(self._file)
        self._image.setDevicePixelRatio(1.0)  # the file's name would make it 2
        if self._mirrored:
            self._image = self._image.flipped(Qt.Orientation.Horizontal)
        return not self._image.isNull()

    def _view(self, rings: Sequence[Ring]) -> QTransform:
        """From u, v of the picture as shown to pixels: the rings in the middle, the leg's shape kept."""
        box, aspect = _bounds(rings), self._image.width() / self._image.height()
        wide = box.width() * aspect * self.height() / max(1, self.width())
        image_high = self.height() / max(self._span, box.height() * AIR, wide * AIR)
        image_wide = image_high * aspect
        u = 1 - box.center().x() if self._mirrored else box.center().x()
        left = self.width() / 2 - u * image_wide
        if image_wide <= self.width():
            left = (self.width() - image_wide) / 2
        top = self.height() / 2 - box.center().y() * image_high
        return QTransform(image_wide, 0, 0, image_high, left, top)

    def _paint_avoid(self, painter: QPainter, view: QTransform, avoid: QPainterPath) -> None:
        """Hatched: the tool stays away from there."""
        mirror = QTransform(-1, 0, 0, 1, 1, 0) if self._mirrored else QTransform()
        area = (mirror * view).map(avoid)
        veil, ink = self._theme.color("stage"), self._theme.color("ink")
        veil.setAlphaF(0.4)
        painter.fillPath(area, veil)
        painter.fillPath(area, QBrush(ink, Qt.BrushStyle.BDiagPattern))
        painter.strokePath(area, QPen(ink, 1.2))

    def _paint_place(self, painter: QPainter, view: QTransform, place: LitPlace) -> None:
        path = QPainterPath()
        for ring in place.rings:
            points = [QPointF(1 - u if self._mirrored else u, v) for u, v in ring]
            path.addPolygon(view.map(QPolygonF(points)))
            path.closeSubpath()
        if place.window is not None:
            low, high = place.window.v_min or 0.0, place.window.v_max or 1.0
            path = path.intersected(_rect_path(view.mapRect(QRectF(0, low, 1, high - low)))).simplified()
            path.closeSubpath()
        fill = self._theme.color("accent")
        fill.setAlphaF(0.72)
        painter.setPen(QPen(self._theme.color("raised"), 5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setPen(QPen(self._theme.color("onAccent"), 2.2))
        painter.setBrush(fill)
        painter.drawPath(path)

    def _outline(self) -> QPainterPath:
        area = QRectF(self.rect())
        if self.strip:
            return strip_shape(area, self.corners)
        path = QPainterPath()
        path.addRoundedRect(area, self.corners, self.corners)
        return path


def _bounds(rings: Sequence[Ring]) -> QRectF:
    us = [u for ring in rings for u, _ in ring]
    vs = [v for ring in rings for _, v in ring]
    return QRectF(min(us), min(vs), max(us) - min(us), max(vs) - min(vs))


def _rect_path(rect: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(rect)
    return path
