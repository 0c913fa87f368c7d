"""How late a speaker is, from tapping along with its clicks."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

MOST_MS = 400
FEWEST_TAPS = 4  # after those to find the beat
SETTLING = 2  # taps to find the beat
EARLY_S = 0.15  # people tap a little ahead of a beat: so early still belongs to the click that comes
WIDEST_S = 0.12  # taps that scatter more say nothing


def delay_from_taps(taps: Sequence[float], period: float) -> int | None:
    """Milliseconds 0 to 400 that the sound is late.

    `taps` are seconds since the first click was sent, clicks come every `period` seconds. None while there
    are too few taps, or when they scatter too much to tell.
    """
    counted = taps[SETTLING:]
    if len(counted) < FEWEST_TAPS:
        return None
    late = sorted((tap + EARLY_S) % period - EARLY_S for tap in counted)
    quarter = len(late) // 4
    if late[-1 - quarter] - late[quarter] > WIDEST_S:
        return None
    return round(min(max(median(late) * 1000, 0.0), MOST_MS))
