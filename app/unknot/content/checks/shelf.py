"""Everything there is to check, read into rows; what cannot be read is a finding of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field

from unknot.content.anatomy import MapFile, read_map
from unknot.content.checks.findings import Findings
from unknot.content.claims import read_claims
from unknot.content.errors import ContentError
from unknot.content.places import PlaceRow, PlacesFile, read_places_file
from unknot.content.reading import Table, read_format, read_table, shown, typed
from unknot.content.routines import read_drill, read_routine
from unknot.content.screening import ScreeningFile, questionnaire_of, read_screening_file
from unknot.content.selection import SelectionFile, faults_of, read_selection_file, selection_of
from unknot.content.vocabulary import read_vocabulary
from unknot.domain.body import Use
from unknot.domain.claims import Claim
from unknot.domain.drill import Drill
from unknot.domain.routine import Routine
from unknot.domain.vocabulary import Vocabulary

T = TypeVar("T")


class Item(Struct, frozen=True):
    """A routine or drill: its file as shown, its raw table, and typed."""

    name: str
    table: Table
    practice: Routine | Drill

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims it serves."""
        return self.practice.claims if isinstance(self.practice, Routine) else self.practice.serves


class Paper(Struct, frozen=True):
    """A paper of the evidence files."""

    id: str
    statement: str
    article_claims: tuple[str, ...]
    direction: str
    source: str
    confidence: str
    checked: str
    status: str = ""


class _Papers(Struct, frozen=True):
    items: tuple[Paper, ...]


class Week(Struct, frozen=True):
    """Least and most days in seven and minutes a day of a phase."""

    release_days: tuple[int, int]
    release_minutes: tuple[int, int]
    drill_days: tuple[int, int]
    drill_minutes: tuple[int, int]
    strength_days: tuple[int, int]


class Phase(Struct, frozen=True):
    """A phase of the plan."""

    n: int
    week: Week


class DayBudget(Struct, frozen=True):
    """Minutes a day."""

    release: int
    stretch: int
    drill: int
    strength: int


class Rung(Struct, frozen=True):
    """A level of the ladder of runs: minutes running and walking, so many times."""

    level: int
    run_min: int
    walk_min: int
    repeats: int
    running_total: int
    total: int


class CalfStep(Struct, frozen=True):
    """The places of the calf step."""

    primary: str
    places: tuple[str, ...]


class Plan(Struct, frozen=True):
    """What of plan.json limits routines and drills."""

    phases: tuple[Phase, ...]
    day_budget_minutes: DayBudget
    strength_areas: tuple[str, ...]
    self_check_cues: tuple[str, ...]
    calf_step: CalfStep
    ladder: tuple[Rung, ...]

    @property
    def weeks(self) -> dict[int, Week]:
        """Weeks by phase number."""
        return {phase.n: phase.week for phase in self.phases}


class _Planned(Struct, frozen=True):
    routines: tuple[str, ...]
    drills: tuple[str, ...]


class _Styles(Struct, frozen=True):
    styles: dict[str, object]


class Shelf(Struct):
    """The content of one language."""

    vocabulary: Vocabulary
    places: PlacesFile
    anatomy: MapFile
    screening: ScreeningFile
    selection: SelectionFile
    plan: Plan
    claims: dict[str, Claim]
    papers: tuple[Paper, ...]
    styles: frozenset[str]
    planned_routines: frozenset[str]
    planned_drills: frozenset[str]
    items: dict[str, Item] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)  # every file of the folder, for its texts

    @property
    def planned(self) -> frozenset[str]:
        """Files that other files may name though they are not shipped yet."""
        return self.planned_routines | self.planned_drills

    @property
    def every_place(self) -> dict[str, PlaceRow]:
        """Spots, zones and regions by id."""
        return {**self.places.regions, **self.places.zones, **self.places.spots}

    @property
    def pressed(self) -> frozenset[str]:
        """Places that may be pressed."""
        return frozenset(name for name, row in self.every_place.items() if row.use is Use.PRESS)

    @property
    def effects(self) -> frozenset[str]:
        """Every effect code that an answer can set."""
        return frozenset(
            effect
            for question in self.screening.questions
            for option in question.options
            for effect in option.effects
        )

    def routine(self, name: str) -> Routine | None:
        """A shipped routine."""
        item = self.items.get(name)
        return item.practice if item is not None and isinstance(item.practice, Routine) else None

    def drill(self, name: str) -> Drill | None:
        """A shipped drill."""
        item = self.items.get(name)
        return item.practice if item is not None and isinstance(item.practice, Drill) else None

    def is_known(self, name: str) -> bool:
        """Whether a routine or drill is shipped, or on the list of those to come."""
        return name in self.items or name in self.planned

    def routines(self) -> Iterator[tuple[Item, Routine]]:
        """Shipped routines."""
        for item in self.items.values():
            if isinstance(item.practice, Routine):
                yield item, item.practice

    def drills(self) -> Iterator[tuple[Item, Drill]]:
        """Shipped drills."""
        for item in self.items.values():
            if isinstance(item.practice, Drill):
                yield item, item.practice


