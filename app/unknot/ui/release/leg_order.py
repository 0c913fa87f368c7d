"""Which leg begins, where both are done: the one that is more sore, or the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from unknot.domain.body import Side
from unknot.ui.side_words import side_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.flow_row import FlowRow
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.words import Words


class LegOrder(FlowRow):
    """`sore` is the leg that is more sore; `picked` carries the leg that begins."""

    picked = Signal(str)

    def __init__(self, sore: Side, first: Side, theme: Theme, parent: QWidget | None = None) -> None:
        sorer = self.tr("{side}, the sore one").format(side=side_word(sore))
        options = [(sore.value, sorer), (sore.other.value, side_word(sore.other))]
        name = self.tr("Which leg begins")
        self.choice = Segmented(theme, name, options)
        self.choice.set_value(first.value)
        label = Words(name, theme, "label")
        label.setWordWrap(False)
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        label.setMinimumHeight(self.choice.sizeHint().height())
        super().__init__(theme, (label, self.choice), 12)
        if parent is not None:
            self.setParent(parent)
        self.choice.picked.connect(self.picked)
