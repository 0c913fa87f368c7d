"""From a knot or a routine to the player and back: every gate on the way, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from unknot.domain.errors import KnownError
from unknot.domain.knots import KnotStory
from unknot.domain.practice import Planned, Session, SessionEnd
from unknot.domain.routine import Routine
from unknot.services import cut_off
from unknot.services.bundle import Services
from unknot.services.release import Fit
from unknot.services.screening import What
from unknot.ui.body_map.press_lesson import PressLesson
from unknot.ui.library.session_flow import SessionFlow, Stage
from unknot.ui.release.knot_choice import KnotChoice
from unknot.ui.release.routine_detail import RoutineDetail
from unknot.ui.screening.single_question import YES, SingleQuestionPage, daily_question, spot_question
from unknot.ui.theme import Theme


class ReleaseFlow(SessionFlow):
    """Asks only what is still open: screening, the daily question, the standard press, a large lump.

    The player is shown only when pressing is open and a routine fits; everything else ends on a page
    that says why.
    """

    act_wanted = Signal(str, str)  # what else is wanted of a routine, and its id
    opens = "press"

    def __init__(self, services: Services, theme: Theme, window: QWidget, stage: Stage | None = None) -> None:
        super().__init__(services, theme, window, stage)
        self._knot: UUID | None = None
        self._routine: Routine | None = None
        self._spot_is_clear = False
        self._instead: Routine | None = None  # offered on the page that refuses
        self.dialog: QDialog | None = None

    # ------------------------------------------------------------- ways in
    def release_knot(self, knot_id: UUID, then: Sequence[Planned] = ()) -> None:
        """Release a knot by the routine that fits it; `then` follows in the same session."""
        self._set.want(then)
        self._set_out(knot_id, None)

    def start_routine(self, routine_id: str, then: Sequence[Planned] = ()) -> None:
        """A routine of the library: asks which knot it is for, where it does not stand alone."""
        self._set.want(then)
        routine = self._services.library.routines[routine_id]
        if self._services.release.stands_alone(routine):
            self._set_out(None, routine)
            return
        permission = self._services.screening.may("press")
        if permission.refuses:
            self._refuse_by(permission)
            return
        self._routine = routine
        choice = KnotChoice(self._services, self._theme, routine, self._window)
        choice.accepted.connect(self._knot_chosen)
        choice.map_wanted.connect(self._to_map)
        self._open(choice)

    def resume(self, session: Session) -> None:
        """Go on with a session that a crash cut off, unless what held at its start holds no more."""
        self._routine = self._services.library.routines.get(session.content_id)
        super().resume(session)

    # ------------------------------------------------------------- the gates, one after the other
    @property
    def _what(self) -> What:
        """A stretch asks less than a press."""
        return "stretch" if self._routine is not None and self._routine.stretch_only else "press"

    def _set_out(self, knot_id: UUID | None, routine: Routine | None) -> None:
        self._knot, self._routine = knot_id, routine
        self._spot_is_clear = False
        self._next()

    def _next(self) -> None:
        screening = self._services.screening
        if not self._is_open():
            return
        if self._what == "press" and screening.daily_due():
            question, title = daily_question(screening.daily_question), self.tr("Before today's first press")
            self._ask_one(SingleQuestionPage(question, title, self._theme), self._daily_answered)
        elif self._what == "press" and not self._services.settings.choices.press_taught:
            self._teach()
        else:
            self._fit()

    def _ask_one(self, page: SingleQuestionPage, answered: Callable[[str], None]) -> None:
        page.answered.connect(answered)
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
        if routine is not None and (story is not None or release.stands_alone(routine)):
            fit = release.check(routine, story, spot_is_clear=clear)
        elif story is not None:
            fit = release.fit(story, spot_is_clear=clear)
        else:  # deleted meanwhile
            self.close()
            return
        if fit.lump_question:
            questionnaire = self._services.screening.questionnaire
            lump = questionnaire.questions[questionnaire.lump.id]
            self._ask_these([lump], self._what, anew=True)
        elif fit.spot_question and not clear:
            question, title = spot_question(fit.spot_cm), self.tr("Skin before pressing")
            self._ask_one(SingleQuestionPage(question, title, self._theme), self._spot_answered)
        elif fit.refusal or fit.routine is None:
            self._refuse_fit(fit.refusal or fit.reason, fit.alternative)
        else:
            self._show_routine(fit.routine, fit, story)

    def _spot_answered(self, answer: str) -> None:
        if answer == YES:
            self._refuse_fit(self.tr("Leave this knot until the skin has looked normal for 14 days."), None)
        else:
            self._spot_is_clear = True
            self._next()

    def _refuse_fit(self, reason: str, instead: Routine | None) -> None:
        self._instead = instead
        name = instead.title if instead is not None else ""
        title = self.tr("Not this knot, not now") if self._knot is not None else self.tr("Not now")
        page = self._refuse(title, reason, instead=name)
        page.instead_wanted.connect(self._take_instead)

    def _take_instead(self) -> None:
        self._routine, self._instead = self._instead, None
        self._next()

    # ------------------------------------------------------------- the routine
    def _show_routine(self, routine: Routine, fit: Fit, story: KnotStory | None) -> None:
        """Its page, which says why both legs cannot be done now if they cannot."""
        both: Fit | None = None
        if story is not None:
            both, _other = self._services.release.both_legs(routine, story, spot_is_clear=self._spot_is_clear)
        legs = fit.sides if story is None else (story.knot.spot.side,)
        then = self._set.planned(Planned(routine.id, legs))
        detail = RoutineDetail(self._services, self._theme, routine, fit, story, both=both, then=then)
        detail.act_wanted.connect(self.act_wanted)
        self._show_detail(detail, self._start)

    def _start(self) -> None:
        """Ask the rules once more, for these legs: the page may have stood open for hours."""
        page = self.sender()
        if not isinstance(page, RoutineDetail):
            return
        release, screening = self._services.release, self._services.screening
        routine, sides, other = page.routine, page.sides, None
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
        knots = [one.knot.id for one in (*fit.stories, story, other) if one is not None]
        start = partial(self._services.players.start_routine, routine, sides=sides, knot_ids=knots)
        start = partial(start, ceiling=fit.ceiling, half=fit.half, places=fit.places or None)
        self._begin(partial(start, following=page.then))

    def _most(self, session: Session) -> int | None:
        return cut_off.most(self._services, session, self._routine) if self._routine is not None else None

    def _closes(self, session: Session) -> bool:
        """A session played to its end closes with the stretch, on its own page."""
        fit = self._services.release.ending(session) if session.end is SessionEnd.DONE else None
        if fit is None or fit.routine is None:
            return False
        self._services.players.close()
        self._knot, self._routine = None, fit.routine
        self._show_routine(fit.routine, fit, None)
        return True

    # ------------------------------------------------------------- inside
    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _knot_chosen(self) -> None:
        if isinstance(self.dialog, KnotChoice) and self.dialog.chosen is not None:
            self._set_out(self.dialog.chosen, self._routine)

    def _to_map(self) -> None:
        self._stage.go("body_map")

    def _kept(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except KnownError as trouble:
            self._stage.show_known(trouble)
            return False
        return True
