"""How often the cue of a run came off: four words, which may stay unanswered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from unknot.domain.runs import KEPT
from unknot.ui.runs.run_words import kept_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.flow_row import FlowRow
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.one_of import OneOf
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class KeptField(QWidget):
    """Hidden for a run without a cue. `value` is 0 to 3, None while nothing was picked or after "Clear"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hidden_value: int | None = None  # of a cue that is not known here
        column = spaced(QVBoxLayout(self), theme, 0, 6)
        column.addWidget(Line())
        column.addSpacing(theme.px(4))
        self.title = Words("", theme, "label")
        column.addWidget(self.title)
        head = spaced(QHBoxLayout(), theme, 0, 8)
        question = self.tr("How often did you manage it?")
        head.addWidget(Words(question, theme, "small", "ink2"), 1)
        self.clear = Button(self.tr("Clear"), theme, kind="quiet")
        self.clear.setAccessibleName(self.tr("Clear: how often you managed your cue"))
        self.clear.clicked.connect(self._clear)
        keep = self.clear.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(keep)
        head.addWidget(self.clear)
        column.addLayout(head)
        self.answers = [OneOf(kept_word(kept)) for kept in KEPT]
        row = FlowRow(theme, self.answers, 8)  # goes on in the next line where text is large
        row.setAccessibleName(question)
        for answer in self.answers:
            answer.stand_for_one()
            answer.toggled.connect(self._show_clear)
        column.addWidget(row)
        self.show_cue("", None)

    @property
    def value(self) -> int | None:
        """What was picked."""
        if self.isHidden():
            return self._hidden_value
        return next((kept for kept in KEPT if self.answers[kept].isChecked()), None)

    def show_cue(self, words: str, kept: int | None) -> None:
        """Ask about these words; without any nothing is asked, and the answer of before stays."""
        self.setVisible(bool(words))
        self._hidden_value = kept
        self.title.setText(self.tr("Your cue: {words}").format(words=words) if words else "")
        self._choose(kept)

    def _choose(self, kept: int | None) -> None:
        for number, answer in enumerate(self.answers):
            if answer.isChecked() != (number == kept):
                answer.set_chosen(chosen=number == kept)
        self._show_clear()

    def _show_clear(self) -> None:
        self.clear.setVisible(any(answer.isChecked() for answer in self.answers))

    def _clear(self) -> None:
        self._choose(None)
        self.answers[0].setFocus(Qt.FocusReason.OtherFocusReason)
