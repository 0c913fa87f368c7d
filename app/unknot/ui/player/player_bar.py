"""What a player has to say beside the session, large enough for the floor: a notice, or a trouble."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from unknot.domain.errors import KnownError
from unknot.ui.player.big_button import BigButton
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.player.small_button import SmallButton
from unknot.ui.theme import Theme

NOTICE_MS = 12_000
SHORT_MS = 2_500
_TITLE, _MORE = 48, 26  # px in the drawing; the title is as large as "Next"
_SMALLEST_TITLE = 0.6  # of its size; what needs more room is shown smaller first


class PlayerBar(QWidget):
    """Lies over the strip of the player, hidden until it has something to say.

    A notice goes by itself; a trouble stays until it is solved or put away. `again_wanted` tells that
    "Try again" was pressed.
    """

    again_wanted = Signal()
    covering = Signal(bool)  # whether it covers the strip now

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._scale, self._trouble = theme, PlayerScale(theme, 1.0), False
        self._words = ("", "")
        self.title, self.more = QLabel(self), QLabel(self)
        for label in (self.title, self.more):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.again = BigButton(self.tr("Try again"), "arrow-clockwise-bold", "", theme, parent=self)
        self.again.icon_size, self.again.text_size = 28.0, 32.0
        self.again.clicked.connect(self.again_wanted)
        self.close_button = SmallButton("", "x-bold", theme, name=self.tr("Dismiss"), parent=self)
        self.close_button.icon_size = 28.0
        self.close_button.clicked.connect(self.put_away)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.put_away)
        theme.changed.connect(self.update)
        self.hide()

    @property
    def tells_trouble(self) -> bool:
        """Whether a trouble is shown now."""
        return self._trouble and not self.isHidden()

    def show_notice(self, text: str, *, short: bool = False) -> None:
        """Say something for a while; a trouble that is shown stays instead."""
        if self.tells_trouble:
            return
        first, stop, rest = text.partition(". ")
        self._say(first + stop.strip(), rest, trouble=False, can_retry=False)
        self._timer.start(SHORT_MS if short else NOTICE_MS)

    def show_trouble(self, error: KnownError, *, can_retry: bool) -> None:
        """Say a known trouble until it is solved or put away."""
        self._timer.stop()
        self._say(error.what, error.advice, trouble=True, can_retry=can_retry)

    def solved(self) -> None:
        """Take a trouble away; a notice stays."""
        if self._trouble:
            self.put_away()

    def put_notice_away(self) -> None:
        """Hide a notice; a trouble stays."""
        if not self._trouble:
            self.put_away()

    def put_away(self) -> None:
        """Hide it."""
        self._timer.stop()
        self._trouble = False
        had_focus = self.isAncestorOf(self.focusWidget() or self)
        self.hide()
        self.covering.emit(False)
        parent = self.parentWidget()
        if had_focus and parent is not None:
            parent.setFocus()

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        for button in (self.again, self.close_button):
            button.set_scale(scale)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out again."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, outline and icon in the colour of an error, or of a note."""
        painter, px, color = QPainter(self), self._scale.px, self._theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = "error" if self._trouble else "info"
        painter.setPen(QPen(color(role), 2))
        painter.setBrush(color(f"{role}Tint"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(20), px(20))
        icon = "warning-circle-fill" if self._trouble else "info-bold"
        size = px(48)
        painter.drawPixmap(px(20), (self.height() - size) // 2, self._theme.pixmap(icon, color(role), size))
        painter.end()

    def _say(self, title: str, more: str, *, trouble: bool, can_retry: bool) -> None:
        self._trouble, self._words = trouble, (title, more)
        self.again.setVisible(trouble and can_retry)
        self.setAccessibleName(f"{title} {more}".strip())
        self._arrange()
        self.covering.emit(True)
        self.show()
        self.raise_()
        self.update()

    def _arrange(self) -> None:
        px, high = self._scale.px, self.height()
        side = max(px(64), self.close_button.sizeHint().height())
        right = self.width() - px(12) - side
        self.close_button.setGeometry(right, (high - side) // 2, side, side)
        if not self.again.isHidden():
            wide = self.again.minimumSizeHint().width() + px(32)
            right -= wide + px(12)
            self.again.setGeometry(right, (high - px(72)) // 2, wide, px(72))
        left = px(88)
        room = max(1, right - px(20) - left)
        self._fit(self.title, self._words[0], self._scale.display(_TITLE), room)
        self._fit(self.more, self._words[1], self._scale.display(_MORE, 500), room)
        title_high = self.title.fontMetrics().height()
        more_high = self.more.fontMetrics().height() if self.more.text() else 0
        top = (high - title_high - more_high) // 2
        self.title.setGeometry(left, top, room, title_high)
        self.more.setGeometry(left, top + title_high, room, more_high)

    def _fit(self, label: QLabel, words: str, font: QFont, room: int) -> None:
        least = round(font.pixelSize() * _SMALLEST_TITLE)
        while font.pixelSize() > least and QFontMetrics(font).horizontalAdvance(words) > room:
            font.setPixelSize(font.pixelSize() - 1)
        label.setFont(font)
        # what is left out here, as in the middle of a long path, is in the accessible name
        label.setText(QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideMiddle, room))
