"""Left against right in words, over several tries, with what chance may make of it; and what bands mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from unknot.domain.body import Side
from unknot.domain.drill import Drill, Score
from unknot.domain.drill_result import DIFFERENCE, Finding, Given, compared, findings, weaker
from unknot.domain.drill_scores import Try
from unknot.domain.leg_difference import LEAST, LegDifference, compared_scores, leg_difference
from unknot.domain.movement import MovementWords
from unknot.ui.drills.score_words import amount, score_name
from unknot.ui.side_words import side_within, side_word

translate = QCoreApplication.translate

GLUTE = "glute_felt_0_10"


def leg_lines(drill: Drill, done: Sequence[Try], words: MovementWords) -> tuple[str, ...]:
    """One line for each score whose legs were compared more than once."""
    found = ((score, leg_difference(done, score)) for score in compared_scores(drill.score))
    many = len(drill.score) > 1
    named = translate("LegWords", "{name}: {line}")
    return tuple(
        named.format(name=score_name(score, words), line=line[:1].lower() + line[1:]) if many else line
        for score, difference in found
        if (line := leg_line(score, difference))
    )


def leg_line(score: Score, found: LegDifference) -> str:
    """What the tries say of the two legs; empty under two of them."""
    if not found.pairs and found.capped > 1:
        text = translate("LegWords", "Both legs reach {most}, the cap: this cannot tell them apart.")
        return text.format(most=amount(score, score.max))
    if found.pairs < 2:
        return ""
    if found.scatter is None:
        text = translate("LegWords", "Two tries on both legs are too few to tell them apart: {n} at least.")
        return text.format(n=LEAST)
    scatter = amount(score, found.scatter)
    if found.behind is None or amount(score, found.gap) == amount(score, 0):
        text = translate("LegWords", "As the mean of {n} tries both legs are alike. Scatter: {scatter}.")
        return text.format(n=found.pairs, scatter=scatter)
    more = translate("LegWords", "Your {side} side scored {gap} more, as the mean of {n} tries. ")
    if score.unit == "s":
        more = translate("LegWords", "Your {side} side held {gap} longer, as the mean of {n} tries. ")
    text = more.format(side=side_within(found.behind.other), gap=amount(score, found.gap), n=found.pairs)
    if not found.told:
        told = translate("LegWords", "From day to day this scatters by {scatter}: that may be nothing.")
        return text + told.format(scatter=scatter)
    told = translate("LegWords", "That is more than the scatter from day to day, {scatter}.")
    text += told.format(scatter=scatter)
    if score.unit == "s" and found.low is not None and found.high is not None:
        share = translate("LegWords", " {side} is behind by {percent} %, roughly {low} to {high} %.")
        text += share.format(
            side=side_word(found.behind), percent=found.percent, low=max(0, found.low), high=found.high
        )
    return text


def meaning(drill: Drill, given: Given, done: Sequence[Try] = ()) -> tuple[str, ...]:
    """What follows from the scores, one line each, and how far to trust a check.

    `done` are all the tries, this one with them: a difference of this time is then told as that.
    """
    by_line: dict[str, list[Finding]] = {}
    for finding in findings(drill, given):
        by_line.setdefault(finding.band.then, []).append(finding)
    lines = [_then_words(then, same, drill, given, done) for then, same in by_line.items()]
    return tuple(line for line in (*lines, caveat(drill)) if line)


def caveat(drill: Drill) -> str:
    """How far a check of the glutes goes; empty for any other drill."""
    if drill.kind != "check" or all(score.id != GLUTE for score in drill.score):
        return ""
    return translate(
        "DrillSummary", "This is a feel check, not a diagnosis. A glute that stays off needs a professional."
    )


def _then_words(then: str, same: list[Finding], drill: Drill, given: Given, done: Sequence[Try]) -> str:
    sides = {finding.side for finding in same}
    if same[0].measure == DIFFERENCE:
        return _difference_words(then, same[0].value, drill, given, done)
    if len(sides) == 1 and None not in sides:
        (side,) = sides
        text = translate("DrillSummary", "{side}: {then}")
        return text.format(side=side_word(side or Side.LEFT), then=then)
    return then


def _difference_words(then: str, percent: int, drill: Drill, given: Given, done: Sequence[Try]) -> str:
    many = any(leg_difference(done, score).pairs >= LEAST for score in compared_scores(drill.score))
    leg = weaker(given, compared(drill))
    if leg is not None and percent:
        text = translate("DrillSummary", "{side} is {percent} % behind, as far as one try can tell. {then}")
        if many:
            text = translate("DrillSummary", "This time {side} is {percent} % behind. {then}")
        side = side_within(leg) if many else side_word(leg)
        return text.format(side=side, percent=percent, then=then)
    text = translate("DrillSummary", "The sides differ by {percent} %, as far as one try can tell. {then}")
    if many:
        text = translate("DrillSummary", "This time the sides differ by {percent} %. {then}")
    return text.format(percent=percent, then=then)
