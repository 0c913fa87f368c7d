"""Looks at a shown window as a strict reader would: cut-off or overlapping text, nameless or small controls,
what lies outside its page, and text too faint to read. Returns sentences; none is good.

The rules and their exemptions are those of the design system, sections 2, 5 and 14.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QSizeGrip,
    QTextEdit,
    QWidget,
)

SMALLEST = 44  # px of a target
TEXT, LARGE_TEXT = 4.5, 3.0  # contrast
LARGE_PX, LARGE_BOLD_PX = 24, 18.5
SLACK = 1  # px of rounding
CONTROLS = (
    QAbstractButton,
    QAbstractSlider,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QPlainTextEdit,
    QTextEdit,
)
FLOATING = ("UndoBar", "FocusRing")  # lie above the page on purpose


def audit(window: QWidget, within: QWidget | None = None) -> list[str]:
    """Every fault of a window that is shown now, each as a sentence that says where.

    `within` looks at one part alone: a card that lies over the rest on purpose.
    """
    found: list[str] = []
    picture = _picture(window)
    texts: list[tuple[QWidget, QRect]] = []
    for widget in shown_parts(window):
        if within is not None and not within.isAncestorOf(widget):
            continue
        if _is_control(widget):
            found += _control_faults(widget, window)
        if _has_text(widget):
            found += _text_faults(widget, window)
            found += _contrast_faults(widget, window, picture)
            texts.append((widget, _seen(widget, window)))
    return [*found, *_overlaps(texts)]


def shown_parts(window: QWidget) -> Iterator[QWidget]:
    """Every widget under the window that can be seen, scrolled into view or not."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window or _is_inner(widget):
            continue
        yield widget


def where(widget: QWidget) -> str:
    """A name for a widget in a message."""
    chain = []
    part: QWidget | None = widget
    while part is not None and len(chain) < 4:
        chain.append(type(part).__name__)
        part = part.parentWidget()
    return f"{'/'.join(reversed(chain))} {_words(widget)[:60]!r}"


