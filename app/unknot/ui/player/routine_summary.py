"""The summary of a release session: minutes, each knot before and after, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from unknot.domain.practice import SessionEnd
from unknot.services.player import Summary
from unknot.ui.player.outcome_words import outcome_words
from unknot.ui.player.session_summary import Outcome, SessionSummary
from unknot.ui.theme import Theme

translate = QCoreApplication.translate


def routine_summary(
    summary: Summary, minutes: str, names: Mapping[UUID, str], theme: Theme, parent: QWidget
) -> SessionSummary:
    """Build the page; `minutes` is the time done in words, `names` what each knot is called."""
    if summary.end is SessionEnd.DONE:
        title, kept = (
            translate("RoutineSummary", "Done"),
            translate("RoutineSummary", "{minutes} of release."),
        )
    else:
        title = translate("RoutineSummary", "Ended early")
        kept = translate("RoutineSummary", "{minutes} of release done and kept.")
    knots = [knot_id for knot_id in summary.session.knot_ids if knot_id in names]
    outcomes = tuple(
        Outcome(
            names[knot],
            summary.before.get(knot),
            summary.after.get(knot),
            outcome_words(summary.before.get(knot), summary.after.get(knot)),
        )
        for knot in knots
    )
    lines = [kept.format(minutes=minutes)]
    if summary.session.lowered:
        lines.append(translate("RoutineSummary", "It was too much at times: next time starts lower."))
    tomorrow = translate("RoutineSummary", "Tomorrow one tap asks how sore the spot is.")
    return SessionSummary(title, tuple(lines), outcomes, theme, parent, after=(tomorrow,))
