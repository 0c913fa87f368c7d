"""The cues of the stride and the papers behind them: cues.toml and the evidence files, read on demand."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from msgspec import Struct

from unknot.content.reading import read_format, read_table, typed
from unknot.content.vocabulary import by_id
from unknot.domain.cue_cards import CueCard, CueRules, Known

FILE = "cues.toml"
PAPER_FILES = ("evidence.json", "evidence_extra.json")


class CuesFile(Struct, frozen=True):
    """cues.toml as it stands."""

    card: CueRules
    general: tuple[Known, ...]
    cue: tuple[CueCard, ...]


class _Paper(Struct, frozen=True):
    id: str
    source: str
    year: int | None = None

    @property
    def dated(self) -> str:
        """The source with its year, once."""
        known = self.year is None or str(self.year) in self.source
        return self.source if known else f"{self.source}, {self.year}"


class _Papers(Struct, frozen=True):
    items: tuple[_Paper, ...]


class CueLibrary:
    """All cues by id, in their order. Raises ContentError when a file is broken."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _file(self) -> CuesFile:
        return read_cues(self._folder / FILE)

    @cached_property
    def cards(self) -> dict[str, CueCard]:
        """The cues by id."""
        return by_id(self._file.cue, self._folder / FILE, "cue")

    @property
    def general(self) -> tuple[Known, ...]:
        """What is known about all of them together."""
        return self._file.general

    @property
    def pain_rules(self) -> tuple[str, ...]:
        """What to do about pain on a run, in short."""
        return self._file.card.pain

    @cached_property
    def sources(self) -> dict[str, str]:
        """Where each paper appeared, by its id."""
        found = [typed(read_table(self._folder / name), _Papers, self._folder / name) for name in PAPER_FILES]
        papers = [paper for file in found for paper in file.items]
        return {p.id: p.dated for p in papers}


def read_cues(path: Path) -> CuesFile:
    """The file, typed. Raises ContentError."""
    return typed(read_format(path, "cues"), CuesFile, path)


def load_cues(resources: Path, language: str = "en") -> CueLibrary:
    """The cues of a language; nothing is read yet."""
    return CueLibrary(resources / "content" / language)
