"""What is known of a cue: for it, against it and both ways, each line with how sure it is and from where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unknot.domain.cue_cards import Known, Stands
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.chip import Chip
from unknot.ui.widgets.evidence_card import sureness
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

translate = QCoreApplication.translate


def known_card(
    title: str, known: Iterable[Known], sources: Mapping[str, str], theme: Theme, *, headed: bool = True
) -> Card:
    """A card with what speaks for it first; without heads where all stand on no side."""
    card = Card(theme, title)
    lines = tuple(known)
    for stands in Stands:
        same = [line for line in lines if line.stands is stands]
        if not same:
            continue
        if card.body.count() > 1:
            card.body.addWidget(Line())
        if headed:
            card.body.addWidget(Words(stands_word(stands), theme, "h3"))
        for line in same:
            card.body.addWidget(_line(line, sources, theme))
    return card


def _line(line: Known, sources: Mapping[str, str], theme: Theme) -> QWidget:
    """How sure, what, and where it was written."""
    holder = QWidget()
    column = spaced(QVBoxLayout(holder), theme, (0, 0, 0, 6), 4)
    word, icon, look = sureness(line)
    column.addWidget(Chip(word, theme, icon=icon, look=look))
    column.addWidget(Words(line.note, theme))
    named = [sources[ref] for ref in line.refs if ref in sources]
    if named:
        column.addWidget(Words(". ".join(named), theme, "small", "ink3"))
    return holder


def stands_word(stands: Stands) -> str:
    """The heading of a side."""
    return {
        Stands.FOR: translate("KnownCard", "Speaks for it"),
        Stands.AGAINST: translate("KnownCard", "Speaks against it"),
        Stands.MIXED: translate("KnownCard", "Cuts both ways"),
    }[stands]
