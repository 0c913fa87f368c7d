"""What the article claims, and which papers speak for or against it."""

from __future__ import annotations

from msgspec import Struct


class Paper(Struct, frozen=True):
    """A paper's id and how it stands to the claim: for, against or mixed."""

    id: str
    relation: str


class Claim(Struct, frozen=True):
    """One sentence of the article in our words. `mark` is S, E or C; `note` what papers correct."""

    id: str
    claim: str
    feature: str
    mark: str
    evidence: tuple[Paper, ...] = ()
    note: str = ""
