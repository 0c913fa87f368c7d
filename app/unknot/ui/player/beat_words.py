"""The tempo of a beat in words: how it stands to the runner's own steps a minute."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.domain.drill import MetronomeRange


def relative_words(limits: MetronomeRange | None, bpm: float, own: int) -> str:
    """For example "your 164 + 5 %"; empty where the beat does not follow the own steps."""
    say = QCoreApplication.translate
    if limits is None or not limits.relative_to:
        return ""
    if own <= 0:
        return say("DrillPlayer", "count your own steps first")
    percent = round((bpm / own - 1) * 100)
    if percent == 0:
        return say("DrillPlayer", "your {own}").format(own=own)
    sign = "+" if percent > 0 else "−"
    return say("DrillPlayer", "your {own} {sign} {percent} %").format(
        own=own, sign=sign, percent=abs(percent)
    )
