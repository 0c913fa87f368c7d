"""The cue of a run, which may be put right, and how often it came off: four words, or no answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from unknot.domain.runs import KEPT
from unknot.ui.runs.run_words import kept_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.flow_row import FlowRow
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.one_of import OneOf
from unknot.ui.widgets.pick_list import Find, PickList
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class KeptField(QWidget):
    """`cue` is the id of a cue, empty for none; `value` 0 to 3, None while nothing was picked.

    `find` gives id and name of all cues, `words_of` what the runner says to himself, by the cue's id.
    """

    def __init__(
        self, theme: Theme, find: Find, words_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words_of = words_of
        column = spaced(QVBoxLayout(self), theme, 0, 6)
        column.addWidget(Line())
        column.addSpacing(theme.px(4))
        label = Words(self.tr("Cue for this run"), theme, "label")
        self.cues = PickList(theme, label.text(), self.tr("No cue"), find)
        self.cues.picked.connect(self._cue_picked)
        label.setBuddy(self.cues)
        column.addWidget(label)
        column.addWidget(self.cues, 0, Qt.AlignmentFlag.AlignLeft)
        self.title = Words("", theme)
        column.addWidget(self.title)
        self.question = QWidget()
        column.addWidget(self.question)
        self._add_question(theme)
        self.show_cue("", None)

    @property
    def cue(self) -> str:
        """Which cue the run was for."""
        return self.cues.value

    @property
    def value(self) -> int | None:
        """What was picked."""
        return next((kept for kept in KEPT if self.answers[kept].isChecked()), None)

    def show_cue(self, cue: str, kept: int | None) -> None:
        """Show a cue and its answer; without a cue nothing is asked."""
        self.cues.set_value(cue)
        self._choose(kept if cue else None)
        self._show_words()

    def _add_question(self, theme: Theme) -> None:
        column = spaced(QVBoxLayout(self.question), theme, 0, 6)
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

    def _cue_picked(self) -> None:
        """An answer about another cue says nothing of this one."""
        self._choose(None)
        self._show_words()

    def _show_words(self) -> None:
        words = self._words_of(self.cue) if self.cue else ""
        self.title.setText(words)
        self.title.setVisible(bool(words))
        self.question.setVisible(bool(self.cue))

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
