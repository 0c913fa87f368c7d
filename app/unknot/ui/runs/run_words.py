"""Runs in words: lengths and what pain did."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from unknot.domain.days import day_of
from unknot.domain.run_entry import Fault, clock_text
from unknot.domain.runs import Run
from unknot.ui.day_words import dated_day


def _tr(text: str) -> str:
    return QCoreApplication.translate("RunWords", text)


def distance_text(run: Run) -> str:
    """For example "3.4 km", or empty where it is not known."""
    if run.distance_km is None:
        return ""
    return _tr("{km} km").format(km=QLocale().toString(run.distance_km, "f", 1))


def pace_text(run: Run) -> str:
    """For example "5:55", minutes a kilometre, or empty."""
    pace = run.pace_min_per_km
    return "" if pace is None else clock_text(pace)


def pain_text(run: Run) -> str:
    """What pain did on the run, short: "from 15 min", "none", "not rated"."""
    if run.pain_free:
        return _tr("none")
    if run.onset_min is not None:
        return _tr("from {minute} min").format(minute=round(run.onset_min))
    return _tr("minute not noted") if run.worst_pain else _tr("not rated")


def kept_word(kept: int) -> str:
    """How often a cue came off, 0 to 3, in words."""
    return (_tr("Not yet"), _tr("Now and then"), _tr("Mostly"), _tr("Every time"))[kept]


def cue_text(run: Run, cue: str, between: str = ": ") -> str:
    """The cue of a run by its name, with how often it came off: "Foot under the hips: mostly"."""
    if not cue or run.focus_kept is None:
        return cue
    return f"{cue}{between}{kept_word(run.focus_kept).lower()}"


def sentence(run: Run, cue: str = "") -> str:
    """One run read aloud; `cue` is the name of its cue."""
    parts = [dated_day(day_of(run.started_at)), _tr("{time} minutes").format(time=clock_text(run.minutes))]
    if run.distance_km is not None:
        parts.append(distance_text(run))
    if run.pain_free:
        parts.append(_tr("no pain"))
    else:
        if run.worst_pain is not None:
            parts.append(_tr("worst pain {score} of 10").format(score=run.worst_pain))
        if run.onset_min is not None:
            parts.append(_tr("pain from minute {minute}").format(minute=round(run.onset_min)))
    if run.next_morning is not None:
        parts.append(_tr("next morning {score} of 10").format(score=run.next_morning))
    if cue:
        parts.append(_tr("cue: {cue}").format(cue=cue_text(run, cue, ", ")))
    return ", ".join(parts)


def fault_text(fault: Fault) -> str:
    """What is wrong with a field and what to do."""
    return {
        Fault.MISSING: _tr("Type how long you ran, for example 52 or 52:30."),
        Fault.NOT_READ: _tr("This could not be read. Type a number like 8.4, or a time like 52:30."),
        Fault.TOO_MUCH: _tr("This is more than one run can be. Check the number."),
        Fault.ZERO: _tr("This has to be more than 0."),
        Fault.AFTER_END: _tr("This is after the end of the run. Type the minute within it."),
        Fault.IN_FUTURE: _tr("This is later than now. Choose when you started."),
        Fault.NO_PAIN_BUT_SCORE: _tr("You said no pain, but gave a score. Change one of the two."),
        Fault.HOW_BAD: _tr("You said it hurt. Choose how bad it got, or type the minute it began."),
    }[fault]
