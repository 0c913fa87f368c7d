"""A widget to scroll whose height follows its width."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def growing() -> QWidget:
    """For a resizable scroll area: without the limit wrapped words keep it higher than they need."""
    widget = QWidget()
    widget.setMinimumHeight(1)
    return widget
