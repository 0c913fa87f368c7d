"""The leg as it is drawn: pictures, outlines of places, landmarks, and what lies beneath."""

from __future__ import annotations

from msgspec import Struct

from unknot.domain.body import View

Point = tuple[float, float]  # u, v: fractions of the right leg's picture, u to the right, v down
Ring = tuple[Point, ...]


class Outline(Struct, frozen=True):
    """The border of one place in one view: closed rings; a ring inside another is a hole (even-odd rule)."""

    place: str
    rings: tuple[Ring, ...]


class Beneath(Struct, frozen=True):
    """What lies under a region in a view, and in which share of its area (0..1)."""

    region: str
    share: float


class AnatomyView(Struct, frozen=True):
    """One picture of the right leg. Sizes in pixels at 100 %; `mm_per_u` is the picture's width in mm.

    `midline` says where the middle of the body is: "left edge", "right edge", or empty in side views.
    """

    view: View
    picture: str  # file names below resources/anatomy
    picture_mono: str
    ids: str
    width: int
    height: int
    aspect: float  # width / height
    mm_per_u: float
    mm_per_v: float
    midline: str
    skin: tuple[Ring, ...]
    spots: tuple[Outline, ...]
    zones: tuple[Outline, ...]
    regions: tuple[Outline, ...]
    anchors: dict[str, Point]  # region id -> where its label points to
    landmarks: dict[str, Point]
    beneath: dict[str, tuple[Beneath, ...]]

    def outline(self, place: str) -> Outline | None:
        """The border of a spot, zone or region, None where it is not seen in this view."""
        every = (*self.spots, *self.zones, *self.regions)
        return next((outline for outline in every if outline.place == place), None)


class Closeup(Struct, frozen=True):
    """An enlarged picture of a part of a view; `u_range` and `v_range` are the part of that view it shows."""

    picture: str
    picture_mono: str
    of: View
    width: int
    height: int
    u_range: Point
    v_range: Point


class Anatomy(Struct, frozen=True):
    """The four views, the names behind the numbers of the id pictures, and the close-ups."""

    views: dict[View, AnatomyView]
    names: dict[int, str]  # number in the id picture -> region id
    closeups: dict[str, Closeup]


class WarnPlace(Struct, frozen=True):
    """A place that is only warned about. `landmark` is empty where the map has no point for it."""

    id: str
    label: str
    caution: str
    landmark: str
    cautions: tuple[str, ...]
