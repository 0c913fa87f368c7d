"""Offers to rate the same spot once more, to learn how much two ratings differ by chance."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.flow_row import FlowRow
from unknot.ui.widgets.score_picker import ScorePicker
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class RepeatOffer(QFrame):
    """Two sentences, taken up or put off for a month."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "sunken")
        column = spaced(QVBoxLayout(self), theme, (12, 10, 12, 10), 8)
        self.words = Words(
            self.tr(
                "How sure is your thumb? Rate this spot once more in a minute or two. The difference"
                " shows which changes may be chance."
            ),
            theme,
            "small",
        )
        column.addWidget(self.words)
        self.again_button = Button(self.tr("Rate it once more"), theme)
        self.again_button.clicked.connect(self.accepted)
        self.later_button = Button(self.tr("Not this month"), theme, kind="quiet")
        self.later_button.clicked.connect(self.refused)
        column.addWidget(FlowRow(theme, (self.again_button, self.later_button), 8))


class RepeatDialog(Dialog):
    """`rated` carries the second score. The first is not shown: it would be given again."""

    rated = Signal(int)

    def __init__(self, place: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("RepeatDialog", "Once more"), parent)
        self.body.addWidget(Words(place, theme, "label"))
        how = self.tr("Let go, wait a minute or two, then press the same spot the same way.")
        self.body.addWidget(Words(how, theme, tone="ink2"))
        question = QLabel(self.tr("How tender is it now?"))
        question.setProperty("type", "label")
        question.setWordWrap(True)
        self.body.addWidget(question)
        self.picker = ScorePicker(theme, self.tr("Tenderness"))
        self.picker.picked.connect(self._picked)
        self.body.addWidget(self.picker)
        self.cancel_button = Button(self.tr("Cancel"), theme)
        self.cancel_button.clicked.connect(self.reject)
        self.set_buttons(self.cancel_button)

    def _picked(self, score: int) -> None:
        self.accept()
        self.rated.emit(score)
