"""Scenes of a release session: its page, each state of its player, its end, and the offer to resume it."""

from __future__ import annotations

from functools import partial

from screenshot_studio import Scene, Studio, below
from unknot.domain.body import Side, Spot, View
from unknot.domain.knots import Size
from unknot.domain.player import PlayerState
from unknot.domain.practice import Planned, SessionEnd, SessionKind, knot_item
from unknot.domain.steps import StepKind
from unknot.services.player import PlayerService
from unknot.ui.player.routine_player import TENDERNESS, RoutinePlayer
from unknot.ui.release.routine_detail import RoutineDetail

_LONG_PRESS_S = 20
_AWAY_S = 400


def _detail(studio: Studio) -> None:
    studio.answer_safely()
    studio.flows.release_knot(studio.first_release())


def _of_library(routine: str, studio: Studio) -> None:
    """A routine that needs no knot, as it is opened from its card."""
    studio.answer_safely()
    studio.flows.start_routine(routine)
    studio.settle()


def _turned(studio: Studio) -> None:
    """A routine whose positions are seen from the front and from behind."""
    studio.answer_safely()
    knot = studio.services.journal.add_knot(
        Spot(View.OUTER, Side.RIGHT, 0.5, 0.1), "gluteus_medius", 5, Size.MARBLE
    )
    studio.flows.release_knot(knot.id)


def _scrolled(scene: Scene, studio: Studio) -> None:
    """The same, scrolled by a window."""
    scene(studio)
    studio.settle()
    bar = studio.shown(RoutineDetail).scroll_area.verticalScrollBar()
    bar.setValue(bar.pageStep())


def _start(studio: Studio, *, both: bool = False) -> None:
    studio.answer_safely()
    release = studio.services.release
    wanted = (
        story.knot.id
        for story, fit in release.due()
        if not both or (fit.routine is not None and not release.both_legs(fit.routine, story)[0].refusal)
    )
    studio.flows.release_knot(next(wanted))
    detail = studio.shown(RoutineDetail)
    if both:
        studio.press("Both legs")
    detail.start_wanted.emit()
    studio.settle()
    studio.shown(RoutinePlayer)


def _presses(service: PlayerService) -> bool:
    return service.snapshot.segment.step.presses and service.snapshot.segment.seconds > _LONG_PRESS_S


def _step(kind: StepKind, service: PlayerService) -> bool:
    return service.snapshot.segment.step.kind is kind


def _rests(service: PlayerService) -> bool:
    return service.snapshot.side is not None and _step(StepKind.REST, service)


def _check(which: str, service: PlayerService) -> bool:
    return service.state is PlayerState.WAITING and service.snapshot.segment.step.check == which


def _routine(studio: Studio) -> None:
    _start(studio)
    studio.play_to(_presses)
    studio.play(9)


def _pressed(words: tuple[str, ...], studio: Studio) -> None:
    """Buttons one after the other in the middle of a press."""
    _routine(studio)
    for word in words:
        studio.press(word)


def _at_step(kind: StepKind, studio: Studio, *, both: bool = False, seconds: float = 4.0) -> None:
    _start(studio, both=both)
    studio.play_to(partial(_step, kind))
    studio.play(seconds)


def _resting(studio: Studio) -> None:
    """Between two presses, with the leg named."""
    _start(studio)
    studio.play_to(_rests)
    studio.play(4)


def _at_check(which: str, studio: Studio) -> None:
    _start(studio)
    studio.play_to(partial(_check, which))


def _leave_alone(studio: Studio) -> None:
    _routine(studio)
    while studio.shown(RoutinePlayer).may_resume():
        studio.player().resume()
        studio.press("Too much")


def _felt(studio: Studio) -> None:
    """Pain noted in the middle of a press, above the ceiling."""
    _routine(studio)
    studio.player().feel(7)


def _felt_end(studio: Studio) -> None:
    """The course of what was noted, after the session."""
    _routine(studio)
    for pain in (6, 5, 4):
        studio.player().feel(pain)
        studio.play(9)
    studio.player().end()


def _stop(studio: Studio) -> None:
    _pressed(("Too much", "Tingling or sharp pain"), studio)


def _prepare(studio: Studio) -> None:
    _start(studio)
    studio.play(3)


