"""The scores that a check of a drill asks for, as questions with the app's words."""

from __future__ import annotations

from collections.abc import Collection

from unknot.domain.drill import Drill, Score
from unknot.domain.drill_progress import planned
from unknot.domain.movement import MovementWords, ScoreWords
from unknot.ui.player.score_panel import Question

LONG_S = 600  # a longer time is counted in half minutes
HALF_MINUTE = 30


def questions_of(
    drill: Drill,
    wanted: Collection[str],
    words: MovementWords,
    rate: float | None = None,
    reached: int | None = None,
    *,
    sets: int | None = None,
) -> list[Question]:
    """The scores in `wanted`; `rate`, `reached` and `sets` as in `planned`."""
    return [
        _question(
            score,
            words.score.get(score.id, ScoreWords(score.id, "", "")),
            planned(score, drill, rate, reached if score.unit == "s" and score.per_side else None, sets=sets),
        )
        for score in sorted(drill.score, key=_seconds_last)
        if score.id in wanted
    ]


def _seconds_last(score: Score) -> bool:
    return score.unit == "s"  # what is known already comes after what only the user can tell


def _question(score: Score, words: ScoreWords, start: int) -> Question:
    is_time = score.unit == "s"
    return Question(
        score.id,
        words.ask,
        words.low,
        words.high,
        score.min,
        score.max,
        start,
        tuple(words.choices.get(choice, choice) for choice in score.choices),
        HALF_MINUTE if is_time and score.max > LONG_S else 1,
        "s" if is_time else "",
    )
