"""What a rating after a drill means where it is a stop sign."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from unknot.domain.soreness import DRILL_SCORE, KNEE_SCORE, STOP_AT

translate = QCoreApplication.translate


def stop_words(values: Mapping[str, int]) -> tuple[str, ...]:
    """One line for each rating (score id -> value) that the stop rules name."""
    said = {
        DRILL_SCORE: translate(
            "StopWords", "Calf or heel cord at {n} or more is a stop sign: no more running today."
        ),
        KNEE_SCORE: translate("StopWords", "Knee pain of {n} or more is a stop sign: no more running today."),
    }
    return tuple(text.format(n=STOP_AT) for name, text in said.items() if values.get(name, 0) >= STOP_AT)
