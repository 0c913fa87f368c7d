"""How large something opens: as its content needs, never larger than the window."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from unknot.ui.theme import Theme

EDGE = 24  # px kept free at each side of the window


def growing() -> QWidget:
    """A widget to scroll whose height follows its width; without the limit wrapped words keep it too high."""
    widget = QWidget()
    widget.setMinimumHeight(1)
    return widget


def fitting(inner: QWidget, theme: Theme, parent: QWidget | None, *, width: int, around: int) -> QSize:
    """The size for content that scrolls; `around` is the height of title, buttons and margins in px."""
    window = parent.window().size() if parent else QSize(theme.px(1024), theme.px(700))
    wide = min(theme.px(width), window.width() - 2 * EDGE)
    layout = inner.layout()
    wanted = layout.totalHeightForWidth(wide - theme.px(48)) if layout is not None else 0
    return QSize(wide, min(wanted + around, window.height() - 2 * EDGE))
