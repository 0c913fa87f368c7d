"""The painted marks, each drawn once: moving or zooming two hundred of them only puts pictures down."""

from __future__ import annotations

from collections import OrderedDict
from math import ceil

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from unknot.domain.knots import KnotKind, Size
from unknot.ui.theme import Theme
from unknot.ui.widgets.knot_mark import DIAMOND, HALO, Mark, knot_reach, paint_first_size, paint_mark

STAGE_SCALE = 0.8  # so that the muscle stays visible around a disc
STAGE_GROWTH = 1.4  # marks on the picture grow less than the text, or they would hide it
KEPT = 1024
ECHO_VEIL = 0.72  # how much of the muscle a hollow marker covers
ECHO_NUMBER = 14

Key = tuple[Mark, bool, bool, bool, float]


class MarkPictures:
    """Pictures by look. The centre of a mark lies on a corner of four device pixels of its picture."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._bodies: dict[tuple[Mark, bool], float] = {}

    def reach(self, look: Mark, *, chosen: bool, echo: bool) -> float:
        """How far the drawing reaches from its centre, in logical pixels."""
        if echo:
            return self.echo_radius(look) + (8 if chosen else 4) * self._unit
        return knot_reach(self._theme, look, selected=chosen, scale=STAGE_SCALE, most=STAGE_GROWTH)

    def body(self, look: Mark, *, echo: bool) -> float:
        """How far a mark reaches that others must not cover: without the dashed ring of its first size."""
        body = self._bodies.get((look, echo))
        if body is None:
            bare = replace(look, first_size=None)
            body = self._bodies[look, echo] = (
                self.echo_radius(look) + 2 * self._unit
                if echo
                else knot_reach(self._theme, bare, scale=STAGE_SCALE, most=STAGE_GROWTH)
            )
        return body

    def echo_radius(self, look: Mark) -> float:
        """Radius of the hollow marker; of a pain mark half the diagonal."""
        if look.kind is KnotKind.PAIN:
            return (DIAMOND * STAGE_SCALE + HALO) * self._unit
        return (self._theme.knot_radius(Size.PEA.value) + 2) * self._unit

    def forget(self) -> None:
        """The look has changed: draw all of them again."""
        self._kept.clear()
        self._bodies.clear()

    def paint(
        self, painter: QPainter, center: QPointF, look: Mark, ratio: float, *, chosen: bool, echo: bool
    ) -> None:
        """Put a mark down around a point, to the nearest device pixel (`ratio` to a logical one)."""
        picture = self._picture(look, ratio, chosen=chosen, echo=echo)
        half = picture.width() / 2
        left, top = round(center.x() * ratio - half), round(center.y() * ratio - half)
        painter.drawPixmap(QPointF(left / ratio, top / ratio), picture)

    def paint_change(
        self,
        painter: QPainter,
        center: QPointF,
        change: tuple[Mark, Mark, float],
        ratio: float,
        *,
        chosen: bool,
        echo: bool,
    ) -> None:
        """Put a mark down on its way from one look to the other: both pictures, as large as it is by now.

        The ring of the first size keeps its own size and only appears.
        """
        before, look, way = change
        seen = painter.opacity()
        old, new = self.body(before, echo=echo), self.body(look, echo=echo)
        body = old + (new - old) * way
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for mark, share in ((before, 1 - way if echo else 1.0), (look, way)):
            bare = replace(mark, first_size=None)
            picture = self._picture(bare, ratio, chosen=chosen, echo=echo)
            side = picture.width() / ratio * body / self.body(mark, echo=echo)
            painter.setOpacity(seen * share)
            where = QRectF(center.x() - side / 2, center.y() - side / 2, side, side)
            painter.drawPixmap(where, picture, QRectF(picture.rect()))
        if chosen or echo:
            return
        stays = self.reach(before, chosen=False, echo=False) == self.reach(look, chosen=False, echo=False)
        rings = ((look, 1.0),) if stays else ((before, 1 - way), (look, way))
        for mark, share in rings:
            alike = replace(mark, tenderness=0)
            ring = self._picture(alike, ratio, chosen=False, echo=False, ring=True)
            painter.setOpacity(seen * share)
            half = ring.width() / ratio / 2
            painter.drawPixmap(center - QPointF(half, half), ring)

    @property
    def _unit(self) -> float:
        return min(self._theme.text_scale / 100, STAGE_GROWTH)

    def _picture(self, look: Mark, ratio: float, *, chosen: bool, echo: bool, ring: bool = False) -> QPixmap:
        key = (look, chosen, echo, ring, ratio)
        picture = self._kept.get(key)
        if picture is None:
            picture = self._kept[key] = self._drawn(look, ratio, chosen=chosen, echo=echo, ring=ring)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return picture

    def _drawn(self, look: Mark, ratio: float, *, chosen: bool, echo: bool, ring: bool) -> QPixmap:
        half = ceil((self.reach(look, chosen=chosen, echo=echo) + 2) * ratio)
        picture = QPixmap(QSize(2 * half, 2 * half))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        middle = QPointF(half / ratio, half / ratio)
        if echo:
            self._paint_echo(painter, middle, look, chosen=chosen)
        elif ring:
            paint_first_size(painter, middle, self._theme, look, scale=STAGE_SCALE, most=STAGE_GROWTH)
        else:
            paint_mark(
                painter,
                middle,
                self._theme,
                look,
                selected=chosen,
                scale=STAGE_SCALE,
                most=STAGE_GROWTH,
            )
        painter.end()
        return picture

    def _paint_echo(self, painter: QPainter, middle: QPointF, look: Mark, *, chosen: bool) -> None:
        """A thin double ring with the number and no fill of its own: it was marked elsewhere."""
        theme, unit, radius = self._theme, self._unit, self.echo_radius(look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = theme.color("raised")
        veil.setAlphaF(ECHO_VEIL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        _shape(painter, middle, radius, look.kind)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if chosen:
            painter.setPen(QPen(theme.color("accent"), 4 * unit))
            _shape(painter, middle, radius + 5 * unit, look.kind)
        ink = QColor(theme.color("pain" if look.kind is KnotKind.PAIN else "ink"))
        for token, width in ((theme.color("raised"), 4.5), (ink, 2.0)):
            painter.setPen(QPen(token, width * unit))
            _shape(painter, middle, radius, look.kind)
        font = theme.font("number", 1.0)
        font.setPixelSize(round(ECHO_NUMBER * unit))
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        text = str(look.tenderness)
        rise = QFontMetricsF(font).tightBoundingRect(text).center().y()
        left = QFontMetricsF(font).horizontalAdvance(text) / 2
        painter.drawText(middle - QPointF(left, rise), text)


def _shape(painter: QPainter, middle: QPointF, radius: float, kind: KnotKind) -> None:
    if kind is KnotKind.PAIN:
        corners = ((0, -radius), (radius, 0), (0, radius), (-radius, 0))
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
    else:
        painter.drawEllipse(QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius))
