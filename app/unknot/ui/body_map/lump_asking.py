"""Asks the question about a large lump, each time a size goes up to one that asks."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from unknot.domain.knots import Size, rung
from unknot.services.screening import Screening
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.lump_dialog import LumpDialog
from unknot.ui.theme import Theme


class LumpAsking(QObject):
    """`asked` carries the id of the knot that is so large."""

    asked = Signal(object)  # UUID

    def __init__(self, screening: Screening, atlas: MapAtlas, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._screening, self._atlas, self._theme, self._page = screening, atlas, theme, page

    def ask(self, knot_id: UUID, size: Size | None, before: Size | None) -> None:
        """Ask if the size asks and is larger than the one before."""
        word = self._atlas.sizes.get(size) if size is not None else None
        if size is None or word is None or not word.asks_lump_question:
            return
        if rung(size) > rung(before):
            LumpDialog(self._screening, self._theme, self._page).open()
            self.asked.emit(knot_id)
