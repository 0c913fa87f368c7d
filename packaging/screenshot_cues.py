"""Scenes of the cues: the page with each cue, the one chosen for the next run, and what the log asks then."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from screenshot_studio import Scene, Studio, below
from unknot.ui.cues.cues_page import CuesPage

_CUES = ("long_behind", "under_hips", "heel_kiss", "tall", "no_fold", "hip_lift", "uphill")


def _cue(cue: str, studio: Studio) -> None:
    studio.answer_safely()
    studio.flows.show_cues()
    studio.settle()
    studio.shown(CuesPage).row.show_cue(cue)


def _halfway(studio: Studio) -> None:
    _cue("under_hips", studio)
    picture = studio.shown(CuesPage).picture
    if picture is not None:
        picture.way.setValue(50)


def _chosen(studio: Studio) -> None:
    studio.services.settings.choose(focus_cue="under_hips")
    _cue("under_hips", studio)


def _pocket(second: str, studio: Studio) -> None:
    studio.services.settings.choose(
        card_cue=second, step_rate_spm=164, stride_seen="overstride_heel_strike:2"
    )
    _cue("under_hips", studio)
    studio.press("Card for the pocket")


def _page(name: str, studio: Studio) -> None:
    studio.answer_safely()
    studio.services.settings.choose(focus_cue="under_hips")
    studio.page(name)


def _log_run(studio: Studio) -> None:
    _page("runs", studio)
    studio.press("Log a run")


def _logged(studio: Studio) -> None:
    kept = zip(studio.services.journal.runs()[:6], (2, 1, None, 1, 0, None), strict=True)
    for run, often in kept:
        cue = "long_behind" if often == 0 else "under_hips"
        studio.services.journal.edit_run(replace(run, focus_cue=cue, focus_kept=often))
    studio.page("runs")


CUE_SCENES: dict[str, Scene] = {
    **{f"cue-{cue.replace('_', '-')}": partial(_cue, cue) for cue in _CUES},
    "cues-below": below(partial(_cue, "heel_kiss")),
    "cues-chosen": _chosen,
    "cues-halfway": _halfway,
    "pocket-card": partial(_pocket, ""),
    "pocket-card-of-two": partial(_pocket, "tall"),
    "cue-on-today": below(partial(_page, "today")),
    "cue-on-drills": partial(_page, "drills"),
    "cue-of-each-run": _logged,
    "cue-in-the-log": below(_log_run),
}
"""By name, in the order they are drawn."""
