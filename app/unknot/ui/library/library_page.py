"""A library: its cards in as many columns as fit, made anew when what they say has changed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from unknot.services.bundle import Services
from unknot.services.screening import Permission
from unknot.ui.library.library_card import LibraryCard
from unknot.ui.theme import Theme
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.page_header import PageHeader
from unknot.ui.widgets.scrolled_page import ScrolledPage
from unknot.ui.widgets.spacing import spaced

MOST_COLUMNS = 4


class LibraryPage(ScrolledPage):
    """Base of the libraries: fill `above` and `below`, then `outdate`, and again whenever a card may change.

    `card_wanted` carries the id of the card that was chosen.
    """

    card_wanted = Signal(str)
    card_width = 360  # px a card needs at 100 % text

    def __init__(self, services: Services, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.services = services
        self.cards: Sequence[LibraryCard] = ()
        self.tabs_below: list[QWidget] = []  # what Tab reaches after the cards
        self._stale, self._columns = True, 0
        self.above, self.below = (spaced(QVBoxLayout(), theme, 0, 16) for _ in range(2))
        self.lock = Note("", theme, icon="lock-simple")
        self._grid = spaced(QGridLayout(), theme, 0, 16)
        self.column.addWidget(PageHeader(theme, title))
        self.column.addLayout(self.above)
        self.column.addWidget(self.lock)
        self.column.addLayout(self._grid)
        self.column.addLayout(self.below)
        self.column.addStretch(1)
        services.screening.changed.connect(self.outdate)
        theme.changed.connect(self.outdate)

    # ------------------------------------------------------------- what a room says
    def permission(self) -> Permission:
        """Whether the whole library is open."""
        raise NotImplementedError

    def make_cards(self, locked: str) -> Sequence[LibraryCard]:
        """All cards in their order, children of `holder`; `locked` says why none may be started."""
        raise NotImplementedError

    def shows(self, _card: LibraryCard) -> bool:
        """Whether a card passes the filter."""
        return True

    # ------------------------------------------------------------- what a room calls
    def outdate(self) -> None:
        """Make the cards anew, now or when they are seen next."""
        self._stale = True
        if self.isVisible():
            self._refresh()

    def deal_anew(self) -> None:
        """Put the cards that pass the filter into the grid."""
        self._columns = 0
        self._deal()

    # ------------------------------------------------------------- Qt
    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed meanwhile."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        pad = self.theme.page_padding(self.window().width())
        self.column.setContentsMargins(pad, pad, pad, pad)
        self._deal()

    # ------------------------------------------------------------- inside
    def _refresh(self) -> None:
        if not self._stale:
            return
        self._stale = False
        permission = self.permission()
        locked = permission.title if permission.refuses else ""
        self.lock.setVisible(bool(locked))
        self.lock.words.setText(f"{locked}. {permission.reason}" if locked else "")
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = self.make_cards(locked)
        for card in self.cards:
            card.start_wanted.connect(self.card_wanted)
        for before, after in pairwise([*(card.button for card in self.cards), *self.tabs_below]):
            self.setTabOrder(before, after)
        self.deal_anew()

    def _deal(self) -> None:
        room = self.width() - 2 * self.theme.page_padding(self.window().width())
        fit = max(1, min(MOST_COLUMNS, (room + 16) // self.theme.px(self.card_width + 16)))
        columns = 1 if self.theme.narrow(self.width()) else fit
        if columns == self._columns:
            return
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        shown = [card for card in self.cards if self.shows(card)]
        for card in self.cards:
            card.setVisible(card in shown)
        for place, card in enumerate(shown):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
