"""Troubles that are nobody's bug: a full disk, a locked, damaged or newer file."""

from __future__ import annotations


class KnownError(Exception):
    """A refusal in plain words. Nothing was changed when it is raised.

    `what` is one sentence that says what happened, `advice` what to do about it, `retry` whether the same
    action may work after that, so that a button "Try again" makes sense.
    """

    def __init__(self, what: str, advice: str = "", *, retry: bool = False) -> None:
        super().__init__(what, advice)
        self.what = what
        self.advice = advice
        self.retry = retry

    def __str__(self) -> str:
        return f"{self.what} {self.advice}".strip()
