"""A card of rows with a line between each two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.line import Line


def rows_card(title: str, rows: Iterable[Sequence[QWidget]], theme: Theme) -> Card:
    """A row is one widget or several, one below the other."""
    card = Card(theme, title)
    for place, row in enumerate(rows):
        if place:
            card.body.addWidget(Line())
        for part in row:
            card.body.addWidget(part)
    return card
