"""The data folder as the user meets it: where it is, its daily copy, and a copy on request."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from unknot.domain.days import day_of
from unknot.domain.errors import KnownError
from unknot.storage.backup import back_up_if_due, back_up_now, backups

_log = logging.getLogger(__name__)


class Keeping(QObject):
    """Copies are made beside the window, in a thread of their own; `backed_up` or `failed` follows."""

    backed_up = Signal()
    failed = Signal(object)  # KnownError

    def __init__(self, folder: Path, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._now = now
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @property
    def last_backup(self) -> date | None:
        """The day of the newest copy."""
        copies = backups(self.folder)
        return date.fromisoformat(copies[0].stem.removeprefix("unknot-")) if copies else None

    def back_up_if_due(self) -> None:
        """Make today's copy if there is none."""
        self._pool.start(self._make_daily)

    def back_up_now(self) -> None:
        """Make a copy; it takes the place of today's."""
        self._pool.start(self._make_now)

    def wait(self) -> None:
        """Let a copy that is being made end, before the history closes."""
        self._pool.waitForDone()

    def _make_daily(self) -> None:
        self._make(back_up_if_due)

    def _make_now(self) -> None:
        self._make(back_up_now)

    def _make(self, copy: Callable[[Path, date], Path | None]) -> None:
        try:
            made = copy(self.folder, day_of(self._now()))
        except KnownError as trouble:
            _log.warning("No backup: %s", trouble)
            self.failed.emit(trouble)
            return
        if made is not None:
            self.backed_up.emit()
