"""Keeps the screen on while a session runs; the system forgets it of itself when this process dies."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Protocol

from unknot.domain.player import PlayerState

_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2  # ES_... of Windows
CAFFEINATE = ("caffeinate", "-d", "-i", "-w")
# in a check, too: its hands are busy, and a screen that had been kept on would go dark at once
AWAKE_IN = frozenset({PlayerState.RUNNING, PlayerState.WAITING})

log = logging.getLogger(__name__)


class Awake(Protocol):
    """Holds the screen on. No call waits or raises; each may come twice."""

    def hold(self) -> None:
        """Let the screen stay on from now."""

    def release(self) -> None:
        """Let it go dark again when the system likes."""

    def close(self) -> None:
        """Release, and let go of what this needed."""


class SessionAwake:
    """Follows the states of one session after the other; what holds the screen loads with the first."""

    def __init__(self, open_awake: Callable[[], Awake] | None) -> None:
        self._open = open_awake
        self._awake: Awake | None = None

    def follow(self, state: PlayerState) -> None:
        """A session is in this state now."""
        if state in AWAKE_IN:
            if self._awake is None and self._open is not None:
                self._awake = self._open()
            if self._awake is not None:
                self._awake.hold()
        else:
            self.release()

    def release(self) -> None:
        """No session is on."""
        if self._awake is not None:
            self._awake.release()

    def close(self) -> None:
        """Release and let go."""
        if self._awake is not None:
            self._awake.close()
            self._awake = None


class NoAwake:
    """Where nothing can be asked: the screen follows the system's own rules."""

    def hold(self) -> None:
        """Nothing happens."""

    def release(self) -> None:
        """Nothing happens."""

    def close(self) -> None:
        """Nothing happens."""


class WindowsAwake:
    """Sets what Windows remembers of the calling thread, which ends with it."""

    def __init__(self, set_state: Callable[[int], object]) -> None:
        self._set_state = set_state

    def hold(self) -> None:
        """Neither the display nor the system sleeps."""
        self._set_state(_CONTINUOUS | _SYSTEM | _DISPLAY)

    def release(self) -> None:
        """As the system likes."""
        self._set_state(_CONTINUOUS)

    def close(self) -> None:
        """The same."""
        self.release()


class ChildAwake:
    """Runs a child that keeps the display on until it ends, which it also does with this process."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._child: subprocess.Popen[bytes] | None = None

    def hold(self) -> None:
        """Start the child."""
        if self._child is not None and self._child.poll() is None:
            return
        try:
            self._child = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            log.info("The screen is not kept on: %s", type(error).__name__)

    def release(self) -> None:
        """End it."""
        if self._child is not None:
            child, self._child = self._child, None
            child.kill()
            child.wait()

    def close(self) -> None:
        """The same."""
        self.release()


def open_awake() -> Awake:
    """The way of this computer."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # only there

        return WindowsAwake(ctypes.windll.kernel32.SetThreadExecutionState)
    elif sys.platform == "darwin":  # noqa: RET505  # so that the types hold on every system
        return ChildAwake([*CAFFEINATE, str(os.getpid())])
    else:
        return _desktop_awake()


def _desktop_awake() -> Awake:
    try:
        from unknot.services.awake_dbus import DesktopAwake  # noqa: PLC0415  # loads QtDBus
    except ImportError:
        log.info("The screen is not kept on: QtDBus cannot be loaded")
        return NoAwake()
    return DesktopAwake()
