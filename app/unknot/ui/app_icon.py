"""The program's icon: the strand's loop in marigold on spruce."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap

from unknot.ui.theme import Theme
from unknot.ui.widgets.strand import LOGO_SIZE, logo_path

_SIZES = (32, 64, 256)


def app_icon(theme: Theme) -> QIcon:
    """Painted in the sizes that window managers ask for."""
    icon = QIcon()
    for size in _SIZES:
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("nav"))
        painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.22, size * 0.22)
        scale = size * 0.78 / LOGO_SIZE[0]
        painter.translate((size - LOGO_SIZE[0] * scale) / 2, (size - LOGO_SIZE[1] * scale) / 2)
        painter.scale(scale, scale)
        pen = QPen(theme.color("accent"), 6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(logo_path())
        painter.end()
        icon.addPixmap(picture)
    return icon
