"""How often the cue of a run came off: four words, which may stay unanswered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from unknot.domain.runs import KEPT
from unknot.ui.runs.run_words import kept_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class KeptField(QWidget):
    """Hidden for a run without a cue. `value` is 0 to 3, None while nothing was picked or after "Clear"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hidden_value: int | None = None  # of a cue that is not known here
        column = spaced(QVBoxLayout(self), theme, 0, 6)
        column.addWidget(Line())
        head = spaced(QHBoxLayout(), theme, 0, 8)
        self.title = Words("", theme, "label")
        head.addWidget(self.title, 1)
        self.clear = Button(self.tr("Clear"), theme, kind="quiet")
        self.clear.setAccessibleName(self.tr("Clear: how often you managed your cue"))
        self.clear.clicked.connect(self._clear)
        keep = self.clear.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(keep)
        head.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(head)
        question = self.tr("How often did you manage it?")
        column.addWidget(Words(question, theme, "small", "ink2"))
        self.choice = Segmented(theme, question, [(str(kept), kept_word(kept)) for kept in KEPT])
        self.choice.picked.connect(self._show_clear)
        row = spaced(QHBoxLayout(), theme, 0, 0)
        row.addWidget(self.choice)
        row.addStretch(1)
        column.addLayout(row)
        self.show_cue("", None)

    @property
    def value(self) -> int | None:
        """What was picked."""
        if self.isHidden():
            return self._hidden_value
        return int(self.choice.value) if self.choice.value else None

    def show_cue(self, words: str, kept: int | None) -> None:
        """Ask about these words; without any nothing is asked, and the answer of before stays."""
        self.setVisible(bool(words))
        self._hidden_value = kept
        self.title.setText(self.tr("Your cue: {words}").format(words=words) if words else "")
        self.choice.set_value("" if kept is None else str(kept))
        self._show_clear()

    def _show_clear(self) -> None:
        self.clear.setVisible(bool(self.choice.value))

    def _clear(self) -> None:
        self.choice.set_value("")
        self._show_clear()
        self.choice.segment("0").setFocus(Qt.FocusReason.OtherFocusReason)
