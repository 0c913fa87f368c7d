"""The stride and the poses: resources/gait read into domain objects, each file when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct

from unknot.content.gait_figure import ColourMix, read_colours, read_figure
from unknot.content.gait_poses import PosesFile, read_poses
from unknot.content.gait_turned import read_turned
from unknot.content.movement import read_movement
from unknot.domain.figure import Figure
from unknot.domain.figure_turned import DrawingPlan, drawing_plan
from unknot.domain.gait import CURVES, POINTS, Body, Marker, Segments, Style
from unknot.domain.movement import MovementWords
from unknot.domain.own_ids import made_from
from unknot.domain.pose_scene import scene_at
from unknot.domain.poses import DrillPoses, Motion, RoutinePoses
from unknot.domain.turned_model import TurnedFigure

_EMPTY = DrillPoses()
PLANNED = 12  # moments of a turned motion that settle its drawing order


class GaitLibrary:
    """Everything about how the body moves and looks, read on demand from `folder` and kept.

    Raises ValueError naming file and place when a shipped file is broken.
    """

    def __init__(self, folder: Path, words: Path) -> None:
        self._folder = folder
        self._words_file = words
        self._plans: dict[str, DrawingPlan] = {}

    @cached_property
    def _styles_file(self) -> tuple[Body, dict[str, Style]]:
        return read_styles(self._folder / "styles.json")

    @cached_property
    def _poses_file(self) -> PosesFile:
        return read_poses(self._folder / "poses.toml")

    @cached_property
    def figure(self) -> Figure:
        """The body's outlines seen from the side."""
        return read_figure(self._folder / "figure.json")

    @cached_property
    def turned_figure(self) -> TurnedFigure:
        """The body for front, back and oblique views."""
        return read_turned(self._folder / "figure_turned.json")

    @cached_property
    def colours(self) -> dict[str, dict[str, ColourMix]]:
        """Theme name -> "near.skin" -> how the colour is mixed from two tokens."""
        return read_colours(self._folder / "figure.json", self._folder / "figure_turned.json")

    @cached_property
    def words(self) -> MovementWords:
        """Names and labels beside the figure."""
        return read_movement(self._words_file)

    @property
    def body(self) -> Body:
        """The one body all pictures show."""
        return self._styles_file[0]

    @property
    def styles(self) -> dict[str, Style]:
        """Running styles by id."""
        return self._styles_file[1]

    @property
    def taught(self) -> frozenset[str]:
        """The styles that drills show as their own."""
        return frozenset(poses.style for poses in self._poses_file.drills.values() if poses.style)

    @property
    def motions(self) -> dict[str, Motion]:
        """Motions and still positions by name."""
        return self._poses_file.motions

    def plan(self, motion: Motion) -> DrawingPlan:
        """How a turned motion is drawn at every phase; worked out once."""
        if motion.id not in self._plans:
            phases = [i / PLANNED for i in range(PLANNED)] if motion.moves else [motion.moments[0]]
            scenes = [scene_at(motion, phase, self.body) for phase in phases]
            moments = [(scene.points, scene.depth) for scene in scenes]
            figure, height = self.turned_figure, self.body.height_m
            self._plans[motion.id] = drawing_plan(figure, moments, motion.near, height)
        return self._plans[motion.id]

    def drill(self, drill_id: str) -> DrillPoses:
        """What a drill shows; empty when the file does not know it."""
        return self._poses_file.drills.get(drill_id, _EMPTY)

    def walked(self, drill_id: str) -> Motion | None:
        """The motion of a drill that is a walk, a march or a jog, and no style of running."""
        poses = self.drill(drill_id)
        motion = self.motions.get(poses.motion)
        return motion if motion is not None and motion.support == "gait" and not poses.style else None

    def slope_of(self, drill_id: str) -> float | None:
        """How steep the ground of a drill of running or walking rises, degrees; None where it is neither."""
        style, walked = self.styles.get(self.drill(drill_id).style), self.walked(drill_id)
        if style is not None:
            return style.grade_deg
        return walked.slope_deg if walked is not None else None

    def routine(self, routine_id: str) -> RoutinePoses | None:
        """What a routine, or the one it is a version of, shows; or None."""
        return self._poses_file.routines.get(made_from(routine_id))

    def motion_for_routine(self, routine_id: str, step_id: str) -> Motion | None:
        """The motion of one routine step, or None when nothing is drawn for that routine."""
        poses = self.routine(routine_id)
        return self.motions.get(poses.motion(step_id)) if poses else None


class _RawMarker(Struct, frozen=True):
    id: str
    label: str
    start: float
    end: float
    source: str


class _RawStyle(Struct, frozen=True):
    title: str
    cadence_spm: float
    speed_mps: float
    duty_factor: float
    grade_deg: float
    stride_time_s: float
    events_pct: dict[str, float | None]  # null: it never happens in that style
    curves: dict[str, list[float]]
    teaching_markers_pct: list[_RawMarker]


def load_gait(resources: Path, language: str = "en") -> GaitLibrary:
    """The library over resources/gait; nothing is read yet."""
    return GaitLibrary(resources / "gait", resources / "content" / language / "movement.toml")


def read_styles(path: Path) -> tuple[Body, dict[str, Style]]:
    """The body and the running styles of styles.json."""
    raw: dict[str, Any] = msgspec.json.decode(path.read_bytes())
    fractions = raw["segments_frac_of_height"]
    wanted = {name: fractions[name] for name in Segments.__struct_fields__}
    try:
        body = Body(float(raw["height_m"]), msgspec.convert(wanted, Segments))
        styles = msgspec.convert(raw["styles"], dict[str, _RawStyle])
    except msgspec.ValidationError as error:
        raise ValueError(f"{path.name}: {error}") from error
    return body, {name: _style(name, style) for name, style in styles.items()}


def _style(name: str, raw: _RawStyle) -> Style:
    curves = np.array([raw.curves[curve][:POINTS] for curve in CURVES], float)
    if curves.shape != (len(CURVES), POINTS):
        raise ValueError(f"styles.json: {name}: expected {POINTS} points a curve, found {curves.shape}")
    markers = [Marker(m.id, m.label, m.start / 100, m.end / 100, m.source) for m in raw.teaching_markers_pct]
    return Style(
        id=name,
        title=raw.title,
        cadence_spm=raw.cadence_spm,
        speed_mps=raw.speed_mps,
        duty_factor=raw.duty_factor,
        grade_deg=raw.grade_deg,
        stride_time_s=raw.stride_time_s,
        events={event: at / 100 for event, at in raw.events_pct.items() if at is not None},
        markers={marker.id: marker for marker in markers},
        curves=curves,
    )