def _steps(studio: Studio) -> None:
    _routine(studio)
    studio.shown(RoutinePlayer).sheet.toggle()


def _set(studio: Studio, *, releases: int = 3, after: int = 0) -> None:
    """All of today as one session: the page before it, or what gets ready after so many of its items."""
    studio.answer_safely()
    due = studio.services.release.due()[:releases]
    items = [knot_item(story, fit.routine) for story, fit in due if fit.routine]
    drill = next(iter(studio.services.library.drills))
    studio.flows.start_set((*items, Planned(drill, kind=SessionKind.DRILL)))
    if after:
        studio.shown(RoutineDetail).start_wanted.emit()
        studio.settle()
    for _ in range(after):
        studio.play_out(partial(_rate, studio))
        studio.settle()
    if after:
        studio.play(4)


def _set_cut_off(studio: Studio) -> None:
    """The offer at the start after a kill between two items."""
    _set(studio, after=1)
    service = studio.player()
    studio.services.players.close()
    studio.services.practice.finish(service.session.id, SessionEnd.DONE, 200.0)
    studio.window.close_player()
    studio.window.offer_resume()


def _rate(studio: Studio) -> None:
    studio.player().answer({TENDERNESS: 4})


def _silent(studio: Studio) -> None:
    """No output: said once, and the screen goes on."""
    studio.silent = True
    _routine(studio)


def _still_silent(studio: Studio) -> None:
    """Later the switches say it."""
    _silent(studio)
    studio.press("Dismiss")


def _away(studio: Studio) -> None:
    _routine(studio)
    studio.lapse(_AWAY_S)


def _end(studio: Studio) -> None:
    _start(studio)
    scores = iter((5, 3))

    def rate() -> None:
        studio.player().answer({TENDERNESS: next(scores)})

    studio.play_out(rate)


def _cut_off(studio: Studio) -> None:
    _start(studio)
    studio.play(90)
    studio.player().answer({TENDERNESS: 5})
    studio.play(60)
    studio.services.players.close()
    studio.window.close_player()
    studio.window.offer_resume()


def _resumed(studio: Studio) -> None:
    """The same after Resume: at the second where it stopped."""
    _cut_off(studio)
    studio.press("Resume")
    studio.answer_safely()
    studio.play(3)


ROUTINE_SCENES: dict[str, Scene] = {
    "routine-detail": _detail,
    "routine-detail-middle": partial(_scrolled, _detail),
    "routine-detail-below": below(_detail),
    "routine-detail-evening": partial(_of_library, "evening-12"),
    "routine-detail-pre-run": partial(_of_library, "pre-run-5"),
    "routine-detail-recheck": partial(_of_library, "recheck-knots"),
    "routine-detail-places": partial(_scrolled, partial(_of_library, "recheck-knots")),
    "routine-detail-evening-below": partial(_scrolled, partial(_of_library, "evening-12")),
    "routine-detail-turned": _turned,
    "routine-prepare": _prepare,
    "routine-steps": _steps,
    "routine-felt": _felt,
    "routine-felt-end": _felt_end,
    "routine-stop": _stop,
    "routine-no-sound": _silent,
    "routine-no-sound-later": _still_silent,
    "routine-set": _set,
    "routine-set-next": partial(_set, after=1),
    "routine-set-drill": partial(_set, releases=1, after=2),
    "routine-set-cut-off": _set_cut_off,
    "routine-settle": partial(_at_step, StepKind.BREATHE),
    "routine-check": partial(_at_check, "before"),
    "routine-find": partial(_at_step, StepKind.POSITION),
    "routine": _routine,
    "routine-move": partial(_at_step, StepKind.MOVE),
    "routine-paused": partial(_pressed, ("Pause",)),
    "routine-too-much": partial(_pressed, ("Too much",)),
    "routine-leave-alone": _leave_alone,
    "routine-end-asked": partial(_pressed, ("End",)),
    "routine-away": _away,
    "routine-switch": partial(_at_step, StepKind.SWITCH_SIDE, both=True),
    "routine-rest": _resting,
    "routine-check-after": partial(_at_check, "after"),
    "routine-end": _end,
    "resume": _cut_off,
    "routine-resumed": _resumed,
}
