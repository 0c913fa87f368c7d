"""A library: its cards in as many columns as fit, made one after the other while the window stays free."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from time import perf_counter

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, QTimer, Signal
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
SLICE_S = 0.012  # of making cards at a time; the last of them goes beyond it


class Entry(Struct, frozen=True):
    """A card by its id, with all that it shows: one whose `state` is the same is kept."""

    id: str
    state: object


class LibraryPage(ScrolledPage):
    """Base of the libraries: fill `above` and `below`, then `outdate`, and again whenever a card may change.

    `card_wanted` carries the id of the card that was chosen.
    """

    card_wanted = Signal(str)
    card_width = 360  # px a card needs at 100 % text

    def __init__(self, services: Services, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.services = services
        self.tabs_below: list[QWidget] = []  # what Tab reaches after the cards
        self._entries: Sequence[Entry] = ()
        self._made: dict[str, tuple[Entry, LibraryCard]] = {}
        self._stale, self._dealt, self._columns = True, False, 1
        self._making = QTimer(self)
        self._making.timeout.connect(self._go_on)
        self.above, self.below = (spaced(QVBoxLayout(), theme, 0, 16) for _ in range(2))
        self.lock = Note("", theme, icon="lock-simple")
        self.lock.hide()
        self._grid = spaced(QGridLayout(), theme, 0, 16)
        self.header = PageHeader(theme, title)
        self.column.addWidget(self.header)
        self.column.addLayout(self.above)
        self.column.addWidget(self.lock)
        self.column.addLayout(self._grid)
        self.column.addLayout(self.below)
        self.column.addStretch(1)
        services.screening.changed.connect(self.outdate)
        theme.changed.connect(self._forget)

    # ------------------------------------------------------------- what a room says
    def permission(self) -> Permission:
        """Whether the whole library is open."""
        raise NotImplementedError

    def entries(self, locked: str) -> Sequence[Entry]:
        """All cards in their order; `locked` says why none may be started."""
        raise NotImplementedError

    def make_card(self, entry: Entry) -> LibraryCard:
        """The card of an entry, a child of `holder`."""
        raise NotImplementedError

    def shows(self, _card_id: str) -> bool:
        """Whether a card passes the filter."""
        return True

    # ------------------------------------------------------------- what a room calls
    @property
    def cards(self) -> list[LibraryCard]:
        """The cards that are made, in their order."""
        return [self._made[entry.id][1] for entry in self._entries if entry.id in self._made]

    @property
    def shown(self) -> list[str]:
        """The ids of all that pass the filter, in their order."""
        return [entry.id for entry in self._entries if self.shows(entry.id)]

    def outdate(self) -> None:
        """Make the cards anew that say something else now, at once or when they are seen next."""
        self._stale = True
        if self.isVisible():
            self._refresh()

    def deal_anew(self) -> None:
        """Put the cards that pass the filter into the grid, and make those that are missing."""
        self._dealt = True
        while self._grid.count():
            self._grid.takeAt(0)
        shown = set(self.shown)
        for card in self.cards:
            card.setVisible(card.id in shown)
        self._make_some()
        if self._waiting():
            self._making.start()

    def order_tabs(self) -> None:
        """Once every card is there: Tab goes from card to card, then to what stands below them."""
        if self._dealt and not self._waiting():
            stops = [stop for name in self.shown for stop in self._made[name][1].stops]
            for before, after in pairwise([*stops, *self.tabs_below]):
                self.setTabOrder(before, after)

    def make_all(self) -> None:
        """Make every card now."""
        self._refresh()
        while self._waiting():
            self._make_some()

    # ------------------------------------------------------------- Qt
    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed meanwhile; the first time when the page itself is seen."""
        super().showEvent(event)
        if self._made:
            self._refresh()
        self._making.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        pad = self.theme.page_padding(self.window().width())
        self.column.setContentsMargins(pad, pad, pad, pad)
        columns = self._fitting(event.size())
        if columns != self._columns:
            self._columns = columns
            if not self._stale:
                self.deal_anew()

    # ------------------------------------------------------------- inside
    def _forget(self) -> None:
        """Another look: every card is another one."""
        for _entry, card in self._made.values():
            card.hide()
            card.deleteLater()
        self._made.clear()
        self.outdate()

    def _refresh(self) -> None:
        if self._stale:
            self._read()
            self.deal_anew()

    def _read(self) -> None:
        """What each card says now; a step of its own before the first are made."""
        self._stale = self._dealt = False
        permission = self.permission()
        locked = permission.title if permission.refuses else ""
        self.lock.setVisible(bool(locked))
        self.lock.words.setText(f"{locked}. {permission.reason}" if locked else "")
        self._entries = self.entries(locked)
        wanted = {entry.id: entry for entry in self._entries}
        for card_id, (entry, card) in list(self._made.items()):
            if wanted.get(card_id) != entry:  # it says something else now, or is gone
                card.hide()
                card.deleteLater()
                del self._made[card_id]
        self._columns = self._fitting(self.size())

    def _fitting(self, size: QSize) -> int:
        room = size.width() - 2 * self.theme.page_padding(self.window().width())
        fit = max(1, min(MOST_COLUMNS, (room + 16) // self.theme.px(self.card_width + 16)))
        return 1 if self.theme.narrow(size.width()) else fit

    def _waiting(self) -> bool:
        """Whether a card that passes the filter is not in the grid yet."""
        return self._grid.count() < len(self.shown)

    def _go_on(self) -> None:
        """Make what is missing; unseen it waits."""
        self._making.stop()
        if self.isVisible():
            if self._stale:
                self._read()
            elif not self._dealt:
                self.deal_anew()
            else:
                self._make_some()
            if not self._dealt or self._waiting():
                self._making.start()

    def _make_some(self) -> None:
        """Go on with the grid for a short while, at least by one card."""
        until = perf_counter() + SLICE_S
        shown, entries = self.shown, {entry.id: entry for entry in self._entries}
        while self._grid.count() < len(shown):
            place = self._grid.count()
            card = self._card(entries[shown[place]])
            self._grid.addWidget(card, place // self._columns, place % self._columns)
            card.show()
            if perf_counter() > until:
                break
        self.order_tabs()
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        self.fit_height()

    def _card(self, entry: Entry) -> LibraryCard:
        if entry.id not in self._made:
            card = self.make_card(entry)
            card.start_wanted.connect(self.card_wanted)
            card.arrow_pressed.connect(self._go)
            self._made[entry.id] = entry, card
        return self._made[entry.id][1]

    def _go(self, key: int) -> None:
        """To the card beside, above or below, or to the first or last one."""
        card = self.sender()
        shown = self.shown
        if not isinstance(card, LibraryCard) or card.id not in shown:
            return
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        here = shown.index(card.id)
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(shown) - 1}
        target = ends[Qt.Key(key)] if key in ends else here + steps[Qt.Key(key)]
        if 0 <= target < len(shown):
            self.go_to(shown[target])

    def go_to(self, card_id: str) -> None:
        """Put the keyboard on a card."""
        if card_id in self._made:
            card = self._made[card_id][1]
            card.button.setFocus(Qt.FocusReason.TabFocusReason)
            self.scroll_area.ensureWidgetVisible(card, 0, self.theme.px(16))
