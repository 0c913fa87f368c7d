"""The shipped map as the domain knows it, for tests without a window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from msgspec import Struct
from PySide6.QtGui import QImage

from unknot.content.anatomy import load_anatomy, read_map
from unknot.content.places import places_of, read_places_file
from unknot.domain.anatomy import Anatomy
from unknot.domain.body import Place, View
from unknot.domain.hit import HitMap, IdMap

RESOURCES = Path(__file__).parents[2] / "resources"


class RealMap(Struct, frozen=True):
    """Outlines, places, and what lies under a point."""

    anatomy: Anatomy
    places: dict[str, Place]
    hits: HitMap


def read_real_map() -> RealMap:
    """Read it from the shipped files."""
    path = RESOURCES / "content/en/regions.json"
    places = places_of(read_places_file(path), read_map(RESOURCES), path)
    anatomy = load_anatomy(RESOURCES)
    return RealMap(anatomy, places, HitMap(anatomy, {view: ids_of(view) for view in View}, places))


def ids_of(view: View) -> IdMap:
    """Region numbers by pixel, rows first."""
    image = QImage(str(RESOURCES / f"anatomy/{view.value}_ids.png"))
    flat = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(flat.constBits(), np.uint8).reshape(flat.height(), flat.bytesPerLine())
    return rows[:, : flat.width()].copy()
