"""Finds what the anatomy has of a place: in the view where it was marked, else where it is seen best."""

from __future__ import annotations

from unknot.domain.anatomy import Anatomy
from unknot.domain.body import Place, View
from unknot.ui.release.place_picture import LitPlace


def lit_place(anatomy: Anatomy, place: Place, preferred: View) -> LitPlace | None:
    """The place's outline in one view; None where no picture shows it."""
    for view in (preferred, *place.default_at, *anatomy.views):
        shown = anatomy.views.get(view)
        outline = shown.outline(place.id) if shown is not None else None
        if outline is not None:
            return LitPlace(view, outline.rings, place.press_window)
    return None
