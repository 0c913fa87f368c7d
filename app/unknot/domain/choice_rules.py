"""Which values a choice may have, and how choices are read back from what was kept."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec.structs import fields, replace

from unknot.domain.choices import Choices

_RANGES = {
    "text_scale": (100, 200),
    "picture_speed": (1, 100),
    "volume": (0, 100),
    "sound_delay_ms": (0, 400),
    "step_rate_spm": (0, 300),
    "release_minutes": (0, 60),
    "metronome_bpm": (0, 240),
    "metronome_accent": (0, 4),
    "beat_file_minutes": (1, 120),
    "beat_file_every_s": (60, 300),
}
_DEFAULTS = Choices()
NAMES = frozenset(field.name for field in fields(Choices))


def checked(name: str, value: object) -> object:
    """The value as the field `name` keeps it.

    Raises KeyError for a name that is no choice and ValueError for a value it cannot have.
    """
    if name not in NAMES:
        raise KeyError(name)
    default = getattr(_DEFAULTS, name)
    if isinstance(default, StrEnum):  # kept as plain words
        return type(default)(str(value))
    if type(value) is not type(default):
        raise ValueError(f"{name} is {type(default).__name__}, not {type(value).__name__}")
    if name in _RANGES and isinstance(value, int):
        low, high = _RANGES[name]
        if not low <= value <= high:
            raise ValueError(f"{name} goes from {low} to {high}, not {value}")
    return value


def kept_choices(kept: Mapping[str, object]) -> Choices:
    """The choices of kept values; what is unknown or impossible falls back to its default."""
    good: dict[str, object] = {}
    for name, value in kept.items():
        try:
            good[name] = checked(name, value)
        except (KeyError, ValueError):
            continue
    return with_fields(_DEFAULTS, good)


def with_fields(choices: Choices, values: Mapping[str, object]) -> Choices:
    """The same choices with some fields changed. `values` have passed `checked`."""
    return replace(choices, **values)
