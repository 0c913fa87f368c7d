"""Reads demo.toml: who the demo invents a history for."""

from __future__ import annotations

from pathlib import Path

import msgspec
import tomli

from unknot.domain.cast import Cast


def load_cast(resources: Path, language: str = "en") -> Cast:
    """The cast of the demo. Raises ValueError, naming file and key, for a file that is not as expected."""
    path = resources / "content" / language / "demo.toml"
    try:
        return msgspec.convert(tomli.loads(path.read_text(encoding="utf-8")), Cast)
    except (msgspec.ValidationError, tomli.TOMLDecodeError) as error:
        raise ValueError(f"{path.name}: {error}") from error
