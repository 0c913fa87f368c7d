"""Scenes on the way to a session: the safety questions, what they end in, and what is asked each day."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from screenshot_studio import Scene, Studio, harmless
from unknot.ui.screening.question_view import QuestionView
from unknot.ui.screening.screening_page import ScreeningPage

Given = Mapping[str, str]
_NOTHING: Given = {}


def _release(studio: Studio) -> None:
    studio.flows.release_knot(studio.first_release())


def _drill(studio: Studio) -> None:
    studio.flows.start_drill("wall-push-off")


def _change(studio: Studio) -> None:
    studio.flows.change_answers()


def _answered(
    studio: Studio, ask: Scene = _release, given: Given = _NOTHING, until: str = "", tick: str = ""
) -> None:
    """Answer without harm but for those given; stop at a question, there with one answer ticked."""
    ask(studio)
    page = studio.shown(ScreeningPage)
    if not isinstance(page.view, QuestionView):
        page.go_on()  # past the words before the first question
    while isinstance(page.view, QuestionView):
        question = page.view.question
        wanted = tick if question.id == until else given.get(question.id) or harmless(question)
        for card in page.view.cards:
            if card.option_id == wanted:
                card.click()
        if question.id == until:
            return
        page.go_on()


def _clinician(studio: Studio) -> None:
    studio.services.screening.save({"rest": ["yes"]})
    _answered(studio, _change)


def _saved(answer: tuple[str, str], studio: Studio) -> None:
    """A knot's release after one answer of long ago."""
    studio.answer_safely()
    knot = studio.first_release()
    studio.services.screening.save({answer[0]: [answer[1]]})
    studio.flows.release_knot(knot)


def _daily(studio: Studio) -> None:
    studio.answer_safely_but_today()
    _release(studio)


def _daily_yes(studio: Studio) -> None:
    _daily(studio)
    studio.press("Yes")
    studio.press("Continue")


def _lesson(studio: Studio) -> None:
    studio.answer_safely()
    studio.services.settings.choose(press_taught=False)
    _release(studio)


def _too_sore(studio: Studio) -> None:
    studio.answer_safely()
    knot = studio.first_release()
    studio.services.journal.rate_knot(knot, 9)
    studio.flows.release_knot(knot)


def _knot_choice(studio: Studio) -> None:
    studio.answer_safely()
    studio.page("release")
    studio.flows.start_routine("calf-outer-ball")


def _sound_check(studio: Studio) -> None:
    studio.answer_safely()
    studio.flows.check_sound()


GATE_SCENES: dict[str, Scene] = {
    "safety": _release,
    "safety-one": partial(_answered, until="injury", tick="no"),
    "safety-several": partial(_answered, until="pressure", tick="aspirin"),
    "safety-open": _answered,
    "safety-limit": partial(_answered, given={"pressure": "aspirin"}),
    "safety-leg": partial(_answered, given={"pressure": "veins"}, until="leg", tick="right"),
    "safety-lock": partial(_answered, given={"pressure": "thinner"}),
    "safety-stop": partial(_answered, given={"rest": "yes"}),
    "safety-stop-today": partial(_answered, given={"emergency": "calf"}),
    "safety-stop-emergency": partial(_answered, given={"emergency": "chest"}),
    "safety-stop-later": partial(_saved, ("rest", "yes")),
    "safety-clinician": _clinician,
    "safety-other": partial(_answered, ask=_drill, given={"where": "inner"}),
    "safety-partly": partial(_answered, ask=_drill, given={"when": "run_linger", "feel": "ache"}),
    "daily": _daily,
    "daily-yes": _daily_yes,
    "skin": partial(_saved, ("pressure", "skin")),
    "press-lesson": _lesson,
    "too-sore": _too_sore,
    "knot-choice": _knot_choice,
    "sound-check": _sound_check,
}
