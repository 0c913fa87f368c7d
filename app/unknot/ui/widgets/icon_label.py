"""A small picture from the icon set that follows the theme; decoration, so it has no name."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from unknot.ui.theme import Theme


class IconLabel(QLabel):
    """Shows one icon in one colour token at `size` logical px."""

    def __init__(
        self, icon: str, theme: Theme, color: str = "ink", size: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._theme, self._color, self._size = icon, theme, color, size
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_icon(self, icon: str, color: str) -> None:
        """Show another icon."""
        self._icon, self._color = icon, color
        self._restyle()

    def _restyle(self) -> None:
        size = self._theme.px(self._size)
        self.setFixedSize(size, size)
        self.setPixmap(self._theme.pixmap(self._icon, self._theme.color(self._color), size))
