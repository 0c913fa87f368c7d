"""From a knot or a routine to the player and back: every gate on the way, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from unknot.domain.body import Side
from unknot.domain.errors import KnownError
from unknot.domain.knots import KnotStory, Size
from unknot.domain.practice import Session
from unknot.domain.routine import Routine
from unknot.services import cut_off
from unknot.services.bundle import Services
from unknot.services.player import PlayerService
from unknot.services.release import Fit
from unknot.services.screening import What
from unknot.ui.body_map.press_lesson import PressLesson
from unknot.ui.player.routine_player import RoutinePlayer
from unknot.ui.release.knot_choice import KnotChoice
from unknot.ui.release.routine_detail import RoutineDetail
from unknot.ui.screening.refusal_page import RefusalPage
from unknot.ui.screening.screening_page import ScreeningPage
from unknot.ui.screening.single_question import YES, SingleQuestionPage, daily_question, spot_question
from unknot.ui.side_words import leg_of
from unknot.ui.theme import Theme


class Stage(Protocol):
    """The window as a flow uses it."""

    def show_player(self, player: QWidget, *, full_screen: bool = True) -> None:
        """Give the whole window to a widget."""

    def close_player(self) -> None:
        """Take it away again."""

    def show_known(self, error: KnownError) -> None:
        """Say a known trouble."""

    def go(self, page: str) -> None:
        """Show a page."""


class ReleaseFlow(QObject):
    """Asks only what is still open: screening, the daily question, the standard press, a large lump.

    The player is shown only when pressing is open and a routine fits; everything else ends on a page
    that says why. `ended` comes when the window is the pages' again.
    """

    ended = Signal()

    def __init__(self, services: Services, theme: Theme, window: QWidget, stage: Stage | None = None) -> None:
        super().__init__(window)
        self._services, self._theme, self._window = services, theme, window
        self._stage: Stage = stage if stage is not None else window  # type: ignore[assignment]  # MainWindow fits
        self._knot: UUID | None = None
        self._routine: Routine | None = None
        self._spot_is_clear = False
        self._instead: Routine | None = None  # offered on the page that refuses
        self.dialog: QDialog | None = None

    # ------------------------------------------------------------- ways in
    def release_knot(self, knot_id: UUID) -> None:
        """Release a knot by the routine that fits it."""
        self._begin(knot_id, None)

    def start_routine(self, routine_id: str) -> None:
        """A routine of the library: asks which knot it is for."""
        routine = self._services.library.routines[routine_id]
        if routine.stretch_only:
            self._begin(None, routine)
            return
        permission = self._services.screening.may("press")
        if not permission.allowed and not permission.needs_questions:
            self._refuse(permission.title, permission.reason, can_change=permission.can_unlock)
            return
        self._routine = routine
        choice = KnotChoice(self._services, self._theme, routine, self._window)
        choice.accepted.connect(self._knot_chosen)
        choice.map_wanted.connect(self._to_map)
        self._open(choice)

    def resume(self, session: Session) -> None:
        """Go on with a session that a crash cut off, unless what held at its start holds no more."""
        routine = self._services.library.routines.get(session.content_id)
        stretch = routine is not None and routine.stretch_only
        permission = self._services.screening.may("stretch" if stretch else "press")
        if not permission.allowed:
            self._refuse(permission.title, permission.reason, can_change=permission.can_unlock)
            return
        shut = cut_off.why_not(self._services, session)
        if shut:
            self._refuse(self.tr("This session cannot go on"), shut, can_change=False)
            return
        service = None
        try:
            if routine is not None:
                most = cut_off.most(self._services, session, routine)
                service = self._services.players.resume(session, most=most)
        except KnownError as trouble:
            self._stage.show_known(trouble)
            return
        if service is None or routine is None:
            text = self.tr("The routine has changed since. What was done is kept in your history.")
            self._refuse(self.tr("This session cannot go on"), text, can_change=False)
            return
        self._play(service, routine, self._stories(session))

    def change_answers(self) -> None:
        """Go through the safety questions anew."""
        screening = self._services.screening
        page = ScreeningPage(
            self._services,
            self._theme,
            "press",
            screening.interview_for("press", anew=True),
            anew=True,
            show_known=True,
        )
        page.passed.connect(self.close)
        page.left.connect(self.close)
        self._show(page)

    def close(self) -> None:
        """Give the window back to the pages."""
        self._stage.close_player()
        self.ended.emit()

    # ------------------------------------------------------------- the gates, one after the other
    def _begin(self, knot_id: UUID | None, routine: Routine | None) -> None:
        self._knot, self._routine = knot_id, routine
        self._spot_is_clear, self._instead = False, None
        self._next()

    def _next(self) -> None:
        """The next gate that is still shut, or the routine."""
        screening = self._services.screening
        permission = screening.may(self._what)
        if permission.needs_questions:
            self._ask_screening()
        elif not permission.allowed:
            self._refuse(permission.title, permission.reason, can_change=permission.can_unlock)
        elif self._what == "stretch":
            self._fit()
        elif screening.daily_due():
            page = SingleQuestionPage(
                daily_question(screening.daily_question), self.tr("Before today's first press"), self._theme
            )
            page.answered.connect(self._daily_answered)
            page.left.connect(self.close)
            self._show(page)
        elif not self._services.settings.choices.press_taught:
            self._teach()
        else:
            self._fit()

    @property
    def _what(self) -> What:
        """What has to be open: a stretch asks less than a press."""
        return "stretch" if self._routine is not None and self._routine.stretch_only else "press"

    def _ask_screening(self) -> None:
        first = not self._services.screening.answers()
        questions = self._services.screening.interview_for(self._what)
        page = ScreeningPage(self._services, self._theme, self._what, questions, intro=first)
        page.passed.connect(self._next)
        page.left.connect(self.close)
        self._show(page)

    def _daily_answered(self, answer: str) -> None:
        if self._kept(partial(self._services.screening.answer_daily, answer == YES)):
            self._next()

    def _teach(self) -> None:
        self._stage.close_player()
        lesson = PressLesson(self._theme, self._window)
        lesson.accepted.connect(self._taught)
        self._open(lesson)

    def _taught(self) -> None:
        if self._kept(partial(self._services.settings.choose, press_taught=True)):
            self._next()

    def _fit(self) -> None:
        story = self._services.journal.knot(self._knot) if self._knot is not None else None
        release, routine, clear = self._services.release, self._routine, self._spot_is_clear
        if routine is not None and (story is not None or routine.stretch_only):
            fit = release.check(routine, story, spot_is_clear=clear)
        elif story is not None:
            fit = release.fit(story, spot_is_clear=clear)
        else:  # deleted meanwhile
            self.close()
            return
        if fit.lump_question:
            self._ask_lump()
        elif fit.spot_question and not self._spot_is_clear:
            self._ask_spot(fit.spot_cm)
        elif fit.refusal or fit.routine is None:
            self._instead = fit.alternative
            self._refuse(self.tr("Not this knot, not now"), fit.refusal or fit.reason, can_change=False)
        else:
            self._show_detail(fit.routine, fit, story)

    def _ask_lump(self) -> None:
        questionnaire = self._services.screening.questionnaire
        question = questionnaire.questions[questionnaire.lump.id]
        page = ScreeningPage(self._services, self._theme, "press", [question], anew=True, intro=False)
        page.passed.connect(self._next)
        page.left.connect(self.close)
        self._show(page)

    def _ask_spot(self, centimetres: float) -> None:
        page = SingleQuestionPage(spot_question(centimetres), self.tr("Skin before pressing"), self._theme)
        page.answered.connect(self._spot_answered)
        page.left.connect(self.close)
        self._show(page)

    def _spot_answered(self, answer: str) -> None:
        if answer == YES:
            text = self.tr("Leave this knot until the skin has looked normal for 14 days.")
            self._refuse(self.tr("Not this knot, not now"), text, can_change=False)
        else:
            self._spot_is_clear = True
            self._next()

    # ------------------------------------------------------------- the routine
    def _show_detail(self, routine: Routine, fit: Fit, story: KnotStory | None) -> None:
        self._shown = routine
        not_both = self._not_both(routine, story) if story is not None else ""
        detail = RoutineDetail(self._services, self._theme, routine, fit, story, not_both=not_both)
        detail.back_wanted.connect(self.close)
        detail.start_wanted.connect(self._start)
        self._show(detail)
        self._services.players.prepare()

    def _not_both(self, routine: Routine, story: KnotStory) -> str:
        """Why both legs cannot be done now, empty if they can."""
        fit, _other = self._services.release.both_legs(routine, story, spot_is_clear=self._spot_is_clear)
        return fit.refusal

    def _start(self, sides: tuple[Side, ...]) -> None:
        """Ask the rules once more, for these legs: the page may have stood open for hours."""
        release, screening = self._services.release, self._services.screening
        routine, other = self._shown, None
        story = self._services.journal.knot(self._knot) if self._knot is not None else None
        if story is not None and len(sides) > 1:
            fit, other = release.both_legs(routine, story, spot_is_clear=self._spot_is_clear)
        else:
            fit = release.check(routine, story, sides, spot_is_clear=self._spot_is_clear)
        asks = self._what == "press" and screening.daily_due()
        shut = fit.refusal or fit.routine is None or fit.lump_question
        if asks or shut or not screening.may(self._what).allowed:
            self._next()
            return
        stories = [one for one in (story, other) if one is not None]
        try:
            service = self._services.players.start_routine(
                routine,
                sides=sides,
                ceiling=fit.ceiling,
                knot_ids=[one.knot.id for one in stories],
                half=fit.half,
            )
        except KnownError as trouble:
            self.close()
            self._stage.show_known(trouble)
            return
        self._play(service, routine, stories)

    def _play(self, service: PlayerService, routine: Routine, stories: Sequence[KnotStory]) -> None:
        services = self._services
        sizes = services.library.vocabulary.sizes
        player = RoutinePlayer(
            service,
            self._theme,
            services.settings,
            sizes=tuple((size, sizes[size].label) for size in Size if size in sizes),
            known={story.knot.spot.side: story.size for story in stories},
            names={story.knot.id: self._name(story) for story in stories},
            gait=services.gait,
            ceiling_after=partial(self._ceiling_after, routine, tuple(stories), service.session.id),
            leave_below=services.library.selection.too_much.leave_below,
        )
        player.closed.connect(self._played)
        self._stage.show_player(player)
        service.start()

    def _ceiling_after(
        self,
        routine: Routine,
        stories: tuple[KnotStory, ...],
        session_id: UUID,
        side: Side | None,
        score: int,
    ) -> int | None:
        """The pressure a rating just before the first press allows on that leg."""
        for story in stories:
            if side is None or story.knot.spot.side is side:
                return self._services.release.ceiling_for(routine, story, score, without=session_id)
        return None

    def _played(self) -> None:
        self._services.players.close()
        self.close()

    def _stories(self, session: Session) -> list[KnotStory]:
        found = (self._services.journal.knot(knot_id) for knot_id in session.knot_ids)
        return [story for story in found if story is not None]

    def _name(self, story: KnotStory) -> str:
        place = self._services.library.places[story.knot.place].label
        return leg_of(place, story.knot.spot.side)

    # ------------------------------------------------------------- inside
    def _show(self, page: QWidget) -> None:
        self._stage.show_player(page, full_screen=False)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _knot_chosen(self) -> None:
        if isinstance(self.dialog, KnotChoice) and self.dialog.chosen is not None:
            self._begin(self.dialog.chosen, self._routine)

    def _to_map(self) -> None:
        self._stage.go("body_map")

    def _refuse(self, title: str, reason: str, *, can_change: bool) -> None:
        verdict = self._services.screening.verdict() if can_change else None
        other = self._instead.title if self._instead is not None else ""
        page = RefusalPage(title, reason, self._theme, verdict=verdict, can_change=can_change, instead=other)
        page.left.connect(self.close)
        page.instead_wanted.connect(self._take_instead)
        page.change_wanted.connect(self.change_answers)
        self._show(page)

    def _take_instead(self) -> None:
        self._routine, self._instead = self._instead, None
        self._next()

    def _kept(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except KnownError as trouble:
            self._stage.show_known(trouble)
            return False
        return True
