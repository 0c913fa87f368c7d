"""The versions of something being edited: back and forth between them."""

from __future__ import annotations

from typing import Generic, TypeVar

Version = TypeVar("Version")


class EditHistory(Generic[Version]):
    """Begins with one version; what is the same as before is no new one."""

    def __init__(self, first: Version) -> None:
        self._past: list[Version] = []
        self._now = self._saved = first
        self._future: list[Version] = []

    @property
    def now(self) -> Version:
        """The version of now."""
        return self._now

    @property
    def can_undo(self) -> bool:
        """Whether there is one before."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether one was taken back."""
        return bool(self._future)

    @property
    def is_changed(self) -> bool:
        """Whether it is another than the first one."""
        return self._now != self._saved

    def go_to(self, version: Version) -> None:
        """A new version; what was taken back is gone."""
        if version != self._now:
            self._past.append(self._now)
            self._now = version
            self._future.clear()

    def undo(self) -> Version:
        """The version before, or the one of now where there is none."""
        if self._past:
            self._future.append(self._now)
            self._now = self._past.pop()
        return self._now

    def redo(self) -> Version:
        """The version that was taken back last, or the one of now."""
        if self._future:
            self._past.append(self._now)
            self._now = self._future.pop()
        return self._now
