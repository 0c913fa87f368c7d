"""The locale of everything shown: words in English, signs of numbers and times as where the user lives."""

from __future__ import annotations

from PySide6.QtCore import QLocale

_ENGLISH = QLocale.Language.English


def english_of(system: QLocale) -> QLocale:
    """English as it is written in the system's territory.

    Where there is no such English: that of the world, or one with the system's decimal comma.
    """
    there = QLocale(_ENGLISH, system.territory())
    if there.territory() is system.territory():
        return there
    comma = system.decimalPoint() == ","
    return QLocale(_ENGLISH, QLocale.Country.Germany if comma else QLocale.Country.World)


def plain_number(value: float) -> str:
    """With as many decimals as it has: "4", "4.5"."""
    return QLocale().toString(value, "g", 6)
