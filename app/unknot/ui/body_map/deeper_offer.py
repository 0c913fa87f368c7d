"""Offers the muscle under the one that was touched, and the way back up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.caution_box import PlaceButton
from unknot.ui.body_map.place_words import LayerOffer
from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import spaced


class DeeperOffer(QWidget):
    """Hidden where nothing lies beneath. `layer_wanted` carries the id of the place a button offers."""

    layer_wanted = Signal(str)

    def __init__(self, atlas: MapAtlas, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas, self._theme = atlas, theme
        self._column = spaced(QVBoxLayout(self), theme, 0, 6)
        self.offers: list[PlaceButton] = []
        self.hide()

    def show_layers(self, layers: tuple[LayerOffer, ...]) -> None:
        """Offer these places."""
        for button in self.offers:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.offers = [self._button(layer) for layer in layers]
        for button in self.offers:
            button.clicked.connect(self._clicked)
            self._column.addWidget(button)
            button.show()
        self.setVisible(bool(layers))

    def _button(self, layer: LayerOffer) -> PlaceButton:
        words = self.tr("Deeper: {place}") if layer.is_deeper else self.tr("Nearer the skin: {place}")
        icon = "arrow-line-down-bold" if layer.is_deeper else "arrow-line-up-bold"
        label = words.format(place=self._atlas.label(layer.place))
        return PlaceButton(layer.place, label, self._theme, self, icon=icon)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, PlaceButton):
            self.layer_wanted.emit(sender.place)
