"""Runs by the cue they were for, with the pain beside it: numbers side by side, no claim of a cause.

Runs with one cue also differ in date, length and practice from those with another, and pain often settles
by itself: nothing here says that a cue did it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from statistics import median

from msgspec import Struct

from unknot.domain.days import day_of
from unknot.domain.runs import Run

KEPT_FROM = 2  # "mostly" and "every time" count as kept


class CueRuns(Struct, frozen=True):
    """The runs with one cue, or with none (`cue` empty).

    `kept` of `answered` runs kept it mostly or every time. `rated` runs have a worst pain, whose middle,
    lowest and highest are given; None where there is none.
    """

    cue: str
    runs: int
    answered: int
    kept: int
    rated: int
    middle: float | None
    low: int | None
    high: int | None


def is_kept(kept: int | None) -> bool:
    """Whether an answer counts as kept."""
    return kept is not None and kept >= KEPT_FROM


def cue_order(runs: Iterable[Run]) -> tuple[str, ...]:
    """The cues in the order they were first run with."""
    named = (run.focus_cue for run in sorted(runs, key=lambda run: run.started_at))
    return tuple(dict.fromkeys(cue for cue in named if cue))


def runs_by_cue(runs: Iterable[Run], since: date | None = None) -> tuple[CueRuns, ...]:
    """One entry a cue in the order they were first run with, runs without one last."""
    every = tuple(runs)
    shown = [run for run in every if since is None or day_of(run.started_at) >= since]
    groups = ((cue, [run for run in shown if run.focus_cue == cue]) for cue in (*cue_order(every), ""))
    return tuple(_of(cue, group) for cue, group in groups if group)


def _of(cue: str, runs: list[Run]) -> CueRuns:
    answers = [run.focus_kept for run in runs if run.focus_kept is not None]
    worst = [0 if run.pain_free else run.worst_pain for run in runs]
    rated = [score for score in worst if score is not None]
    return CueRuns(
        cue,
        runs=len(runs),
        answered=len(answers),
        kept=sum(is_kept(kept) for kept in answers),
        rated=len(rated),
        middle=float(median(rated)) if rated else None,
        low=min(rated, default=None),
        high=max(rated, default=None),
    )
