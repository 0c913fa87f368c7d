"""Scores from 0 to 10 in words: none, mild, clear, strong, extreme."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.domain.knots import tenderness_word

translate = QCoreApplication.translate


def score_word(score: int) -> str:
    """The word of a score, in the user's language."""
    words = {
        "none": translate("Scores", "none"),
        "mild": translate("Scores", "mild"),
        "clear": translate("Scores", "clear"),
        "strong": translate("Scores", "strong"),
        "extreme": translate("Scores", "extreme"),
    }
    return words[tenderness_word(score)]


def score_name(score: int) -> str:
    """What a button for it is called: "4, clear"."""
    return translate("Scores", "{score}, {word}").format(score=score, word=score_word(score))


def score_spans() -> list[tuple[str, int, int]]:
    """Each word of the scale with the first and the last score it stands for."""
    scores: dict[str, list[int]] = {}
    for score in range(11):
        scores.setdefault(tenderness_word(score), []).append(score)
    return [(score_word(found[0]), found[0], found[-1]) for found in scores.values()]
