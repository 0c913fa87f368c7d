"""One drill before it starts: get ready, see it move, cues, faults, what to keep off, how sure it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from unknot.domain.drill import Drill
from unknot.domain.practice import Planned
from unknot.services.bundle import Services
from unknot.services.stride import Stride
from unknot.ui.drills.count_steps import CountSteps
from unknot.ui.drills.detail_cards import care_card, cues_card, faults_card, how_card
from unknot.ui.drills.drill_words import dose_line, minutes_line, often_line, things_line
from unknot.ui.drills.extra_set_row import ExtraSetRow
from unknot.ui.drills.key_pose import KeyPose
from unknot.ui.drills.leg_words import caveat
from unknot.ui.drills.past_card import PastCard
from unknot.ui.drills.step_rate_card import StepRateCard
from unknot.ui.library.detail_cards import ways_card
from unknot.ui.library.detail_page import DetailPage, Placed
from unknot.ui.library.then_note import then_note
from unknot.ui.theme import Theme
from unknot.ui.widgets.evidence_card import evidence_card
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.runner_view import RunnerView

FRAME_MS = 33
SHOWN_SPEED = 0.25  # of real time: slow enough to look at


class DrillDetail(DetailPage):
    """A full page for one drill; `then` is what follows in the same session."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        drill: Drill,
        parent: QWidget | None = None,
        *,
        then: tuple[Planned, ...] = (),
    ) -> None:
        super().__init__(drill, drill.setup, theme, parent)
        self._services, self._drill, self.then = services, drill, then
        self.picture = self._picture()
        self._moving = QTimer(self)
        self._moving.setInterval(FRAME_MS)
        self._moving.timeout.connect(self._advance)
        self.show_facts(
            ("timer", f"{minutes_line(drill)}, {dose_line(drill)}"),
            ("clock-counter-clockwise", often_line(drill)),
            ("check-bold", things_line(drill)),
        )
        if caveat(drill):
            self.notes.addWidget(Note(caveat(drill), theme, tint="infoTint"))
        if then:
            self.notes.addWidget(then_note(then, services.library, theme))
        extra = Stride.of(services).extra_set(drill)
        self.extra = None if extra is None else ExtraSetRow(extra, theme)
        if self.extra is not None:
            self.notes.addWidget(self.extra)
        self.show_cards(self._make_cards())

    def count_steps(self) -> None:
        """Count the own steps a minute."""
        CountSteps(self._services.settings, self.theme, self).open()

    # ------------------------------------------------------------- Qt
    def showEvent(self, event: QShowEvent) -> None:
        """The picture moves while it is seen, unless motion is reduced."""
        super().showEvent(event)
        if not self.theme.reduced_motion:
            self._moving.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """It rests unseen."""
        super().hideEvent(event)
        self._moving.stop()

    # ------------------------------------------------------------- inside
    def _picture(self) -> RunnerView | KeyPose:
        """The runner, or the drill's own position; a drill that leads into a run shows how it begins."""
        gait = self._services.gait
        poses = gait.drill(self._drill.id)
        runs = bool(poses.style) and not poses.motion
        picture = (
            RunnerView(self.theme, gait, poses.style) if runs else KeyPose(self.theme, gait, self._drill.id)
        )
        picture.setMinimumHeight(self.theme.px(320))
        picture.setAccessibleName(self._drill.title)
        return picture

    def _make_cards(self) -> list[Placed]:
        theme, drill, library = self.theme, self._drill, self._services.library
        cards: list[Placed] = [(self.picture, 1, 1)]
        if drill.metronome_bpm is not None:
            rate = StepRateCard(self._services, theme)
            rate.stacked = True
            rate.count_wanted.connect(self.count_steps)
            cards.append((rate, 0, 0))
        return [
            *cards,
            (partial(PastCard, self._services, theme, drill), 0, 2),
            (cues_card(drill, theme), 0, 0),
            (faults_card(drill, theme), 1, 1),
            (how_card(drill, theme), 1, 1),
            (care_card(drill, library, theme), 0, 2),
            (ways_card(drill, library.drills, theme), 1, 0),
            (evidence_card(drill.evidence, theme), 0, 2),
        ]

    def _advance(self) -> None:
        picture, step = self.picture, FRAME_MS / 1000
        if isinstance(picture, RunnerView):
            picture.set_phase(picture.phase + step * SHOWN_SPEED / picture.style_shown.stride_time_s)
        elif picture.motion is not None and picture.motion.moves:
            phase = picture.phase + step / picture.motion.period_s
            picture.set_phase(phase % 1.0)  # what is played once begins anew on this page
