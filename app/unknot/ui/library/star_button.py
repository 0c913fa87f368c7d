"""A star that marks a favourite: a check box with another face."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from unknot.services.settings import Settings
from unknot.ui.theme import Theme

STAR = 22  # px


class StarButton(QCheckBox):
    """Remembers by itself whether the routine is a favourite."""

    def __init__(
        self, routine_id: str, title: str, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._id, self._settings, self._theme = routine_id, settings, theme
        self.setAccessibleName(self.tr("Favourite"))
        self.setAccessibleDescription(title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("radius", 10)
        self.setProperty("star", "true")  # the sheet makes its indicator as large as its target
        self.setFixedSize(self.sizeHint())
        self.renew()
        self.toggled.connect(self._keep)

    def renew(self) -> None:
        """Show what is remembered."""
        self.blockSignals(True)
        self.setChecked(self._id in self._settings.choices.starred)
        self.blockSignals(False)
        self._name()

    def sizeHint(self) -> QSize:
        """A target."""
        return QSize(self._theme.px(44), self._theme.px(44))

    def hitButton(self, position: QPoint) -> bool:
        """Everywhere."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """An outline, or a filled star."""
        painter, px = QPainter(self), self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("pressFill" if self.isDown() else "hoverFill"))
            painter.drawRoundedRect(QRectF(self.rect()), px(10), px(10))
        icon, ink = ("star-fill", "accentInk") if self.isChecked() else ("star", "ink2")
        picture = self._theme.pixmap(icon, self._theme.color(ink), px(STAR))
        painter.drawPixmap((self.width() - px(STAR)) // 2, (self.height() - px(STAR)) // 2, picture)
        painter.end()

    def _keep(self, on: bool) -> None:
        starred = self._settings.choices.starred - {self._id} | ({self._id} if on else set())
        self._settings.choose(favourites=" ".join(sorted(starred)))
        self._name()

    def _name(self) -> None:
        off, on = self.tr("Make it a favourite"), self.tr("No favourite any more")
        self.setToolTip(on if self.isChecked() else off)
