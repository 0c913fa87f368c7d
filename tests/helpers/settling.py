"""Lets a window come to rest."""

from __future__ import annotations

from PySide6.QtTest import QTest


def settle() -> None:
    """Let layouts come to rest."""
    for _ in range(3):
        QTest.qWait(0)
