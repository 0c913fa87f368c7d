"""A length of time in words, the same wherever it is said: in the players, at the end, at resume."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

MINUTE = 60.0
translate = QCoreApplication.translate


def length_words(seconds: float) -> str:
    """A length in words that begin a sentence; under a minute it is said so, never rounded up to one."""
    if seconds < MINUTE:
        return translate("TimeWords", "Less than a minute")
    minutes = round(seconds / MINUTE)
    if minutes == 1:
        return translate("TimeWords", "1 minute")
    return translate("TimeWords", "{n} minutes").format(n=minutes)
