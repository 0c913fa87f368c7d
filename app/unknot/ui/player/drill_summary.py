"""The end of a drill: minutes done and kept, each score that was given, and what it means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from unknot.domain.drill import Drill
from unknot.domain.drill_result import Given
from unknot.domain.drill_scores import Try
from unknot.domain.movement import MovementWords
from unknot.domain.practice import SessionEnd, SessionKind
from unknot.services.session_log import Summary
from unknot.ui.drills.leg_words import leg_lines, meaning
from unknot.ui.drills.score_words import value_words
from unknot.ui.drills.stop_words import stop_words
from unknot.ui.player.asked_after import AskedAfter
from unknot.ui.player.in_set import InSet, besides, minutes_of, tomorrow
from unknot.ui.player.routine_summary import knot_outcomes
from unknot.ui.player.session_summary import Outcome, SessionSummary
from unknot.ui.theme import Theme


def drill_summary(
    summary: Summary,
    drill: Drill,
    given: Given,
    words: MovementWords,
    in_set: InSet,
    theme: Theme,
    parent: QWidget,
    *,
    done: Sequence[Try] = (),
    asked: AskedAfter | None = None,
) -> SessionSummary:
    """Build the page; `given` is what was scored, for each leg.

    `in_set` is what else was done; `done` are all the scored tries of this drill, this one with them;
    `asked` is what is still to be asked.
    """
    say = QCoreApplication.translate
    if summary.end is SessionEnd.DONE:
        title, kept = say("DrillSummary", "Done"), say("DrillSummary", "{minutes} of practice.")
    else:
        title = say("DrillSummary", "Ended early")
        kept = say("DrillSummary", "{minutes} of practice done and kept.")
    summaries = (*in_set.earlier, summary)
    outcomes = list(knot_outcomes(in_set.earlier, in_set.names))
    scores = 0
    for score in drill.score:
        text = value_words(score, given, words)
        if text:
            name = words.score[score.id].ask if score.id in words.score else score.id
            outcomes.append(Outcome(name, None, None, text))
            scores += 1
    lines = [kept.format(minutes=minutes_of(summaries, SessionKind.DRILL)), *besides(summaries)]
    if summary.session.lowered:
        lines.append(say("DrillSummary", "It was too much at times: next time make it smaller and slower."))
    lines += stop_words({name: value for (name, _), value in given.items()})
    if not scores and asked is None:
        lines.append(say("DrillSummary", "No scores were given this time."))
    after = (*tomorrow(summaries, in_set), *leg_lines(drill, done, words), *meaning(drill, given, done))
    return SessionSummary(title, tuple(lines), tuple(outcomes), theme, parent, after=after, asked=asked)
