"""Floor mode: the seconds fill the window, with the leg above them, and everything else is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent

from unknot.domain.player import PlayerState, Snapshot
from unknot.ui.player.big_button import PlayerButton
from unknot.ui.player.countdown_ring import PULSE_MS
from unknot.ui.player.player_scale import PlayerScale, clock_text
from unknot.ui.player.side_plate import SidePlate

if TYPE_CHECKING:
    from unknot.ui.player.player_frame import PlayerFrame

MARGIN = 40
BAR, PULSE_EXTRA = 32, 14  # px; as thick as the ring
_TALLEST = 0.86  # of the height of the window, for a line of digits: they fill five eighths of it
_PLATE = 1.5  # times as large as in the player


class FloorView(PlayerButton):
    """Lies over the whole player while the session runs, and is one big pause button.

    What needs an answer is shown by the player below: at a pause, a check or a question this is hidden,
    and comes back as the session goes on. `toggle` is what the key and the button do.
    """

    def __init__(self, player: PlayerFrame) -> None:
        super().__init__("", player.theme, player)
        self._player = player
        self._on = False
        self._left, self._number = 1.0, ""
        self.plate = SidePlate(player.theme, self)
        self.plate.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the player keeps the keys
        self._pulse = QTimer(self)
        self._pulse.setSingleShot(True)
        self._pulse.setInterval(PULSE_MS)
        self._pulse.timeout.connect(self.update)
        self.clicked.connect(player.transport.pause.click)
        player.service.moved.connect(self._show)
        player.service.state_changed.connect(self._show_now)
        player.service.pulsed.connect(self._pulsed)
        player.service.finished.connect(self.hide)
        player.installEventFilter(self)
        self.hide()

    def toggle(self) -> None:
        """Into floor mode, or out of it."""
        self._on = not self._on
        self._show_now()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the player."""
        if watched is self._player and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The number as large as it goes, and below it a bar of what is left, which answers each tone."""
        painter, color = QPainter(self), self._theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), color("bg"))
        px = self._scale.px
        room = QRectF(self.rect()).adjusted(px(MARGIN), px(MARGIN), -px(MARGIN), -px(MARGIN))
        pulse = px(PULSE_EXTRA) if self._pulse.isActive() else 0
        bar = QRectF(room.left(), room.bottom() - px(BAR) - pulse, room.width(), px(BAR) + pulse)
        painter.fillRect(bar, color("raised" if self._theme.is_dark else "sunken"))
        bar.setWidth(bar.width() * self._left)
        painter.fillRect(bar, color("primary"))
        room.setTop(self.plate.geometry().bottom())
        room.setBottom(bar.top())
        self._paint_number(painter, room)
        painter.end()

    def _paint_number(self, painter: QPainter, room: QRectF) -> None:
        font = self._scale.font("count")
        font.setPixelSize(max(1, round(self.height() * _TALLEST)))
        wide = QFontMetricsF(font).horizontalAdvance("0" * (len(self._number) - 1) + ":")
        if wide > room.width():
            font.setPixelSize(max(1, int(font.pixelSize() * room.width() / wide)))
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._number)

    def _show_now(self) -> None:
        self._show(self._player.service.snapshot)

    def _show(self, snapshot: Snapshot) -> None:
        shown = self._on and snapshot.state is PlayerState.RUNNING and self._player.prompt is None
        if shown:
            seconds = snapshot.segment.seconds
            self._left = snapshot.left_in_step / seconds if seconds else 0.0
            self._number = clock_text(snapshot.left_in_step)
            self.plate.show_side(snapshot.leg)
            self.setAccessibleName(self._player.transport.pause.text())
            self.setAccessibleDescription(self._number)
            self.update()
        if shown and self.isHidden():
            self._fit()
            self.raise_()
            self._player.bar.raise_()  # what it tells is told here, too
        self.setVisible(shown)

    def _fit(self) -> None:
        self.setGeometry(self._player.rect())
        self.set_scale(self._player.scale)
        self.plate.set_scale(PlayerScale(self._theme, _PLATE * self._scale.k))
        self.plate.move(self._scale.px(MARGIN), self._scale.px(MARGIN))

    def _pulsed(self, _role: str) -> None:
        self._pulse.start()
        self.update()
