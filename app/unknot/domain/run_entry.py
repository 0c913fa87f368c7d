"""What a person types for a run, and how it is read: minutes, distance, the minute of first pain."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from unknot.domain.runs import MAX_KM, MAX_MINUTES, Run

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,3}):(\d{2})")


class Field(StrEnum):
    """The fields that can be wrong."""

    STARTED = "started"
    MINUTES = "minutes"
    DISTANCE = "distance"
    ONSET = "onset"
    WORST = "worst"


class Fault(StrEnum):
    """What is wrong with a field."""

    MISSING = "missing"
    NOT_READ = "not_read"
    TOO_MUCH = "too_much"
    ZERO = "zero"
    AFTER_END = "after_end"
    IN_FUTURE = "in_future"
    NO_PAIN_BUT_SCORE = "no_pain_but_score"
    HOW_BAD = "how_bad"


class RunDraft(Struct, frozen=True):
    """A run as it stands in the form. Texts as typed; None means not given."""

    id: UUID
    started_at: datetime
    minutes: str
    distance: str = ""
    pain: bool | None = None  # True hurt, False no pain, None not said
    onset: str = ""
    worst: int | None = None
    next_morning: int | None = None
    calf: int | None = None
    heel_cord: int | None = None
    note: str = ""
    focus_cue: str = ""  # what the run was for; empty: nothing is asked
    focus_kept: int | None = None


def read_number(text: str) -> float | None:
    """A positive number with a dot or a comma; None where it is none."""
    text = text.strip()
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def read_minutes(text: str) -> float | None:
    """Minutes from "52", "52,5", "52:30" (minutes and seconds) or "1:02:30" (hours first)."""
    clock = _CLOCK.fullmatch(text.strip())
    if clock is None:
        return read_number(text)
    hours, minutes, seconds = (int(part or 0) for part in clock.groups())
    if seconds > 59 or (clock.group(1) is not None and minutes > 59):
        return None
    return hours * 60 + minutes + seconds / 60


def faults_of(draft: RunDraft, now: datetime) -> dict[Field, Fault]:
    """What keeps a draft from being a run, by field; empty where nothing does."""
    found = {
        Field.STARTED: Fault.IN_FUTURE if draft.started_at > now else None,
        Field.MINUTES: _number_fault(draft.minutes, read_minutes(draft.minutes), MAX_MINUTES, needed=True),
        Field.DISTANCE: _number_fault(draft.distance, read_number(draft.distance), MAX_KM),
        Field.ONSET: _onset_fault(draft) if draft.pain else None,
        Field.WORST: _worst_fault(draft),
    }
    return {field: fault for field, fault in found.items() if fault is not None}


def _number_fault(text: str, value: float | None, most: float, *, needed: bool = False) -> Fault | None:
    if not text.strip():
        return Fault.MISSING if needed else None
    if value is None:
        return Fault.NOT_READ
    if value == 0:
        return Fault.ZERO
    return Fault.TOO_MUCH if value > most else None


def _onset_fault(draft: RunDraft) -> Fault | None:
    onset, minutes = read_minutes(draft.onset), read_minutes(draft.minutes)
    if not draft.onset.strip():
        return None
    if onset is None:
        return Fault.NOT_READ
    return Fault.AFTER_END if minutes is not None and onset > minutes else None


def _worst_fault(draft: RunDraft) -> Fault | None:
    if draft.pain is False:
        return Fault.NO_PAIN_BUT_SCORE if draft.worst else None
    # pain without a score or a minute would be kept as if nothing had been said
    unsaid = draft.worst is None and not draft.onset.strip()
    return Fault.HOW_BAD if draft.pain and unsaid else None


def run_of(draft: RunDraft, now: datetime) -> Run:
    """The run of a draft without faults. Raises ValueError where it has some."""
    faults, minutes = faults_of(draft, now), read_minutes(draft.minutes)
    if faults or minutes is None:
        raise ValueError(f"this draft is no run yet: {faults}")
    return Run(
        draft.id,
        draft.started_at,
        minutes,
        distance_km=read_number(draft.distance),
        pain_free=draft.pain is False,
        onset_min=read_minutes(draft.onset) if draft.pain else None,
        worst_pain=draft.worst if draft.pain is not False else None,
        next_morning=draft.next_morning,
        calf=draft.calf,
        heel_cord=draft.heel_cord,
        note=draft.note.strip(),
        focus_cue=draft.focus_cue,
        focus_kept=draft.focus_kept if draft.focus_cue else None,
    )


def draft_of(run: Run, decimal: str = ".") -> RunDraft:
    """A run as the form shows it, with the decimal sign of the user's language."""
    hurt = run.onset_min is not None or run.worst_pain is not None
    return RunDraft(
        run.id,
        run.started_at,
        minutes_text(run.minutes),
        distance=""
        if run.distance_km is None
        else f"{run.distance_km:.3f}".rstrip("0").rstrip(".").replace(".", decimal),
        pain=False if run.pain_free else (True if hurt else None),
        onset="" if run.onset_min is None else minutes_text(run.onset_min),
        worst=run.worst_pain,
        next_morning=run.next_morning,
        calf=run.calf,
        heel_cord=run.heel_cord,
        note=run.note,
        focus_cue=run.focus_cue,
        focus_kept=run.focus_kept,
    )


def minutes_text(minutes: float) -> str:
    """Minutes as they are typed: "52", "52:30", "1:02:30"."""
    seconds = round(minutes * 60)
    if seconds % 60 == 0:
        return str(seconds // 60)
    return clock_text(minutes)


def clock_text(minutes: float) -> str:
    """Minutes as a clock: "52:30", "1:02:30"."""
    seconds = round(minutes * 60)
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
