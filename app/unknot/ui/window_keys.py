"""The keys that work on every page, as shortcuts of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class WindowKeys(QObject):
    """Binds sequences to slots of the window; all can be put to rest while a player has the keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shortcuts: list[QShortcut] = []

    def bind(
        self,
        sequences: Iterable[str],
        slot: Callable[[], object],
        *,
        repeats: bool = False,
        always: bool = False,
    ) -> None:
        """Let each of the sequences ("Ctrl+N") call the slot; `always` also while the others rest."""
        for sequence in sequences:
            shortcut = QShortcut(QKeySequence(sequence), self._window)
            shortcut.setAutoRepeat(repeats)
            shortcut.activated.connect(slot)
            if not always:
                self._shortcuts.append(shortcut)

    def set_enabled(self, *, enabled: bool) -> None:
        """Let them work, or not."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(enabled)


class PageKey(QObject):
    """The slot of one Ctrl+number: goes to its page."""

    def __init__(self, page: str, go: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._go = page, go

    def pressed(self) -> None:
        """Go there."""
        self._go(self._page)
