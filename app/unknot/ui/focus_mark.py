"""Where the keyboard was: remembered while something covers a page, and found again after it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid


@runtime_checkable
class MadeLater(Protocol):
    """A page that makes its controls one after the other."""

    def make_all(self) -> None:
        """Make the rest now."""


class FocusMark:
    """Remembers a control, and what it says of itself, for pages make their controls anew."""

    def __init__(self, control: QWidget | None) -> None:
        self._control = control
        self._kind = type(control)
        self._said = _said(control) if control is not None else ("", "")

    def find(self, within: QWidget) -> QWidget | None:
        """The control, or the one that took its place there; None where there is none."""
        if self._control is None:
            return None
        if isValid(self._control) and _can_have_it(self._control, within):
            return self._control
        for part in within.findChildren(QWidget):
            if isinstance(part, MadeLater) and part.isVisible():
                part.make_all()
        others = [other for other in within.findChildren(QWidget) if type(other) is self._kind]
        others = [other for other in others if _can_have_it(other, within)]
        words, about = self._said
        same = [other for other in others if _said(other) == self._said]
        near = [other for other in others if about and other.accessibleDescription() == about]
        return next(iter([*same, *near]), None) if words or about else None


def _said(control: QWidget) -> tuple[str, str]:
    words = control.accessibleName()
    if not words and isinstance(control, QAbstractButton):
        words = control.text()
    return words, control.accessibleDescription()


def _can_have_it(control: QWidget, within: QWidget) -> bool:
    return control.isEnabled() and control.isVisible() and within.isAncestorOf(control)
