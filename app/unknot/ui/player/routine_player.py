"""The routine player: one glance from the floor says how long, which leg, what, and how firmly."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from unknot.content.gait import GaitLibrary
from unknot.domain.body import Side
from unknot.domain.knots import Size
from unknot.domain.player import PlayerState, Snapshot
from unknot.domain.steps import StepKind
from unknot.domain.timeline import Segment
from unknot.services.player import PlayerService
from unknot.services.session_log import Summary
from unknot.services.settings import Settings
from unknot.ui.player.check_panel import CheckPanel
from unknot.ui.player.countdown_ring import DIAMETER, CountdownRing
from unknot.ui.player.cue_label import CueLabel
from unknot.ui.player.detail_text import DetailText
from unknot.ui.player.in_set import InSet
from unknot.ui.player.next_line import NextLine
from unknot.ui.player.player_figure import PlayerFigure
from unknot.ui.player.player_frame import SEEK_S, PlayerFrame
from unknot.ui.player.player_prompt import Answer
from unknot.ui.player.player_scale import clock_text
from unknot.ui.player.pressure_bar import HEIGHT as PRESSURE_HEIGHT
from unknot.ui.player.pressure_bar import PressureBar
from unknot.ui.player.routine_summary import routine_summary
from unknot.ui.player.side_plate import SidePlate
from unknot.ui.player.small_button import SmallButton
from unknot.ui.theme import Theme

FAR = 72  # the button of floor mode
DESIGN_CONTENT = 648  # height of the content in the drawing
TENDERNESS = "tenderness_0_10"
ALONE, AFTER, STOP, STOPPED = "alone", "after", "stop", "stopped"
PRESSING = (StepKind.PRESS, StepKind.MOVE, StepKind.POSITION)  # and what leads to it
CeilingAfter = Callable[[Side | None, int], int | None]
LONG_PAUSE_MS = 2 * 60 * 1000


class RoutinePlayer(PlayerFrame):
    """Ring, side, cue, pressure and next step; a check takes the whole content and waits.

    `sizes` is the size ladder with its labels; `known` the latest size of the knot on each leg; `gait`
    lets it draw the position of each step; `ceiling_after(leg, score)` the pressure allowed after a rating
    just before the first press; a spot that bears less than `leave_below` is left alone for today; `stops`
    are the signs that end a session.
    """

    def __init__(
        self,
        service: PlayerService,
        theme: Theme,
        settings: Settings,
        *,
        leave_below: int,
        sizes: tuple[tuple[Size, str], ...] = (),
        known: dict[Side, Size | None] | None = None,
        gait: GaitLibrary | None = None,
        ceiling_after: CeilingAfter | None = None,
        stops: tuple[str, ...] = (),
        in_set: InSet | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(service, theme, settings, parent)
        self._known, self._in_set = known or {}, in_set or InSet()
        self._ceiling_after, self._leave_below, self._stops = ceiling_after, leave_below, stops
        self.ring = CountdownRing(self.tr("Time left in this step"), theme, self.content)
        self.ring.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a large target; Tab comes to the button itself
        self.ring.clicked.connect(self.transport.pause.click)
        self.ring.turned.connect(self._wind)
        far = self.tr("Floor mode")
        self.far = SmallButton("", "arrows-out-bold", theme, name=far, parent=self.content)
        self.far.icon_size = 32.0
        self.far.setToolTip(self.tr("Floor mode: nothing but the seconds and the leg, Z key"))
        self.far.clicked.connect(self.floor.toggle)
        self.plate = SidePlate(theme, self.content)
        self.cue = CueLabel(theme, "cue", self.content)
        self.pressure = PressureBar(theme, self.content)
        self.next = NextLine(theme, self.content)
        self.detail = DetailText(theme, self.content)
        self.check = CheckPanel(sizes, theme, self.content)
        self.check.rated.connect(self._rated)
        self.figure = PlayerFigure(theme, gait, self.content) if gait is not None else None
        self._asked = self._pressed = -1
        self._guarding = False
        self._long_pause = QTimer(self)
        self._long_pause.setSingleShot(True)
        self._long_pause.setInterval(LONG_PAUSE_MS)
        self._long_pause.timeout.connect(self._offer_end)
        service.pulsed.connect(self._pulsed)
        service.felt.connect(self._felt)
        service.state_changed.connect(self._watch_pause)
        self.show_snapshot(service.snapshot)

    # ------------------------------------------------------------- the frame's hooks
    def arrange_content(self) -> None:
        """Ring left; side, cue, pressure and next in the right column."""
        scale, px = self.scale, self.scale.px
        column = self.right_column()
        spare = max(0, self.content.height() - px(DESIGN_CONTENT)) // 2
        ring = px(DIAMETER)
        room = column.left() - px(56)
        self.ring.setGeometry(max(0, (room - ring) // 2), px(16) + spare, ring, ring)
        corner = px(FAR)  # beside the round of the ring
        self.far.setGeometry(self.ring.x(), self.ring.geometry().bottom() - corner, corner, corner)
        left, wide = column.left(), column.width()
        self.plate.move(left, px(40) + spare)
        self.cue.setGeometry(left, px(192) + spare, wide, px(208))
        self.pressure.setGeometry(left, px(410) + spare, wide, px(PRESSURE_HEIGHT))
        self.next.setGeometry(left, px(580) + spare, wide, px(60))
        self.detail.setGeometry(left, px(400) + spare, wide, px(230))
        if self.figure is not None:
            self.figure.setGeometry(column.right() - px(280), px(8) + spare, px(280), px(164))
        self.check.setGeometry(self.content.rect())
        self.far.set_scale(scale)
        for part in (self.ring, self.plate, self.cue, self.pressure, self.next, self.detail, self.check):
            part.set_scale(scale)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show one moment of the session."""
        waiting = snapshot.state is PlayerState.WAITING
        free = self.prompt is None
        self._show_check(snapshot, waiting=waiting and free)
        preparing = snapshot.segment.step.kind is StepKind.PREPARE
        paused = snapshot.state is PlayerState.PAUSED or preparing  # there is time to read
        plain = free and not waiting and not paused
        self.plate.show_side(snapshot.leg if free and not waiting else None)
        self.cue.setVisible(free and not waiting)
        if self.cue.text() != snapshot.cue:
            self.cue.setText(snapshot.cue)
        if snapshot.ceiling is not None:
            self.pressure.show_ceiling(snapshot.ceiling)
        presses = snapshot.segment.step.presses and snapshot.ceiling is not None
        if self._pressed != snapshot.segment.index:
            self._pressed = snapshot.segment.index
            self.pressure.show_felt(None)
        self.pressure.setVisible(presses and plain)
        self.next.setVisible(plain)
        self.next.show_next(snapshot.next_cue, snapshot.next_tool)
        self.detail.setVisible(paused and free)
        if paused:
            self.detail.show_text(snapshot.text)
        self._show_ring(snapshot)
        self._show_figure(snapshot, shown=free and not waiting)
        if snapshot.state is PlayerState.RUNNING:
            self._guard()

    def step_words(self, segment: Segment) -> str:
        """Side and cue."""
        snapshot = self.service.snapshot
        if segment.side is None:
            return snapshot.cue
        leg = self.tr("Right leg") if segment.side is Side.RIGHT else self.tr("Left leg")
        return f"{leg}. {snapshot.cue}"

    def too_much(self) -> None:
        """Pause and lower the ceiling; a spot that bears too little is left alone."""
        super().too_much()
        if not self.may_resume() and self.prompt is not None:
            self._leave_alone()

    def too_much_words(self) -> tuple[str, str]:
        """The lowered ceiling, and that it was noted."""
        ceiling = self.service.snapshot.ceiling or 0
        return (
            self.tr("Stay at {ceiling} or less").format(ceiling=ceiling),
            self.tr("Noted, for now and for next time. Take your weight off. Resume when it has eased."),
        )

    def too_much_answers(self) -> tuple[Answer, ...]:
        """Skip, end, or that it is more than too firm."""
        more = Answer(STOP, self.tr("Tingling or sharp pain"), "warning-circle-fill")
        return (*super().too_much_answers(), more) if self._stops else super().too_much_answers()

    def ask_to_stop(self) -> None:
        """The signs that end a session, and what to do."""
        self.service.pause()
        off = self.tr("Take the pressure off now. End here if you feel one of these:")
        text = " ".join((off, *self._stops))
        answers = (
            Answer(STOPPED, self.tr("End here"), "x-bold"),
            Answer("go_on", self.tr("It was only too firm"), "play-fill", self.tr("Space key")),
        )
        self.ask(STOP, self.tr("Stop pressing"), text, answers)

    def may_resume(self) -> bool:
        """Not onto a spot that is to be left alone today."""
        snapshot = self.service.snapshot
        alone = snapshot.ceiling is not None and snapshot.ceiling < self._leave_below
        if alone and snapshot.segment.step.kind in PRESSING:
            if self.prompt is None or self.prompt.name != ALONE:
                self._leave_alone()
            return False
        return True

    def answer(self, chosen: str) -> None:
        """An answer of the open question."""
        if chosen == STOP:
            self.ask_to_stop()
        elif chosen == STOPPED:
            self.close_prompt()
            self.service.end(stopped=True)
        elif chosen == AFTER:
            self.close_prompt()
            index = self._after_check()
            if index is not None:
                self.service.jump(index)
                self.service.resume()
        else:
            super().answer(chosen)

    def take_score(self, score: int) -> bool:
        """A number answers an open check; while pressing it notes how much it hurts at this moment."""
        if self.service.state is PlayerState.WAITING and not self.check.isHidden():
            self.check.rate(score)
            return True
        return score > 0 and self.service.feel(score)

    def take_key(self, event: QKeyEvent) -> bool:
        """S moves the size on while a check asks for it."""
        if event.text().lower() == "s" and not self.check.isHidden() and not self.check.sizes.isHidden():
            self.check.sizes.next_size()
            return True
        return False

    def skip(self) -> None:
        """Skip the step; a skipped check is kept as not rated."""
        if self.service.snapshot.state is PlayerState.WAITING:
            self.close_prompt()
            self.service.skip_check()
        else:
            super().skip()

    def summary_view(self, summary: Summary) -> QWidget | None:
        """Minutes done and each knot before and after; what follows in a set follows at once."""
        if self._in_set.goes_on(summary):
            return None
        view = routine_summary(summary, self.service.timeline, self._in_set, self.theme, self)
        view.done.connect(self.closed)
        return view

    # ------------------------------------------------------------- inside
    def _show_ring(self, snapshot: Snapshot) -> None:
        word = ""
        fullness: float | None = None
        if snapshot.state is PlayerState.WAITING:
            self.ring.show_time(0.0, "", self.tr("Waiting"), counts=False)
            self.ring.show_breath(None)
            return
        kinds = {
            StepKind.PREPARE: self.tr("Get ready"),
            StepKind.SWITCH_SIDE: self.tr("Switch sides"),
            StepKind.REST: self.tr("Rest"),
        }
        if snapshot.state in {PlayerState.PAUSED, PlayerState.AWAY}:
            word = self.tr("Paused")
        elif snapshot.breath is not None:
            inward = snapshot.breath.inward
            word = self.tr("Breathe in") if inward else self.tr("Breathe out")
            fullness = snapshot.breath.fraction if inward else 1.0 - snapshot.breath.fraction
        else:
            word = kinds.get(snapshot.segment.step.kind, "")
        seconds = snapshot.segment.seconds
        left = snapshot.left_in_step / seconds if seconds else 0.0
        self.ring.show_time(left, clock_text(snapshot.left_in_step), word)
        self.ring.show_breath(fullness)
        self.ring.setAccessibleName(self.transport.pause.text())
        self.ring.setAccessibleDescription(clock_text(snapshot.left_in_step))

    def _show_figure(self, snapshot: Snapshot, *, shown: bool) -> None:
        if self.figure is None:
            return
        step = snapshot.segment.step
        known = self.figure.show_routine_step(self.service.session.content_id, step.id, snapshot.leg)
        self.figure.setVisible(known and shown)
        motion = self.figure.motion
        if motion is not None:
            period = step.tempo_s * motion.reps_per_period if step.tempo_s else None
            self.figure.set_seconds(snapshot.in_step, period)

    def _show_check(self, snapshot: Snapshot, *, waiting: bool) -> None:
        if waiting and self._asked != snapshot.segment.index:
            with_size = "size" in snapshot.segment.step.records and snapshot.segment.step.check == "before"
            known = self._known.get(snapshot.side) if snapshot.side is not None else None
            self.check.ask(snapshot.side, snapshot.cue, with_size=with_size, size=known)
        self._asked = snapshot.segment.index if waiting else -1
        self.check.setVisible(waiting)
        self.ring.setVisible(not waiting)
        self.far.setVisible(snapshot.state is PlayerState.RUNNING)

    def _rated(self, score: int, size: Size | None) -> None:
        segment = self.service.snapshot.segment
        allowed = None
        if segment.step.check == "before" and self._ceiling_after is not None:
            allowed = self._ceiling_after(segment.side, score)
        if allowed is not None:
            self.service.cap(allowed)
        self.service.answer({TENDERNESS: score}, size)

    def _guard(self) -> None:
        """Never let the clock run onto a spot that is to be left alone."""
        if not self._guarding:
            self._guarding = True
            if not self.may_resume():
                self.service.pause()
            self._guarding = False

    def _leave_alone(self) -> None:
        """Too sore, or too much too often: no more pressing here today."""
        answers = [Answer("end", self.tr("End here"), "x-bold")]
        if self._after_check() is not None:
            answers.insert(0, Answer(AFTER, self.tr("Rate it again"), "gauge"))
        self.service.pause()
        title = self.tr("Leave this spot alone today")
        text = self.tr("It is too sore to press now. Look again in 48 hours. The time done is kept.")
        self.ask(ALONE, title, text, tuple(answers))

    def _after_check(self) -> int | None:
        """The check that closes this leg, once there was something to rate again."""
        segment = self.service.snapshot.segment
        pressed = any(
            other.step.presses and other.side is segment.side
            for other in self.service.timeline.segments[: segment.index + 1]
        )
        after = (
            other.index
            for other in self.service.timeline.segments[segment.index :]
            if other.step.check == "after" and other.side is segment.side
        )
        return next(after, None) if pressed else None

    def _felt(self, pain: int) -> None:
        """Show it where the ceiling is, and ask to ease off above it."""
        self.pressure.show_felt(pain)
        ceiling = self.service.snapshot.ceiling
        if ceiling is not None and pain > ceiling:
            words = self.tr("{pain} is above {ceiling}: ease off.").format(pain=pain, ceiling=ceiling)
        else:
            words = self.tr("Noted: {pain}").format(pain=pain)
        self.show_notice(words, short=True)

    def _pulsed(self, _role: str) -> None:
        self.ring.pulse()

    def _wind(self, notches: int) -> None:
        self.service.seek(-SEEK_S * notches)  # the wheel turned towards you goes on, as a page does

    def _watch_pause(self, state: PlayerState) -> None:
        if state is PlayerState.PAUSED:
            self._long_pause.start()
        else:
            self._long_pause.stop()

    def _offer_end(self) -> None:
        if self.prompt is None:
            self.leave()
