"""Places of the leg: where one is, what it is called, and whether it may be pressed."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class View(StrEnum):
    """The four pictures of a leg."""

    BACK = "back"
    OUTER = "outer"
    FRONT = "front"
    INNER = "inner"


class Side(StrEnum):
    """Whose leg: always the user's own left or right."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The opposite leg."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Use(StrEnum):
    """What may happen at a place (regions.json, `use`)."""

    PRESS = "press"
    MARK = "mark"
    WARN = "warn"


class Pressure(StrEnum):
    """How firmly a place may be pressed (regions.json, `pressure`)."""

    OK = "ok"
    LIGHT = "light"
    NONE = "none"


class Spot(Struct, frozen=True):
    """One exact point on a leg.

    `u` and `v` are fractions 0..1 of the picture of the RIGHT leg in that view, u to the right and v
    down. The left leg is drawn as its mirror image, so the same anatomical point has the same u, v on
    both legs: mirror only when drawing and when reading a tap.
    """

    view: View
    side: Side
    u: float
    v: float

    def __post_init__(self) -> None:
        if not (0.0 <= self.u <= 1.0 and 0.0 <= self.v <= 1.0):
            raise ValueError(f"a spot lies outside its picture: u={self.u}, v={self.v}")


class PressWindow(Struct, frozen=True):
    """Heights v between which a place may be pressed; None means no limit on that end."""

    v_min: float | None = None
    v_max: float | None = None

    def holds(self, v: float) -> bool:
        """Whether height v (0 top, 1 bottom) lies inside the window."""
        return (self.v_min is None or v >= self.v_min) and (self.v_max is None or v <= self.v_max)


class Place(Struct, frozen=True):
    """A named place of the map: a spot, a zone or a region (`kind`), as regions.json describes it."""

    id: str
    kind: str  # "spot" | "zone" | "region"
    label: str
    anatomical: str
    use: Use
    mark_as: str  # "knot" | "pain"
    pressure: Pressure
    max_pressure_pain: int
    part: str  # hip thigh inner_thigh knee lower_leg foot
    press_window: PressWindow | None
    caution: str
    cautions: tuple[str, ...]
    find: str
    instead: tuple[str, ...]
    default_at: dict[View, tuple[float, float]]  # where a new knot goes when chosen from a list
    no_tap: bool = False

    def may_press(self, v: float) -> bool:
        """Whether a routine may press here at height v of the picture."""
        if self.use is not Use.PRESS or self.pressure is Pressure.NONE:
            return False
        return self.press_window is None or self.press_window.holds(v)
