"""A card of a library: a picture, what it is, three facts, and Start or why not."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.icon_line import fact
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class CardWords(Struct, frozen=True):
    """What a card says. A fact is an icon and words; `locked`, if any, takes the place of the last one."""

    id: str
    title: str
    under_title: str
    facts: tuple[tuple[str, str], ...]
    locked: str = ""
    is_due: bool = False


class LibraryCard(QFrame):
    """`start_wanted` carries the id, also from "See why" while locked. `about` stands below the title."""

    start_wanted = Signal(str)

    def __init__(
        self, words: CardWords, picture: QWidget, about: QWidget, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", "card")
        self.setAccessibleName(words.title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.id, self.picture = words.id, picture
        row = spaced(QHBoxLayout(self), theme, (1, 1, 20, 1), 20)
        picture.setAccessibleName(picture.accessibleName() or words.title)
        row.addWidget(picture)
        column = spaced(QVBoxLayout(), theme, (0, 18, 0, 18), 8)
        row.addLayout(column, 1)
        column.addWidget(Words(words.title, theme, "h3"))
        column.addWidget(Words(words.under_title, theme, "small", "ink2"))
        column.addWidget(about)
        column.addStretch(1)
        last = [("lock-simple", words.locked)] if words.locked else words.facts[-1:]
        for icon, text in (*words.facts[:-1], *last):
            column.addWidget(fact(icon, text, theme))
        if words.locked:
            self.button = Button(self.tr("See why"), theme, icon="info-bold")
        else:
            kind = "primary" if words.is_due else ""
            self.button = Button(self.tr("Start"), theme, icon="play-fill", kind=kind)
        self.button.setAccessibleDescription(words.title)
        self.button.clicked.connect(self._start)
        column.addWidget(self.button)

    def _start(self) -> None:
        self.start_wanted.emit(self.id)
