"""How long it takes to say something (format 1, checker rule 5)."""

from __future__ import annotations

_SECONDS_A_WORD, _SECONDS_A_LINE = 0.38, 0.4


def speech_seconds(text: str) -> float:
    """Seconds of a spoken text; 0 for none."""
    return _SECONDS_A_WORD * len(text.split()) + _SECONDS_A_LINE if text else 0.0
