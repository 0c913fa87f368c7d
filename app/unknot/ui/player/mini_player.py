"""The mini-player: ring, leg, cue, ceiling and the two buttons that matter, above all other windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from unknot.domain.player import PlayerState, Snapshot
from unknot.ui.player.big_button import BigButton
from unknot.ui.player.countdown_ring import CountdownRing
from unknot.ui.player.cue_label import CueLabel
from unknot.ui.player.player_keys import PlayerAction, action_of
from unknot.ui.player.player_scale import PlayerScale, clock_text
from unknot.ui.player.pressure_bar import PressureBar
from unknot.ui.player.side_plate import SidePlate

if TYPE_CHECKING:
    from unknot.ui.player.player_frame import PlayerFrame

WIDE, HIGH = 456, 136  # at 100 % text; larger windows and texts scale it all
SMALL = 0.22  # of the big player's own size: 20 px for the cue, read at arm's length
BUTTONS = 0.5
CORNER = 48  # px from the corner of the screen, the first time
_OUT = {PlayerAction.LEAVE, PlayerAction.MINI, PlayerAction.FULL_SCREEN}
_FLAGS = (
    Qt.WindowType.Window
    | Qt.WindowType.CustomizeWindowHint
    | Qt.WindowType.WindowTitleHint
    | Qt.WindowType.WindowCloseButtonHint
    | Qt.WindowType.WindowStaysOnTopHint
)


class MiniPlayer(QWidget):
    """Shows the session of a big player and hands its keys on to it; `left` asks for the big one."""

    left = Signal()

    def __init__(self, player: PlayerFrame) -> None:
        super().__init__(None, _FLAGS)
        self._player, theme = player, player.theme
        self._cue_room = QRect()
        self.setWindowTitle(player.service.session.title)
        self.setAccessibleName(self.tr("Mini-player: {title}").format(title=player.service.session.title))
        self.setProperty("panel", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ring = CountdownRing(self.tr("Time left in this step"), theme, self)
        self.ring.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab comes to the button that does the same
        self.plate = SidePlate(theme, self)
        self.pressure = PressureBar(theme, self, figures=False)
        self.cue = CueLabel(theme, "cue", self)
        self.pause = BigButton("", "pause-fill", "", theme, kind="accent", parent=self)
        self.too_much = BigButton(self.tr("Too much"), "hand-palm-bold", "", theme, kind="pain", parent=self)
        self.big = BigButton(self.tr("Big"), "arrows-out-bold", "", theme, parent=self)
        self.big.setToolTip(self.tr("Back to the big player, M key"))
        self.ring.clicked.connect(self.pause.click)
        self.pause.clicked.connect(self._toggle)
        self.too_much.clicked.connect(self._stop_pressing)
        self.big.clicked.connect(self.left)
        player.service.moved.connect(self.show_snapshot)
        player.service.pulsed.connect(self._pulsed)
        theme.changed.connect(self._fit_text)
        self._fit_text()
        self.show_snapshot(player.service.snapshot)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show one moment of the session, or what the big player asks."""
        state, prompt = snapshot.state, self._player.prompt
        waiting = state is PlayerState.WAITING
        words = prompt.accessibleName() if prompt is not None else snapshot.cue
        self.plate.show_side(snapshot.leg)
        self.pressure.setVisible(snapshot.ceiling is not None and snapshot.segment.step.presses)
        if words != self.cue.text():
            self.cue.setText(words)
            self._place_cue()
        if snapshot.ceiling is not None:
            self.pressure.show_ceiling(snapshot.ceiling)
        seconds = snapshot.segment.seconds
        left = snapshot.left_in_step / seconds if seconds else 0.0
        number = "…" if waiting else clock_text(snapshot.left_in_step)
        self.ring.show_time(left, number, "", counts=not waiting)
        self.pause.show_as(*self._next_press(state))
        self.ring.setAccessibleName(self.pause.text())
        self.ring.setAccessibleDescription(number)

    def keep_place(self) -> str:
        """Where it is, for the next time."""
        return self.saveGeometry().toBase64().toStdString()

    def take_place(self, kept: str) -> None:
        """Go where it was, if that is on a screen still, else to the corner below on the right."""
        if kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "replace"))):
            return
        self.resize(self.minimumSize())
        corner = self._player.window().screen().availableGeometry().bottomRight()
        self.move(corner.x() - self.width() - CORNER, corner.y() - self.height() - CORNER)

    # ------------------------------------------------------------- Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and M go back to the big player; its other keys do here what they do there."""
        if action_of(event) in _OUT:
            self.left.emit()
            return
        self._player.keyPressEvent(event)
        self.show_snapshot(self._player.service.snapshot)
        if action_of(event) is PlayerAction.TOGGLE:
            self._ask_large()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Its own button only goes back."""
        if event.spontaneous():
            event.ignore()
            self.left.emit()
        else:
            super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All grows with it."""
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------- inside
    def _place_cue(self) -> None:
        """In the middle between what stands above and below it, in one line or two."""
        room = QRect(self._cue_room)
        if self.plate.isHidden() and self.pressure.isHidden():
            room.setTop(self.ring.y())
        self.cue.setGeometry(room)
        spare = max(0, room.height() - self.cue.minimumSizeHint().height())
        self.cue.setGeometry(room.adjusted(0, spare // 2, 0, 0))

    def _next_press(self, state: PlayerState) -> tuple[str, str]:
        if state is PlayerState.WAITING:
            return self.tr("Answer"), "arrows-out-bold"
        if state is PlayerState.RUNNING:
            return self.tr("Pause"), "pause-fill"
        return self.tr("Start") if state is PlayerState.READY else self.tr("Go on"), "play-fill"

    def _stop_pressing(self) -> None:
        self._player.too_much()
        self.show_snapshot(self._player.service.snapshot)  # with what it asks now

    def _toggle(self) -> None:
        if self._player.service.state is PlayerState.WAITING:
            self.left.emit()
            return
        self._player.transport.pause.click()
        self._ask_large()

    def _ask_large(self) -> None:
        """What keeps the session standing is said, and answered, in the big player."""
        if self._player.prompt is not None and self._player.service.state is PlayerState.PAUSED:
            self.left.emit()

    def _pulsed(self, _role: str) -> None:
        self.ring.pulse()

    def _fit_text(self) -> None:
        scale = self._player.theme.text_scale / 100
        self.setMinimumSize(QSize(round(WIDE * scale), round(HIGH * scale)))
        self._arrange()

    def _arrange(self) -> None:
        grown = min(self.width() / WIDE, self.height() / HIGH)
        small = PlayerScale(self._player.theme, SMALL * grown)
        for part in (self.ring, self.plate, self.pressure, self.cue):
            part.set_scale(small)
        buttons = PlayerScale(self._player.theme, BUTTONS * grown)
        for button in (self.pause, self.too_much, self.big):
            button.set_scale(buttons)
        px = PlayerScale(self._player.theme, grown).px
        edge, gap = px(12), px(8)
        ring = self.height() - 2 * edge
        self.ring.setGeometry(edge, edge, ring, ring)
        left, right = edge + ring + edge, self.width() - edge
        row = self.height() - edge - px(44)
        self.plate.move(left, edge)
        beside = left + small.px(390)  # behind the wider of the two plates
        self.pressure.setGeometry(beside, edge - px(3), right - beside, px(27))
        self._cue_room = QRect(left, px(34), right - left, row - px(36))
        self._place_cue()
        for button in (self.big, self.too_much):
            wide = button.minimumSizeHint().width() + px(14)
            right -= wide
            button.setGeometry(right, row, wide, px(44))
            right -= gap
        self.pause.setGeometry(left, row, right - left, px(44))
