"""The outline of a picture at the left end of a card: only its left corners are round."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath


def strip_shape(area: QRectF, radius: float) -> QPainterPath:
    """`area` with round corners at the left."""
    path, square = QPainterPath(), QPainterPath()
    path.addRoundedRect(area, radius, radius)
    square.addRect(area.adjusted(radius, 0, 0, 0))
    return path.united(square)
