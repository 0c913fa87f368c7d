"""Words on a stage: labels with leader lines, the legend, the measure under the hips, the push arrow."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from unknot.ui.theme import Theme


class LabelFonts(Struct, frozen=True):
    """Strong and plain type of a stage, at the size of its window."""

    strong: QFont
    plain: QFont

    def width(self, text: str, note: str = "") -> float:
        """How wide a label is."""
        return max(
            QFontMetricsF(self.strong).horizontalAdvance(text),
            QFontMetricsF(self.plain).horizontalAdvance(note) if note else 0.0,
        )

    def height(self, note: str = "") -> float:
        """How high a label is."""
        return QFontMetricsF(self.strong).height() + (QFontMetricsF(self.plain).height() if note else 0.0)


def paint_label(
    painter: QPainter,
    box: QRectF,
    words: tuple[str, str],
    fonts: LabelFonts,
    theme: Theme,
    *,
    right: bool = False,
    target: QPointF | None = None,
) -> None:
    """A strong line and a note below it, with a leader line to `target`. `right`: set flush right."""
    flag = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    text, note = words
    line = QFontMetricsF(fonts.strong).height()
    painter.setPen(theme.color("ink"))
    painter.setFont(fonts.strong)
    painter.drawText(QRectF(box.left(), box.top(), box.width(), line), flag, text)
    if note:
        painter.setPen(theme.color("ink2"))
        painter.setFont(fonts.plain)
        painter.drawText(QRectF(box.left(), box.top() + line, box.width(), box.height() - line), flag, note)
    if target is not None:
        paint_leader(painter, _leader_start(box, target, line), target, theme)


def _leader_start(box: QRectF, target: QPointF, line: float) -> QPointF:
    """Where a leader leaves its words: at the side towards the target, or below when it lies under them."""
    if target.x() < box.left():
        return QPointF(box.left() - 4, box.top() + line * 0.55)
    if target.x() > box.right():
        return QPointF(box.right() + 4, box.top() + line * 0.55)
    return QPointF(target.x(), box.bottom() + 3 if target.y() > box.bottom() else box.top() - 3)


def legend_width(rows: tuple[tuple[str, str], ...], fonts: LabelFonts) -> float:
    """How wide a legend is."""
    high = QFontMetricsF(fonts.strong).height() * 1.55
    return high * 1.5 + max(fonts.width(text) for _, text in rows)


def paint_leader(painter: QPainter, start: QPointF, end: QPointF, theme: Theme) -> None:
    """A thin line with a halo, so that it stays visible over the body."""
    for token, width in (("stage", 4.0), ("ink", 1.4)):
        painter.setPen(QPen(theme.color(token), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(start, end)


def paint_legend(
    painter: QPainter, at: QPointF, rows: tuple[tuple[str, str], ...], fonts: LabelFonts, theme: Theme
) -> None:
    """Rows of a swatch and words. Kinds: "figure", "muscle", "ghost"."""
    high = QFontMetricsF(fonts.strong).height() * 1.55
    for row, (kind, text) in enumerate(rows):
        top = at.y() + row * high
        swatch = QRectF(at.x(), top + high * 0.22, high * 1.05, high * 0.48)
        if kind == "ghost":
            pen = QPen(theme.color("ink3"), 1.4)
            pen.setDashPattern([3, 2.4])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent" if kind == "muscle" else "primary"))
        painter.drawRoundedRect(swatch, 4, 4)
        painter.setPen(theme.color("ink2" if kind == "ghost" else "ink"))
        painter.setFont(fonts.plain if kind == "ghost" else fonts.strong)
        words = QRectF(swatch.right() + high * 0.45, top, 2000, high * 0.92)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def paint_plumb(painter: QPainter, hip: QPointF, ground_y: float, theme: Theme) -> None:
    """The dotted plumb line from the hip to the ground."""
    pen = QPen(theme.color("ink2"), 1.6)
    pen.setDashPattern([1, 3])
    painter.setPen(pen)
    painter.drawLine(QLineF(hip.x(), hip.y(), hip.x(), ground_y))


def paint_measure(
    painter: QPainter, foot: QPointF, ahead: float, words: tuple[str, str], fonts: LabelFonts, theme: Theme
) -> None:
    """Below the ground the bracket from under the hips (`foot`) to the ankle, `ahead` pixels on."""
    line = QFontMetricsF(fonts.strong).height()
    y = foot.y() + line * 0.95
    hip_x, ankle_x = foot.x(), foot.x() + ahead
    painter.setPen(QPen(theme.color("accentInk"), 2.2))
    painter.drawLine(QLineF(hip_x, y, ankle_x, y))
    for x in (hip_x, ankle_x):
        painter.drawLine(QLineF(x, y - line * 0.36, x, y + line * 0.36))
    gap, middle = line * 0.7, y - line / 2
    painter.setFont(fonts.strong)
    painter.drawText(QRectF(ankle_x + gap, middle, 2000, line), Qt.AlignmentFlag.AlignVCenter, words[1])
    painter.setPen(theme.color("ink2"))
    painter.setFont(fonts.plain)
    left = QRectF(hip_x - gap - 2000, middle, 2000, line)
    painter.drawText(left, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words[0])


def paint_arrow(painter: QPainter, start: QPointF, end: QPointF, theme: Theme, width: float) -> None:
    """A solid arrow."""
    line = QLineF(start, end)
    if line.length() < width * 3:
        return
    head = width * 2.6
    along = QPointF(line.dx(), line.dy()) / line.length()
    across = QPointF(-along.y(), along.x())
    neck = end - along * head
    color = theme.color("accentInk")
    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(start, neck)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([end, neck + across * head * 0.62, neck - across * head * 0.62]))
