"""How much of a stream has been heard: a smooth clock from the sink's counter, which moves in steps."""

from __future__ import annotations

from collections import deque

from msgspec import Struct

WINDOW_S = 1.0  # the counter lags by 0 to 22 ms: the least lag of so long a time is the truth
SLOPE = 0.02  # the clock runs at most so much faster or slower than time to get there
JUMP_S = 0.25  # farther off than this it jumps
STALL_S = 0.6  # so long without progress, and there is no sound
PATIENCE_S = 2.0  # so long a device may take to begin


class Together(Struct, frozen=True):
    """How sound, picture and the computer's clock went together over so many seconds of sound.

    The sound was `drift_s` ahead of the computer's clock at the end (behind where negative), and the picture,
    which follows the sound, `apart_s` off it at most.
    """

    seconds: float = 0.0
    drift_s: float = 0.0
    apart_s: float = 0.0

    def __add__(self, other: Together) -> Together:
        """Both stretches as one."""
        apart = max(self.apart_s, other.apart_s)
        return Together(self.seconds + other.seconds, self.drift_s + other.drift_s, apart)


class SoundClock:
    """Seconds heard since `began`; fed with (moment, seconds processed) as they are read from the sink."""

    def __init__(self, began: float) -> None:
        self._began = began
        self._offsets: deque[tuple[float, float]] = deque()  # (moment, heard - moment)
        self._processed = 0.0
        self._moved_at = began
        self._offset: float | None = None  # of the clock that is told
        self._told_at = began
        self._settled: tuple[float, float] | None = None  # the moment, and the offset then
        self.together = Together()

    def observe(self, moment: float, processed: float) -> None:
        """What the sink says it has played, read at that moment. Readings that did not move tell nothing."""
        if processed <= self._processed:
            return
        self._processed, self._moved_at = processed, moment
        self._offsets.append((moment, processed - moment))
        while self._offsets[0][0] < moment - WINDOW_S:
            self._offsets.popleft()

    def heard(self, moment: float) -> float | None:
        """Seconds heard at a moment: 0 until it begins, None when the device does not move."""
        if not self._offsets:
            return 0.0 if moment - self._began <= PATIENCE_S else None
        if moment - self._moved_at > STALL_S:
            return None
        truth = max(offset for _, offset in self._offsets)
        if self._offset is None or abs(truth - self._offset) > JUMP_S:
            self._offset = truth
        else:
            reach = SLOPE * max(0.0, moment - self._told_at)
            self._offset += min(reach, max(-reach, truth - self._offset))
        self._told_at = moment
        self._compare(moment, truth)
        return max(0.0, moment + self._offset)

    def _compare(self, moment: float, truth: float) -> None:
        if self._settled is None:
            if moment - self._began > 2 * WINDOW_S:  # the first readings are of a device that only begins
                self._settled = moment, truth
            return
        since, first = self._settled
        apart = max(self.together.apart_s, abs(truth - (self._offset or 0.0)))
        self.together = Together(moment - since, truth - first, apart)
