"""A rating in words: when it was made, what for, and why a time cannot be."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from unknot.domain.days import day_of
from unknot.domain.knots import CheckOccasion, KnotCheck, TimeFault
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.day_words import near_day, row_day
from unknot.ui.score_words import score_word

translate = QCoreApplication.translate


def clock_pattern() -> str:
    """How the user's country writes a time of day, for a date field."""
    return QLocale().timeFormat(QLocale.FormatType.ShortFormat).replace(" t", "")


def clock_words(moment: datetime) -> str:
    """Such as "18:30", as it was where the rating was made."""
    return QLocale().toString(QTime(moment.hour, moment.minute), clock_pattern())


def moment_words(moment: datetime, today: date) -> str:
    """Such as "Sat 14 Nov, 18:30"."""
    words = translate("CheckWords", "{day}, {time}")
    return words.format(day=row_day(moment.date(), today), time=clock_words(moment))


def when_words(moment: datetime, now: datetime) -> str:
    """Within a sentence: "today", "yesterday", "Tuesday", "14 Nov"."""
    return near_day(day_of(moment), day_of(now))


def occasion_words(check: KnotCheck) -> str:
    """Such as "before a session"; empty for a rating by itself."""
    words = {
        CheckOccasion.RATING: "",
        CheckOccasion.BEFORE: translate("CheckWords", "before a session"),
        CheckOccasion.AFTER: translate("CheckWords", "after a session"),
        CheckOccasion.NEXT_DAY: translate("CheckWords", "soreness of the day after"),
        CheckOccasion.AGAIN: translate("CheckWords", "second rating"),
        CheckOccasion.OTHER: translate("CheckWords", "from a newer version"),
    }
    return words[check.occasion]


def detail_words(check: KnotCheck, atlas: MapAtlas) -> str:
    """Such as "clear · marble · before a session"."""
    size = "" if check.size is None else atlas.size_word(check.size).lower()
    parts = (score_word(check.tenderness), size, occasion_words(check))
    return " · ".join(part for part in parts if part)


def spoken_check(check: KnotCheck, today: date, atlas: MapAtlas) -> str:
    """Such as "Sat 14 Nov, 18:30. 4, clear, marble, before a session."."""
    words = translate("CheckWords", "{when}. {score}, {detail}.")
    return words.format(
        when=moment_words(check.at, today),
        score=check.tenderness,
        detail=detail_words(check, atlas).replace(" · ", ", "),
    )


def fault_words(fault: TimeFault | None) -> str:
    """Why a rating cannot have been made then; empty where it can."""
    if fault is TimeFault.IN_FUTURE:
        return translate("CheckWords", "That is still to come.")
    return translate("CheckWords", "That is more than ten years ago.") if fault is TimeFault.TOO_OLD else ""
