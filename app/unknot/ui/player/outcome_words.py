"""What a session changed, in words: honest about small differences and missing ratings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

NOISE = 1  # one point more or less says nothing (selection rules: 2 points less = "less tender")


def outcome_words(before: int | None, after: int | None) -> str:
    """Words like "6 before, 4 after. Less tender." for one knot; None means not rated."""
    if before is None and after is None:
        return translate("Outcome", "Not rated this time.")
    if after is None:
        return translate("Outcome", "{before} before, not rated after.").format(before=before)
    if before is None:
        return translate("Outcome", "Not rated before, {after} after.").format(after=after)
    change = after - before
    if change < -NOISE:
        verdict = translate("Outcome", "Less tender.")
    elif change > NOISE:
        verdict = translate("Outcome", "More tender. Leave it for 48 hours, then half the time.")
    else:
        verdict = translate("Outcome", "About the same.")
    numbers = translate("Outcome", "{before} before, {after} after.").format(before=before, after=after)
    return f"{numbers} {verdict}"


def measured_words(score: int) -> str:
    """Words for one knot that was measured and not pressed on."""
    return translate("Outcome", "{score} of 10.").format(score=score)
