"""What is for a knot, or for an occasion, now: one answer with its reason."""

from __future__ import annotations

from msgspec import Struct

from unknot.domain.body import Side
from unknot.domain.knots import KnotStory
from unknot.domain.routine import Routine
from unknot.domain.selection import Dose
from unknot.domain.unfold import seconds_of


class Fit(Struct, frozen=True):
    """What is for a knot now.

    `refusal` is empty, or the sentence why nothing can be pressed; `ceiling` is 0 then. `lump_question`:
    ask the question about a large lump first. `spot_question`: ask whether the wound, bruise or scar that
    the user named lies within `spot_cm` of this knot, and if not, ask again with `spot_is_clear`.
    `soft_only`: hands or a soft tool. A routine that stands alone says for which `sides`, `places` and
    `stories` it is now; else the knot and the user decide.
    """

    routine: Routine | None
    ceiling: int = 0
    dose: Dose = Dose.NONE
    reason: str = ""
    refusal: str = ""
    lump_question: bool = False
    spot_question: bool = False
    spot_cm: float = 0.0
    soft_only: bool = False
    alternative: Routine | None = None
    sides: tuple[Side, ...] = ()
    places: tuple[str, ...] = ()
    stories: tuple[KnotStory, ...] = ()

    @property
    def seconds(self) -> float:
        """How long it takes: for its legs, or for one; 0 without a routine."""
        if self.routine is None:
            return 0.0
        return seconds_of(self.routine, len(self.sides) or 1, half=self.half)

    @property
    def half(self) -> bool:
        """Whether only half the time is played."""
        return self.dose.is_half
