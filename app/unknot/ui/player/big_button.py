"""The player's buttons: large enough for a foot, a stick or a hand reached up from the floor."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.theme import Theme
from unknot.ui.widgets.one_of import OneOf

_PRESS_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)


class PlayerButton(OneOf):
    """Base of every control in a player: takes the focus by Tab only, keeps no key but Enter and Space.

    Every other key goes on to the player, which has keys of its own (arrows would otherwise wander
    between buttons); only in a row of answers an arrow goes to the next one. A click never moves the
    focus, so that Space goes on meaning pause.
    """

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._scale = PlayerScale(theme, 1.0)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # its size follows the window, not the text size that the application's sheet goes by
        self.setStyleSheet("QPushButton { min-height: 0; min-width: 0; padding: 0; }")
        theme.changed.connect(self.update)

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """As small as its content."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space press it, everything else is for the player."""
        if event.key() in _PRESS_KEYS and not event.isAutoRepeat():
            self.click()
            event.accept()
        elif not event.isAutoRepeat() and self.move_by(Qt.Key(event.key())):
            event.accept()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """It was pressed on the way down."""
        event.ignore()

    def _ground(self, kind: str) -> tuple[QColor, QColor, float, QColor]:
        """Fill, outline, its width and the ink, for the state it is in."""
        color = self._theme.color
        if not self.isEnabled():
            return color("disabledBg"), color("borderStrong"), 1.5, color("disabledInk")
        state = "Pressed" if self.isDown() else "Hover" if self.underMouse() else ""
        if kind in {"accent", "primary"}:
            fill = color(f"{kind}{state}")
            return fill, fill, 1.5, color("onAccent" if kind == "accent" else "onPrimary")
        fill = {"Pressed": color("pressFill"), "Hover": color("hoverFill")}.get(state, color("surface"))
        if kind == "pain":
            return fill, color("pain"), 2.0, color("ink")
        return fill, color("borderStrong"), 1.5, color("ink")

    def _paint_ground(self, painter: QPainter, kind: str, radius: float) -> QColor:
        """The rounded body; returns the ink for what is written on it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, line, width, ink = self._ground(kind)
        pen = QPen(line, width)
        if not self.isEnabled():
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(fill)
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        return ink


class BigButton(PlayerButton):
    """A transport button: icon, word and the key that does the same.

    `kind` is plain, accent (the one marigold action), primary or pain.
    """

    def __init__(
        self,
        text: str,
        icon: str,
        hint: str,
        theme: Theme,
        *,
        kind: str = "plain",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, theme, parent)
        self._icon, self._hint, self._kind = icon, hint, kind
        self.icon_size = 44.0
        self.text_size = 32.0

    def show_as(self, text: str, icon: str) -> None:
        """Change word and picture, as Pause does when it becomes Resume."""
        if text != self.text() or icon != self._icon:
            self._icon = icon
            self.setText(text)
            self.update()

    def sizeHint(self) -> QSize:
        """Room for icon and word, and 96 px high."""
        return QSize(self._content_width() + 2 * self._scale.px(24), self._scale.px(96))

    def minimumSizeHint(self) -> QSize:
        """What is written on it, and a little air."""
        word, small = self._scale.display(self.text_size), self._scale.plain(15)
        high = QFontMetrics(word).height() + (QFontMetrics(small).height() if self._hint else 0)
        return QSize(self._content_width() + 2 * self._scale.px(6), high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon left, word right, its key below the word; the group stands in the middle."""
        painter = QPainter(self)
        ink = self._paint_ground(painter, self._kind, self._scale.px(20))
        left = (self.width() - self._content_width()) // 2
        if self._icon:
            size = self._scale.px(self.icon_size)
            tint = self._theme.color("pain") if self._kind == "pain" and self.isEnabled() else ink
            picture = self._theme.pixmap(self._icon, tint, size)
            painter.drawPixmap(left, (self.height() - size) // 2, picture)
            left += size + self._scale.px(18)
        word, small = self._scale.display(self.text_size), self._scale.plain(15)
        word_high = QFontMetrics(word).height()
        hint_high = QFontMetrics(small).height() if self._hint else 0
        top = (self.height() - word_high - hint_high) // 2
        painter.setPen(ink)
        painter.setFont(word)
        line = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, top, self.width() - left, word_high), line, self.text())
        if self._hint:
            painter.setFont(small)
            below = QRect(left, top + word_high, self.width() - left, hint_high)
            painter.drawText(below, line, self._hint)
        painter.end()

    def _content_width(self) -> int:
        word = QFontMetrics(self._scale.display(self.text_size)).horizontalAdvance(self.text())
        hint = QFontMetrics(self._scale.plain(15)).horizontalAdvance(self._hint) if self._hint else 0
        icon = self._scale.px(self.icon_size) + self._scale.px(18) if self._icon else 0
        return icon + max(word, hint)
