"""The names beside the legs, on leader lines from their knots."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from unknot.ui.body_map.label_layout import Wanted, stack
from unknot.ui.theme import Theme

COLUMN = 118.0  # width of the words
EDGE = 20.0  # between words and the end of the stage
AWAY = 56.0  # between the legs and the words, where there is room
ELBOW = 34.0  # the leader's last piece, from its bend to the words
LINE = 1.2
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
    knots: Sequence[Named], theme: Theme, stage: QRectF, legs: tuple[float, float]
) -> list[Label]:
    """Names for these knots inside the stage, left and right of the legs' edges; none overlap."""
    font, line = label_font(theme), theme.line_height("small")
    labels: list[Label] = []
    for at_left in (True, False):
        here = [knot for knot in knots if knot.at_left is at_left]
        lines = [wrap(knot.name, font, theme.px(COLUMN)) for knot in here]
        wanted = [
            Wanted(index, knot.point.y(), len(lines[index]) * line, knot.weight)
            for index, knot in enumerate(here)
        ]
        middles = stack(wanted, stage.top(), stage.bottom(), theme.px(8))
        left = _column(theme, stage, legs, at_left=at_left)
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
    for label in labels:
        for color, width in ((under, 3.4), (ink, LINE)):
            painter.setPen(_pen(color, width))
            painter.drawPolyline(QPolygonF(list(label.leader)))
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
    if (start.x() - bend.x()) * sign > 0:  # no room for a level piece
        return Label(lines, box, (start, QPointF(words, middle)), knot.at_left)
    return Label(lines, box, (start, bend, QPointF(words, middle)), knot.at_left)


def _pen(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
