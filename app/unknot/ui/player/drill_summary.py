"""The end of a drill: minutes done and kept, and each score that was given, in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from unknot.domain.drill import Drill
from unknot.domain.movement import MovementWords
from unknot.domain.practice import SessionEnd
from unknot.services.player import Summary
from unknot.ui.player.session_summary import Outcome, SessionSummary
from unknot.ui.theme import Theme


def drill_summary(
    summary: Summary,
    minutes: str,
    drill: Drill,
    values: Mapping[str, int],
    words: MovementWords,
    theme: Theme,
    parent: QWidget,
) -> SessionSummary:
    """Build the page; `minutes` is the time done in words, `values` score id -> what was given."""
    say = QCoreApplication.translate
    if summary.end is SessionEnd.DONE:
        title, kept = say("DrillSummary", "Done"), say("DrillSummary", "{minutes} of practice.")
    else:
        title = say("DrillSummary", "Ended early")
        kept = say("DrillSummary", "{minutes} of practice done and kept.")
    outcomes = []
    for score in drill.score:
        if score.id not in values:
            continue
        asked = words.score[score.id].ask if score.id in words.score else score.id
        of = say("DrillSummary", "{value} of {most}")
        counted = score.unit in {"count", "steps/min"}
        text = str(values[score.id]) if counted else of.format(value=values[score.id], most=score.max)
        outcomes.append(Outcome(asked, None, None, text))
    lines = [kept.format(minutes=minutes)]
    if summary.session.lowered:
        lines.append(say("DrillSummary", "It was too much at times: next time make it smaller and slower."))
    if not outcomes:
        lines.append(say("DrillSummary", "No scores were given this time."))
    return SessionSummary(title, tuple(lines), tuple(outcomes), theme, parent)
