"""A score that may stay unanswered: the eleven buttons and a way to take the answer back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.ui.score_words import score_name
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.score_picker import ScorePicker
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class ScoreField(QWidget):
    """`value` is None until a score was picked; "Clear" makes it None again."""

    picked = Signal()

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        column = spaced(QVBoxLayout(self), theme, 0, 4)
        head = QHBoxLayout()
        self.title = QLabel(label)
        self.title.setProperty("type", "label")
        self.title.setWordWrap(True)
        head.addWidget(self.title, 1)
        self.clear = Button(self.tr("Clear"), theme, kind="quiet")
        self.clear.setAccessibleName(self.tr("Clear: {label}").format(label=label))
        self.clear.clicked.connect(self._clear)
        keep = self.clear.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(keep)
        self.clear.hide()
        head.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(head)
        self.picker = ScorePicker(theme, label)
        self.picker.picked.connect(self._picked)
        column.addWidget(self.picker)
        self.fault = Words("", theme, "small", "error")
        column.addWidget(self.fault)
        self.set_value(None)
        self.set_fault("")

    @property
    def control(self) -> QWidget:
        """What gets the keyboard when something is wrong here."""
        return self.picker.entry

    @property
    def value(self) -> int | None:
        """The score, None where none was given."""
        return self.picker.value

    def set_value(self, value: int | None) -> None:
        """Show a score without telling."""
        self.picker.set_value(value)
        self.clear.setVisible(value is not None)
        if value is None:
            self.title.setText(self._label)
        else:
            self.title.setText(f"{self._label}: {score_name(value)}")

    def set_fault(self, text: str) -> None:
        """Say what is wrong; empty takes it back."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        self.picker.setAccessibleDescription(text)

    def _picked(self, value: int) -> None:
        self.set_value(value)
        self.picked.emit()

    def _clear(self) -> None:
        self.set_value(None)
        self.picked.emit()
