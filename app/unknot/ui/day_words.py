"""Days in words, all patterns in one place: "Saturday 14 November", "14 Nov", "today", "yesterday"."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale


def long_day(day: date) -> str:
    """For a title: "Saturday 14 November"."""
    return _said(day, "dddd d MMMM")


def dated_day(day: date) -> str:
    """The same with the year: "Saturday 14 November 2026"."""
    return _said(day, "dddd d MMMM yyyy")


def month_day(day: date) -> str:
    """For a sentence: "14 November"."""
    return _said(day, "d MMMM")


def short_day(day: date) -> str:
    """Where room is small: "14 Nov"."""
    return _said(day, "d MMM")


def row_day(day: date, today: date) -> str:
    """For a row: "Sat 14 Nov", or "14 Nov 2025" in another year than today's."""
    return _said(day, "ddd d MMM" if day.year == today.year else "d MMM yyyy")


def table_day(day: date) -> str:
    """For a table over years: "Sat 14 Nov 2026"."""
    return _said(day, "ddd d MMM yyyy")


def weekday(day: date) -> str:
    """Short weekday and day: "Sat 14"."""
    return _said(day, "ddd d")


def month_of(day: date) -> str:
    """The month a day is in: "November 2026"."""
    return _said(day, "MMMM yyyy")


def short_month(day: date) -> str:
    """For an axis: "Nov 2026"."""
    return _said(day, "MMM yyyy")


def near_day(day: date, today: date) -> str:
    """Today, yesterday, the weekday within a week, else day and month."""
    ago = (today - day).days
    if ago == 0:
        return QCoreApplication.translate("Days", "today")
    if ago == 1:
        return QCoreApplication.translate("Days", "yesterday")
    if 1 < ago < 7:
        return _said(day, "dddd")
    return short_day(day)


def _said(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
