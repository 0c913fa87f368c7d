"""Questions on the page after the end; each answer is kept at once, and can be changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from unknot.ui.drills.stop_words import stop_words
from unknot.ui.player.big_button import PlayerButton
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.player.score_panel import Question, ScoreLine, answers, by_key, keys_of
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce

GAP = 16


class AskedAfter(QWidget):
    """One line a question, and below them what the answers mean; `answered` carries id and value."""

    answered = Signal(str, int)

    def __init__(self, questions: Sequence[Question], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = PlayerScale(theme, 1.0)
        self.lines = [ScoreLine(question, theme, self) for question in questions]
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setProperty("tone", "pain")
        for line in self.lines:
            line.answered.connect(self._take)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tab_parts(self) -> list[PlayerButton]:
        """Everything that can be pressed, in reading order."""
        return keys_of(self.lines)

    def key(self, value: int) -> bool:
        """As in `by_key`."""
        return by_key(self.lines, value)

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        self.said.setFont(scale.display(30, 500))
        for line in self.lines:
            line.set_scale(scale)
        self._arrange()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """A row of answers wraps where it has to."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Every line, and the words if there are any."""
        return sum(self._heights(width)) + self._scale.px(GAP) * len(self.lines)

    def sizeHint(self) -> QSize:
        """As wide as it is given."""
        return QSize(self._scale.px(720), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        self._arrange()

    def _heights(self, width: int) -> list[int]:
        words = self.said.heightForWidth(width) if self.said.text() else 0
        return [*(line.needed(width) for line in self.lines), words]

    def _arrange(self) -> None:
        top = 0
        parts = (*self.lines, self.said)
        for part, high in zip(parts, self._heights(self.width()), strict=True):
            part.setGeometry(0, top, self.width(), high)
            top += high + self._scale.px(GAP)
        for line in self.lines:
            line.arrange()

    def _take(self, name: str, value: int) -> None:
        words = " ".join(stop_words(answers(self.lines)))
        if words != self.said.text():
            self.said.setText(words)
            self._arrange()
            self.updateGeometry()
            if words:
                announce(self, words)
        self.answered.emit(name, value)
