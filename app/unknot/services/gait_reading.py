"""Reads the figure's files off the window's thread, so that a page can open before they are there."""

from __future__ import annotations

from threading import Thread

from unknot.content.gait import GaitLibrary


class GaitReading:
    """`begin` it, and ask `is_over` before the figure is drawn. Who asks next tells of a broken file."""

    def __init__(self, gait: GaitLibrary) -> None:
        self._gait = gait
        self._thread: Thread | None = None

    def begin(self) -> None:
        """Read what is not read yet."""
        if self._thread is None:
            self._thread = Thread(target=self._read, name="gait", daemon=True)
            self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether all that could be read is there."""
        return self._thread is not None and not self._thread.is_alive()

    def wait(self) -> None:
        """Come back when it is over."""
        self.begin()
        if self._thread is not None:
            self._thread.join()

    def _read(self) -> None:
        for part in ("motions", "figure", "colours", "body", "turned_figure"):
            try:
                getattr(self._gait, part)
            except Exception:  # noqa: BLE001 - who asks next reads it again, and tells
                return
