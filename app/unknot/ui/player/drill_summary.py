"""The end of a drill: minutes done and kept, each score that was given, and what it means."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from unknot.domain.body import Side
from unknot.domain.drill import Drill, Score
from unknot.domain.drill_result import DIFFERENCE, Finding, Given, compared, findings, weaker
from unknot.domain.movement import MovementWords
from unknot.domain.practice import SessionEnd
from unknot.services.player import Summary
from unknot.ui.player.session_summary import Outcome, SessionSummary
from unknot.ui.side_words import side_word
from unknot.ui.theme import Theme

GLUTE = "glute_felt_0_10"


def drill_summary(
    summary: Summary,
    minutes: str,
    drill: Drill,
    given: Given,
    words: MovementWords,
    theme: Theme,
    parent: QWidget,
) -> SessionSummary:
    """Build the page; `minutes` is the time done in words, `given` what was scored, for each leg."""
    say = QCoreApplication.translate
    if summary.end is SessionEnd.DONE:
        title, kept = say("DrillSummary", "Done"), say("DrillSummary", "{minutes} of practice.")
    else:
        title = say("DrillSummary", "Ended early")
        kept = say("DrillSummary", "{minutes} of practice done and kept.")
    outcomes = []
    for score in drill.score:
        text = _value_words(score, given, words)
        if text:
            asked = words.score[score.id].ask if score.id in words.score else score.id
            outcomes.append(Outcome(asked, None, None, text))
    lines = [kept.format(minutes=minutes)]
    if summary.session.lowered:
        lines.append(say("DrillSummary", "It was too much at times: next time make it smaller and slower."))
    if not outcomes:
        lines.append(say("DrillSummary", "No scores were given this time."))
    after = meaning(drill, given)
    return SessionSummary(title, tuple(lines), tuple(outcomes), theme, parent, after=after)


def meaning(drill: Drill, given: Given) -> tuple[str, ...]:
    """What follows from the scores, one line each, and how far to trust a check."""
    found = findings(drill, given)
    by_line: dict[str, list[Finding]] = {}
    for finding in found:
        by_line.setdefault(finding.band.then, []).append(finding)
    lines = [_then_words(then, same, drill, given) for then, same in by_line.items()]
    if drill.kind == "check" and any(name == GLUTE for name, _ in given):
        lines.append(
            QCoreApplication.translate(
                "DrillSummary",
                "This is a feel check, not a diagnosis. A glute that stays off needs a professional.",
            )
        )
    return tuple(lines)


def _then_words(then: str, same: list[Finding], drill: Drill, given: Given) -> str:
    say = QCoreApplication.translate
    sides = {finding.side for finding in same}
    if same[0].measure == DIFFERENCE:
        text = say("DrillSummary", "The sides differ by {percent} %, as far as one try can tell. {then}")
        leg = weaker(given, compared(drill))
        if leg is not None and same[0].value:
            text = say("DrillSummary", "{side} is {percent} % behind, as far as one try can tell. {then}")
            return text.format(side=side_word(leg), percent=same[0].value, then=then)
        return text.format(percent=same[0].value, then=then)
    if len(sides) == 1 and None not in sides:
        (side,) = sides
        return say("DrillSummary", "{side}: {then}").format(side=side_word(side or Side.LEFT), then=then)
    return then


def _value_words(score: Score, given: Given, words: MovementWords) -> str:
    say = QCoreApplication.translate
    found = [(side, given[score.id, side]) for side in (None, *Side) if (score.id, side) in given]
    with_leg = say("DrillSummary", "{side} {value}")
    return ", ".join(
        _one(score, value, words)
        if side is None
        else with_leg.format(side=side_word(side), value=_one(score, value, words))
        for side, value in found
    )


def _one(score: Score, value: int, words: MovementWords) -> str:
    say = QCoreApplication.translate
    if score.choices:
        choice = score.choices[value - score.min]
        return words.score[score.id].choices.get(choice, choice) if score.id in words.score else choice
    if score.unit in {"count", "steps/min"}:
        return str(value)
    if score.unit == "s":
        return say("DrillSummary", "{n} s").format(n=value)
    return say("DrillSummary", "{value} of {most}").format(value=value, most=score.max)
