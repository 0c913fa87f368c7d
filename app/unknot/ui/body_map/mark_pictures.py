"""The painted marks, each drawn once: moving or zooming two hundred of them only puts pictures down."""

from __future__ import annotations

from collections import OrderedDict
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from unknot.domain.knots import KnotKind, Size
from unknot.ui.theme import Theme
from unknot.ui.widgets.knot_mark import DIAMOND, HALO, Mark, knot_reach, paint_mark

STAGE_SCALE = 0.8  # so that the muscle stays visible around a disc
STAGE_GROWTH = 1.4  # marks on the picture grow less than the text, or they would hide it
KEPT = 1024
ECHO_VEIL = 0.72  # how much of the muscle a hollow marker covers
ECHO_NUMBER = 14

Key = tuple[Mark, bool, bool, float]


class MarkPictures:
    """Pictures by look. The centre of a mark lies on a corner of four device pixels of its picture."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()

    def reach(self, look: Mark, *, chosen: bool, echo: bool) -> float:
        """How far the drawing reaches from its centre, in logical pixels."""
        if echo:
            return self.echo_radius(look) + (8 if chosen else 4) * self._unit
        return knot_reach(self._theme, look, selected=chosen, scale=STAGE_SCALE, most=STAGE_GROWTH)

    def body(self, look: Mark, *, echo: bool) -> float:
        """How far a mark reaches that others must not cover: without the dashed ring of its first size."""
        if echo:
            return self.echo_radius(look) + 2 * self._unit
        bare = Mark(look.tenderness, look.size, None, look.kind, look.is_open)
        return knot_reach(self._theme, bare, scale=STAGE_SCALE, most=STAGE_GROWTH)

    def echo_radius(self, look: Mark) -> float:
        """Radius of the hollow marker; of a pain mark half the diagonal."""
        if look.kind is KnotKind.PAIN:
            return (DIAMOND * STAGE_SCALE + HALO) * self._unit
        return (self._theme.knot_radius(Size.PEA.value) + 2) * self._unit

    def forget(self) -> None:
        """The look has changed: draw all of them again."""
        self._kept.clear()

    def paint(
        self, painter: QPainter, center: QPointF, look: Mark, ratio: float, *, chosen: bool, echo: bool
    ) -> None:
        """Put a mark down around a point, to the nearest device pixel (`ratio` to a logical one)."""
        picture = self._picture(look, ratio, chosen=chosen, echo=echo)
        half = picture.width() / 2
        left, top = round(center.x() * ratio - half), round(center.y() * ratio - half)
        painter.drawPixmap(QPointF(left / ratio, top / ratio), picture)

    @property
    def _unit(self) -> float:
        return min(self._theme.text_scale / 100, STAGE_GROWTH)

    def _picture(self, look: Mark, ratio: float, *, chosen: bool, echo: bool) -> QPixmap:
        key = (look, chosen, echo, ratio)
        picture = self._kept.get(key)
        if picture is None:
            picture = self._kept[key] = self._drawn(look, ratio, chosen=chosen, echo=echo)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return picture

    def _drawn(self, look: Mark, ratio: float, *, chosen: bool, echo: bool) -> QPixmap:
        half = ceil((self.reach(look, chosen=chosen, echo=echo) + 2) * ratio)
        picture = QPixmap(QSize(2 * half, 2 * half))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        middle = QPointF(half / ratio, half / ratio)
        if echo:
            self._paint_echo(painter, middle, look, chosen=chosen)
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
