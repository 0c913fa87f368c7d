"""Reads claims.toml: what the article says, in our words, and the papers for and against it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from unknot.content.reading import read_format, typed
from unknot.content.vocabulary import by_id
from unknot.domain.claims import Claim


class _File(Struct, frozen=True):
    claim: tuple[Claim, ...]


def read_claims(path: Path) -> dict[str, Claim]:
    """Claims by id. Raises ContentError."""
    return by_id(typed(read_format(path), _File, path).claim, path, "claim")
