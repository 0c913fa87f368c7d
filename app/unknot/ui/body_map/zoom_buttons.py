"""Nearer, farther, and back to the whole picture: the map's zoom for those who use buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from unknot.ui.body_map.sight import NEAREST, Sight
from unknot.ui.body_map.sight_control import SightControl
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button


class ZoomButtons(QWidget):
    """Lies in a corner of the stage; its reset shows only while there is something to reset."""

    def __init__(self, control: SightControl, theme: Theme, stage: QWidget) -> None:
        super().__init__(stage)
        self._control, self._theme = control, theme
        self.reset = Button(self.tr("Reset view"), theme)
        self.farther = Button("", theme, icon="magnifying-glass-minus-bold", name=self.tr("Zoom out"))
        self.nearer = Button("", theme, icon="magnifying-glass-plus-bold", name=self.tr("Zoom in"))
        self.reset.clicked.connect(control.reset)
        self.farther.clicked.connect(control.farther)
        self.nearer.clicked.connect(control.nearer)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        for button in self.buttons:
            self._row.addWidget(button)
        self.show_sight(control.sight)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All three, from left to right."""
        return (self.reset, self.farther, self.nearer)

    def show_sight(self, sight: Sight) -> None:
        """Offer what is possible from here."""
        for button, possible in (
            (self.nearer, sight.zoom < NEAREST - 1e-6),
            (self.farther, sight.zoom > 1 + 1e-6),
        ):
            button.setEnabled(possible)
        self.reset.setVisible(not sight.is_plain)
        self.adjustSize()

    def sizeHint(self) -> QSize:
        """As wide as what is shown."""
        return self._row.sizeHint()
