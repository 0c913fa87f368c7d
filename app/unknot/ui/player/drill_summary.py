"""The end of a drill: minutes done and kept, each score that was given, and what it means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from unknot.domain.drill import Drill
from unknot.domain.drill_result import Given
from unknot.domain.drill_scores import Try
from unknot.domain.movement import MovementWords
from unknot.domain.practice import SessionEnd
from unknot.services.player import Summary
from unknot.ui.drills.leg_words import leg_lines, meaning
from unknot.ui.drills.score_words import value_words
from unknot.ui.player.session_summary import Outcome, SessionSummary
from unknot.ui.theme import Theme


def drill_summary(
    summary: Summary,
    minutes: str,
    drill: Drill,
    given: Given,
    words: MovementWords,
    theme: Theme,
    parent: QWidget,
    *,
    done: Sequence[Try] = (),
) -> SessionSummary:
    """Build the page; `minutes` is the time done in words, `given` what was scored, for each leg.

    `done` are all the scored tries of this drill, this one with them.
    """
    say = QCoreApplication.translate
    if summary.end is SessionEnd.DONE:
        title, kept = say("DrillSummary", "Done"), say("DrillSummary", "{minutes} of practice.")
    else:
        title = say("DrillSummary", "Ended early")
        kept = say("DrillSummary", "{minutes} of practice done and kept.")
    outcomes = []
    for score in drill.score:
        text = value_words(score, given, words)
        if text:
            asked = words.score[score.id].ask if score.id in words.score else score.id
            outcomes.append(Outcome(asked, None, None, text))
    lines = [kept.format(minutes=minutes)]
    if summary.session.lowered:
        lines.append(say("DrillSummary", "It was too much at times: next time make it smaller and slower."))
    if not outcomes:
        lines.append(say("DrillSummary", "No scores were given this time."))
    after = (*leg_lines(drill, done, words), *meaning(drill, given, done))
    return SessionSummary(title, tuple(lines), tuple(outcomes), theme, parent, after=after)
