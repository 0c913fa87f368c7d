"""The names beside the legs, on leader lines from their knots."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import hypot

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from unknot.ui.body_map.label_layout import Span, Wanted, clear_rooms, stack_between
from unknot.ui.theme import Theme

COLUMN = 118.0  # width of the words
EDGE = 20.0  # between words and the end of the stage
AWAY = 56.0  # between the legs and the words, where there is room
ELBOW = 34.0  # the leader's last piece, from its bend to the words
LINE = 1.2
MOST = 10  # names a side: more would be a wall of words; the most tender are named
PLATE = 6.0  # how far the ground of words on the picture reaches beyond them


class Named(Struct, frozen=True):
    """One knot to name: where it is, how far its drawing reaches, its name, and on which side it is named."""

    point: QPointF
    reach: float
    name: str
    at_left: bool
    weight: float


class Label(Struct, frozen=True):
    """One placed name: its lines, their box, and the leader from the knot."""

    lines: tuple[str, ...]
    box: QRectF
    leader: tuple[QPointF, ...]
    at_left: bool
    on_leg: bool = False  # the words lie on the picture: they get a plate


def label_font(theme: Theme) -> QFont:
    """The caption face, a little stronger."""
    font = theme.font("small")
    font.setWeight(QFont.Weight.DemiBold)
    return font


def margin_width(theme: Theme) -> float:
    """How much room the names need at each side of the legs."""
    return theme.px(COLUMN + EDGE + ELBOW / 2)


def place_labels(
    knots: Sequence[Named], theme: Theme, stage: QRectF, legs: tuple[float, float], *, left_foot: float = 0.0
) -> list[Label]:
    """Names for these knots inside the stage, left and right of the legs' edges; none overlap.

    `left_foot` is how much of the height is not free at the left, from below.
    """
    font, line = label_font(theme), theme.line_height("small")
    labels: list[Label] = []
    for at_left in (True, False):
        here = [knot for knot in knots if knot.at_left is at_left]
        lines = [wrap(knot.name, font, theme.px(COLUMN)) for knot in here]
        wanted = [
            Wanted(index, knot.point.y(), len(lines[index]) * line, knot.weight)
            for index, knot in enumerate(here)
        ]
        wanted = sorted(wanted, key=lambda label: -label.weight)[:MOST]
        left = _column(theme, stage, legs, at_left=at_left)
        bottom = stage.bottom() - (left_foot if at_left else 0.0)
        rooms = clear_rooms(stage.top(), bottom, _taken(knots, left, theme))
        middles = stack_between(wanted, rooms, theme.px(8))
        on_leg = left < legs[1] and left + theme.px(COLUMN) > legs[0]
        for index, middle in middles.items():
            label = _label(here[index], lines[index], middle, theme, left, line)
            labels.append(replace(label, on_leg=on_leg))
    return labels


def wrap(text: str, font: QFont, width: float) -> tuple[str, ...]:
    """Break a name at its spaces into as few lines as fit, as even as they can be."""
    return _wrapped(text, font.toString(), width)


@lru_cache(maxsize=1024)
def _wrapped(text: str, face: str, width: float) -> tuple[str, ...]:
    font = QFont()
    font.fromString(face)
    metrics, words = QFontMetricsF(font), text.split()
    best: list[tuple[int, float, tuple[str, ...]]] = [(0, 0.0, ())]  # for the first n words
    for end in range(1, len(words) + 1):
        found = []
        for start in range(end):
            line = " ".join(words[start:end])
            wide = metrics.horizontalAdvance(line)
            if wide <= width or start == end - 1:
                count, ragged, lines = best[start]
                found.append((count + 1, ragged + (width - wide) ** 2, (*lines, line)))
        best.append(min(found))
    return best[-1][2]


def paint_labels(painter: QPainter, labels: Sequence[Label], theme: Theme) -> None:
    """Draw the leaders and the words."""
    ink, under = theme.color("ink"), theme.color("stage")
    under.setAlphaF(0.7)
    leaders = QPainterPath()
    for label in labels:
        leaders.addPolygon(QPolygonF(list(label.leader)))
    for color, width in ((under, 3.4), (ink, LINE)):
        painter.strokePath(leaders, _pen(color, width))
    font = label_font(theme)
    for label in labels:
        if label.on_leg:
            wide = max(QFontMetricsF(font).horizontalAdvance(words) for words in label.lines)
            left = label.box.right() - wide if label.at_left else label.box.left()
            plate(painter, theme, QRectF(left, label.box.top(), wide, label.box.height()))
    painter.setFont(font)
    painter.setPen(ink)
    line = theme.line_height("small")
    for label in labels:
        side = Qt.AlignmentFlag.AlignRight if label.at_left else Qt.AlignmentFlag.AlignLeft
        for index, words in enumerate(label.lines):
            row = QRectF(label.box.left(), label.box.top() + index * line, label.box.width(), line)
            painter.drawText(row, side | Qt.AlignmentFlag.AlignVCenter, words)


def plate(painter: QPainter, theme: Theme, words: QRectF) -> None:
    """A ground for words that lie on the picture."""
    ground, edge = theme.color("surface"), theme.px(PLATE)
    ground.setAlphaF(0.88)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(words.adjusted(-edge, -edge / 2, edge, edge / 2), edge, edge)


def _column(theme: Theme, stage: QRectF, legs: tuple[float, float], *, at_left: bool) -> float:
    """Where the words begin: near the legs, and always on the stage."""
    column, edge, away = theme.px(COLUMN), theme.px(EDGE), theme.px(AWAY)
    if at_left:
        return max(stage.left() + edge, legs[0] - away - column)
    return min(stage.right() - edge - column, legs[1] + away)


def _taken(knots: Sequence[Named], left: float, theme: Theme) -> list[Span]:
    """Heights of a column that marks cover: when zoomed in they lie there, too."""
    edge, right = theme.px(PLATE), left + theme.px(COLUMN)
    return [
        (knot.point.y() - knot.reach - edge, knot.point.y() + knot.reach + edge)
        for knot in knots
        if left - edge < knot.point.x() + knot.reach and knot.point.x() - knot.reach < right + edge
    ]


def _label(
    knot: Named, lines: tuple[str, ...], middle: float, theme: Theme, left: float, line: float
) -> Label:
    column, elbow = theme.px(COLUMN), theme.px(ELBOW)
    height = len(lines) * line
    box = QRectF(left, middle - height / 2, column, height)
    sign = -1.0 if knot.at_left else 1.0
    words = box.right() + theme.px(8) if knot.at_left else box.left() - theme.px(8)
    bend = QPointF(words - sign * elbow, knot.point.y())
    start = QPointF(knot.point.x() + sign * knot.reach, knot.point.y())
    if (start.x() - words) * sign > 0:  # the mark lies in the column, above or below the words
        return Label(lines, box, _upright(knot, box), knot.at_left)
    if (start.x() - bend.x()) * sign > 0:  # no room for a level piece
        return Label(lines, box, (start, QPointF(words, middle)), knot.at_left)
    return Label(lines, box, (start, bend, QPointF(words, middle)), knot.at_left)


def _upright(knot: Named, box: QRectF) -> tuple[QPointF, QPointF]:
    """A leader from a mark to the nearest point of words above or below it."""
    x = min(max(knot.point.x(), box.left()), box.right())
    end = QPointF(x, box.top() if box.center().y() > knot.point.y() else box.bottom())
    way = end - knot.point
    length = max(hypot(way.x(), way.y()), 1e-6)
    return knot.point + way * min(1.0, knot.reach / length), end


def _pen(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
