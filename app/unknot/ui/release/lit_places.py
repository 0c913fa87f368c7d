"""Finds what the anatomy has of places: in the view where one was marked, else where it is seen best."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from unknot.domain.anatomy import Anatomy
from unknot.domain.body import Place, View
from unknot.ui.release.place_picture import LitPlace
from unknot.ui.widgets.outline_paths import area_of


def lit_place(
    anatomy: Anatomy, place: Place, preferred: View, never: Collection[str] = ()
) -> LitPlace | None:
    """The place's outline in one view; None where no picture shows it. `never` must not be pressed."""
    for view in (preferred, *place.default_at, *anatomy.views):
        lit = _lit_in(anatomy, place, view, never)
        if lit is not None:
            return lit
    return None


def lit_places(
    anatomy: Anatomy, places: Iterable[Place], never: Collection[str] = ()
) -> list[tuple[LitPlace, ...]]:
    """All of them in as few views as it takes, each once, the view with the most places first."""
    left, found = list(places), []
    while left:
        view = max(anatomy.views, key=lambda one: sum(_seen_in(anatomy, place, one) for place in left))
        here = [place for place in left if _seen_in(anatomy, place, view)]
        if not here:
            break
        first, *rest = here
        lit = (_lit_in(anatomy, first, view, never), *(_lit_in(anatomy, place, view) for place in rest))
        found.append(tuple(one for one in lit if one is not None))
        left = [place for place in left if place not in here]
    return found


def _seen_in(anatomy: Anatomy, place: Place, view: View) -> bool:
    """Whether a view shows a place well."""
    return view in place.default_at and anatomy.views[view].outline(place.id) is not None


def _lit_in(anatomy: Anatomy, place: Place, view: View, never: Collection[str] = ()) -> LitPlace | None:
    shown = anatomy.views.get(view)
    outline = shown.outline(place.id) if shown is not None else None
    if shown is None or outline is None:
        return None
    return LitPlace(view, outline.rings, place.press_window, area_of(shown, never) if never else None)
