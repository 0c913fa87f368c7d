"""Eleven buttons, 0 to 10, for a tenderness given by one tap from the floor."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from unknot.ui.player.big_button import PlayerButton
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.score_words import score_name, score_spans
from unknot.ui.theme import Theme


class ScoreButton(PlayerButton):
    """One score in its tenderness colour; the number carries the meaning."""

    def __init__(self, score: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(str(score), theme, parent)
        self.score = score
        self.stand_beside()

    def sizeHint(self) -> QSize:
        """80 px square."""
        return QSize(self._scale.px(80), self._scale.px(80))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A filled square with round corners, its number in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink = self._theme.tender(self.score)
        width = 4.0 if self.isDown() or self.underMouse() else 1.5
        painter.setPen(QPen(self._theme.color("ink" if width > 2 else "borderStrong"), width))
        painter.setBrush(fill)
        half, radius = width / 2, self._scale.px(16)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.setFont(self._scale.display(44, 700))
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class ScoreRow(QWidget):
    """The scores 0 to 10 side by side, with the words of the scale below them."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, PlayerScale(theme, 1.0)
        self.buttons = [ScoreButton(score, theme, self) for score in range(11)]
        for button in self.buttons:
            button.setAccessibleName(score_name(button.score))
            key = "T" if button.score == 10 else str(button.score)
            button.setToolTip(self.tr("{key} key").format(key=key))
            button.clicked.connect(self._clicked)

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        for button in self.buttons:
            button.set_scale(scale)
        self._arrange()

    def sizeHint(self) -> QSize:
        """Buttons of 80 px and a line of words."""
        return QSize(self._scale.px(11 * 80 + 120), self._scale.px(80 + 34))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out again."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each word under the first score it stands for."""
        painter = QPainter(self)
        painter.setPen(self._theme.color("ink2"))
        painter.setFont(self._scale.display(24, 500))
        top = self._scale.px(80) + self._scale.px(4)
        for word, first, last in score_spans():
            left, right = self.buttons[first].geometry().left(), self.buttons[last].geometry().right()
            area = QRectF(left, top, right - left, self.height() - top)
            painter.drawText(area, Qt.AlignmentFlag.AlignHCenter, word)
        painter.end()

    def _arrange(self) -> None:
        gap = self._scale.px(12)
        wide = (self.width() - 10 * gap) / 11
        for button in self.buttons:
            left = round(button.score * (wide + gap))
            button.setGeometry(left, 0, round(wide), self._scale.px(80))
        self.update()

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, ScoreButton):
            self.chosen.emit(sender.score)
