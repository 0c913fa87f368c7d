"""The whole content of one language: its rules are read at the start, routines and drills when asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from unknot.content.anatomy import read_map
from unknot.content.places import places_of, read_places_file, warn_places_of
from unknot.content.routines import read_drills, read_routines
from unknot.content.screening import questionnaire_of, read_screening_file
from unknot.content.selection import faults_of, read_selection_file, selection_of
from unknot.content.vocabulary import read_vocabulary
from unknot.domain.anatomy import WarnPlace
from unknot.domain.body import Place
from unknot.domain.drill import Drill
from unknot.domain.routine import Routine
from unknot.domain.screening import Questionnaire
from unknot.domain.selection import SelectionRules
from unknot.domain.stride import StrideFault
from unknot.domain.vocabulary import Vocabulary


class Library(Struct, frozen=True):
    """Everything the app knows and says, by id. Places come as a tap is read: spots, zones, regions."""

    places: dict[str, Place]
    warn_places: dict[str, WarnPlace]
    routines: Mapping[str, Routine]
    drills: Mapping[str, Drill]
    vocabulary: Vocabulary
    screening: Questionnaire
    selection: SelectionRules
    stride: tuple[StrideFault, ...]


def load_library(resources: Path, language: str = "en") -> Library:
    """Read the content of a language. Raises ContentError, naming file and key, for a broken file."""
    folder = resources / "content" / language
    regions, screening, selection = (
        folder / name for name in ("regions.json", "screening.json", "selection.toml")
    )
    places = read_places_file(regions)
    rules = read_selection_file(selection)
    return Library(
        places=places_of(places, read_map(resources), regions),
        warn_places=warn_places_of(places),
        routines=read_routines(folder / "routines"),
        drills=read_drills(folder / "drills"),
        vocabulary=read_vocabulary(folder / "vocabulary.toml"),
        screening=questionnaire_of(read_screening_file(screening), places.pressure_lock, screening),
        selection=selection_of(rules, selection),
        stride=faults_of(rules, selection),
    )
