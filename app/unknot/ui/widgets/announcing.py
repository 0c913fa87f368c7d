"""Says something to a screen reader, without moving the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(subject: QObject, text: str) -> None:
    """Say this once, on behalf of `subject`; nothing where there is no text."""
    if text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(subject, text))
