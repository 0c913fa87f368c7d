"""Scenes of a drill: its page, each state of its player, and its end."""

from __future__ import annotations

from functools import partial

from screenshot_studio import Scene, Studio, below
from unknot.domain.player import PlayerState
from unknot.domain.steps import StepKind
from unknot.services.player import PlayerService
from unknot.ui.drills.drill_detail import DrillDetail
from unknot.ui.player.asked_after import AskedAfter
from unknot.ui.player.drill_player import DrillPlayer
from unknot.ui.player.score_panel import ScorePanel

_METRONOME, _FLOOR, _WALL = "quick-step-metronome", "glute-bridge", "wall-push-off"
_SET = (StepKind.RUN, StepKind.WORK)


def _detail(drill: str, studio: Studio) -> None:
    studio.answer_safely()
    studio.flows.start_drill(drill)


def _read(drill: str, studio: Studio) -> None:
    """Its page, once all its cards are made."""
    _detail(drill, studio)
    studio.settle()
    studio.shown(DrillDetail).make_all()


def _start(drill: str, studio: Studio) -> None:
    _detail(drill, studio)
    studio.shown(DrillDetail).start_wanted.emit()
    studio.settle()
    studio.shown(DrillPlayer)


def _is(kinds: tuple[StepKind, ...], service: PlayerService) -> bool:
    return service.snapshot.segment.step.kind in kinds


def _waits(service: PlayerService) -> bool:
    return service.state is PlayerState.WAITING


def _at(drill: str, studio: Studio, kinds: tuple[StepKind, ...] = _SET, seconds: float = 5.0) -> None:
    _start(drill, studio)
    studio.play_to(partial(_is, kinds))
    studio.play(seconds)


def _pressed(words: str, studio: Studio) -> None:
    _at(_METRONOME, studio, seconds=7.3)
    studio.press(words)


def _ended_early(studio: Studio) -> None:
    _pressed("End", studio)
    studio.press("End here")
    studio.shown(AskedAfter).lines[-1].choose(5)


def _rate(drill: str, studio: Studio) -> None:
    _start(drill, studio)
    studio.play_to(_waits)
    _answer_first(studio)


def _answer_first(studio: Studio) -> None:
    line = studio.shown(ScorePanel).lines[0]
    line.choose(line.question.min + 1)


def _end(studio: Studio) -> None:
    _start(_FLOOR, studio)

    def rate() -> None:
        for line in studio.shown(ScorePanel).lines:
            line.choose(line.question.min + 2)
        studio.press("Save")

    studio.play_out(rate)


def _other_leg(drill: str, studio: Studio) -> None:
    """The last block of work: the leg that comes second."""
    _start(drill, studio)
    own = [segment for segment in studio.player().timeline.segments if segment.step.kind in _SET]
    studio.player().jump(own[-1].index)
    studio.settle()
    studio.play(3.0)


def _slow(drill: str, studio: Studio) -> None:
    """At half the speed, with the labels on; at the landing."""
    studio.services.settings.choose(picture_speed=50)
    _at(drill, studio, seconds=7.06)


def _example(drill: str, switch: str, studio: Studio) -> None:
    """A march or a walk with its example beside it."""
    _at(drill, studio, seconds=7.1)
    studio.press(switch)
    studio.play(0.2)


def _ghost(studio: Studio, *, beside: bool = False) -> None:
    """The example behind the runner, or beside it."""
    studio.services.settings.choose(ghost=True, ghost_beside=beside)
    _at(_METRONOME, studio, seconds=7.3)


DRILL_SCENES: dict[str, Scene] = {
    "drill-detail": partial(_read, _METRONOME),
    "drill-detail-below": below(partial(_read, _METRONOME)),
    "drill-detail-wall": partial(_read, _WALL),
    "drill-detail-check": partial(_read, "glute-squeeze-check"),
    "drill-settle": partial(_at, _FLOOR, kinds=(StepKind.POSITION,)),
    "drill-walk": partial(_at, _METRONOME, kinds=(StepKind.WALK,)),
    "drill": partial(_at, _METRONOME, seconds=7.3),
    "drill-ghost": _ghost,
    "drill-beside": partial(_ghost, beside=True),
    "drill-slow": partial(_slow, _METRONOME),
    "drill-slow-push": partial(_slow, "long-push-strides"),
    "drill-march-example": partial(_example, "heel-kiss-march", "Toe steps"),
    "drill-uphill-example": partial(_example, "uphill-push-walk", "Waist fold"),
    "drill-floor": partial(_at, _FLOOR),
    "drill-wall": partial(_at, _WALL),
    "drill-wall-other-leg": partial(_other_leg, _WALL),
    "drill-rest": partial(_at, _FLOOR, kinds=(StepKind.REST,)),
    "drill-switch": partial(_at, _WALL, kinds=(StepKind.SWITCH_SIDE,)),
    "drill-paused": partial(_pressed, "Pause"),
    "drill-too-much": partial(_pressed, "Too much"),
    "drill-end-asked": partial(_pressed, "End"),
    "drill-rate": partial(_rate, _METRONOME),
    "drill-rate-floor": partial(_rate, _FLOOR),
    "drill-ended-early": _ended_early,
    "drill-end": _end,
}
