"""What "Release this" would start for a knot, in one line, or why it cannot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.domain.knots import KnotStory
from unknot.domain.practice_minutes import whole_minutes
from unknot.services.release import Fit
from unknot.ui.side_words import side_within

translate = QCoreApplication.translate


def release_line(fit: Fit, story: KnotStory) -> tuple[str, bool]:
    """The line below the button, and whether the button works."""
    if fit.refusal or fit.routine is None:
        return fit.refusal or fit.reason, False
    minutes = whole_minutes(fit.seconds)
    words = translate("ReleaseWords", "{minutes} min, {side} leg · stay at {ceiling} or less")
    side = side_within(story.knot.spot.side)
    return words.format(minutes=minutes, side=side, ceiling=fit.ceiling), True
