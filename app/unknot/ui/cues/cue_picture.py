"""The large figure of a cue: the runner at the telling phase, moving slowly or still, and a line of words.

A slider leads from the example to the aim: what changes on the way is seen in the body and in the measure.
"""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from unknot.content.gait import GaitLibrary
from unknot.domain.cue_cards import CueCard
from unknot.domain.gait_blend import blend
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.flow_row import FlowRow
from unknot.ui.widgets.runner_view import RunnerView
from unknot.ui.widgets.slider import Slider
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

FRAME_MS = 33
SHOWN_SPEED = 0.25  # of real time: slow enough to look at
DWELL_MS = 1600  # at the telling phase, once in each stride
STEP = 1 / 48  # of a stride, frame by frame
WHOLE = 100  # per cent of the way
HIGH = 380  # logical px


class CuePicture(QWidget):
    """It starts still where motion is reduced, and always at the telling phase."""

    def __init__(self, cue: CueCard, gait: GaitLibrary, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cue, self._theme, self._gait = cue, theme, gait
        self._dwell_ms = DWELL_MS
        self._plays = not theme.reduced_motion
        self.runner = RunnerView(theme, gait, cue.figure.style)
        self.runner.set_ghost(cue.figure.contrast)
        self.runner.set_phase(cue.figure.phase)
        self.runner.setFixedHeight(theme.px(HIGH))
        column = spaced(QVBoxLayout(self), theme, 0, 12)
        column.addWidget(self.runner)
        self.way = Slider(theme, self.tr("From the example to the aim, per cent"), 0, WHOLE, WHOLE // 20)
        self.way.setValue(WHOLE)
        self.way.valueChanged.connect(self._go)
        ends = spaced(QHBoxLayout(), theme, 0, 12)
        ends.addWidget(Words(self.tr("The example"), theme, "small", "ink2"))
        ends.addWidget(self.way, 1)
        ends.addWidget(Words(self.tr("The aim"), theme, "small", "ink2"))
        column.addLayout(ends)
        self.told = Words(cue.look, theme, tone="ink2")
        column.addWidget(self.told)
        self.play = Button(self.tr("Let it move"), theme)
        self.play.clicked.connect(self.toggle)
        self.back = Button("", theme, icon="caret-left-bold", name=self.tr("A little back"))
        self.on = Button("", theme, icon="caret-right-bold", name=self.tr("A little on"))
        self.example = Button(self.tr("Example"), theme, icon="ghost")
        for button, keys in ((self.back, ","), (self.on, ".")):
            button.setToolTip(self.tr("{key} key").format(key=keys))
        self.back.clicked.connect(self.step_back)
        self.on.clicked.connect(self.step_on)
        self.example.setCheckable(True)
        self.example.setChecked(True)
        self.example.toggled.connect(self._show_example)
        column.addWidget(FlowRow(theme, self.buttons, 8))
        self._describe()
        self._moving = QTimer(self)
        self._moving.setInterval(FRAME_MS)
        self._moving.timeout.connect(self.advance)
        self._show_state()

    @property
    def plays(self) -> bool:
        """Whether it moves while it is seen."""
        return self._plays

    @property
    def buttons(self) -> list[Button]:
        """Below the picture, in their order."""
        return [self.play, self.back, self.on, self.example]

    @property
    def stops(self) -> list[QWidget]:
        """What Tab comes to, in its order."""
        return [self.way, *self.buttons]

    def toggle(self) -> None:
        """Let it move, or hold it still at the telling phase."""
        self._set_playing(on=not self._plays)
        if not self._plays:
            self.runner.set_phase(self._cue.figure.phase)

    def step_on(self) -> None:
        """One picture on, still."""
        self._step(STEP)

    def step_back(self) -> None:
        """One picture back, still."""
        self._step(-STEP)

    def advance(self) -> None:
        """One frame: on through the stride, with a rest at the telling phase."""
        if self._dwell_ms > 0:
            self._dwell_ms -= FRAME_MS
            return
        step = FRAME_MS / 1000 * SHOWN_SPEED / self.runner.style_shown.stride_time_s
        telling = self._cue.figure.phase
        left = (telling - self.runner.phase) % 1.0
        if 0.0 < left <= step:
            self.runner.set_phase(telling)
            self._dwell_ms = DWELL_MS
        else:
            self.runner.set_phase(self.runner.phase + step)

    # ------------------------------------------------------------- Qt
    def showEvent(self, event: QShowEvent) -> None:
        """Move only while it is seen."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """It rests unseen."""
        super().hideEvent(event)
        self._moving.stop()

    # ------------------------------------------------------------- inside
    def _step(self, by: float) -> None:
        self._set_playing(on=False)
        self.runner.set_phase(self.runner.phase + by)

    def _set_playing(self, *, on: bool) -> None:
        self._plays, self._dwell_ms = on, 0
        self._show_state()
        self._run()

    def _run(self) -> None:
        if self._plays and self.isVisible():
            self._moving.start()
        else:
            self._moving.stop()

    def _show_state(self) -> None:
        self.play.setText(self.tr("Hold still") if self._plays else self.tr("Let it move"))
        self.play.set_icon("pause-fill" if self._plays else "play-fill")
        self.play.updateGeometry()

    def _go(self, percent: int) -> None:
        """So far on the way from the example to the aim; the foot stays on the ground all the way."""
        styles, figure = self._gait.styles, self._cue.figure
        style = blend(styles[figure.contrast], styles[figure.style], percent / WHOLE, self._gait.body)
        if 0 < percent < WHOLE:
            style = replace(style, title=self.tr("{n} % of the way").format(n=percent))
        self.runner.set_style(style)
        self._describe()

    def _show_example(self, on: bool) -> None:
        self.runner.set_ghost(self._cue.figure.contrast if on else "")
        self._describe()

    def _describe(self) -> None:
        """The words hold for the aim beside its example; anywhere else the picture tells its own measure."""
        self.runner.setAccessibleName(self._cue.title)
        if self.way.value() == WHOLE and self.example.isChecked():
            self.runner.setAccessibleDescription(self._cue.look)
        self.told.setText(self.runner.accessibleDescription())
