"""The navigation rail: the strand, an entry a page, settings at the foot, the note that all stays here."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.nav_button import NavButton, RailMode
from unknot.ui.widgets.strand import Logo

_WIDE = {RailMode.LABELS: 208, RailMode.STACKED: 84, RailMode.ICONS: 60}
_GAP = {RailMode.LABELS: 4, RailMode.STACKED: 4, RailMode.ICONS: 2}


class Entry(Struct, frozen=True):
    """One entry: the page's id, its label, its icon, and the number of its Ctrl key."""

    page: str
    label: str
    icon: str
    number: int
    at_foot: bool = False


class Rail(QFrame):
    """`page_chosen` carries the id of the entry that was pressed."""

    page_chosen = Signal(str)

    def __init__(self, theme: Theme, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "nav")
        self._theme, self._entries, self._mode = theme, tuple(entries), RailMode.LABELS
        self.buttons: dict[str, NavButton] = {}
        self._column = QVBoxLayout(self)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        self._row = row
        self._logo = Logo(theme, "accent", 20)
        self._name = QLabel("Unknot")
        self._name.setProperty("type", "h2")
        self._name.setProperty("tone", "hero")
        row.addWidget(self._logo)
        row.addWidget(self._name, 1)
        self._column.addWidget(self._head)
        for entry in self._entries:
            if entry.at_foot:
                self._column.addStretch(1)
            self._column.addWidget(self._button(entry))
        self._line = QFrame()
        self._line.setObjectName("navLine")
        self._line.setFixedHeight(1)
        self._column.addWidget(self._line)
        self._note = QLabel(self.tr("Offline. Your data stays on this computer."))
        self._note.setWordWrap(True)
        self._note.setProperty("type", "small")
        self._note.setProperty("tone", "navMuted")
        self._column.addWidget(self._note)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def mode(self) -> RailMode:
        """How much of the entries shows."""
        return self._mode

    def fit(self, window_width: int) -> None:
        """Choose the mode for a window of this many pixels."""
        if self._theme.narrow(window_width):
            mode = RailMode.ICONS
        elif self._theme.wide(window_width):
            mode = RailMode.LABELS
        else:
            mode = RailMode.STACKED
        if mode is not self._mode:
            self._mode = mode
            self._restyle()

    def show_page(self, page: str) -> None:
        """Mark the entry of a page."""
        for button in self.buttons.values():
            button.set_current(current=button.page == page)

    def set_ready(self, *, ready: bool) -> None:
        """Before the history is open no entry can be pressed."""
        for button in self.buttons.values():
            button.setEnabled(ready)

    def set_shut(self, *, shut: bool) -> None:
        """Show that no entry leads anywhere: the history cannot be opened."""
        for button in self.buttons.values():
            button.set_shut(shut=shut)

    def _button(self, entry: Entry) -> NavButton:
        button = NavButton(entry.page, entry.label, entry.icon, self._theme, self)
        button.clicked.connect(self._clicked)
        self.buttons[entry.page] = button
        return button

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, NavButton):
            self.page_chosen.emit(sender.page)

    def _restyle(self) -> None:
        px, mode = self._theme.px, self._mode
        labels = mode is RailMode.LABELS
        self.setFixedWidth(px(_WIDE[mode]))
        self._column.setContentsMargins(0, px(12 if labels else 6), 0, px(12 if labels else 8))
        self._column.setSpacing(px(_GAP[mode]))
        below = 10 if mode is RailMode.STACKED else 6  # the focus ring of the first entry stays clear of it
        around = (20, 8, 8, 18) if labels else (0, 6, 0, below)
        self._row.setContentsMargins(*(px(side) for side in around))
        self._row.setSpacing(px(10))
        self._name.setVisible(labels)
        self._logo.set_height(20 if labels else 22 if mode is RailMode.STACKED else 17)
        self._line.setVisible(labels)
        self._note.setVisible(labels)
        self._note.setContentsMargins(px(24), px(4), px(16), 0)
        for entry in self._entries:
            self.buttons[entry.page].set_mode(mode, f"Ctrl+{entry.number}")
