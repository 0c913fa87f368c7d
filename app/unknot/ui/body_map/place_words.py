"""What the map says about a place: its caution, and where to go instead."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from unknot.domain.body import Place, Spot, Use
from unknot.domain.knots import Knot, KnotKind
from unknot.ui.body_map.atlas import MapAtlas

translate = QCoreApplication.translate


class Answer(Struct, frozen=True):
    """How the map answers a tap: `kind` None means that nothing can be marked there."""

    spot: Spot
    place: str
    label: str
    kind: KnotKind | None
    caution: str  # empty where there is nothing to warn of
    instead: tuple[str, ...]  # places offered as buttons


def answer_to(spot: Spot, place_id: str, atlas: MapAtlas) -> Answer:
    """What may be marked at a spot, what is said about it, and what is offered instead."""
    place = atlas.places.get(place_id)
    if place is None or place.use is Use.WARN:
        nearest = atlas.nearest_useful(spot.view, spot.u, spot.v)
        instead = place.instead if place and place.instead else (nearest,) if nearest else ()
        caution = place.caution if place else ""
        return Answer(spot, place_id, atlas.label(place_id), None, caution, instead)
    if place.use is Use.MARK:
        kind = KnotKind.KNOT if place.mark_as == "knot" else KnotKind.PAIN
        return Answer(spot, place_id, place.label, kind, place.caution, _offered(place, atlas))
    caution = "" if place.may_press(spot.v) else outside_window(place)
    instead = () if place.may_press(spot.v) else _offered(place, atlas)
    return Answer(spot, place_id, place.label, KnotKind.KNOT, caution, instead)


def outside_window(place: Place) -> str:
    """Why a place is not pressed at this height."""
    words = translate("PlaceWords", "You can mark it. No routine presses at this height. {caution}")
    return words.format(caution=place.caution)


def _offered(place: Place, atlas: MapAtlas) -> tuple[str, ...]:
    return tuple(name for name in place.instead if name in atlas.places)


def refusal_to_move(knot: Knot, spot: Spot, place_id: str, atlas: MapAtlas) -> Answer | None:
    """Why a mark cannot be moved to a place, None if it can: a knot stays a knot, a pain a pain."""
    answer = answer_to(spot, place_id, atlas)
    if answer.kind is knot.kind:
        return None
    if answer.kind is KnotKind.KNOT:
        return None  # soreness may lie on a muscle, too
    words = translate("PlaceWords", "A knot cannot be moved here. {caution}")
    caution = words.format(caution=answer.caution).strip()
    return Answer(spot, place_id, answer.label, None, caution, answer.instead)
