"""What is photographed: each page, each player state, each gate and dialog, by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QPixmap

from screenshot_studio import Studio
from unknot.domain.player import PlayerState
from unknot.domain.steps import StepKind
from unknot.services.player import PlayerService
from unknot.ui.drills.drill_detail import DrillDetail
from unknot.ui.player.drill_player import DrillPlayer
from unknot.ui.player.routine_player import RoutinePlayer
from unknot.ui.release.routine_detail import RoutineDetail

Scene = Callable[[Studio], QPixmap]
METRONOME_DRILL, FLOOR_DRILL, WALL_DRILL = "quick-step-metronome", "glute-bridge", "wall-push-off"


def _page(name: str, studio: Studio) -> QPixmap:
    studio.page(name)
    return studio.picture()


def _body_map_knot(studio: Studio) -> QPixmap:
    page = studio.page("body_map")
    page.choose(studio.first_release())  # type: ignore[attr-defined]  # it is the BodyMapPage
    return studio.picture()


def _run_form(studio: Studio) -> QPixmap:
    studio.window.log_run()
    return studio.picture()


def _keys(studio: Studio) -> QPixmap:
    studio.window.show_keys()
    return studio.picture()


def _safety(studio: Studio) -> QPixmap:
    studio.window.flows.release_knot(studio.first_release())  # type: ignore[union-attr]  # the window is filled
    return studio.picture()


def _daily(studio: Studio) -> QPixmap:
    studio.answer_safely_but_today()
    return _safety(studio)


def _routine_detail(studio: Studio) -> QPixmap:
    studio.answer_safely()
    return _safety(studio)


def _start_routine(studio: Studio) -> PlayerService:
    _routine_detail(studio)
    detail = studio.shown(RoutineDetail)
    if not isinstance(detail, RoutineDetail):
        raise TypeError("the routine's page was expected")
    detail.start_wanted.emit(detail.sides)
    studio.settle()
    studio.shown(RoutinePlayer)
    return studio.player()


def _presses(service: PlayerService) -> bool:
    return service.snapshot.segment.step.presses and service.snapshot.segment.seconds > 20


def _works(service: PlayerService) -> bool:
    return service.snapshot.segment.step.kind in {StepKind.RUN, StepKind.WORK}


def _waits(service: PlayerService) -> bool:
    return service.state is PlayerState.WAITING


def _routine(studio: Studio) -> QPixmap:
    _start_routine(studio)
    studio.play_to(_presses)
    studio.play(9)
    return studio.picture()


def _routine_paused(studio: Studio) -> QPixmap:
    service = _start_routine(studio)
    studio.play_to(_presses)
    studio.play(9)
    service.pause()
    return studio.picture()


def _routine_too_much(studio: Studio) -> QPixmap:
    _start_routine(studio)
    studio.play_to(_presses)
    studio.play(9)
    player = studio.shown(RoutinePlayer)
    if isinstance(player, RoutinePlayer):
        player.too_much()
    return studio.picture()


def _routine_check(studio: Studio) -> QPixmap:
    _start_routine(studio)
    studio.play_to(_waits)
    return studio.picture()


def _routine_end(studio: Studio) -> QPixmap:
    service = _start_routine(studio)
    scores = iter((5, 3))
    for segment in service.timeline.segments:
        service.jump(segment.index)
        if service.state is PlayerState.WAITING:
            service.answer({"tenderness_0_10": next(scores, 3)})
    studio.play(service.snapshot.left_in_all + 1)
    return studio.picture()


def _drill_detail(drill: str, studio: Studio) -> QPixmap:
    studio.answer_safely()
    studio.window.flows.start_drill(drill)  # type: ignore[union-attr]  # the window is filled
    return studio.picture()


def _drill(drill: str, seconds: float, studio: Studio) -> QPixmap:
    _drill_detail(drill, studio)
    detail = studio.shown(DrillDetail)
    if not isinstance(detail, DrillDetail):
        raise TypeError("the drill's page was expected")
    detail.start_wanted.emit()
    studio.settle()
    studio.shown(DrillPlayer)
    studio.play_to(_works)
    studio.play(seconds)
    return studio.picture()


SCENES: dict[str, Scene] = {
    "today": partial(_page, "today"),
    "body-map": partial(_page, "body_map"),
    "body-map-knot": _body_map_knot,
    "release": partial(_page, "release"),
    "safety": _safety,
    "daily": _daily,
    "routine-detail": _routine_detail,
    "routine": _routine,
    "routine-paused": _routine_paused,
    "routine-too-much": _routine_too_much,
    "routine-check": _routine_check,
    "routine-end": _routine_end,
    "drills": partial(_page, "drills"),
    "drill-detail": partial(_drill_detail, METRONOME_DRILL),
    "drill": partial(_drill, METRONOME_DRILL, 7.3),
    "drill-floor": partial(_drill, FLOOR_DRILL, 5.0),
    "drill-wall": partial(_drill, WALL_DRILL, 5.0),
    "runs": partial(_page, "runs"),
    "run-form": _run_form,
    "progress": partial(_page, "progress"),
    "settings": partial(_page, "settings"),
    "keys": _keys,
}
