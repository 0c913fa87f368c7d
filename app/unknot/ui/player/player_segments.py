"""A row of small choices in a player, of which one is on: the speed of the picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent, Qt
from PySide6.QtWidgets import QWidget

from unknot.ui.player.big_button import PlayerButton
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.theme import Theme

SMALLEST = 44  # px of any target


class _Segment(PlayerButton):
    """One choice."""

    def __init__(self, value: int, label: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(label, theme, parent)
        self.value = value
        self.stand_for_one()

    def sizeHint(self) -> QSize:
        """Room for the word."""
        wide = QFontMetrics(self._scale.plain(15, 600)).horizontalAdvance(self.text())
        return QSize(max(SMALLEST, wide + self._scale.px(24)), max(SMALLEST, self._scale.px(44)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Raised where chosen."""
        painter, color = QPainter(self), self._theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(color("borderStrong"), 1) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(color("raised" if self.isChecked() else "border"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5), 8, 8)
        painter.setFont(self._scale.plain(15, 600 if self.isChecked() else 500))
        painter.setPen(color("ink" if self.isChecked() else "ink2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class PlayerSegments(QWidget):
    """Segments side by side in a sunken track; `picked` carries the value the user chose."""

    picked = Signal(int)

    def __init__(
        self, name: str, options: Sequence[tuple[int, str]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.segments = [_Segment(value, label, theme, self) for value, label in options]
        for segment in self.segments:
            segment.taken.connect(self._clicked)
        theme.changed.connect(self.update)

    @property
    def value(self) -> int:
        """What is chosen."""
        return next((one.value for one in self.segments if one.isChecked()), self.segments[-1].value)

    def set_value(self, value: int) -> None:
        """Choose without telling."""
        for segment in self.segments:
            segment.set_chosen(chosen=segment.value == value)

    def step(self, by: int) -> None:
        """Choose the neighbour, as its keys do."""
        values = [one.value for one in self.segments]
        index = min(max(values.index(self.value) + by, 0), len(values) - 1)
        self.segments[index].click()

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        for segment in self.segments:
            segment.set_scale(scale)
        self._arrange()

    def sizeHint(self) -> QSize:
        """All segments side by side."""
        hints = [one.sizeHint() for one in self.segments]
        return QSize(len(hints) * max(hint.width() for hint in hints), hints[0].height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay them out again."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.setBrush(self._theme.color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()

    def _arrange(self) -> None:
        wide = self.width() / len(self.segments)
        for place, segment in enumerate(self.segments):
            segment.setGeometry(round(place * wide), 0, round(wide), self.height())

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Segment):
            self.picked.emit(sender.value)
