"""Scenes of the metronome alone: at rest, on, by the own steps, and saving a file."""

from __future__ import annotations

from functools import partial

from screenshot_studio import Scene, Studio, below
from unknot.domain.tone import BeatOf
from unknot.ui.metronome.metronome_page import MetronomePage


def _open(studio: Studio, *, own: int = 164) -> MetronomePage:
    studio.services.settings.choose(step_rate_spm=own, metronome_bpm=172 if own else 0)
    studio.flows.open_metronome()
    studio.settle()
    return studio.shown(MetronomePage)


def _rest(studio: Studio) -> None:
    _open(studio)


def _uncounted(studio: Studio) -> None:
    _open(studio, own=0)


def _on(studio: Studio, *, beats: float = 6.35, of: BeatOf = BeatOf.FOOT, accent: int = 4) -> None:
    studio.theme.reduced_motion = False  # the ball between two beats
    studio.services.settings.choose(metronome_beat=of, metronome_accent=accent)
    page = _open(studio)
    page.toggle()
    studio.wait(beats * 60 / page.metronome.bpm)


def _save(studio: Studio) -> None:
    _open(studio).save_file()


METRONOME_SCENES: dict[str, Scene] = {
    "metronome": _rest,
    "metronome-below": below(_rest),
    "metronome-uncounted": _uncounted,
    "metronome-on": _on,
    "metronome-accent": partial(_on, beats=8.05),
    "metronome-reps": partial(_on, of=BeatOf.REP, accent=0, beats=12.5),
    "metronome-save": _save,
}
