"""What a place is called, also one that this version does not know."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from unknot.domain.body import Place


def place_name(places: Mapping[str, Place], place: str) -> str:
    """The name users see; a place of a newer file is kept under a name that says so."""
    known = places.get(place)
    if known is not None:
        return known.label
    return QCoreApplication.translate("PlaceNames", "Other place (from a newer version)")
