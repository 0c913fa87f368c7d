"""A caution with the way out of it: one sentence, and useful places as buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.icon_label import IconLabel
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words
from unknot.ui.widgets.wrapped_button import WRAP, WrappedButton


class PlaceButton(WrappedButton):
    """Leads to another place of the map."""

    left, right, least, air = 40, 12, 44, 14

    def __init__(
        self, place: str, label: str, theme: Theme, parent: QWidget, *, icon: str = "arrow-right-bold"
    ) -> None:
        super().__init__(label, theme, parent)
        self.place, self._icon_name = place, icon
        self.setCheckable(False)
        self.setProperty("radius", 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A plain button with an arrow."""
        painter, px, color = QPainter(self), self._theme.px, self._theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "pressFill" if self.isDown() else "hoverFill" if self.underMouse() else "surface"
        painter.setPen(QPen(color("borderStrong"), 1))
        painter.setBrush(color(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(10), px(10))
        size = px(18)
        arrow = self._theme.pixmap(self._icon_name, color("primary"), size)
        painter.drawPixmap(px(12), (self.height() - size) // 2, arrow)
        painter.setFont(self._theme.font("label"))
        painter.setPen(color("ink"))
        painter.drawText(self.words_box(), WRAP, self.text())
        painter.end()


class CautionBox(QFrame):
    """Hidden without a caution. `place_wanted` carries the id of the place a button offers."""

    place_wanted = Signal(str)

    def __init__(self, atlas: MapAtlas, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas, self._theme = atlas, theme
        self.setProperty("panel", "accentTint")
        column = spaced(QVBoxLayout(self), theme, (12, 10, 12, 10), 8)
        row = spaced(QHBoxLayout(), theme, 0, 10)
        row.addWidget(IconLabel("warning-circle-fill", theme, "accentInk"), 0, Qt.AlignmentFlag.AlignTop)
        self.words = Words("", theme)
        row.addWidget(self.words, 1)
        column.addLayout(row)
        self._buttons = spaced(QVBoxLayout(), theme, 0, 6)
        column.addLayout(self._buttons)
        self.offers: list[PlaceButton] = []

    def show_caution(self, caution: str, instead: Sequence[str]) -> None:
        """Say this and offer these places."""
        self.setVisible(bool(caution or instead))
        self.words.setText(caution)
        for button in self.offers:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.offers = [PlaceButton(place, self._atlas.label(place), self._theme, self) for place in instead]
        for button in self.offers:
            button.clicked.connect(self._offer_clicked)
            self._buttons.addWidget(button)
            button.show()

    def say(self) -> None:
        """Say it to a screen reader, if it is shown: after a choice that brought it."""
        if self.isVisible():
            announce(self, self.words.text())

    def _offer_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, PlaceButton):
            self.place_wanted.emit(sender.place)
