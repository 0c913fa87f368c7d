"""Collects what is wrong, each line as `file: key: what`."""

from __future__ import annotations

from msgspec import Struct, field

from unknot.content.errors import ContentError


class Findings(Struct):
    """The faults found so far."""

    lines: list[str] = field(default_factory=list)

    def add(self, file: str, key: str, fault: str) -> None:
        """Note a fault; `key` is empty where the whole file is meant."""
        self.lines.append(str(ContentError(file, key, fault)))

    def take(self, error: ContentError) -> None:
        """Note a file that could not be read."""
        self.lines.append(str(error))
