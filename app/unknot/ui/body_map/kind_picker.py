"""Asks what was found: a knot, a sore line or sharp pain."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from unknot.domain.knots import KnotKind
from unknot.ui.body_map.kind_words import PRESSED, SORE, kind_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.spacing import spaced


class KindPicker(QWidget):
    """Hidden where there is nothing to choose. `picked` carries the KnotKind."""

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, titled: bool = True) -> None:
        super().__init__(parent)
        column = spaced(QVBoxLayout(self), theme, 0, 4)
        title = QLabel(self.tr("What it is"))
        title.setProperty("type", "label")
        title.setVisible(titled)
        column.addWidget(title)
        self.rows = {
            kinds: Segmented(theme, self.tr("What it is"), [(kind.value, kind_word(kind)) for kind in kinds])
            for kinds in (PRESSED, SORE)
        }
        for row in self.rows.values():
            row.picked.connect(self._picked)
            column.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)

    def show_kinds(self, kinds: Sequence[KnotKind], chosen: KnotKind) -> None:
        """Offer these (PRESSED, SORE or none) with one chosen, without telling."""
        offered = tuple(kinds)
        self.setVisible(bool(offered))
        for held, row in self.rows.items():
            row.setVisible(held == offered)
            if held == offered:
                row.set_value(chosen.value if chosen in offered else "")

    def _picked(self, value: str) -> None:
        self.picked.emit(KnotKind(value))