class _Reader:
    def __init__(self, findings: Findings) -> None:
        self._findings = findings

    def read(self, reading: Callable[[], T]) -> T | None:
        """What a reading gives, None and a finding where it fails."""
        try:
            return reading()
        except ContentError as error:
            self._findings.take(error)
            return None


def load_shelf(resources: Path, language: str, findings: Findings) -> Shelf | None:
    """Read all files. None when one that others lean on cannot be read; findings say which."""
    folder = resources / "content" / language
    reader = _Reader(findings)
    vocabulary = reader.read(lambda: read_vocabulary(folder / "vocabulary.toml"))
    places = reader.read(lambda: read_places_file(folder / "regions.json"))
    anatomy = reader.read(lambda: read_map(resources))
    screening = reader.read(lambda: read_screening_file(folder / "screening.json"))
    selection = reader.read(lambda: read_selection_file(folder / "selection.toml"))
    plan = reader.read(lambda: _typed(folder / "plan.json", Plan))
    claims = reader.read(lambda: read_claims(folder / "claims.toml"))
    papers = [reader.read(lambda name=name: _typed(folder / name, _Papers)) for name in _PAPER_FILES]  # type: ignore[misc]  # mypy cannot see the default's type
    styles = reader.read(lambda: _typed(resources / "gait" / "styles.json", _Styles))
    planned = reader.read(lambda: _planned(folder / "planned.toml"))
    items = _items(folder, findings)
    if (
        vocabulary is None
        or places is None
        or anatomy is None
        or screening is None
        or selection is None
        or plan is None
        or claims is None
        or styles is None
        or planned is None
        or None in papers
    ):
        return None
    reader.read(lambda: questionnaire_of(screening, places.pressure_lock, folder / "screening.json"))
    reader.read(lambda: selection_of(selection, folder / "selection.toml"))
    reader.read(lambda: faults_of(selection, folder / "selection.toml"))
    return Shelf(
        vocabulary=vocabulary,
        places=places,
        anatomy=anatomy,
        screening=screening,
        selection=selection,
        plan=plan,
        claims=claims,
        papers=tuple(paper for file in papers if file is not None for paper in file.items),
        styles=frozenset(styles.styles),
        planned_routines=frozenset(planned.routines),
        planned_drills=frozenset(planned.drills),
        items=items,
        tables=_tables(folder),
    )


_PAPER_FILES = ("evidence.json", "evidence_extra.json")


def _typed(path: Path, kind: type[T]) -> T:
    return typed(read_table(path), kind, path)


def _planned(path: Path) -> _Planned:
    return typed(read_format(path, "planned"), _Planned, path)


def _items(folder: Path, findings: Findings) -> dict[str, Item]:
    """Routines and drills that can be read, by id."""
    items: dict[str, Item] = {}
    for path in sorted((*folder.glob("routines/*.toml"), *folder.glob("drills/*.toml"))):
        try:
            item = _item(path)
        except ContentError as error:
            findings.take(error)
            continue
        if item.practice.id in items:
            findings.add(item.name, "id", f"{item.practice.id!r} is used twice")
        items[item.practice.id] = item
    return items


def _item(path: Path) -> Item:
    table = read_table(path)
    if path.parent.name == "routines":
        return Item(shown(path), table, read_routine(path))
    return Item(shown(path), table, read_drill(path))


def _tables(folder: Path) -> dict[str, Table]:
    """Every TOML and JSON file that parses, for a look at its texts."""
    found: dict[str, Table] = {}
    for path in sorted((*folder.rglob("*.toml"), *folder.rglob("*.json"))):
        try:
            found[shown(path)] = read_table(path)
        except ContentError:
            continue  # a finding already, from the reader that owns the file
    return found
