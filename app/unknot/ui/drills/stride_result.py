"""What follows from a stride: the reason, the step rate, and the drills in their order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from unknot.domain.stride import Offer, Sign, Wait
from unknot.services.stride import Stride, rate_words, reason, waiting
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.spacing import emptied, spaced
from unknot.ui.widgets.words import Words


class StrideResult(QWidget):
    """One card a sign, the main one first. `drill_wanted` carries the id of a drill."""

    drill_wanted = Signal(str)

    def __init__(self, stride: Stride, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stride, self._theme = stride, theme
        self.buttons: dict[str, Button] = {}
        self._column = spaced(QVBoxLayout(self), theme, 0, 16)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def refresh(self) -> None:
        """Say anew what is known now."""
        emptied(self._column)
        self.buttons.clear()
        found = self._stride.signs()
        cards = [self._card(sign, is_main=place == 0) for place, sign in enumerate(found)]
        for card in cards or [self._nothing()]:
            self._column.addWidget(card)
            card.show()

    def _nothing(self) -> Card:
        card = Card(self._theme, self.tr("Nothing picked yet"))
        text = self.tr("Pick what you see in your stride. Your drills then stand here, in order.")
        card.body.addWidget(Words(text, self._theme, tone="ink2"))
        return card

    def _card(self, sign: Sign, *, is_main: bool) -> Card:
        theme = self._theme
        card = Card(theme, self.tr("Start with this") if is_main else self.tr("Also"))
        card.body.addWidget(Words(reason(sign), theme, "lead"))
        if is_main and not sign.fault.is_measured:
            card.body.addWidget(Words(rate_words(self._stride.rate(sign)), theme, "label"))
        card.body.addWidget(Words(sign.fault.note, theme, tone="ink2"))
        for number, offer in enumerate(self._stride.offers(sign), 1):
            card.body.addWidget(Line())
            card.body.addLayout(self._row(number, offer))
        return card

    def _row(self, number: int, offer: Offer) -> QBoxLayout:
        theme, drill = self._theme, offer.drill
        row, text = spaced(QHBoxLayout(), theme, 0, 12), spaced(QVBoxLayout(), theme, 0, 2)
        text.addWidget(Words(f"{number}. {drill.title}", theme, "label"))
        text.addWidget(Words(waiting(offer) or drill.summary, theme, "small", "ink2"))
        row.addLayout(text, 1)
        is_open = offer.wait is Wait.NO
        words = self.tr("Open") if is_open else self.tr("See why")
        button = Button(words, theme, icon="caret-right-bold" if is_open else "info-bold")
        button.setAccessibleDescription(drill.title)
        button.setProperty("drill", drill.id)
        button.clicked.connect(self._open)
        self.buttons[drill.id] = button
        row.addWidget(button)
        return row

    def _open(self) -> None:
        self.drill_wanted.emit(str(self.sender().property("drill")))
