"""Reads beside the window, soon after the start, what would hold it up at the first visit of a page."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, QTimer

from unknot.content.errors import ContentError
from unknot.services.bundle import Services

FIGURE = "unknot.content.gait"  # numpy comes with it: most pages need it, and it is slow
AFTER_MS = 600


class Ahead(QObject):
    """`begin` it when the first page is shown; `end` it before the history is closed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._services: Services | None = None
        self._thread: Thread | None = None
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self._read)

    def begin(self, services: Services) -> None:
        """Wait until the window is at rest, then read."""
        self._services = services
        self._soon.start()

    def end(self) -> None:
        """Let go of it."""
        self._soon.stop()
        if self._thread is not None:
            self._thread.join()

    def _read(self) -> None:
        if self._services is not None and self._thread is None:
            self._thread = Thread(target=_read_content, args=(self._services,), name="ahead", daemon=True)
            self._thread.start()


def _read_content(services: Services) -> None:
    """The figure's modules and the library's files; who asks next tells of a broken one."""
    import_module(FIGURE)
    with suppress(ContentError, OSError):
        for shelf in (services.library.routines, services.library.drills):
            list(shelf.values())