# ------------------------------------------------------------------ controls
def _control_faults(widget: QWidget, window: QWidget) -> Iterator[str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        if not _has_label(widget, window):
            yield f"no label: {where(widget)}"
    elif interface is None or not interface.text(QAccessible.Text.Name).strip():
        yield f"no name: {where(widget)}"
    if isinstance(widget, QAbstractItemView):
        if widget.model() is not None and widget.model().rowCount() and widget.sizeHintForRow(0) < SMALLEST:
            yield f"rows of {widget.sizeHintForRow(0)} px: {where(widget)}"
    elif not isinstance(widget, QAbstractScrollArea) or isinstance(widget, (QPlainTextEdit, QTextEdit)):
        small = min(widget.width(), widget.height())
        if small < SMALLEST and isinstance(widget, CONTROLS):
            yield f"{widget.width()}x{widget.height()} px: {where(widget)}"
    yield from _outside(widget, window)


def _outside(widget: QWidget, window: QWidget) -> Iterator[str]:
    """Left or right of its page, or above and below it where nothing scrolls."""
    area = QRect(widget.mapTo(window, QPoint()), widget.size())
    room, scrolls = _room(widget, window)
    beside = area.left() < room.left() - SLACK or area.right() > room.right() + SLACK
    above = area.top() < room.top() - SLACK or area.bottom() > room.bottom() + SLACK
    if beside or (above and not scrolls):
        yield f"outside its page by {area.getCoords()} in {room.getCoords()}: {where(widget)}"


def _room(widget: QWidget, window: QWidget) -> tuple[QRect, bool]:
    """The part of the window a widget has, and whether it scrolls up and down in it."""
    part = widget.parentWidget()
    while part is not None and part is not window:
        if isinstance(part, QScrollArea) and part.widget() is not None and part.widget() is not widget:
            view = part.viewport()
            has_bar = part.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            sideways = has_bar and part.horizontalScrollBar().maximum() > 0
            room = QRect(view.mapTo(window, QPoint()), view.size())
            if sideways:
                room = QRect(part.widget().mapTo(window, QPoint()), part.widget().size())
            return room, True
        if isinstance(part, QAbstractScrollArea):
            return QRect(part.mapTo(window, QPoint()), part.size()), True
        part = part.parentWidget()
    return window.rect(), False


# ------------------------------------------------------------------ text
def _text_faults(widget: QWidget, window: QWidget) -> Iterator[str]:
    need = _needed(widget)
    if need.width() > widget.width() + SLACK:
        yield f"cut off, {need.width()} px of text in {widget.width()}: {where(widget)}"
    if need.height() > widget.height() + SLACK:
        yield f"cut off, {need.height()} px of text in a height of {widget.height()}: {where(widget)}"
    parent = widget.parentWidget()
    if parent is not None and parent is not window and not isinstance(parent.parentWidget(), QScrollArea):
        spill = QRect(widget.pos(), widget.size())
        if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(spill):
            yield f"spills out of its parent {parent.size().toTuple()}: {where(widget)}"
    if not _is_control(widget):
        yield from _outside(widget, window)


def _needed(widget: QWidget) -> QSize:
    """The room its words need, 0 where they may be as small as they like."""
    if isinstance(widget, QLabel):
        return _needed_by_label(widget)
    metrics = QFontMetrics(widget.font())
    if isinstance(widget, QAbstractButton):
        if widget.hasHeightForWidth():
            return QSize(0, widget.heightForWidth(widget.width()))
        if "paintEvent" in _own_methods(widget):
            return widget.minimumSizeHint()
        icon = 0 if widget.icon().isNull() else widget.iconSize().width() + 4
        return QSize(metrics.horizontalAdvance(widget.text()) + icon + 2, metrics.height())
    return QSize(0, 0)


def _needed_by_label(label: QLabel) -> QSize:
    if label.hasHeightForWidth():
        return QSize(0, label.heightForWidth(label.width()))
    if label.text():
        return label.minimumSizeHint() if not label.wordWrap() else QSize(0, 0)
    return QSize(0, 0)


def _own_methods(widget: QWidget) -> set[str]:
    """What Python classes of ours define between the widget and Qt."""
    names: set[str] = set()
    for kind in type(widget).__mro__:
        if kind.__module__.startswith("PySide6"):
            break
        names |= set(vars(kind))
    return names


def _overlaps(texts: list[tuple[QWidget, QRect]]) -> Iterator[str]:
    for number, (first, area) in enumerate(texts):
        if area.isEmpty() or _floats(first):
            continue
        for second, other in texts[number + 1 :]:
            if first.isAncestorOf(second) or second.isAncestorOf(first) or _floats(second):
                continue
            common = area.intersected(other)
            if common.width() > 2 and common.height() > 2:
                yield f"overlap of {common.width()}x{common.height()}: {where(first)} and {where(second)}"


def _seen(widget: QWidget, window: QWidget) -> QRect:
    """The part of the window where a widget really shows."""
    area = QRect(widget.mapTo(window, QPoint()), widget.size())
    part = widget.parentWidget()
    while part is not None and part is not window:
        area = area.intersected(QRect(part.mapTo(window, QPoint()), part.size()))
        part = part.parentWidget()
    return area.intersected(window.rect())


# ------------------------------------------------------------------ contrast
def _picture(window: QWidget) -> np.ndarray:
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return raw[:, : image.width()].copy()


def _parts(colour: int) -> tuple[int, int, int]:
    return int(colour) >> 16 & 255, int(colour) >> 8 & 255, int(colour) & 255


def _contrast_faults(widget: QWidget, window: QWidget, picture: np.ndarray) -> Iterator[str]:
    area = _seen(widget, window)
    if (
        area.width() < 6
        or area.height() < 6
        or not widget.isEnabled()
        or not isinstance(widget, (QLabel, QAbstractButton))
    ):
        return
    pixels = picture[area.top() : area.bottom() + 1 : 2, area.left() : area.right() + 1].ravel()
    colours, counts = np.unique(pixels, return_counts=True)
    ground = _parts(colours[counts.argmax()])
    if _is_painted(widget) or (isinstance(widget, QAbstractButton) and widget.isChecked()):
        # a style sheet's ink for a checked button is not in its palette
        if area.height() < widget.height() / 2:
            return  # scrolled away but for a strip that may hold no ink at all
        ratio = max(contrast(_parts(colour), ground) for colour in colours)
        asked = LARGE_TEXT  # edges are blurred; the colours themselves are proved by the test of the tokens
    else:
        ink = widget.palette().color(widget.foregroundRole())
        ratio = contrast((ink.red(), ink.green(), ink.blue()), ground)
        asked = LARGE_TEXT if _is_large(widget) else TEXT
    if ratio < asked:
        yield f"contrast {ratio:.1f} on #{bytes(ground).hex()}: {where(widget)}"


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The ratio of WCAG 2.2, 1 to 21, of two colours given as red, green, blue from 0 to 255."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def contrast_of(one: QColor, other: QColor) -> float:
    """The same of two QColors."""
    return contrast(one.getRgb()[:3], other.getRgb()[:3])


def _luminance(colour: tuple[int, ...]) -> float:
    parts = [float(part) / 255 for part in colour]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _is_large(widget: QWidget) -> bool:
    font = widget.font()
    return font.pixelSize() >= LARGE_PX or (font.pixelSize() >= LARGE_BOLD_PX and font.weight() >= 600)


# ------------------------------------------------------------------ what is what
def _is_painted(widget: QWidget) -> bool:
    return "paintEvent" in _own_methods(widget)


def _is_control(widget: QWidget) -> bool:
    if isinstance(widget, CONTROLS):
        return True
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isEnabled()


def _has_text(widget: QWidget) -> bool:
    return isinstance(widget, (QLabel, QAbstractButton)) and bool(_words(widget))


def _words(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QAbstractButton)):
        return widget.text()
    return widget.accessibleName()


def _has_label(widget: QWidget, window: QWidget) -> bool:
    return any(label.buddy() is widget for label in window.findChildren(QLabel))


def _floats(widget: QWidget) -> bool:
    part: QWidget | None = widget
    while part is not None:
        if type(part).__name__ in FLOATING:
            return True
        part = part.parentWidget()
    return False


def _is_inner(widget: QWidget) -> bool:
    """A part that Qt made for itself, or that is exempt."""
    if isinstance(widget, (QScrollBar, QSizeGrip)):
        return True
    if widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
        return True
    return isinstance(parent, (QAbstractSpinBox, QComboBox)) or type(widget).__name__ in FLOATING
