"""The words of a card, painted: seventeen cards of labels would hold the window up when a library opens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.ui.theme import Theme

ICON, ICON_GAP, LINE_GAP = 20, 10, 8  # px


class TextLine(Struct, frozen=True):
    """Words of one type style, with an icon before them.

    `indent` px stay free at the left, `free` at the right; they are at least `least` px high.
    """

    text: str
    style: str = "body"
    tone: str = "ink"
    icon: str = ""
    indent: int = 0
    free: int = 0
    least: int = 0


class CardText(QWidget):
    """`top` begins at the top, `bottom` ends at the bottom; between them is at least a gap."""

    def __init__(self, top: Sequence[TextLine], bottom: Sequence[TextLine], theme: Theme) -> None:
        super().__init__()
        self._top, self._bottom, self._theme = tuple(top), tuple(bottom), theme
        self._laid: dict[TextLine, QTextLayout] = {}
        self._laid_for = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.text)
        theme.changed.connect(self._restyle)

    @property
    def text(self) -> str:
        """All of it, as it is read."""
        lines = [line.text for line in (*self._top, *self._bottom) if line.text]
        return " ".join(text if text.endswith((".", "?")) else f"{text}." for text in lines)

    def top_of(self, wanted: TextLine) -> int:
        """Where a line of the top begins, in px from above."""
        return next(top for line, top in self._placed(self.width()) if line is wanted)

    # ------------------------------------------------------------- Qt
    def sizeHint(self) -> QSize:
        """As a card of usual width."""
        width = self._theme.px(200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word fits in this; how high it is depends on the width."""
        return QSize(self._theme.px(120), self._theme.px(40))

    def hasHeightForWidth(self) -> bool:
        """More lines in less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All lines with their gaps."""
        heights = [self._height(line, width) for line in (*self._top, *self._bottom)]
        return sum(heights) + self._theme.px(LINE_GAP) * (len(heights) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere."""
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Line by line."""
        painter, px = QPainter(self), self._theme.px
        for line, top in self._placed(self.width()):
            left = px(line.indent)
            if line.icon:
                ink = self._theme.color("ink2")
                painter.drawPixmap(left, top, self._theme.pixmap(line.icon, ink, px(ICON)))
                left += px(ICON + ICON_GAP)
            painter.setPen(self._theme.color(line.tone))
            self._layout(line, self.width()).draw(painter, QPointF(left, top))
        painter.end()

    # ------------------------------------------------------------- inside
    def _placed(self, width: int) -> Iterator[tuple[TextLine, int]]:
        """Every line with where it begins."""
        gap, top = self._theme.px(LINE_GAP), 0
        for line in self._top:
            yield line, top
            top += self._height(line, width) + gap
        heights = [self._height(line, width) for line in self._bottom]
        top = self.height() - sum(heights) - gap * (len(heights) - 1)
        for line, height in zip(self._bottom, heights, strict=True):
            yield line, top
            top += height + gap

    def _height(self, line: TextLine, width: int) -> int:
        lines = self._layout(line, width).lineCount()
        return max(self._theme.px(line.least), lines * self._theme.line_height(line.style))

    def _layout(self, line: TextLine, width: int) -> QTextLayout:
        if width != self._laid_for:
            self._laid.clear()
            self._laid_for = width
        if line not in self._laid:
            self._laid[line] = self._lay(line, width)
        return self._laid[line]

    def _lay(self, line: TextLine, width: int) -> QTextLayout:
        px, high = self._theme.px, self._theme.line_height(line.style)
        used = line.indent + line.free + (ICON + ICON_GAP if line.icon else 0)
        layout = QTextLayout(line.text, self._theme.font(line.style))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        while (row := layout.createLine()).isValid():
            row.setLineWidth(max(1.0, width - px(used)))
            lead = (high - row.height()) / 2
            row.setPosition(QPointF(0, (layout.lineCount() - 1) * high + lead))
        layout.endLayout()
        return layout

    def _restyle(self) -> None:
        self._laid_for = -1
        self.updateGeometry()
        self.update()
