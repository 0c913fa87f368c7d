"""The drill player: the moving body, the beat or the repetitions, one cue, and scores at the checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from unknot.content.gait import GaitLibrary
from unknot.domain.beat import USUAL
from unknot.domain.body import Side
from unknot.domain.drill import Drill
from unknot.domain.drill_progress import fault_between, own_rate, set_at, sets_in
from unknot.domain.drill_result import given_in
from unknot.domain.drill_scores import tries
from unknot.domain.metronome import dial
from unknot.domain.player import PlayerState, Snapshot
from unknot.domain.practice import Session
from unknot.domain.rep_counter import RepCounter
from unknot.domain.soreness import owed
from unknot.domain.steps import StepKind
from unknot.domain.timeline import Segment
from unknot.services.player import PlayerService
from unknot.services.session_log import Summary
from unknot.services.settings import Settings
from unknot.ui.player.asked_after import AskedAfter
from unknot.ui.player.beat_words import relative_words
from unknot.ui.player.big_button import BigButton
from unknot.ui.player.count_view import CountView
from unknot.ui.player.cue_label import CueLabel
from unknot.ui.player.detail_text import DetailText
from unknot.ui.player.drill_picture import DrillPicture
from unknot.ui.player.drill_questions import questions_of
from unknot.ui.player.drill_step_words import longer_words, next_words, set_words
from unknot.ui.player.drill_summary import drill_summary
from unknot.ui.player.fault_card import FaultCard
from unknot.ui.player.in_set import InSet
from unknot.ui.player.metronome_card import MetronomeCard
from unknot.ui.player.next_line import NextLine
from unknot.ui.player.player_frame import PlayerFrame
from unknot.ui.player.player_scale import clock_text
from unknot.ui.player.rep_card import RepCard
from unknot.ui.player.score_panel import ScorePanel
from unknot.ui.theme import Theme

COLUMN = 728 / 1360  # where the right column begins
FRAME_MS = 16
TOLD_MS = 6_000  # so long a cue that was said stands in the place of the step's own


class DrillPlayer(PlayerFrame):
    """Picture left; cue, count, beat or repetitions, and what comes next in the right column.

    `scored` gives what drills were scored so far.
    """

    transport_height = 80
    bottom_margin = 20

    def __init__(
        self,
        service: PlayerService,
        drill: Drill,
        gait: GaitLibrary,
        theme: Theme,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        scored: Callable[[], Iterable[Session]] = tuple,
        in_set: InSet | None = None,
    ) -> None:
        super().__init__(service, theme, settings, parent)
        self._scored, self._in_set = scored, in_set or InSet()
        self._drill, self._gait = drill, gait
        self._values: dict[tuple[str, Side | None], int] = {}
        self._reached: int | None = None  # seconds of the last open-ended step
        self._told = ""
        self._counter = RepCounter(drill)
        self._told_for = QTimer(self, singleShot=True, interval=TOLD_MS)
        self._asked, self._stepped = -1, -1
        self.picture = DrillPicture(drill, theme, gait, settings, self.content)
        self.picture.stopped.connect(service.pause)
        self.picture.told.connect(service.notice)
        self.cue = CueLabel(theme, "cue", self.content)
        self.count = CountView(theme, self.content)
        self.beat = MetronomeCard(theme, self.content)
        self.reps = RepCard(theme, self.content)
        self.fault = FaultCard(theme, self.content)
        self.let_go = BigButton(
            self.tr("End the hold"), "check-bold", self.tr("Space"), theme, kind="accent", parent=self.content
        )
        self.let_go.text_size = 48.0
        self.let_go.clicked.connect(self._end_hold)
        self.next = NextLine(theme, self.content)
        self.detail = DetailText(theme, self.content)
        self.scores = ScorePanel(theme, self.content)
        self.scores.given.connect(self._given)
        self.beat.switch.setChecked(settings.choices.metronome)
        self.beat.switched.connect(self._metronome)
        self.beat.changed_by.connect(self._tempo)
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._frame)
        service.state_changed.connect(self._run_frames)
        service.prompted.connect(self._tell)
        service.step_started.connect(self._told_for.stop)
        self.show_snapshot(service.snapshot)

    # ------------------------------------------------------------- the frame's hooks
    def right_column(self) -> QRect:
        """Right of the picture."""
        left = round(self.content.width() * COLUMN)
        return QRect(left, 0, self.content.width() - left, self.content.height())

    def arrange_content(self) -> None:
        """As in the drawing; the picture takes what height is left."""
        scale, px = self.scale, self.scale.px
        column = self.right_column()
        left, wide, high = column.left(), column.width(), self.content.height()
        self.picture.setGeometry(0, 0, left - px(24), high)
        cue, count, card, following = px(200), px(186), px(152), px(60)
        spare = max(0, high - cue - count - card - following) // 3
        self.cue.setGeometry(left, 0, wide, cue)
        self.count.setGeometry(left, cue + spare, wide, count)
        top = cue + count + 2 * spare
        for part in (self.beat, self.reps, self.let_go):
            part.setGeometry(left, top, wide, card)
        self.fault.setGeometry(left, top, wide, card + spare)
        self.next.setGeometry(left, high - following, wide, following)
        below = cue + count + spare + px(24)  # the figures stand on the lower edge of theirs
        self.detail.setGeometry(left, below, wide, high - below)
        self.scores.setGeometry(left, 0, wide, high)
        parts = (self.beat, self.reps, self.fault, self.let_go, self.next, self.detail, self.scores)
        for item in (self.picture, self.cue, self.count, *parts):
            item.set_scale(scale)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show one moment of the session."""
        if snapshot.segment.index != self._stepped:
            self._stepped = snapshot.segment.index
            self.picture.show_step(snapshot)
            self._run_frames(snapshot.state)
        if snapshot.state is PlayerState.RUNNING and not self._frames.isActive():
            self.picture.follow(snapshot)
        asking = self._show_scores(snapshot)
        preparing = snapshot.segment.step.kind is StepKind.PREPARE
        paused = (snapshot.state is PlayerState.PAUSED or preparing) and not asking  # there is time to read
        words = self._told if self._told_for.isActive() else snapshot.cue
        if self.cue.text() != words:
            self.cue.setText(words)
        has_beat = snapshot.beats is not None
        reps = self._counter.place(snapshot)
        holding = snapshot.segment.step.open_ended and snapshot.state is PlayerState.RUNNING
        if holding:
            self._reached = round(snapshot.in_step)
        self.let_go.setVisible(holding)
        self.beat.setVisible(has_beat and not asking and not paused)
        self.reps.setVisible(reps is not None and not has_beat and not asking and not paused)
        self._show_fault(snapshot, on=not asking and not paused)
        self.detail.setVisible(paused)
        self.next.setVisible(not asking and not paused)
        self.cue.setVisible(not asking)
        self.count.setVisible(not asking)
        if paused:
            self.detail.show_text(longer_words(snapshot, self._drill))
        self.next.show_next(next_words(snapshot), snapshot.next_tool)
        self._show_count(snapshot)
        if has_beat:
            self._show_beat(snapshot)

    def step_words(self, segment: Segment) -> str:
        """The cue, and which set it is."""
        place = set_at(self.service.timeline, segment)
        cue = self.service.snapshot.cue
        return f"{set_words(place)}. {cue}" if place.on else cue

    def step_label(self, snapshot: Snapshot) -> str:
        """Which set of how many, at the right end of the strip."""
        place = set_at(self.service.timeline, snapshot.segment)
        return set_words(place) if place.number else super().step_label(snapshot)

    def take_score(self, score: int) -> bool:
        """A number answers an open question."""
        return not self.scores.isHidden() and self.scores.key(score)

    def take_key(self, event: QKeyEvent) -> bool:
        """M metronome, + and - tempo, N a repetition, G ghost, comma and full stop a frame, [ ] speed."""
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        if not self.scores.isHidden() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.scores.save.click()
            return True
        beats = self.beat if self.service.snapshot.beats is not None else None
        actions = {
            "m": self.beat.switch.click if beats else None,
            "+": self.beat.faster.click if beats else None,
            "=": self.beat.faster.click if beats else None,
            "-": self.beat.slower.click if beats else None,
            "n": self._count_one if self._counter.place(self.service.snapshot) is not None else None,
        }
        action = actions.get(event.text().lower())
        if action is not None:
            action()
            return True
        return self.picture.take_key(event.text().lower())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ends a hold. M is the metronome's where there is one, else the mini-player's."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Space and self.let_go.isVisible():
            if not event.isAutoRepeat():
                self._end_hold()
        elif not (event.key() == Qt.Key.Key_M and not shifted and self.is_on and self.take_key(event)):
            super().keyPressEvent(event)

    def end_here(self) -> None:
        """End; what was answered of an open check is kept."""
        self.service.end(values={} if self.scores.isHidden() else self.scores.touched)

    def skip(self) -> None:
        """Skip the step; a skipped check is kept as not rated, unless every answer is given already."""
        if not self.scores.isHidden() and self.scores.is_answered:
            self.close_prompt()
            self.scores.save.click()
        elif self.service.snapshot.state is PlayerState.WAITING:
            self.close_prompt()
            self.service.skip_check()
            self.show_notice(self.tr("Kept as not rated"), short=True)
        else:
            super().skip()

    def too_much_words(self) -> tuple[str, str]:
        """Too much was noted; what to do now."""
        return (
            self.tr("Ease off"),
            self.tr("Too much was noted. Make it smaller and slower, skip this step, or end here."),
        )

    def summary_view(self, summary: Summary) -> QWidget | None:
        """Minutes and the scores given; what follows in a set follows at once."""
        if self._in_set.goes_on(summary):
            return None
        given = {**given_in(summary.session.steps), **self._values}
        done, words = tries(self._scored(), self._drill.id), self._gait.words
        asked = self._asked_after(summary)
        view = drill_summary(
            summary, self._drill, given, words, self._in_set, self.theme, self, done=done, asked=asked
        )
        view.done.connect(self.closed)
        return view

    def _asked_after(self, summary: Summary) -> AskedAfter | None:
        """What an early end leaves open of pain in calf, heel cord and knee."""
        wanted = [score.id for score in owed(self._drill, summary.session)]
        if not wanted:
            return None
        asked = AskedAfter(questions_of(self._drill, wanted, self._gait.words), self.theme, self)
        asked.answered.connect(lambda name, value: self.service.rate_after({name: value}))
        return asked

    def hideEvent(self, event: QHideEvent) -> None:
        """No frames for nobody."""
        super().hideEvent(event)
        self._frames.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """On with them: its window is back."""
        super().showEvent(event)
        self._run_frames(self.service.state)

    # ------------------------------------------------------------- time
    def _run_frames(self, state: PlayerState) -> None:
        """Sixty pictures a second while the session runs and the picture moves."""
        running = state is PlayerState.RUNNING
        if running:
            self.picture.release()
        if running and self.picture.stage.moves and not self.theme.reduced_motion:
            self._frames.start()
        else:
            self._frames.stop()

    def _frame(self) -> None:
        snapshot = self.service.snapshot
        self.picture.follow(snapshot)
        if snapshot.beat_index is not None:
            self.beat.show_beat(snapshot.beat_index)

    def _tell(self, words: str) -> None:
        """A technique cue at its moment: what is said is also read, but for the seconds of a hold."""
        if self.service.snapshot.segment.step.open_ended:
            return
        self._told = words
        self._told_for.start()
        self.show_snapshot(self.service.snapshot)

    # ------------------------------------------------------------- the right column
    def _show_count(self, snapshot: Snapshot) -> None:
        place = set_at(self.service.timeline, snapshot.segment)
        reps = self._counter.place(snapshot)
        bars = place.shares(snapshot.in_step / (snapshot.segment.seconds or 1.0))
        words = set_words(place) if place.count > 1 else ""
        if snapshot.segment.step.open_ended:
            self.count.show_count(str(int(snapshot.in_step)), self.tr("seconds"), words, bars)
            return
        if reps is None:
            self.count.show_count(clock_text(snapshot.left_in_step), "", words, bars)
            return
        caption = self.tr("of {count} reps").format(count=reps.count)
        self.count.show_count(str(reps.done + 1), caption, words, bars)
        parts = self.picture.stage.parts()
        part = next((i for i, span in enumerate(parts) if span.holds(reps.fraction)), None)
        then = self.picture.stage.then_words(part, snapshot.segment.step.tempo_s)
        name = parts[part].name if part is not None else clock_text(snapshot.left_in_step)
        self.reps.show_reps(reps.done, reps.count, name, then)

    def _show_fault(self, snapshot: Snapshot, *, on: bool) -> None:
        fault = fault_between(self._drill, self.service.timeline, snapshot.segment)
        if fault is not None:
            self.fault.show_fault(fault)
        self.fault.setVisible(on and fault is not None)

    def _count_one(self) -> None:
        """One more by key: from the first on the key counts in this set, and the last ends it."""
        snapshot = self.service.snapshot
        reps = self._counter.place(snapshot)
        if reps is None or snapshot.state is not PlayerState.RUNNING:
            return
        done = self._counter.one_more(snapshot)
        self.announcer.say(str(done))
        if done >= reps.count:
            self.service.finish_step()
        else:
            self.show_snapshot(snapshot)

    def _end_hold(self) -> None:
        """As long as this: the seconds count, and can be put right in the check that follows."""
        self.service.answer({})

    def _show_beat(self, snapshot: Snapshot) -> None:
        limits, bpm = self._drill.metronome_bpm, snapshot.bpm
        if limits is None or bpm is None:
            return
        own = self.settings.choices.step_rate_spm
        low, high = dial(limits, own)
        self.beat.show_tempo(bpm, relative_words(limits, bpm, own), low, high)
        if self.service.state is not PlayerState.RUNNING:
            self.beat.show_beat(None)
        elif not self._frames.isActive():
            self.beat.show_beat(snapshot.beat_index)

    def _tempo(self, steps: int) -> None:
        limits, bpm = self._drill.metronome_bpm, self.service.snapshot.bpm
        if limits is None or bpm is None:
            return
        low, high = dial(limits, self.settings.choices.step_rate_spm)
        self.service.set_bpm(min(max(round(bpm) + steps * limits.step, low), high))

    def _metronome(self, on: bool) -> None:
        self.service.set_metronome(on)
        self.settings.choose(metronome=on)

    # ------------------------------------------------------------- scores
    def _show_scores(self, snapshot: Snapshot) -> bool:
        """Ask what the step asks for; whether the panel is on."""
        waits = snapshot.state is PlayerState.WAITING
        wanted = snapshot.segment.step.records if waits else ()
        rate = snapshot.bpm or self.settings.choices.step_rate_spm or USUAL
        words, sets = self._gait.words, sets_in(self.service.timeline)
        questions = questions_of(self._drill, wanted, words, rate, self._reached, sets=sets)
        if questions and self._asked != snapshot.segment.index:
            self.scores.ask(snapshot.cue, self.tr("No hurry. The clock waits for you."), questions)
            self._asked = snapshot.segment.index
            self.put_before_transport(self.scores.tab_parts())
        self.scores.setVisible(bool(questions))
        return bool(questions)

    def _given(self, values: dict[str, int]) -> None:
        side = self.service.snapshot.segment.side
        self._values.update({(name, side): value for name, value in values.items()})
        own = own_rate(self._drill, values)
        if own is not None:
            self.settings.choose(step_rate_spm=own)
        self.setFocus()  # the summary may come at once, and takes it
        self.service.answer(values)
