"""The words of a cue: what to think of, how it feels, how to check it, and whether it is for the next run."""

from __future__ import annotations

from PySide6.QtCore import Signal

from unknot.domain.cue_cards import CueCard
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.chip import Chip
from unknot.ui.widgets.words import Words


class WordsCard(Card):
    """`choice_wanted` carries the id of the cue to choose for the next run, or nothing for none."""

    choice_wanted = Signal(str)

    def __init__(self, cue: CueCard, theme: Theme) -> None:
        super().__init__(theme, cue.title)
        self._cue = cue
        self._is_focus = False
        self.body.addWidget(Words(cue.words, theme, "hero"))
        for title, text in ((self.tr("How it feels"), cue.feel), (self.tr("How to check it"), cue.check)):
            self.body.addWidget(Words(title, theme, "small", "ink2"))
            self.body.addWidget(Words(text, theme))
        self.chip = Chip(self.tr("Your cue for the next run"), theme, icon="check-bold", look="done")
        self.body.addWidget(self.chip)
        self.button = Button(self.tr("Choose for my next run"), theme, kind="accent")
        self.button.clicked.connect(self._want)
        self.body.addWidget(self.button)
        self.show_focus("")

    def show_focus(self, cue_id: str) -> None:
        """Show which cue is chosen."""
        self._is_focus = cue_id == self._cue.id
        self.chip.setVisible(self._is_focus)
        text = self.tr("Run without a cue") if self._is_focus else self.tr("Choose for my next run")
        self.button.setText(text)
        self.button.setProperty("kind", "" if self._is_focus else "accent")
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)

    def _want(self) -> None:
        self.choice_wanted.emit("" if self._is_focus else self._cue.id)
