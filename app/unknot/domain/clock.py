"""The clock sessions are measured by: it never goes back, and it counts the time a computer sleeps."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

_SYSTEM: str = sys.platform

Clock = Callable[[], float]  # seconds since some fixed moment


def uninterrupted() -> float:
    """Seconds since some fixed moment, sleep included, so that a session notices that it was away.

    time.monotonic() stands still during sleep on Linux and macOS and moves in steps of 16 ms on Windows
    before Python 3.13.
    """
    if _SYSTEM == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if _SYSTEM == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.perf_counter()
