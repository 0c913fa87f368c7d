"""A labelled field of a form with its hint and, when it is wrong, what is wrong with it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QLineEdit, QVBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class FormField(QWidget):
    """Label above, the control, then the fault. Faults are words, not only a red edge."""

    def __init__(
        self, theme: Theme, label: str, control: QWidget, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._label = label
        column = spaced(QVBoxLayout(self), theme, 0, 6)
        title = QLabel(label)
        title.setProperty("type", "label")
        title.setWordWrap(True)
        title.setBuddy(control)
        column.addWidget(title)
        if hint:
            column.addWidget(Words(hint, theme, "small", "ink2"))
        column.addWidget(control)
        self.fault = Words("", theme, "small", "error")
        self.fault.hide()
        column.addWidget(self.fault)
        if not control.accessibleName():
            control.setAccessibleName(label)
        if isinstance(control, QAbstractScrollArea):
            control.viewport().setAccessibleName(label)  # where a screen reader says the keyboard is

    def set_fault(self, text: str) -> None:
        """Say what is wrong; empty takes it back."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        self.control.setAccessibleDescription(text)
        if isinstance(self.control, QLineEdit):
            self.control.setProperty("invalid", "true" if text else "false")
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)
