"""What to get ready before the clock starts: one line after the other, each to be ticked."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from unknot.domain.steps import SetupLine
from unknot.ui.theme import Theme

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TickRow(QPushButton):
    """One line with a tick box, as high as its words need."""

    def __init__(self, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As high as its words need."""
        width = max(self.width(), self._theme.px(220))
        return QSize(self._theme.px(220), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Words wrap."""
        return QSize(self._theme.px(120), self._theme.px(44))

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height at this width, at least 44 px."""
        room = QRect(0, 0, max(40, width - self._theme.px(44)), 10_000)
        words = QFontMetrics(self._theme.font("body")).boundingRect(room, _WRAP, self.text())
        return max(self._theme.px(44), words.height() + self._theme.px(14))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its height follows its width."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box and words."""
        painter, px, color = QPainter(self), self._theme.px, self._theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hoverFill"))
            painter.drawRoundedRect(QRectF(self.rect()), px(8), px(8))
        box = QRectF(px(6), (self.height() - px(24)) / 2, px(24), px(24))
        on = self.isChecked()
        painter.setPen(QPen(color("primary" if on else "borderStrong"), 2))
        painter.setBrush(color("primary" if on else "raised"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(5), px(5))
        if on:
            tick = self._theme.pixmap("check-bold", color("onPrimary"), px(16))
            painter.drawPixmap(round(box.left()) + px(4), round(box.top()) + px(4), tick)
        painter.setFont(self._theme.font("body"))
        painter.setPen(color("ink"))
        words = QRect(px(42), 0, self.width() - px(44), self.height())
        painter.drawText(words, _WRAP, self.text())
        painter.end()


class SetupList(QWidget):
    """The lines; `ticked` tells whenever one was ticked or unticked."""

    ticked = Signal()

    def __init__(self, lines: tuple[SetupLine, ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self.rows = [TickRow(line.text, theme, self) for line in lines]
        for row in self.rows:
            row.toggled.connect(self.ticked)
            column.addWidget(row)

    def is_ready(self) -> bool:
        """Whether every line is ticked."""
        return all(row.isChecked() for row in self.rows)

    def first_open(self) -> TickRow | None:
        """The first line that is not ticked."""
        return next((row for row in self.rows if not row.isChecked()), None)
