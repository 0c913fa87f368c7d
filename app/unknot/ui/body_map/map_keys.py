"""The single keys of the body map. A field that takes text keeps them for itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class MapKeys(QObject):
    """Binds keys to slots that take nothing; digits and T go to `score` with their number.

    They work while the page is shown, wherever in its window the focus is.
    """

    def __init__(self, page: QWidget, score: Callable[[int], None]) -> None:
        super().__init__(page)
        self._page, self._score = page, score
        self._scores: dict[QShortcut, int] = {}
        for key, value in (*((str(number), number) for number in range(10)), ("T", 10)):
            shortcut = self._shortcut(key)
            shortcut.activated.connect(self._score_pressed)
            self._scores[shortcut] = value

    def bind(self, keys: str, slot: Callable[[], object], *, repeats: bool = False) -> None:
        """Let each of the keys, parted by spaces, call the slot; `repeats` while it is held down."""
        for key in keys.split():
            shortcut = self._shortcut(key)
            shortcut.setAutoRepeat(repeats)
            shortcut.activated.connect(slot)

    def _shortcut(self, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._page)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)  # from the rail, too
        shortcut.setAutoRepeat(False)
        return shortcut

    def _score_pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, QShortcut):
            self._score(self._scores[sender])
