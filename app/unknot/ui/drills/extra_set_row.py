"""An offer: one set more for the weaker leg, with the reason, off until it is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from unknot.services.stride import ExtraSet
from unknot.ui.side_words import side_within
from unknot.ui.theme import Theme
from unknot.ui.widgets.fold_row import FoldRow
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.toggle import Toggle
from unknot.ui.widgets.words import Words

_WORDS_NEED = 240  # logical px beside the switch


class ExtraSetRow(QFrame):
    """`wanted` tells whether it was chosen."""

    def __init__(self, offer: ExtraSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "card")
        words = QWidget()
        column = spaced(QVBoxLayout(words), theme, 0, 2)
        title = self.tr("One extra set, {side} leg").format(side=side_within(offer.side))
        column.addWidget(Words(title, theme, "label"))
        reason = self.tr("Your last check: {side} is {percent} % behind. {then}").format(
            side=side_within(offer.side), percent=offer.percent, then=offer.then
        )
        if offer.scatters:
            reason += " " + self.tr("Over {n} tries this may be scatter: your choice.").format(
                n=offer.scatters
            )
        self.reason = Words(reason, theme, "small", "ink2")
        column.addWidget(self.reason)
        self.switch = Toggle(theme, title)
        self.switch.setAccessibleDescription(reason)
        holder = spaced(QVBoxLayout(self), theme, (20, 8, 20, 8), 0)
        holder.addWidget(FoldRow(theme, words, self.switch, least=_WORDS_NEED))

    @property
    def wanted(self) -> bool:
        """Whether the set is to be played."""
        return self.switch.isChecked()
