"""The time a session is played by: the sound's while there is sound, else the clock's. It never goes back."""

from __future__ import annotations

from unknot.domain.clock import Clock
from unknot.domain.player import GAP_S
from unknot.services.speaker import Speaker


class Pace:
    """Follows what is heard, so that picture and sound agree; `delay_s` is how late the speaker is.

    From the moment a stream begins until its first sample is heard, time stands still. A gap in looking
    at the clock (sleep, a frozen window) of more than `gap_s` is told as it was, whatever the sound did
    meanwhile.
    """

    def __init__(self, clock: Clock, delay_s: float = 0.0, *, gap_s: float = GAP_S) -> None:
        self.delay_s = delay_s
        self._clock, self._gap_s = clock, gap_s
        self._speaker: Speaker | None = None
        self._base = clock()  # the clock, or nothing, at the moment
        self._time = self._base  # of this time
        self._last_clock = self._last = self._base

    @property
    def follows_sound(self) -> bool:
        """Whether the sound leads."""
        return self._speaker is not None

    def now(self) -> float:
        """The time, in seconds."""
        clock = self._clock()
        gap = clock - self._last_clock
        time = self._heard(clock) if gap <= self._gap_s else None
        if time is None:
            if self._speaker is not None:
                self.follow_clock()
            time = self._time + clock - self._base
        self._last_clock, self._last = clock, max(time, self._last)
        return self._last

    def follow(self, speaker: Speaker, since: float) -> None:
        """Follow a stream that begins with the moment `since` of this time.

        To fill it took a while since then; as the time never goes back, it waits until that is heard.
        """
        self.now()
        self._time, self._speaker = since, speaker

    def follow_clock(self) -> None:
        """Go on by the clock from where this time is."""
        self._speaker = None
        self._time, self._base = self._last, self._last_clock

    def _heard(self, clock: float) -> float | None:
        if self._speaker is None:
            return None
        heard = self._speaker.heard(clock)
        return None if heard is None else self._time + max(0.0, heard - self.delay_s)
