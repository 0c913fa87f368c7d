"""Loads soon after the start, bit by bit, what would hold the window up at the first visit of a library."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, QTimer

from unknot.content.errors import ContentError

FIGURE = "unknot.content.gait"  # numpy comes with it: slow, without a widget, so it loads beside the window
PARTS = (  # what has widgets: one in each turn, those first that others need
    "unknot.ui.widgets.announcing",
    "unknot.ui.library.library_card",
    "unknot.ui.library.library_page",
    "unknot.ui.widgets.figure_view",
    "unknot.ui.release.place_picture",
    "unknot.ui.release.routine_states",
    "unknot.ui.release.filter_bar",
    "unknot.ui.release.release_page",
    "unknot.ui.drills.drills_page",
)
Shelves = tuple[Mapping[str, object], ...]  # files that are read one by one when they are asked for
AFTER_MS, TURN_MS = 600, 60


class Ahead(QObject):
    """`begin` it when the first page is shown; `end` it before the history is closed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shelves: Shelves = ()
        self._thread: Thread | None = None
        self._left = list(PARTS)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._go_on)

    def begin(self, shelves: Shelves) -> None:
        """Wait until the window is at rest, then load; `shelves` are read in another thread."""
        self._shelves = shelves
        self._soon.start(AFTER_MS)

    def end(self) -> None:
        """Let go of it."""
        self._soon.stop()
        if self._thread is not None:
            self._thread.join()

    def _go_on(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=_read_content, args=(self._shelves,), name="ahead", daemon=True)
            self._thread.start()
        elif not self._thread.is_alive():
            import_module(self._left.pop(0))
        if self._left:
            self._soon.start(TURN_MS)


def _read_content(shelves: Shelves) -> None:
    """The figure's modules and the library's files; who asks next tells of a broken one."""
    import_module(FIGURE)
    with suppress(ContentError, OSError):
        for shelf in shelves:
            list(shelf.values())
