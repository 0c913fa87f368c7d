"""Which view and which legs the map shows: remembered, and turned to where a knot is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from unknot.domain.body import Side, Spot, View
from unknot.services.journal import Journal
from unknot.services.settings import Settings
from unknot.ui.body_map.frame import LegChoice
from unknot.ui.body_map.map_header import MapHeader
from unknot.ui.body_map.stage import BodyStage
from unknot.ui.body_map.writing import Writing


class MapLook(QObject):
    """Keeps header and stage at what the settings say; `turned` tells that other legs or a view are shown."""

    turned = Signal()

    def __init__(
        self, settings: Settings, journal: Journal, writing: Writing, header: MapHeader, stage: BodyStage
    ) -> None:
        super().__init__(stage)
        self._settings, self._journal, self._writing = settings, journal, writing
        self._header, self._stage = header, stage
        self._picked: LegChoice | None = None  # what the user chose while this page lives
        self.is_small = False  # little room: one leg, until the user asks for both

    @property
    def view(self) -> View:
        """The view shown."""
        return View(self._settings.choices.map_view)

    @property
    def legs(self) -> LegChoice:
        """The legs shown: the remembered ones; in a small window the leg with the most tender knot."""
        remembered = LegChoice(self._settings.choices.map_leg)
        if not self.is_small or remembered is not LegChoice.BOTH or self._picked is LegChoice.BOTH:
            return remembered
        worst = next(iter(self._journal.knots(closed=False)), None)
        return LegChoice(worst.knot.spot.side.value) if worst else LegChoice.RIGHT

    @property
    def side(self) -> Side:
        """The leg a new mark is on, if nothing else says so."""
        return Side.LEFT if self.legs is LegChoice.LEFT else Side.RIGHT

    def show(self) -> None:
        """Show what is chosen."""
        legs = self.legs
        self._header.show_choice(self.view, legs)
        self._stage.show_view(self.view, legs, quiet=self._settings.choices.quiet_anatomy)

    def pick_view(self, view: str) -> None:
        """Choose a view and remember it."""
        self._writing.do(partial(self._settings.choose, map_view=view))
        self.show()
        self.turned.emit()

    def pick_legs(self, legs: str) -> None:
        """Choose the legs and remember them."""
        self._picked = LegChoice(legs)
        self._writing.do(partial(self._settings.choose, map_leg=legs))
        self.show()
        self.turned.emit()

    def next_view(self) -> None:
        """From back to outer to front to inner, and round again."""
        views = list(View)
        self.pick_view(views[(views.index(self.view) + 1) % len(views)].value)

    def turn_to(self, spot: Spot) -> None:
        """Show the view and the leg of a spot, and the whole leg where it lies outside the crop."""
        if spot.view is not self.view:
            self.pick_view(spot.view.value)
        legs = self.legs
        if legs is not LegChoice.BOTH and legs.value != spot.side.value:
            self.pick_legs(spot.side.value)
        if self._stage.needs_whole(spot):
            self._stage.show_whole(whole=True)
        self._stage.bring(spot)
