"""The knot: a disc whose size is the lump, whose arc, number and colour are its tenderness."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.domain.knots import KnotKind, Size
from unknot.ui.score_words import score_word
from unknot.ui.theme import Theme

translate = QCoreApplication.translate

HALO = 7.0  # how far each ring lies outside the disc, in px at 100 % text
TRACK = 3.5
RING = 12.0  # the first size, at least so far outside the disc of today
FIRST = 9.0  # and so far outside its own
SELECTED_INNER, SELECTED_OUTER = 8.0, 11.0
LINE = 3.0
LARGEST_UNIT = 2.0  # marks grow with the text, on request less far
DASH = (3.0, 4.0)
SMALLEST_NUMBER = 15.0
DIAMOND = 17.0  # half the diagonal of a pain mark
SQUARE = 13.0  # half the side of a mark of which this version knows too little


class Mark(Struct, frozen=True):
    """What one mark shows. `size` None draws as the smallest disc: no size was given."""

    tenderness: int
    size: Size | None = None
    first_size: Size | None = None
    kind: KnotKind = KnotKind.KNOT
    is_open: bool = True


def knot_reach(
    theme: Theme,
    mark: Mark,
    *,
    selected: bool = False,
    scale: float = 1.0,
    most: float = LARGEST_UNIT,
) -> float:
    """How far a mark reaches from its centre, in logical pixels."""
    unit = min(_unit(theme), most)
    if mark.kind is KnotKind.OTHER:
        return (SQUARE + 5 + (LINE + 2 if selected else 0)) * unit
    if mark.kind.is_pain:
        return (DIAMOND * scale + HALO + (LINE + 2 if selected else 0)) * unit
    disc = _radius(theme, mark.size) * scale
    reach = disc + HALO + 1
    if selected:
        reach = disc + SELECTED_OUTER + 2
    elif _was_other(mark):
        reach = _first_ring(theme, mark, disc, scale) + 2
    return reach * unit


def paint_knot(
    painter: QPainter,
    center: QPointF,
    theme: Theme,
    size: Size | None,
    tenderness: int,
    first_size: Size | None = None,
    selected: bool = False,
    scale: float = 1.0,
) -> None:
    """Draw one knot. `scale` shrinks the disc alone; rings and number keep their size and legibility."""
    mark = Mark(tenderness, size, first_size)
    paint_mark(painter, center, theme, mark, selected=selected, scale=scale)


def paint_mark(
    painter: QPainter,
    center: QPointF,
    theme: Theme,
    mark: Mark,
    *,
    selected: bool = False,
    scale: float = 1.0,
    most: float = LARGEST_UNIT,
) -> None:
    """Draw a knot as a disc, pain as a diamond, what is not known as a square; one no longer found is empty.

    Everything grows with the text size, `most` times at most.
    """
    unit = min(_unit(theme), most)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(center)
    painter.scale(unit, unit)
    if mark.kind.is_pain:
        _paint_pain(painter, theme, mark, selected, scale)
    elif mark.kind is KnotKind.OTHER:
        _paint_other(painter, theme, mark, selected)
    else:
        _paint_disc(painter, theme, mark, selected, scale)
    painter.restore()


def paint_first_size(
    painter: QPainter, center: QPointF, theme: Theme, mark: Mark, *, scale: float = 1.0, most: float
) -> None:
    """Draw the dashed ring of a mark alone, if it has one."""
    if not _was_other(mark) or mark.kind.is_pain or mark.kind is KnotKind.OTHER:
        return
    unit = min(_unit(theme), most)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(center)
    painter.scale(unit, unit)
    _paint_first(painter, theme, _first_ring(theme, mark, _radius(theme, mark.size) * scale, scale))
    painter.restore()


def paint_pending(
    painter: QPainter, center: QPointF, theme: Theme, kind: KnotKind, *, scale: float = 1.0
) -> None:
    """Draw what is not stored yet: a hollow ring (pain: diamond) with a question mark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(center)
    painter.scale(_unit(theme), _unit(theme))
    reach = theme.knot_radius(Size.MARBLE.value) * scale + HALO
    painter.setPen(_pen(theme.color("ink"), 2.0))
    painter.setBrush(theme.color("raised"))
    if kind.is_pain:
        painter.drawPolygon(_diamond(reach + 3))
    else:
        painter.drawEllipse(QPointF(), reach, reach)
    _paint_text(painter, theme, "?", 19.0, theme.color("ink"))
    painter.restore()


def mark_words(mark: Mark) -> str:
    """The score in words, for those who hear it: "Tenderness 4 of 10, clear."."""
    text = {
        KnotKind.PAIN: translate("KnotMark", "Pain {score} of 10, {word}."),
        KnotKind.SHARP: translate("KnotMark", "Sharp pain {score} of 10, {word}."),
        KnotKind.SORE_LINE: translate("KnotMark", "Sore line. Tenderness {score} of 10, {word}."),
    }.get(mark.kind, translate("KnotMark", "Tenderness {score} of 10, {word}."))
    return text.format(score=mark.tenderness, word=score_word(mark.tenderness))


