"""A question of the player: it pauses the session and offers two or three large answers."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from unknot.ui.player.big_button import BigButton
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.theme import Theme


class Answer(Struct, frozen=True):
    """One answer: its id, word, icon, and the key that gives it (shown below the word)."""

    id: str
    word: str
    icon: str = ""
    key: str = ""
    kind: str = "plain"


class PlayerPrompt(QWidget):
    """Headline, one or two sentences, and a row of large buttons; `chosen` carries the answer's id."""

    chosen = Signal(str)

    def __init__(
        self, name: str, title: str, text: str, answers: tuple[Answer, ...], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._theme = theme
        self._scale = PlayerScale(theme, 1.0)
        self._title, self._text = QLabel(title, self), QLabel(text, self)
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setProperty("tone", "ink2")
        self._buttons = [self._button(answer) for answer in answers]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for button in self._buttons:
            self._row.addWidget(button, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._text)
        self._column.addStretch(1)
        self._column.addLayout(self._row)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        theme.changed.connect(self.update)

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale, px = scale, scale.px
        self._title.setFont(scale.display(60))
        self._text.setFont(scale.display(40, 500))
        self._text.setVisible(bool(self._text.text()))
        self._column.setContentsMargins(px(28), px(24), px(28), px(28))
        self._column.setSpacing(px(14))
        self._row.setSpacing(px(16))
        for button in self._buttons:
            button.set_scale(scale)
            button.setMinimumHeight(px(88))
        needed = sum(button.sizeHint().width() for button in self._buttons) + px(56 + 16 * 2)
        stacked = needed > self.width() > 0
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)

    def buttons(self) -> list[BigButton]:
        """Its answers, in the order shown."""
        return list(self._buttons)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A raised card with a strong outline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("borderStrong"), 2))
        painter.setBrush(self._theme.color("surface"))
        radius = self._scale.px(20)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def _button(self, answer: Answer) -> BigButton:
        button = BigButton(answer.word, answer.icon, answer.key, self._theme, kind=answer.kind, parent=self)
        button.icon_size, button.text_size = 32.0, 30.0
        button.setObjectName(answer.id)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self._answer)
        return button

    def _answer(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit(sender.objectName())
