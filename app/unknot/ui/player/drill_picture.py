"""The left half of the drill player: stage, phases, speed of the picture, ghost, frame by frame."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from unknot.content.gait import GaitLibrary
from unknot.domain.drill import Drill
from unknot.domain.snapshot import Snapshot
from unknot.services.settings import Settings
from unknot.ui.player.drill_stage import DrillStage
from unknot.ui.player.phase_loop import PhaseLoop
from unknot.ui.player.phase_strip import FRAME, STEPS, PhaseStrip
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.player.player_segments import SMALLEST, PlayerSegments
from unknot.ui.player.small_button import SmallButton, SmallSwitch
from unknot.ui.theme import Theme

SPEEDS = (25, 50, 100)
STRIP = 98  # px at least: its words do not shrink below 13


class DrillPicture(QWidget):
    """Moves with the session; a step by frame, or a move of the handle, stops it first (`stopped`).

    `told` carries a sentence for the user.
    """

    stopped = Signal()
    told = Signal(str)

    def __init__(
        self, drill: Drill, theme: Theme, gait: GaitLibrary, settings: Settings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._settings, self._scale = settings, PlayerScale(theme, 1.0)
        self._held, self._ran = False, False
        self.stage = DrillStage(drill, theme, gait, self)
        self.strip = PhaseStrip(self.tr("Place in the movement"), theme, self)
        options = [(speed, self.tr("{n}%").format(n=speed)) for speed in SPEEDS]
        self.speed = PlayerSegments(self.tr("Speed of the picture"), options, theme, self)
        self.caption = QLabel(self.tr("speed"), self)
        self.caption.setProperty("tone", "ink2")
        self.ghost = SmallSwitch("", "ghost", theme, parent=self)
        self.beside = SmallSwitch(self.tr("Beside"), "", theme, parent=self)
        self.loop = SmallSwitch(self.tr("Loop"), "", theme, parent=self)
        self._looping = PhaseLoop(self)
        self._looping.moved.connect(self._show_loop)
        self.back = SmallButton(
            self.tr("Frame"), "caret-left-bold", theme, name=self.tr("Frame back"), parent=self
        )
        self.on = SmallButton(
            self.tr("Frame"),
            "caret-right-bold",
            theme,
            name=self.tr("Frame on"),
            icon_after=True,
            parent=self,
        )
        self.beside.setToolTip(self.tr("Y key"))
        self.loop.setToolTip(self.tr("This phase again and again, K key"))
        self.back.setToolTip(self.tr(", key"))
        self.on.setToolTip(self.tr(". key"))
        self.speed.setToolTip(self.tr("[ and ] keys"))
        self.speed.set_value(settings.choices.picture_speed)
        self._keeps_ghost = self.stage.runner is not None  # a walk is set against its example on request
        self.ghost.setChecked(self._keeps_ghost and settings.choices.ghost)
        self._name_ghost()
        self.stage.set_speed(self.speed.value)
        self.stage.set_ghost(self.ghost.isChecked())
        self.beside.setChecked(settings.choices.ghost_beside)
        self.stage.set_beside(settings.choices.ghost_beside)
        self.speed.picked.connect(self._speed_picked)
        self.ghost.toggled.connect(self._ghost_toggled)
        self.beside.toggled.connect(self._beside_toggled)
        self.loop.toggled.connect(self._loop_toggled)
        self.back.clicked.connect(self._frame_back)
        self.on.clicked.connect(self._frame_on)
        self.strip.scrubbed.connect(self._scrubbed)

    def set_contrast(self, style_id: str) -> None:
        """Set the drill against this style of running; empty keeps the usual one."""
        if style_id:
            self.stage.set_contrast(style_id)
            self._name_ghost()
            self._arrange()

    # ------------------------------------------------------------- the session
    def show_step(self, snapshot: Snapshot) -> None:
        """Another step is on."""
        self.stage.show_step(snapshot)
        self._show_strip()

    def follow(self, snapshot: Snapshot) -> None:
        """One moment of the session, unless the picture is held."""
        if not self._held:
            self.stage.follow(snapshot)
            if self.stage.runs is not self._ran:
                self._show_strip()
            self.strip.show_phase(self.stage.phase)

    def release(self) -> None:
        """Follow the session again."""
        self.loop.setChecked(False)
        if self._held:
            self._held = False
            self.stage.release()

    def take_key(self, letter: str) -> bool:
        """The picture's keys; whether this was one."""
        runs = self.stage.runs
        actions = {
            ",": self._frame_back if self.stage.moves else None,
            ".": self._frame_on if self.stage.moves else None,
            "[": self._slower,
            "]": self._faster,
            "g": self.ghost.click if self.stage.has_example else None,
            "y": self.beside.click if runs and self.ghost.isChecked() else None,
            "k": self.loop.click if self.loop.isVisible() else None,
        }
        action = actions.get(letter)
        if action is None:
            return False
        action()
        return True

    # ------------------------------------------------------------- sizes
    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        for part in (
            self.stage,
            self.strip,
            self.speed,
            self.ghost,
            self.beside,
            self.loop,
            self.back,
            self.on,
        ):
            part.set_scale(scale)
        self.caption.setFont(scale.plain(13.5))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out again."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px, wide, high = self._scale.px, self.width(), self.height()
        row = max(SMALLEST, px(44))
        strip = max(STRIP, px(110))
        gap = px(9)
        shown = self.stage.moves
        used = row + gap + (strip + gap if shown and self.strip_has_spans() else 0)
        self.stage.setGeometry(0, 0, wide, high - used)
        self.strip.setGeometry(0, high - row - gap - strip, wide, strip)
        self.strip.setVisible(shown and self.strip_has_spans())
        top, left = high - row, self.speed.sizeHint().width()
        self.speed.setGeometry(0, top, left, row)
        words = QFontMetrics(self.caption.font()).horizontalAdvance(self.caption.text()) + 2
        self.caption.setGeometry(left + px(12), top, words, row)
        right = wide
        for button in (self.on, self.back):
            button_wide = button.sizeHint().width()
            right -= button_wide
            button.setGeometry(right, top, button_wide, row)
            right -= px(8)
        ghost = self.ghost.sizeHint().width()
        self.ghost.setGeometry(right - px(8) - ghost, top, ghost, row)
        room = right - px(8) - ghost
        loops = shown and self.strip_has_spans()
        fits = left + px(12) + words <= (room if self.stage.has_example else right)
        self.caption.setVisible(shown and fits and not loops)
        self.ghost.setVisible(self.stage.has_example)
        corner, inset = self.beside.sizeHint().width(), px(10)
        self.beside.setGeometry(wide - corner - inset, inset, corner, row)
        self.beside.setVisible(self.stage.runs and self.ghost.isChecked())
        corner = self.loop.sizeHint().width()
        above = inset + row + px(8) if self.stage.runs and self.ghost.isChecked() else inset
        left = inset if self.stage.is_turned_round else wide - corner - inset  # not on the words
        self.loop.setGeometry(left, above, corner, row)
        self.loop.setVisible(loops)
        for item in (self.speed, self.back, self.on):
            item.setVisible(shown)

    def strip_has_spans(self) -> bool:
        """Whether there is anything to show on the strip."""
        return bool(self.stage.spans())

    def _show_strip(self) -> None:
        self._ran = self.stage.runs
        self.strip.show_spans(self.stage.spans(), self.stage.bars())
        self.strip.show_phase(self.stage.phase)
        self._arrange()

    # ------------------------------------------------------------- the user
    def _hold(self, phase: float) -> None:
        if not self._held:
            self._held = True
            self.stopped.emit()
        self.stage.hold(phase)
        self.strip.show_phase(phase)

    def _loop_toggled(self, on: bool) -> None:
        """The phase that is shown now, again and again; the session stands still meanwhile."""
        span = next((one for one in self.stage.spans() if one.holds(self.stage.phase)), None)
        if on and span is not None:
            self._hold(self.stage.phase)
            self._looping.start(span, self.stage.cycle_s * 100 / self.speed.value)
        else:
            self._looping.stop()

    def _show_loop(self, phase: float) -> None:
        self.stage.hold(phase)
        self.strip.show_phase(phase)

    def _frame_back(self) -> None:
        self.loop.setChecked(False)
        self._hold((self.stage.phase - FRAME / STEPS) % 1.0)

    def _frame_on(self) -> None:
        self.loop.setChecked(False)
        self._hold((self.stage.phase + FRAME / STEPS) % 1.0)

    def _scrubbed(self, phase: float) -> None:
        self.loop.setChecked(False)
        self._hold(phase)

    def _slower(self) -> None:
        self.speed.step(-1)

    def _faster(self) -> None:
        self.speed.step(1)

    def _speed_picked(self, percent: int) -> None:
        self.stage.set_speed(percent)
        if self.loop.isChecked():
            self._loop_toggled(True)
        self._tell_speed(percent)
        self._settings.choose(picture_speed=percent)

    def _tell_speed(self, percent: int) -> None:
        if percent == 100:
            return
        if self.stage.runs:
            every = self.tr("second") if percent == 50 else self.tr("fourth")
            text = self.tr("Slowed picture: it lands on every {nth} beat.")
            self.told.emit(text.format(nth=every))
        else:
            self.told.emit(self.tr("Slowed picture. Count and sound keep their tempo."))

    def _name_ghost(self) -> None:
        """The switch says in short which example it shows, its hint in full."""
        words, style = self.stage.gait.words, self.stage.contrast
        full = words.style.get(style, style)
        self.ghost.setText(words.short.get(style, full))
        self.ghost.setToolTip(self.tr("{example}, G key").format(example=full))

    def _ghost_toggled(self, on: bool) -> None:
        self.stage.set_ghost(on)
        if self._keeps_ghost:
            self._settings.choose(ghost=on)
        self._arrange()

    def _beside_toggled(self, on: bool) -> None:
        self.stage.set_beside(on)
        self._settings.choose(ghost_beside=on)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves for nobody."""
        super().hideEvent(event)
        self.loop.setChecked(False)
