"""Finds what the anatomy has of a place: in the view where it was marked, else where it is seen best."""

from __future__ import annotations

from collections.abc import Collection

from unknot.domain.anatomy import Anatomy
from unknot.domain.body import Place, View
from unknot.ui.release.place_picture import LitPlace
from unknot.ui.widgets.outline_paths import area_of


def lit_place(
    anatomy: Anatomy, place: Place, preferred: View, never: Collection[str] = ()
) -> LitPlace | None:
    """The place's outline in one view; None where no picture shows it. `never` must not be pressed."""
    for view in (preferred, *place.default_at, *anatomy.views):
        shown = anatomy.views.get(view)
        outline = shown.outline(place.id) if shown is not None else None
        if shown is not None and outline is not None:
            avoid = area_of(shown, never) if never else None
            return LitPlace(view, outline.rings, place.press_window, avoid)
    return None