class KnotMark(QWidget):
    """One mark as a widget of its own, for rows and cards. It is a picture: the row says it in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, scale: float = 1.0) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, scale
        self._mark: Mark | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self._look_changed)

    def show_mark(self, mark: Mark | None) -> None:
        """Show this mark, or nothing."""
        self._mark = mark
        words = "" if mark is None else mark_words(mark)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a golf ball with its halo; larger knots shrink to it."""
        side = self._theme.px(60)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark in the middle, made smaller where it would not fit."""
        if self._mark is None:
            return
        painter = QPainter(self)
        room = min(self.width(), self.height()) / 2
        scale = self._scale
        while knot_reach(self._theme, self._mark, scale=scale) > room and scale > 0.3:
            scale *= 0.94
        paint_mark(painter, QRectF(self.rect()).center(), self._theme, self._mark, scale=scale)
        painter.end()

    def _look_changed(self) -> None:
        self.updateGeometry()
        self.update()


def _unit(theme: Theme) -> float:
    return theme.text_scale / 100


def _radius(theme: Theme, size: Size | None) -> float:
    return theme.knot_radius((size or Size.NONE).value)


def _was_other(mark: Mark) -> bool:
    return mark.first_size is not None and mark.size is not None and mark.first_size is not mark.size


def _first_ring(theme: Theme, mark: Mark, disc: float, scale: float) -> float:
    return max(_radius(theme, mark.first_size) * scale + FIRST, disc + RING)


def _pen(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _ring(painter: QPainter, radius: float, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(), radius, radius)


def _paint_disc(painter: QPainter, theme: Theme, mark: Mark, selected: bool, scale: float) -> None:
    disc = _radius(theme, mark.size) * scale
    fill, ink = theme.tender(mark.tenderness)
    if selected:
        _ring(painter, disc + SELECTED_OUTER, _pen(theme.color("accent"), 4.0))
        _ring(painter, disc + SELECTED_INNER, _pen(theme.color("ink"), 2.0))
    elif _was_other(mark):
        _paint_first(painter, theme, _first_ring(theme, mark, disc, scale))
    painter.setPen(_pen(theme.color("ink2"), 1.2) if theme.is_dark else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("raised"))
    painter.drawEllipse(QPointF(), disc + HALO, disc + HALO)
    _ring(painter, disc + TRACK, _pen(theme.color("border"), LINE))
    if mark.tenderness and mark.is_open:
        _paint_arc(painter, disc + TRACK, mark.tenderness / 10, _pen(theme.color("ink"), LINE))
    if mark.is_open:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
    else:  # no longer found: an empty disc
        dashes = _pen(theme.color("ink2"), 1.6)
        dashes.setDashPattern([DASH[0] / 1.6, DASH[1] / 1.6])
        painter.setPen(dashes)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ink = theme.color("ink2")
    painter.drawEllipse(QPointF(), disc, disc)
    _paint_text(painter, theme, str(mark.tenderness), max(SMALLEST_NUMBER, 1.02 * disc), ink)


def _paint_first(painter: QPainter, theme: Theme, radius: float) -> None:
    """The size it was found with: dashes of ink on a pale line, to be seen on any picture."""
    under = theme.color("raised")
    under.setAlphaF(0.75)
    _ring(painter, radius, _pen(under, 3.2))
    dashes = _pen(theme.color("ink"), 1.6)
    dashes.setDashPattern([DASH[0] / 1.6, DASH[1] / 1.6])
    _ring(painter, radius, dashes)


def _paint_arc(painter: QPainter, radius: float, share: float, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(-radius, -radius, 2 * radius, 2 * radius)
    painter.drawArc(box, 90 * 16, -round(share * 360 * 16))


def _paint_pain(painter: QPainter, theme: Theme, mark: Mark, selected: bool, scale: float) -> None:
    half = DIAMOND * scale + 2
    fill, ink = theme.tender(mark.tenderness)
    if selected:
        painter.setPen(_pen(theme.color("accent"), 4.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(_diamond(half + 9))
    rim = _pen(theme.color("ink2"), 1.2) if theme.is_dark else QPen(Qt.PenStyle.NoPen)
    painter.setPen(_pen(theme.color("ink"), 2.0) if selected else rim)
    painter.setBrush(theme.color("raised"))
    painter.drawPolygon(_diamond(half + 5))
    pen = _pen(theme.color("pain"), 2.4)
    if not mark.is_open:
        pen.setDashPattern([DASH[0] / 2.4, DASH[1] / 2.4])
        ink = theme.color("ink2")
    painter.setPen(pen)
    painter.setBrush(QBrush(fill) if mark.is_open else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawPolygon(_diamond(half))
    _paint_text(painter, theme, str(mark.tenderness), SMALLEST_NUMBER, ink)


def _paint_other(painter: QPainter, theme: Theme, mark: Mark, selected: bool) -> None:
    """Neutral: no colour of the scale and no arc, since what was rated is not known here."""
    if selected:
        painter.setPen(_pen(theme.color("accent"), 4.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = SQUARE + 7
        painter.drawRoundedRect(QRectF(-half, -half, 2 * half, 2 * half), 8, 8)
    pen = _pen(theme.color("ink2"), 2.0)
    if not mark.is_open:
        pen.setDashPattern([DASH[0] / 2.0, DASH[1] / 2.0])
    for half, line, fill in ((SQUARE + 4, QPen(Qt.PenStyle.NoPen), "raised"), (SQUARE, pen, "sunken")):
        painter.setPen(line)
        painter.setBrush(theme.color(fill))
        painter.drawRoundedRect(QRectF(-half, -half, 2 * half, 2 * half), 5, 5)
    _paint_text(painter, theme, str(mark.tenderness), SMALLEST_NUMBER, theme.color("ink"))


def _diamond(half: float) -> QPolygonF:
    return QPolygonF([QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)])


def _paint_text(painter: QPainter, theme: Theme, text: str, pixels: float, color: QColor) -> None:
    font = theme.font("number", 1.0)
    font.setPixelSize(round(pixels))
    painter.setFont(font)
    painter.setPen(color)
    rise = QFontMetricsF(font).tightBoundingRect(text)
    left = -QFontMetricsF(font).horizontalAdvance(text) / 2
    painter.drawText(QPointF(left, -rise.center().y()), text)
