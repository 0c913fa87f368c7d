"""For a first visitor: the first three things to do, in order, with what is done already."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal

from unknot.domain.week import FirstSteps
from unknot.ui.theme import Theme
from unknot.ui.today.hero import Hero, HeroRow


class FirstStepsView(Hero):
    """The next thing has the marigold button. `release_wanted` carries the knot to release."""

    mark_wanted = Signal()
    release_wanted = Signal(object)  # UUID
    run_wanted = Signal()

    def __init__(self, theme: Theme, steps: FirstSteps, knot: UUID | None, *, compact: bool) -> None:
        translate = QCoreApplication.translate
        headline = translate("FirstSteps", "Three things to begin with")
        if steps.done:
            headline = (
                translate("FirstSteps", "Two things left to begin with")
                if steps.done == 1
                else translate("FirstSteps", "One thing left to begin with")
            )
        sentence = translate(
            "FirstSteps",
            "Find a sore spot, ease it, and note your runs. Your own charts then show whether it helps.",
        )
        super().__init__(theme, headline, sentence, compact=compact)
        self._knot = knot
        done = self.tr("Done")
        next_one = 1 if not steps.marked else 2 if not steps.released and knot is not None else 3
        mark = HeroRow(
            theme,
            1,
            "person",
            self.tr("Mark a knot"),
            self.tr("Press along the outer calf and thigh. Tap the picture where it is sore."),
            button="" if steps.marked else self.tr("Add a knot"),
            button_icon="plus-bold",
            kind="accent" if next_one == 1 else "hero",
            done=done if steps.marked else "",
        )
        mark.started.connect(self.mark_wanted)
        self.add_row(mark)
        can_release = knot is not None and not steps.released
        release = HeroRow(
            theme,
            2,
            "tennis-ball",
            self.tr("Release it"),
            self.tr("A timed routine, step by step. You need a ball and about six minutes."),
            button=self.tr("Release this") if can_release else "",
            kind="accent" if next_one == 2 else "hero",
            done=done if steps.released else "",
        )
        release.started.connect(self._release)
        self.add_row(release)
        run = HeroRow(
            theme,
            3,
            "path",
            self.tr("Log a run"),
            self.tr("How long, and when the knee began to hurt. Start with three ordinary runs."),
            button="" if steps.ran else self.tr("Log a run"),
            button_icon="plus-bold",
            kind="accent" if next_one == 3 else "hero",
            done=done if steps.ran else "",
        )
        run.started.connect(self.run_wanted)
        self.add_row(run)

    def _release(self) -> None:
        if self._knot is not None:
            self.release_wanted.emit(self._knot)
