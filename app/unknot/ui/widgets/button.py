"""A push button whose icon keeps its colour and size right when the theme changes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from unknot.ui.theme import Theme

_ICON_INK = {
    "accent": "onAccent",
    "primary": "onPrimary",
    "quiet": "primary",
    "hero": "heroInk",
    "pain": "pain",
}
_GAP = 6  # between icon and words; the style sheet knows no such thing


class Button(QPushButton):
    """Words with an icon. `kind` is accent, primary, quiet, pain, hero or empty; `large` makes it 56 px high.

    `icon_after` puts the icon behind the words. A button without words must be given an accessible
    name; its tooltip shows the same.
    """

    def __init__(
        self,
        text: str,
        theme: Theme,
        *,
        icon: str = "",
        kind: str = "",
        large: bool = False,
        name: str = "",
        icon_after: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme, self._icon_name, self._kind = theme, icon, kind
        if icon_after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._icon_px = 22 if large else 18
        if kind:
            self.setProperty("kind", kind)
        if large:
            self.setProperty("large", "true")  # not "size": every widget has a property of that name
        if not text:
            self.setProperty("square", "true")
        if name:
            self.setAccessibleName(name)
            self.setToolTip("" if text else name)
        self.setProperty("radius", 12 if large else 10)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._restyle)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too, wherever it stands."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def set_icon(self, name: str) -> None:
        """Show another icon; empty shows none."""
        self._icon_name = name
        self._restyle()

    def _restyle(self) -> None:
        if not self._icon_name:
            self.setIcon(QIcon())
            return
        size = self._theme.px(self._icon_px)
        gap = self._theme.px(_GAP) if self.text() else 0
        icon = QIcon()
        icon.addPixmap(self._picture(_ICON_INK.get(self._kind, "ink"), size, gap), QIcon.Mode.Normal)
        icon.addPixmap(self._picture("disabledInk", size, gap), QIcon.Mode.Disabled)
        if not self._kind:  # checked, it stands on primary
            icon.addPixmap(self._picture("onPrimary", size, gap), QIcon.Mode.Normal, QIcon.State.On)
        self.setIcon(icon)
        self.setIconSize(QSize(size + gap, size))

    def _picture(self, token: str, size: int, gap: int) -> QPixmap:
        glyph = self._theme.pixmap(self._icon_name, self._theme.color(token), size)
        ratio = glyph.devicePixelRatio()
        picture = QPixmap(round((size + gap) * ratio), round(size * ratio))
        picture.fill(Qt.GlobalColor.transparent)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        after = self.layoutDirection() is Qt.LayoutDirection.RightToLeft  # the icon stands behind the words
        painter.drawPixmap(gap if after else 0, 0, glyph)
        painter.end()
        return picture
