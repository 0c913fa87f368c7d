"""One window a data folder: a lock that outlives no crash."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile

from unknot import paths
from unknot.domain.errors import KnownError


def is_held(folder: Path) -> bool:
    """Whether a process that is alive holds this folder; a lock that one left behind is cleared away."""
    lock = InstanceLock(folder)
    try:
        lock.take()
    except KnownError as refusal:
        return isinstance(refusal, HeldError)
    lock.release()
    return False


class HeldError(KnownError):
    """Another window has the folder."""


class InstanceLock:
    """Holds a data folder for this process until release() or the end of the process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = QLockFile(str(paths.lock_file(folder)))
        # held for days at a time: stale is only the lock of a process that is gone
        self._lock.setStaleLockTime(0)

    def take(self) -> None:
        """Take the folder. Raises KnownError when another window has it or it cannot be written."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise self._not_allowed() from error
        if self._lock.tryLock(0):
            return
        if self._lock.error() is QLockFile.LockError.LockFailedError:
            raise HeldError(
                "Unknot is already open with this history.",
                "Use the window that is open, or close it first.",
                retry=True,
            )
        raise self._not_allowed()

    def release(self) -> None:
        """Give the folder back."""
        self._lock.unlock()

    def _not_allowed(self) -> KnownError:
        return KnownError(
            f"Unknot may not write to the folder {self._folder}.",
            "Allow writing there, then try again.",
            retry=True,
        )
