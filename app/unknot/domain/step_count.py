"""Steps a minute from counted footfalls."""

from __future__ import annotations

COUNT_S = 30.0
FEWEST, MOST = 50, 120  # footfalls in that time that can be running


def steps_a_minute(footfalls: int) -> int:
    """Footfalls in thirty seconds, as steps a minute. Raises ValueError if that is no running."""
    if not FEWEST <= footfalls <= MOST:
        raise ValueError(f"{footfalls} footfalls in {COUNT_S:.0f} s are not running")
    return round(footfalls * 60 / COUNT_S)
