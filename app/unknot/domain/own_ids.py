"""Ids of the user's own routines and of copied steps: they tell what they were made from.

An own routine is called `calf-outer-ball-own-3f2a...`, so that rules and pictures of the shipped routine
hold for it even after it was deleted; a copy of the step `pin_1` is called `pin_1-2`.
"""

from __future__ import annotations

from collections.abc import Collection

_MARK, _COPY = "-own-", "-"
FREE = "free"  # the origin of a routine that is no version of a shipped one


def own_id(origin: str, tail: str) -> str:
    """The id of an own version of `origin` (a shipped id, or FREE); `tail` tells it from the others."""
    return f"{origin or FREE}{_MARK}{tail}"


def is_own(routine_id: str) -> bool:
    """Whether this is an id of a routine of the user's own."""
    return _MARK in routine_id


def made_from(routine_id: str) -> str:
    """The id of the shipped routine whose version it is; a shipped one is its own."""
    return routine_id.partition(_MARK)[0]


def source_step(step_id: str) -> str:
    """The id of the step that this one is a copy of; one that is no copy is its own."""
    source, _, number = step_id.rpartition(_COPY)
    return source if source and number.isdigit() else step_id


def source_in(step_id: str, known: Collection[str]) -> str:
    """The id among the known steps of what this is a copy of, or of itself."""
    return step_id if step_id in known else source_step(step_id)


def copied_step(step_id: str, used: Collection[str]) -> str:
    """An id for another copy of a step."""
    source, number = source_step(step_id), 2
    while f"{source}{_COPY}{number}" in used:
        number += 1
    return f"{source}{_COPY}{number}"
