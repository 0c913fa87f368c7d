"""The device that one stream is heard by: let go of when it is lost, and looked for again."""

from __future__ import annotations

from collections.abc import Callable

from unknot.domain.choices import Choices
from unknot.services.pace import Pace
from unknot.services.speaker import Speaker

OPEN_AGAIN_S = 3.0  # so long after a device was lost another one is looked for


class HeldSpeaker:
    """`device` plays; None while there is none. `pace` follows what it plays, `reopen` gives another one."""

    def __init__(
        self, pace: Pace, reopen: Callable[[], Speaker | None] | None, device: Speaker | None = None
    ) -> None:
        self.device = device
        self._pace, self._reopen = pace, reopen
        self._lost_at: float | None = None

    def open(self, choices: Choices) -> None:
        """Look for a device."""
        self.device = None if self._reopen is None else self._reopen()
        self.tell(choices)

    def tell(self, choices: Choices) -> None:
        """Volume, output and tones; the last for what is played from here on."""
        if self.device is not None:
            self.device.set_volume(choices.volume)
            self.device.set_tones(choices.tone_set)
            self.device.set_output(choices.sound_output)

    def lead(self, since: float) -> None:
        """What it was given to play is the time from now on; it begins with this moment of the pace."""
        if self.device is not None:
            self._pace.follow(self.device, since)

    def look_after(self, choices: Choices) -> bool:
        """Whether the device was lost or another one found, which has to be played to.

        A device that stopped telling what is heard is gone: the clock leads until there is another.
        """
        now = self._pace.now()
        if self.device is not None and not self._pace.follows_sound:
            self.close()
            self._lost_at = now
            return True
        if self.device is None and self._lost_at is not None and now - self._lost_at > OPEN_AGAIN_S:
            self._lost_at = now
            self.open(choices)
            return self.device is not None
        return False

    def give_away(self) -> Speaker | None:
        """The device, for another stream."""
        device, self.device = self.device, None
        return device

    def close(self) -> None:
        """Let go of the device; it is not looked for again."""
        self._lost_at = None
        device = self.give_away()
        if device is not None:
            device.close()
