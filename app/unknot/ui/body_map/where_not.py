"""Hatches where not to press: all over the map on demand, around a knot while a routine is near."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from unknot.domain.knots import KnotStory
from unknot.domain.where_not import never_pressed, never_pressed_around
from unknot.services.settings import Settings
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.stage import BodyStage
from unknot.ui.body_map.writing import Writing


class WhereNot(QObject):
    """Follows the remembered choice and the knot whose panel is open."""

    def __init__(self, atlas: MapAtlas, settings: Settings, writing: Writing, stage: BodyStage) -> None:
        super().__init__(stage)
        self._atlas, self._settings, self._writing, self._stage = atlas, settings, writing, stage
        self._near: KnotStory | None = None
        self._button = stage.corners.where_not
        self._button.clicked.connect(self._clicked)
        settings.changed.connect(self._choices_changed)
        self._show()

    def toggle(self) -> None:
        """On or off, by key."""
        self._button.click()

    def show_near(self, story: KnotStory | None) -> None:
        """A routine is near: this knot could be released now. None: no routine is."""
        self._near = story
        self._show()

    def _clicked(self, on: bool) -> None:
        self._writing.do(partial(self._settings.choose, map_where_not=on))
        self._show()

    def _choices_changed(self, _choices: object) -> None:
        self._show()

    def _show(self) -> None:
        on = self._settings.choices.map_where_not
        self._button.setChecked(on)
        places = self._atlas.places
        if on:
            self._stage.set_hatched(never_pressed(places.values()))
        elif self._near is not None:
            spot = self._near.knot.spot
            seen = self._atlas.seen(spot.view)
            self._stage.set_hatched(never_pressed_around(spot, seen, places.values()))
        else:
            self._stage.set_hatched(())
