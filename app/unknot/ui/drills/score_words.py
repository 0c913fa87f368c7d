"""The scores of a drill in words: what each is called, a value with its unit, all values of a try."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.domain.body import Side
from unknot.domain.drill import Drill, Score
from unknot.domain.drill_result import Given
from unknot.domain.movement import MovementWords
from unknot.ui.locale import plain_number
from unknot.ui.side_words import side_within, side_word

translate = QCoreApplication.translate

_WHOLE_FROM = 10  # a mean of that many is told without a decimal


def score_name(score: Score, words: MovementWords) -> str:
    """What it is called: "Hold"."""
    known = words.score.get(score.id)
    return score.id if known is None else known.name or known.ask


def one_value(score: Score, value: int, words: MovementWords) -> str:
    """A value with its unit: "22 s", "4 of 10", "Glute"."""
    if score.choices:
        choice = score.choices[value - score.min]
        known = words.score.get(score.id)
        return choice if known is None else known.choices.get(choice, choice)
    if score.unit in {"count", "steps/min"}:
        return str(value)
    if score.unit == "s":
        return translate("DrillSummary", "{n} s").format(n=value)
    return translate("DrillSummary", "{value} of {most}").format(value=value, most=score.max)


def value_words(score: Score, given: Given, words: MovementWords) -> str:
    """The values of both legs, or the one of none: "Left 22 s, Right 31 s"; empty where nothing was given."""
    found = [(side, given[score.id, side]) for side in (None, *Side) if (score.id, side) in given]
    with_leg = translate("DrillSummary", "{side} {value}")
    parts: list[str] = []
    for side, value in found:
        said = one_value(score, value, words)
        if side is not None:
            leg = side_within(side) if parts else side_word(side)
            said = with_leg.format(side=leg, value=said)
        parts.append(said)
    return ", ".join(parts)


def all_values(drill: Drill, given: Given, words: MovementWords) -> str:
    """Every score of a try in one line: "Hold: left 22 s, right 31 s · Effort: 5 of 10"."""
    named = translate("DrillScores", "{name}: {values}")
    parts = ((score, value_words(score, given, words)) for score in drill.score)
    return " · ".join(
        named.format(name=score_name(score, words), values=values[:1].lower() + values[1:])
        for score, values in parts
        if values
    )


def amount(score: Score, value: float) -> str:
    """A mean or a scatter with its unit: "4 s", "1.5 points"."""
    whole = value >= _WHOLE_FROM or score.unit == "s"
    number = plain_number(float(round(value, 0 if whole else 1)))
    if score.unit == "s":
        return translate("DrillSummary", "{n} s").format(n=number)
    if score.unit in {"count", "steps/min"}:
        return number
    if number == plain_number(1.0):
        return translate("DrillScores", "1 point")
    return translate("DrillScores", "{n} points").format(n=number)
