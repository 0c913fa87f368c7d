"""Days in words: "Saturday 14 November", "14 Nov", "today", "yesterday"."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)  # the language the texts are in


def long_day(day: date) -> str:
    """Weekday, day and month."""
    return _ENGLISH.toString(QDate(day.year, day.month, day.day), "dddd d MMMM")


def short_day(day: date) -> str:
    """Day and short month."""
    return _ENGLISH.toString(QDate(day.year, day.month, day.day), "d MMM")


def weekday(day: date) -> str:
    """Short weekday and day: "Mon 9"."""
    return _ENGLISH.toString(QDate(day.year, day.month, day.day), "ddd d")


def near_day(day: date, today: date) -> str:
    """Today, yesterday, the weekday within a week, else day and month."""
    ago = (today - day).days
    if ago == 0:
        return QCoreApplication.translate("Days", "today")
    if ago == 1:
        return QCoreApplication.translate("Days", "yesterday")
    if 1 < ago < 7:
        return _ENGLISH.toString(QDate(day.year, day.month, day.day), "dddd")
    return short_day(day)
