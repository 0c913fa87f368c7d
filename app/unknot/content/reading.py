"""Reads one content file into plain values or typed ones, and names file and key when it cannot."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec
import tomli

from unknot.content.errors import ContentError

FORMAT = 1  # of the TOML files
T = TypeVar("T")
Table = dict[str, object]


def shown(path: Path) -> str:
    """A file's name with its folder when that says more: routines/calf-outer-ball.toml."""
    return f"{path.parent.name}/{path.name}" if path.parent.name in {"routines", "drills"} else path.name


def read_table(path: Path) -> Table:
    """The top table of a TOML or JSON file. Raises ContentError when it is missing or does not parse."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ContentError(shown(path), "", f"cannot be read ({error.strerror})") from error
    return parsed(raw, path)


def parsed(raw: bytes, path: Path) -> Table:
    """The same for what was read already; the ending of `path` tells which kind it is."""
    try:
        found = tomli.loads(raw.decode("utf-8")) if path.suffix == ".toml" else msgspec.json.decode(raw)
    except (ValueError, RecursionError, msgspec.DecodeError) as error:
        raise ContentError(shown(path), "", f"does not parse: {error}") from error
    if not isinstance(found, dict):
        raise ContentError(shown(path), "", "expected a table")
    return found


def read_format(path: Path, kind: str | None = None) -> Table:
    """A TOML file of format 1 and, if asked for, of that type."""
    table = read_table(path)
    check_format(table, path, kind)
    return table


def check_format(table: Table, path: Path, kind: str | None = None) -> None:
    """Raises ContentError for another format, or another type than asked for."""
    if table.get("format") != FORMAT:
        raise ContentError(
            shown(path), "format", f"expected {FORMAT}, got {table.get('format')!r}: a newer Unknot reads it"
        )
    if kind is not None and table.get("type") != kind:
        raise ContentError(shown(path), "type", f"expected {kind!r}, got {table.get('type')!r}")


def typed(value: object, kind: type[T], path: Path, key: str = "") -> T:
    """The value as the wanted type, strictly. Extra fields, of a newer writer, are ignored."""
    try:
        return msgspec.convert(value, kind, strict=True)
    except msgspec.ValidationError as error:
        fault, _, place = str(error).partition(" - at `")
        where = key + place.rstrip("`").removeprefix("$")
        fault = fault.replace("`", "")
        raise ContentError(shown(path), where.removeprefix("."), fault[:1].lower() + fault[1:]) from error
