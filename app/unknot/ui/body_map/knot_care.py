"""Beside the knot panel: what it shows beyond the knot's own ratings, and the dialogs it opens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from unknot.domain.days import day_of
from unknot.domain.knot_life import routines_on, sessions_on
from unknot.domain.knots import KnotCheck, KnotStory
from unknot.domain.noise import may_repeat, own_noise
from unknot.domain.practice import Session
from unknot.services.bundle import Services
from unknot.services.changes import Change, Kind
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.check_dialog import CheckDialog, CheckDraft
from unknot.ui.body_map.knot_acts import KnotActs
from unknot.ui.body_map.knot_panel import KnotPanel
from unknot.ui.body_map.repeat_offer import RepeatDialog
from unknot.ui.body_map.writing import Writing
from unknot.ui.side_words import leg_of
from unknot.ui.theme import Theme


class KnotCare(QObject):
    """Keeps the sessions read until one changes: a map of years would read them with every rating."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        panel: KnotPanel,
        acts: KnotActs,
        writing: Writing,
        atlas: MapAtlas,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._services, self._theme, self._panel, self._acts = services, theme, panel, acts
        self._writing, self._atlas, self._page = writing, atlas, page
        self._story: KnotStory | None = None
        self._sessions: tuple[Session, ...] | None = None
        services.practice.changed.connect(self._practised)
        panel.kind_chosen.connect(acts.kind)
        panel.checks.opened.connect(self.open_check)
        panel.checks.past_wanted.connect(self.open_past)
        panel.repeat.accepted.connect(self._repeat)
        panel.repeat.refused.connect(self._put_off)

    def show(self, story: KnotStory, stories: Sequence[KnotStory]) -> None:
        """Show a knot's life in the panel, and offer a second rating where it is time for one."""
        self._story = story
        if self._sessions is None:
            self._sessions = self._services.practice.sessions(with_steps=False)
        uses = routines_on(story.knot.id, self._sessions)
        done = sessions_on(story.knot.id, self._sessions)
        self._panel.course.show_sessions([day_of(session.started_at) for session in done])
        knot = story.knot
        offer = self._atlas.may_press(knot.kind, knot.place, knot.spot.v) and may_repeat(
            story, stories, self._services.now(), self._last_asked()
        )
        self._panel.show_life(story, uses, own_noise(stories), offer=offer)

    def open_check(self, check: KnotCheck) -> CheckDialog | None:
        """Let a rating be changed or deleted."""
        return self._open(check)

    def open_past(self) -> CheckDialog | None:
        """Let a rating of the past be added."""
        return self._open(None)

    def _open(self, check: KnotCheck | None) -> CheckDialog | None:
        story = self._story
        if story is None:
            return None
        dialog = CheckDialog(story, check, self._atlas, self._theme, self._services.now, self._page)
        dialog.saved.connect(partial(self._saved, story.knot.id))
        dialog.deleted.connect(partial(self._acts.drop_check, story.knot.id))
        dialog.open()
        return dialog

    def _saved(self, knot_id: UUID, draft: CheckDraft) -> None:
        self._acts.keep(knot_id, draft)

    def _repeat(self) -> None:
        story = self._story
        if story is None:
            return
        place = leg_of(self._atlas.label(story.knot.place), story.knot.spot.side)
        dialog = RepeatDialog(place, self._theme, self._page)
        dialog.rated.connect(partial(self._repeated, story.knot.id))
        dialog.open()

    def _repeated(self, knot_id: UUID, score: int) -> None:
        self._acts.again(knot_id, score)

    def _put_off(self) -> None:
        today = day_of(self._services.now()).isoformat()
        if self._writing.do(partial(self._services.settings.choose, repeat_asked=today)):
            self._panel.repeat.hide()

    def _last_asked(self) -> date | None:
        try:
            return date.fromisoformat(self._services.settings.choices.repeat_asked)
        except ValueError:
            return None

    def _practised(self, change: Change) -> None:
        if Kind.SESSIONS in change.kinds:
            self._sessions = None
