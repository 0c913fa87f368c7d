"""Where the legs stand on the stage: between u, v of a picture and points of the widget, both ways."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSizeF

from unknot.domain.body import Side, Spot, View

CROP = (0.26, 0.84)  # buttock fold to calf
WHOLE = (0.0, 1.0)
MOST_MARGIN = 0.3  # of a stage that is too small for names and legs


class LegChoice(StrEnum):
    """Which legs are shown."""

    LEFT = "left"
    BOTH = "both"
    RIGHT = "right"


class PictureShape(Struct, frozen=True):
    """What the layout needs to know of one picture: its proportions and where the leg lies in it."""

    aspect: float  # width / height
    left: float  # u of the leg's left edge, in the height that is shown
    right: float
    midline: str = ""  # "left edge" | "right edge": where the body's middle is


class LegFrame(Struct, frozen=True):
    """One leg on the stage. `picture` is where its whole picture (u, v 0..1) lies, cropped or not."""

    side: Side
    picture: QRectF
    ink: tuple[float, float] = (0.0, 1.0)  # u between which the leg lies in its picture

    @property
    def edges(self) -> tuple[float, float]:
        """The x of the leg's left and right edge on the stage."""
        first, last = (self.point(u, 0.0).x() for u in self.ink)
        return min(first, last), max(first, last)

    def point(self, u: float, v: float) -> QPointF:
        """The stage point of u, v; the left leg is the mirror image."""
        across = u if self.side is Side.RIGHT else 1 - u
        return QPointF(
            self.picture.left() + across * self.picture.width(),
            self.picture.top() + v * self.picture.height(),
        )

    def place(self, point: QPointF) -> tuple[float, float]:
        """u, v under a stage point; outside 0..1 beside the picture."""
        across = (point.x() - self.picture.left()) / self.picture.width()
        u = across if self.side is Side.RIGHT else 1 - across
        return u, (point.y() - self.picture.top()) / self.picture.height()


class StageFrame(Struct, frozen=True):
    """The legs of one view on a stage of one size, from left to right on the screen."""

    view: View
    size: QSizeF
    legs: tuple[LegFrame, ...]
    zoom: float = 1.0

    @property
    def edges(self) -> tuple[float, float]:
        """The x of the outermost edges of the legs on the stage."""
        edges = [leg.edges for leg in self.legs]
        return min(left for left, _ in edges), max(right for _, right in edges)

    @property
    def middle(self) -> QPointF:
        """The middle of the stage."""
        return QPointF(self.size.width() / 2, self.size.height() / 2)

    @property
    def cut_top(self) -> bool:
        """Whether the legs go on above the stage."""
        return self.legs[0].picture.top() < -0.5

    @property
    def cut_bottom(self) -> bool:
        """Whether the legs go on below the stage."""
        return self.legs[0].picture.bottom() > self.size.height() + 0.5

    def leg(self, side: Side) -> LegFrame | None:
        """The frame of one leg, None if it is not shown."""
        return next((leg for leg in self.legs if leg.side is side), None)

    def point(self, spot: Spot) -> QPointF | None:
        """Where a spot is drawn, None if it is not on the stage."""
        leg = self.leg(spot.side)
        if leg is None or spot.view is not self.view:
            return None
        point = leg.point(spot.u, spot.v)
        return point if self.holds(point) else None

    def holds(self, point: QPointF) -> bool:
        """Whether a point lies on the stage."""
        return 0 <= point.x() <= self.size.width() and 0 <= point.y() <= self.size.height()

    def spot(self, point: QPointF) -> Spot | None:
        """The spot under a stage point, on the leg that is nearest; None outside every picture."""
        found: tuple[float, Spot] | None = None
        for leg in self.legs:
            u, v = leg.place(point)
            if 0 <= u <= 1 and 0 <= v <= 1:
                away = abs(point.x() - leg.picture.center().x())
                if found is None or away < found[0]:
                    found = (away, Spot(self.view, leg.side, u, v))
        return found[1] if found else None


def screen_order(choice: LegChoice, shape: PictureShape) -> tuple[Side, ...]:
    """Which leg stands left on the screen: seen from the front the right one, else the left one."""
    if choice is not LegChoice.BOTH:
        return (Side(choice.value),)
    return (Side.RIGHT, Side.LEFT) if shape.midline == "right edge" else (Side.LEFT, Side.RIGHT)


def lay_out(
    view: View,
    choice: LegChoice,
    size: QSizeF,
    shape: PictureShape,
    *,
    whole: bool = False,
    margin: float = 150.0,
    gap: float = 48.0,
) -> StageFrame:
    """Place the legs: as tall as the stage allows, with `margin` left and right for the names."""
    top, bottom = WHOLE if whole else CROP
    sides = screen_order(choice, shape)
    height = size.height() / (bottom - top)  # of the whole picture
    body = bool(shape.midline) and len(sides) == 2
    per_height = _width_per_height(shape, len(sides), body=body)
    margin = min(margin, size.width() * MOST_MARGIN)
    room = size.width() - 2 * margin - (0 if body or len(sides) == 1 else gap)
    height = max(1.0, min(height, room / per_height))
    shown = size.height() / height  # of the picture's height, more than the crop when the width is scarce
    middle = (top + bottom) / 2
    first = 0.5 - shown / 2 if shown >= 1 else min(max(middle - shown / 2, 0.0), 1 - shown)
    width = height * shape.aspect
    lefts = _lefts(sides, size.width(), width, shape, gap=gap, body=body)
    legs = tuple(
        LegFrame(side, QRectF(left, -first * height, width, height), (shape.left, shape.right))
        for side, left in zip(sides, lefts, strict=True)
    )
    return StageFrame(view, size, legs)


def _width_per_height(shape: PictureShape, legs: int, *, body: bool) -> float:
    if body:  # both pictures end at the body's middle
        outer = shape.right if shape.midline == "left edge" else 1 - shape.left
        return 2 * outer * shape.aspect
    return legs * (shape.right - shape.left) * shape.aspect


def _lefts(
    sides: tuple[Side, ...], stage: float, width: float, shape: PictureShape, *, gap: float, body: bool
) -> list[float]:
    """The left edge of each picture."""
    middle = stage / 2
    if body:
        return [middle - width, middle]
    inks = [
        (shape.left, shape.right) if side is Side.RIGHT else (1 - shape.right, 1 - shape.left)
        for side in sides
    ]
    if len(sides) == 1:
        return [middle - (inks[0][0] + inks[0][1]) / 2 * width]
    return [middle - gap / 2 - inks[0][1] * width, middle + gap / 2 - inks[1][0] * width]
