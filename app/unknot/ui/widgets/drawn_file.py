"""A drawing as the bytes of a file: PNG from an image, SVG and PDF from whatever paints."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

Paint = Callable[[QPainter], None]


def png_bytes(image: QImage) -> bytes:
    """The image as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows only str here
    return bytes(buffer.data().data())


def svg_bytes(paint: Paint, size: QSize, title: str, description: str, *, dots_an_inch: int = 0) -> bytes:
    """The drawing as an SVG file in which words stay words."""
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415 - only who saves a drawing needs it

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    if dots_an_inch:
        generator.setResolution(dots_an_inch)
    generator.setTitle(title)
    generator.setDescription(description)
    painter = QPainter(generator)
    paint(painter)
    painter.end()
    return _with_fallbacks(bytes(data.data()))


def pdf_bytes(paint: Paint, title: str, dots_an_inch: int) -> bytes:
    """The drawing on one sheet of A4 without margins, so many dots an inch."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(dots_an_inch)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    paint(painter)
    painter.end()
    return bytes(data.data())


def _with_fallbacks(svg: bytes) -> bytes:
    """Name fonts of the same kind after ours: a computer without them would else take one with serifs."""
    return re.sub(rb'font-family="([^",]+)"', rb'font-family="\1, Helvetica, Arial, sans-serif"', svg)
