"""One question on one page: its words, its answers, and why it is asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unknot.domain.screening import Question
from unknot.ui.screening.choice_card import ChoiceCard
from unknot.ui.screening.page_frame import RING
from unknot.ui.theme import Theme
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

NONE_OF_THESE = "none"


class QuestionView(QWidget):
    """Cards for every option; `answered` carries the ids chosen, in the order of the question.

    In a question with several answers, "none" and the others exclude each other.
    """

    answered = Signal(list)

    def __init__(self, question: Question, chosen: tuple[str, ...], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.question = question
        self._several = question.kind == "multi"
        column = spaced(QVBoxLayout(self), theme, (RING, 2, RING, RING), 12)
        column.addWidget(Words(question.text, theme, "hero" if len(question.text) < 60 else "title"))
        hint = self.tr("Tick all that apply.") if self._several else self.tr("Pick the one that fits best.")
        column.addWidget(Words(hint, theme, "lead", "ink2"))
        column.addSpacing(theme.px(8))
        self.cards = [
            ChoiceCard(option.id, option.label, number, theme, several=self._several, parent=self)
            for number, option in enumerate(question.options, start=1)
        ]
        for card in self.cards:
            card.setAutoExclusive(not self._several)  # a radio button, to the keyboard and to screen readers
            card.setChecked(card.option_id in chosen)
            card.clicked.connect(self._clicked)
            column.addWidget(card)
        if question.help:
            column.addWidget(Note(question.help, theme, tint="sunken"))
        column.addStretch(1)
        self.setAccessibleName(question.text)

    def chosen(self) -> tuple[str, ...]:
        """The ids chosen so far."""
        return tuple(card.option_id for card in self.cards if card.isChecked())

    def press_key(self, event: QKeyEvent) -> bool:
        """Digits 1 to 9 choose; whether the key was one of them."""
        number = event.key() - Qt.Key.Key_0
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not 1 <= number <= len(self.cards):
            return False
        if number > 9:
            return False
        self.cards[number - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.cards[number - 1].click()
        return True

    def _clicked(self) -> None:
        card = self.sender()
        if not isinstance(card, ChoiceCard):
            return
        if not self._several or card.option_id == NONE_OF_THESE:
            card.setChecked(True)
            others = [other for other in self.cards if other is not card]
        else:
            others = [other for other in self.cards if other.option_id == NONE_OF_THESE]
        if card.isChecked():
            for other in others:
                other.setChecked(False)
        self.answered.emit(list(self.chosen()))
