"""The top of the body map: its title, which view, which leg."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from unknot.domain.body import View
from unknot.ui.body_map.frame import LegChoice
from unknot.ui.body_map.story_words import knots_title, legs_word, view_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.spacing import spaced


class MapHeader(QWidget):
    """One row; where the window is narrow the segments stand below the title."""

    view_picked = Signal(str)
    legs_picked = Signal(str)
    list_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = spaced(QGridLayout(self), theme, 0, 12)
        self.title = QLabel(self.tr("Body map"))
        self.title.setProperty("type", "title")
        self.views = Segmented(theme, self.tr("View"), [(view.value, view_word(view)) for view in View])
        self.views.picked.connect(self.view_picked)
        self.legs = Segmented(theme, self.tr("Leg"), [(legs.value, legs_word(legs)) for legs in LegChoice])
        self.legs.picked.connect(self.legs_picked)
        for value, key in (("left", "L"), ("right", "R"), ("both", "B")):
            self.legs.segment(value).setToolTip(key)
        for view in View:
            self.views.segment(view.value).setToolTip(self.tr("V for the next view"))
        self.list_button = Button(knots_title(0), theme, icon="caret-right-bold")
        self.list_button.clicked.connect(self.list_wanted)
        self.picture_button = Button(self.tr("Picture"), theme, icon="image-bold")
        self.picture_button.setToolTip(self.tr("Copy or save the map as a picture"))
        self._grid.setColumnStretch(0, 1)
        self._narrow: bool | None = None
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Stand in one row, or in three with a button to the list."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for part in (self.title, self.picture_button, self.views, self.legs, self.list_button):
            self._grid.removeWidget(part)
        self._grid.addWidget(self.title, 0, 0)
        self.list_button.setVisible(narrow)
        if narrow:
            self._grid.addWidget(self.list_button, 0, 1)
            self._grid.addWidget(self.views, 1, 0, 1, 2)
            self._grid.addWidget(self.legs, 2, 0)
            self._grid.addWidget(self.picture_button, 2, 1)
        else:
            self._grid.addWidget(self.picture_button, 0, 1)
            self._grid.addWidget(self.views, 0, 2)
            self._grid.addWidget(self.legs, 0, 3)

    def show_choice(self, view: View, legs: LegChoice) -> None:
        """Show what is chosen, without telling."""
        self.views.set_value(view.value)
        self.legs.set_value(legs.value)
