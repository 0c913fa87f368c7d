"""Days and legs in words, for axes, sentences and tables."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from unknot.domain.body import Side


def short_day(day: date, *, with_year: bool = False) -> str:
    """For example "12 Oct", or "Oct 2025" where the year must be told."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "MMM yyyy" if with_year else "d MMM")


def full_day(day: date) -> str:
    """For example "Mon 12 Oct 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM yyyy")


def side_word(side: Side) -> str:
    """Whose leg, as it stands behind a place's name."""
    if side is Side.LEFT:
        return QCoreApplication.translate("Progress", "left")
    return QCoreApplication.translate("Progress", "right")
