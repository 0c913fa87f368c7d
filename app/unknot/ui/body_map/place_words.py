"""What the map says about a place: its caution, and where to go instead."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from unknot.domain.body import Place, Spot, Use
from unknot.domain.knots import Knot, KnotKind
from unknot.ui.body_map.atlas import MapAtlas

translate = QCoreApplication.translate


class LayerOffer(Struct, frozen=True):
    """A place above or below the one that is meant."""

    place: str
    is_deeper: bool


class Answer(Struct, frozen=True):
    """How the map answers a tap: `kind` None means that nothing can be marked there."""

    spot: Spot
    place: str
    label: str
    kind: KnotKind | None
    caution: str  # empty where there is nothing to warn of
    instead: tuple[str, ...]  # places offered as buttons
    layers: tuple[LayerOffer, ...] = ()


def answer_to(spot: Spot, place_id: str, atlas: MapAtlas) -> Answer:
    """What may be marked at a spot, what is said about it, and what is offered instead, below and above."""
    place = atlas.places.get(place_id)
    label = atlas.label(place_id)
    if place is None:
        return Answer(spot, place_id, label, None, from_newer_version(), ())
    if place.use is Use.WARN:
        return Answer(spot, place_id, label, None, place.caution, _offered(place, spot, atlas))
    layers = layers_at(spot, place_id, atlas)
    if place.use is Use.MARK:
        kind = KnotKind.KNOT if place.mark_as == "knot" else KnotKind.PAIN
        return Answer(spot, place_id, label, kind, place.caution, _offered(place, spot, atlas), layers)
    if place.may_press(spot.v):
        return Answer(spot, place_id, label, KnotKind.KNOT, "", (), layers)
    instead = _offered(place, spot, atlas)
    return Answer(spot, place_id, label, KnotKind.KNOT, outside_window(place), instead, layers)


def layers_at(spot: Spot, place_id: str, atlas: MapAtlas) -> tuple[LayerOffer, ...]:
    """The muscle below a place at this spot, and what lies above it when it is the lower one."""
    upper = atlas.layers.surface(spot.view, spot.u, spot.v, place_id)
    deeper = atlas.layers.deeper(spot.view, spot.u, spot.v, place_id) if upper is None else ()
    up = (LayerOffer(upper, is_deeper=False),) if upper is not None else ()
    return (*up, *(LayerOffer(name, is_deeper=True) for name in deeper))


def from_newer_version() -> str:
    """What is said of a place that this version does not know."""
    return translate(
        "PlaceWords", "This place comes from a newer version of Unknot. It is kept, but not pressed here."
    )


def outside_window(place: Place) -> str:
    """Why a place is not pressed at this height."""
    words = translate("PlaceWords", "You can mark it. No routine presses at this height. {caution}")
    return words.format(caution=place.caution)


def _offered(place: Place, spot: Spot, atlas: MapAtlas) -> tuple[str, ...]:
    """The places named for it; without any the nearest that may be pressed, in this view."""
    named = tuple(name for name in place.instead if name in atlas.places)
    if named:
        return named
    nearest = atlas.nearest_useful(spot.view, spot.u, spot.v)
    return (nearest,) if nearest and nearest != place.id else ()


def refusal_to_move(knot: Knot, spot: Spot, place_id: str, atlas: MapAtlas) -> Answer | None:
    """Why a mark cannot be moved to a place, None if it can: a knot stays a knot, a pain a pain."""
    answer = answer_to(spot, place_id, atlas)
    if answer.kind is KnotKind.KNOT or (answer.kind is not None and knot.kind.is_pain):
        return None  # soreness may lie on a muscle, too
    words = translate("PlaceWords", "A knot cannot be moved here. {caution}")
    caution = words.format(caution=answer.caution).strip()
    return Answer(spot, place_id, answer.label, None, caution, answer.instead)
