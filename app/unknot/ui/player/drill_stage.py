"""The picture of a drill: the runner in running steps, the drill's own positions in the others."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from unknot.content.gait import GaitLibrary
from unknot.domain.drill import Drill
from unknot.domain.gait_teaching import phase_of_beats
from unknot.domain.movement import Span, repetition_parts, stride_bars, stride_phases
from unknot.domain.poses import Motion
from unknot.domain.snapshot import Snapshot
from unknot.domain.steps import SET_KINDS, Step, StepKind
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.theme import Theme
from unknot.ui.widgets.figure_words import muscle_word
from unknot.ui.widgets.labelled_pose import LabelledPose
from unknot.ui.widgets.runner_view import RunnerView
from unknot.ui.widgets.stage_labels import LabelFonts


class Shown(Struct, frozen=True):
    """What one step shows: a running style, or a motion and whether it moves with the step.

    With both, the motion is played once and the style goes on.
    """

    style: str = ""
    motion: Motion | None = None
    moving: bool = False


def shown_in(step: Step, drill: Drill, gait: GaitLibrary) -> Shown:
    """What a step of a drill shows."""
    poses = gait.drill(drill.id)
    own = (poses.steps or {}).get(step.id, "")
    if step.kind in SET_KINDS and poses.style and not own:
        return Shown(poses.style, gait.motions.get(poses.motion), moving=True)
    by_kind = {StepKind.POSITION: poses.position, StepKind.WALK: poses.walk or poses.rest}
    name = own or (poses.motion if step.kind in SET_KINDS else by_kind.get(step.kind, poses.rest))
    moving = step.kind in SET_KINDS or step.kind is StepKind.WALK
    motion = gait.motions.get(name) or gait.motions.get(poses.motion)
    if motion is None:
        return Shown(style=poses.style)
    return Shown(motion=motion, moving=moving)


class DrillStage(QWidget):
    """Follows the session, or stands at a phase of its own while the picture is held."""

    def __init__(self, drill: Drill, theme: Theme, gait: GaitLibrary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drill, self.gait, self._theme = drill, gait, theme
        style = gait.drill(drill.id).style
        self.runner = RunnerView(theme, gait, style, self) if style else None
        self.pose = LabelledPose(theme, gait, self)
        self._contrast, self._ghost_on = gait.words.example if style else "", False
        self._shown = Shown()
        self._leads = False  # the motion that comes before the run is on
        self._step: Step | None = None
        self._speed = 1.0

    # ------------------------------------------------------------- what is shown
    @property
    def runs(self) -> bool:
        """Whether the runner is on, with ghost and phases of the stride."""
        return bool(self._shown.style) and not self._leads

    @property
    def has_example(self) -> bool:
        """Whether this step can be set against an example: a run, or the drill's own walk."""
        walked = self.gait.walked(self._drill.id)
        walks = walked is not None and self._shown.moving and self._shown.motion is walked
        return bool(self._contrast) and (self.runs or walks)

    @property
    def moves(self) -> bool:
        """Whether the picture of this step moves at all."""
        motion = self._shown.motion
        return self.runs or (self._shown.moving and motion is not None and motion.moves)

    @property
    def is_turned_round(self) -> bool:
        """Whether a position is shown mirrored, with its words on the right."""
        return not self.runs and self.pose.mirrored

    @property
    def phase(self) -> float:
        """Where the picture is, 0..1."""
        return self.runner.phase if self.runs and self.runner else self.pose.phase

    def spans(self) -> tuple[Span, ...]:
        """The phases of the stride, or the parts of a repetition with their seconds."""
        if self.runs and self.runner:
            return stride_phases(self.gait.words, self.runner.style_shown)
        tempo = self._step.tempo_s if self._step is not None else None
        motion = self._shown.motion
        if not self.moves or not tempo or motion is None:
            return ()
        text, times = self.tr("{part} {seconds} s"), motion.reps_per_period
        return tuple(
            replace(
                span,
                name=text.format(part=span.name, seconds=round((span.end - span.start) * tempo)),
                start=(turn + span.start) / times,
                end=(turn + span.end) / times,
            )
            for turn in range(times)
            for span in self.parts()
        )

    def parts(self) -> tuple[Span, ...]:
        """The parts of a repetition, if the drill has any."""
        words = self.gait.words.drill.get(self._drill.id)
        return repetition_parts(words.parts, self._drill.dose.tempo) if words else ()

    def then_words(self, part: int | None, tempo_s: float | None) -> str:
        """What comes after a part of a repetition that takes `tempo_s`, and how long it lasts."""
        words, parts = self.gait.words.drill.get(self._drill.id), self.parts()
        if part is None or words is None or part >= len(words.then) or not tempo_s:
            return ""
        following = parts[(part + 1) % len(parts)]
        seconds = round((following.end - following.start) * tempo_s)
        if seconds == 1:
            one = QCoreApplication.translate("DrillStage", "1 second")
            return words.then[part].replace("{seconds} seconds", one)
        return words.then[part].format(seconds=seconds)

    def bars(self) -> tuple[Span, ...]:
        """When which muscle works."""
        if self.runs and self.runner:
            return stride_bars(self.gait.words, self.runner.style_shown)
        motion = self._shown.motion
        if motion is None or not self.moves:
            return ()
        found = {(a.muscle, a.start, a.end): None for a in motion.activity}
        return tuple(
            Span(self.tr("{muscle} works").format(muscle=muscle_word(muscle)), start, end, line, line == 0)
            for line, (muscle, start, end) in enumerate(list(found)[:2])
        )

    @property
    def cycle_s(self) -> float:
        """Seconds of one cycle at full speed."""
        if self.runs and self.runner is not None:
            return self.runner.style_shown.stride_time_s
        return self._period(self._shown.motion) if self._shown.motion is not None else 1.0

    # ------------------------------------------------------------- following
    def show_step(self, snapshot: Snapshot) -> None:
        """The picture of the step that is on."""
        step = snapshot.segment.step
        self._step = step
        self._shown = shown_in(step, self._drill, self.gait)
        self._leads = bool(self._shown.style) and self._shown.motion is not None
        self._show_picture()
        if self._shown.motion is not None:
            self.pose.show_motion(self._shown.motion, snapshot.side)
            self.pose.set_phase(self._shown.motion.moments[0])
            words = self.gait.words.drill.get(self._drill.id)
            own = self._shown.motion.id == self.gait.drill(self._drill.id).motion
            self.pose.set_labels(words.label if words and own else ())
        self.set_ghost(self._ghost_on)

    def follow(self, snapshot: Snapshot) -> None:
        """The phase of this moment: a landing at every beat; a repetition in its tempo."""
        motion, seconds = self._shown.motion, snapshot.in_step * self._speed
        if self._shown.style and motion is not None:
            leads = seconds < motion.period_s
            if leads is not self._leads:
                self._leads = leads
                self._show_picture()
            if not leads:
                seconds -= motion.period_s
        if self.runs and self.runner is not None:
            if snapshot.beats is not None:
                self.runner.set_phase(phase_of_beats(snapshot.beats, self._speed))
            else:
                self.runner.set_phase(seconds / self.runner.style_shown.stride_time_s)
        elif self.moves and motion is not None and snapshot.beats is not None:
            self.pose.set_phase(snapshot.beats * self._speed / motion.reps_per_period % 1.0)
        elif self.moves and motion is not None:
            self.pose.set_seconds(seconds, self._period(motion))

    def set_speed(self, percent: int) -> None:
        """Slow the picture; the labels come where they can be read."""
        self._speed = percent / 100
        if self.runner is not None:
            self.runner.set_words_on(percent < 100)

    def hold(self, phase: float) -> None:
        """Stand at this phase, with all labels."""
        if self.runs and self.runner is not None:
            self.runner.set_words_on(True)
            self.runner.set_phase(phase)
        else:
            self.pose.set_phase(phase % 1.0)

    def release(self) -> None:
        """Follow again."""
        self.set_speed(round(self._speed * 100))

    @property
    def contrast(self) -> str:
        """The style that can be shown behind the runner."""
        return self._contrast

    def set_contrast(self, style_id: str) -> None:
        """Set the drill against this style."""
        self._contrast = style_id
        self.set_ghost(self._ghost_on)

    def set_ghost(self, on: bool) -> None:
        """Show the contrasting style behind the runner, or beside a walk."""
        self._ghost_on = on
        self.pose.set_example(self._contrast if on and self.has_example and not self.runs else "")
        if self.runner is not None:
            self.runner.set_ghost(self._contrast if on else "")

    def set_beside(self, on: bool) -> None:
        """Show it beside the runner instead of behind."""
        if self.runner is not None:
            self.runner.set_beside(on)

    def set_scale(self, scale: PlayerScale) -> None:
        """Write at another window size."""
        fonts = LabelFonts(scale.plain(15.5, 600), scale.plain(13.5, 500))
        if self.runner is not None:
            self.runner.set_fonts(fonts)
        self.pose.set_fonts(fonts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both pictures fill it."""
        super().resizeEvent(event)
        for part in (self.runner, self.pose):
            if part is not None:
                part.setGeometry(self.rect())

    def _show_picture(self) -> None:
        if self.runner is not None:
            self.runner.setVisible(self.runs)
        self.pose.setVisible(not self.runs)

    def _period(self, motion: Motion) -> float:
        step = self._step
        if step is not None and step.tempo_s:
            return step.tempo_s * motion.reps_per_period
        return motion.period_s
