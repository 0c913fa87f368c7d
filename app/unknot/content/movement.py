"""Reads the words beside the moving figure (movement.toml of a language)."""

from __future__ import annotations

from pathlib import Path

import msgspec
import tomli

from unknot.domain.movement import MovementWords


def read_movement(path: Path) -> MovementWords:
    """Phases, bars, labels and score questions. Raises ValueError naming file and key."""
    raw = tomli.loads(path.read_text(encoding="utf-8"))
    raw.pop("format", None)
    try:
        return msgspec.convert(raw, MovementWords, strict=True)
    except msgspec.ValidationError as error:
        raise ValueError(f"{path.name}: {error}") from error
