"""A routine or a drill before it starts: what it is, how to get ready, cards in up to three columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from unknot.domain.steps import SetupLine
from unknot.ui.library.setup_list import SetupList
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.icon_line import fact
from unknot.ui.widgets.scrolled_page import ScrolledPage
from unknot.ui.widgets.spacing import emptied, spaced
from unknot.ui.widgets.words import Words

THREE_FROM = 1240  # px of the page at 100 % text: three columns, else two, else one

# a card, or what makes it, with its column of two and of three
Placed = tuple[QWidget | Callable[[], QWidget], int, int]


class Item(Protocol):
    """What routines and drills have in common here."""

    @property
    def title(self) -> str:
        """Its name."""

    @property
    def summary(self) -> str:
        """One sentence about it."""


class DetailPage(ScrolledPage):
    """Base of the full pages. `start_wanted` comes when every line of `setup` is ticked.

    A room calls `show_facts` and `show_cards`; `notes` stands between the two, `beside_start` before Start.
    """

    start_wanted = Signal()
    back_wanted = Signal()

    def __init__(
        self, item: Item, setup: tuple[SetupLine, ...], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(item.title)
        self.setup = SetupList(setup, theme)
        self.setup.ticked.connect(self._ticked)
        self.start = Button(self.tr("Start"), theme, icon="play-fill", kind="accent", large=True)
        self.start.clicked.connect(self.begin)
        self.hint = Words(self.tr("Tick each line when it is done. Then Start."), theme, tone="ink2")
        self._head = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme, 0, 16)
        self._facts = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme, 0, 16)
        self.notes = spaced(QVBoxLayout(), theme, 0, 16)
        self.beside_start = spaced(QHBoxLayout(), theme, 0, 16)
        self._columns = [spaced(QVBoxLayout(), theme, 0, 16) for _ in range(3)]
        self._grid = spaced(QHBoxLayout(), theme, 0, 16)
        self.ready_picture: Callable[[], QWidget] | None = None  # stands above the lines to tick
        self._ready: QWidget | None = None
        self._cards: list[tuple[QWidget, int, int]] = []
        self._coming: list[Placed] = []
        self._making = QTimer(self)
        self._making.timeout.connect(self._make_some)
        self._shown_columns = 0
        self._build(item)
        back = QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.back_wanted)

    def show_facts(self, *facts: tuple[str, str]) -> None:
        """Facts in a row below the title, instead of those before: an icon and words each."""
        emptied(self._facts)
        for icon, text in facts:
            self._facts.addWidget(fact(icon, text, self.theme), 1)

    def show_cards(self, cards: Iterable[Placed]) -> None:
        """The cards in reading order, after "Get ready", instead of those before, one after the other."""
        for card, _of_two, _of_three in self._cards[1:]:
            card.hide()
            card.deleteLater()
        if self._ready is None:
            self._ready = self._ready_card()
        self._cards = [(self._ready, 0, 0)]
        self._coming = list(cards)
        count, self._shown_columns = self._shown_columns, 0
        if count:
            self._deal(count)
        self._making.start()

    def make_all(self) -> None:
        """Make the rest of the cards now."""
        while self._coming:
            self._make_next()
        self.fit_height()

    def clear_notes(self) -> None:
        """Take the notes between facts and cards away."""
        emptied(self.notes)

    def begin(self) -> None:
        """Start, or show what is not ticked yet."""
        missing = self.setup.first_open()
        if missing is None:
            self.start_wanted.emit()
            return
        self.hint.setText(self.tr("First tick each line, so that the clock finds you ready."))
        self.hint.set_tone("error")
        announce(self, self.hint.text())
        self.scroll_area.ensureWidgetVisible(missing)
        missing.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------- Qt
    def showEvent(self, event: QShowEvent) -> None:
        """Make what is missing."""
        super().showEvent(event)
        self._making.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns, two, or one, by the room there is."""
        super().resizeEvent(event)
        narrow = self.theme.narrow(self.width())
        room = self.width() * 100 / self.theme.text_scale
        way = QBoxLayout.Direction
        for row in (self._head, self._facts):
            row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        pad = self.theme.page_padding(self.width())
        self.column.setContentsMargins(pad, self.theme.px(20), pad, pad)
        self._deal(1 if narrow else 3 if room >= THREE_FROM else 2)

    def keyboard_start(self) -> QWidget:
        """At the first line of what to prepare."""
        return self.setup.rows[0] if self.setup.rows else self.start

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts, Esc goes back, 1 to 9 tick a line."""
        number = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.begin()
        elif 0 <= number < len(self.setup.rows) and not event.modifiers():
            self.setup.rows[number].toggle()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------- inside
    def _build(self, item: Item) -> None:
        back = Button(self.tr("Back"), self.theme, icon="caret-left-bold", kind="quiet")
        back.setProperty("flush", "true")
        back.clicked.connect(self.back_wanted)
        self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        text = spaced(QVBoxLayout(), self.theme, 0, 4)
        text.addWidget(Words(item.title, self.theme, "title"))
        text.addWidget(Words(item.summary, self.theme, "lead", "ink2"))
        self._head.addLayout(text, 1)
        act = spaced(QHBoxLayout(), self.theme, 0, 16)
        act.addLayout(self.beside_start)
        act.addWidget(self.start)
        self._head.addLayout(act)
        for part in (self._head, self._facts, self.notes, self._grid):
            self.column.addLayout(part)
        for column in self._columns:
            self._grid.addLayout(column, 1)
        self.column.addStretch(1)

    def _make_some(self) -> None:
        """Go on by one card; unseen it waits."""
        if not self.isVisible():
            self._making.stop()
            return
        self._make_next()
        self.fit_height()

    def _make_next(self) -> None:
        if self._coming:
            card, of_two, of_three = self._coming.pop(0)
            made = card if isinstance(card, QWidget) else card()
            self._cards.append((made, of_two, of_three))
            if self._shown_columns:
                column = self._columns[{1: 0, 2: of_two, 3: of_three}[self._shown_columns]]
                column.insertWidget(column.count() - 1, made)
        if not self._coming:
            self._making.stop()

    def _ready_card(self) -> Card:
        ready = Card(self.theme, self.tr("Get ready"), gap=8)
        if self.ready_picture is not None:
            ready.body.addWidget(self.ready_picture())
        ready.body.addWidget(self.hint)
        ready.body.addWidget(self.setup)
        return ready

    def _deal(self, count: int) -> None:
        """Spread the cards over so many columns; the order of reading is kept from left to right."""
        if count == self._shown_columns:
            return
        self._shown_columns = count
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        for card, of_two, of_three in self._cards:
            self._columns[{1: 0, 2: of_two, 3: of_three}[count]].addWidget(card)
        for index, column in enumerate(self._columns):
            column.addStretch(1)
            self._grid.setStretch(index, 1 if index < count else 0)

    def _ticked(self) -> None:
        if self.setup.is_ready():
            self.hint.setText(self.tr("Ready. Start when you like."))
            self.hint.set_tone("ink2")
