"""Words on a stage: labels with leader lines, the legend, the measure under the hips, the push arrow."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

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


class Label:
    """A strong line and a note below it, ready to paint; `right` sets them flush right."""

    def __init__(
        self, words: tuple[str, str], fonts: LabelFonts, theme: Theme, ratio: float, *, right: bool
    ) -> None:
        text, note = words
        self._theme, self._line = theme, QFontMetricsF(fonts.strong).height()
        self.size = QSizeF(fonts.width(text, note) + 1, fonts.height(note))
        self._picture = QPixmap((self.size * ratio).toSize() + QSize(1, 1))
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        flag = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter = QPainter(self._picture)
        for top, font, token, line in (
            (0.0, fonts.strong, "ink", text),
            (self._line, fonts.plain, "ink2", note),
        ):
            painter.setPen(theme.color(token))
            painter.setFont(font)
            painter.drawText(QRectF(0, top, self.size.width(), self.size.height() - top), flag, line)
        painter.end()

    def paint(self, painter: QPainter, at: QPointF, target: QPointF | None = None) -> None:
        """Put it there, with a leader line to `target`."""
        painter.drawPixmap(at, self._picture)
        if target is not None:
            start = _leader_start(QRectF(at, self.size), target, self._line)
            paint_leader(painter, start, target, self._theme)


class Labels:
    """The type of a stage and its labels, each made once: text laid out anew costs as much as the legs."""

    def __init__(self, theme: Theme) -> None:
        self._theme, self._own_fonts = theme, True
        self._made: dict[tuple[tuple[str, str], float, bool], Label] = {}
        self.renew()

    def renew(self) -> None:
        """Follow the theme."""
        self._made.clear()
        if self._own_fonts:
            self.fonts = LabelFonts(self._theme.font("label"), self._theme.font("small"))

    def set_fonts(self, fonts: LabelFonts) -> None:
        """Write in these from now on, whatever the theme's text size."""
        self.fonts, self._own_fonts = fonts, False
        self._made.clear()

    def label(self, words: tuple[str, str], ratio: float, *, right: bool = False) -> Label:
        """Words and note as a label for a screen of this many device pixels a pixel."""
        key = (words, ratio, right)
        if key not in self._made:
            self._made[key] = Label(words, self.fonts, self._theme, ratio, right=right)
        return self._made[key]


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
    painter: QPainter,
    foot: QPointF,
    ahead: float,
    words: tuple[str, str],
    fonts: LabelFonts,
    theme: Theme,
    ink: str = "accentInk",
) -> None:
    """Below the ground the bracket from under the hips (`foot`) to the ankle, `ahead` pixels on."""
    line = QFontMetricsF(fonts.strong).height()
    y = foot.y() + line * 0.95
    hip_x, ankle_x = foot.x(), foot.x() + ahead
    painter.setPen(QPen(theme.color(ink), 2.2))
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
