"""The summary of a release session: minutes, each knot before and after, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from unknot.domain.practice import SessionEnd, SessionKind
from unknot.domain.press_curve import PressCurve, press_curves
from unknot.domain.timeline import Timeline
from unknot.services.session_log import Summary
from unknot.ui.player.in_set import InSet, besides, has_ceiling, minutes_of, tomorrow
from unknot.ui.player.outcome_words import measured_words, outcome_words
from unknot.ui.player.press_curve_view import PressCurveView, curve_words
from unknot.ui.player.session_summary import Outcome, SessionSummary
from unknot.ui.theme import Theme

translate = QCoreApplication.translate
MOST_CURVES = 2  # of one session, those with the most notes


def routine_summary(
    summary: Summary,
    timeline: Timeline,
    in_set: InSet,
    theme: Theme,
    parent: QWidget,
) -> SessionSummary:
    """Build the page of a session that played `timeline`; its end decides the headline of its set."""
    summaries = (*in_set.earlier, summary)
    pressed = any(_presses(one) for one in summaries)
    if summary.end is SessionEnd.STOPPED:
        title = translate("RoutineSummary", "Stopped")
        kept = translate("RoutineSummary", "{minutes} of release done and kept. Leave this spot alone today.")
    elif summary.end is SessionEnd.DONE:
        title = translate("RoutineSummary", "Done")
        kept = translate("RoutineSummary", "{minutes} of release.")
        if not pressed:
            kept = translate("RoutineSummary", "{minutes}, without pressing.")
    else:
        title = translate("RoutineSummary", "Ended early")
        kept = translate("RoutineSummary", "{minutes} of release done and kept.")
        if not pressed:
            kept = translate("RoutineSummary", "{minutes} done and kept.")
    if not pressed and summary.session.knot_ids:
        kept = translate("RoutineSummary", "Measured only: the map and your charts have the numbers.")
    outcomes = knot_outcomes(summaries, in_set.names)
    lines = [kept.format(minutes=minutes_of(summaries, SessionKind.RELEASE)), *besides(summaries)]
    if any(one.session.lowered for one in summaries):
        lines.append(translate("RoutineSummary", "It was too much at times: next time starts lower."))
    session = summary.session
    curves = [curve for curve in press_curves(session.presses, timeline) if curve.is_course]
    curves = sorted(curves, key=_notes)[-MOST_CURVES:]
    curves.sort(key=_place)
    ceiling = None if session.ceiling is None else max(0, session.ceiling - session.lowered)
    picture = PressCurveView(curves, ceiling, theme, parent) if curves else None
    lines += [curve_words(curve) for curve in curves]
    after = tuple(tomorrow(summaries, in_set))
    return SessionSummary(title, tuple(lines), outcomes, theme, parent, after=after, picture=picture)


def knot_outcomes(summaries: Sequence[Summary], names: Mapping[UUID, str]) -> tuple[Outcome, ...]:
    """Each knot of a set, before and after."""
    return tuple(
        _outcome(names[knot], one, knot)
        for one in summaries
        for knot in one.session.knot_ids
        if knot in names
    )


def _presses(summary: Summary) -> bool:
    return has_ceiling(summary.session)


def _outcome(name: str, summary: Summary, knot: UUID) -> Outcome:
    before, after = summary.before.get(knot), summary.after.get(knot)
    if _presses(summary) or before is None:
        return Outcome(name, before, after, outcome_words(before, after))
    return Outcome(name, before, None, measured_words(before), single=True)


def _notes(curve: PressCurve) -> int:
    return len(curve.points)


def _place(curve: PressCurve) -> int:
    return curve.index
