"""How screen readers see scroll areas: by an interface that answers for any index.

Qt's own one for QScrollArea takes the child at an index without looking whether there is one. A screen
reader that still remembers a scroll bar which has gone since ends the program so.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea


def install() -> None:
    """From now on every scroll area is seen so. Once a process."""
    QAccessible.installFactory(_interface)


def _interface(class_name: str, subject: QObject) -> QAccessibleInterface | None:
    if class_name == "QScrollArea" and isinstance(subject, QScrollArea):
        return QAccessibleWidget(subject, QAccessible.Role.Client)
    return None
