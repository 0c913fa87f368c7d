"""Reads vocabulary.toml: the words that several content files share."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol, TypeVar

from msgspec import Struct

from unknot.content.errors import ContentError
from unknot.content.reading import read_format, shown, typed
from unknot.domain.vocabulary import Caution, Contraindication, SizeWord, StopRule, Tool, Vocabulary


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)


class _File(Struct, frozen=True):
    never_words: tuple[str, ...]
    sizes: tuple[SizeWord, ...]
    tool: tuple[Tool, ...]
    cautions: tuple[Caution, ...]
    stop_rules: tuple[StopRule, ...]
    contraindications: tuple[Contraindication, ...]


def read_vocabulary(path: Path) -> Vocabulary:
    """The shared words. Raises ContentError."""
    file = typed(read_format(path, "vocabulary"), _File, path)
    return Vocabulary(
        cautions=by_id(file.cautions, path, "cautions"),
        stop_rules=by_id(file.stop_rules, path, "stop_rules"),
        contraindications=by_id(file.contraindications, path, "contraindications"),
        tools=by_id(file.tool, path, "tool"),
        sizes={size.id: size for size in file.sizes},
        never_words=file.never_words,
    )


def by_id(rows: Iterable[T], path: Path, key: str) -> dict[str, T]:
    """Rows by their id. Raises ContentError for an id that is used twice."""
    found: dict[str, T] = {}
    for row in rows:
        if row.id in found:
            raise ContentError(shown(path), key, f"the id {row.id!r} is used twice")
        found[row.id] = row
    return found
