"""A routine as one file that can be given away: written, read and checked like the shipped ones.

The file holds text and the ids of pictures (those of the shipped routine that its id and steps name), so that
it opens offline. Fields of a newer writer are kept when it is written again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from unknot.content.errors import ContentError
from unknot.content.reading import FORMAT, Table, check_format, parsed, typed
from unknot.domain.own_ids import source_in
from unknot.domain.routine import Routine
from unknot.domain.steps import Step

ENDING = ".toml"
KIND = "routine"
Checker = Callable[[str, Table, Routine], tuple[str, ...]]
_ROWS = ("setup", "tools", "evidence", "steps")  # each row a table of its own


def read_own(raw: bytes, name: str) -> tuple[Table, Routine]:
    """Its raw table and the routine. `name` is for the error only. Raises ContentError."""
    path = Path(Path(name).stem + ENDING)
    table = parsed(raw, path)
    check_format(table, path, KIND)
    return table, typed(table, Routine, path)


def table_of(routine: Routine, before: Table | None = None) -> Table:
    """The table of a routine; what `before` holds and this version does not know stays in it."""
    known = set(Routine.__struct_fields__)
    found: Table = {"format": FORMAT, "id": routine.id, "type": KIND}
    found |= _fields(routine)
    found["steps"] = [_step(step, before or {}) for step in routine.steps]
    more = {key: value for key, value in (before or {}).items() if key not in known | set(found)}
    return found | more


def text_of(table: Table) -> str:
    """A table as the text of a TOML file."""
    rows = {key: value for key, value in table.items() if _is_rows(value)}
    lines = [f"{_key(key)} = {_value(value)}" for key, value in table.items() if key not in rows]
    for key in sorted(rows, key=lambda name: (_ROWS.index(name) if name in _ROWS else -1, name)):
        for row in _tables(rows[key]):
            lines += [
                "",
                f"[[{_key(key)}]]",
                *(f"{_key(name)} = {_value(value)}" for name, value in row.items()),
            ]
    return "\n".join(lines) + "\n"


def checker(resources: Path, language: str = "en") -> Checker:
    """The rules for shipped routines, read once, for the user's own. Raises ContentError.

    It tells what is wrong with a routine, each line as `file: key: what`.
    """
    from unknot.content.checks.findings import Findings  # noqa: PLC0415  # rules load with the first file
    from unknot.content.checks.practices import check_practice  # noqa: PLC0415  # as above
    from unknot.content.checks.shelf import Item, load_shelf  # noqa: PLC0415  # as above
    from unknot.content.checks.timing import check_timing  # noqa: PLC0415  # as above
    from unknot.content.checks.words import check_words  # noqa: PLC0415  # as above

    found = Findings()
    shelf = load_shelf(resources, language, found)
    if shelf is None:
        raise ContentError("content", "", "; ".join(found.lines))

    def faults(name: str, table: Table, routine: Routine) -> tuple[str, ...]:
        findings, item = Findings(), Item(name, table, routine)
        check_timing(item, findings)
        check_words(item, findings)
        check_practice(item, shelf, findings)
        return tuple(findings.lines)

    return faults


# ---------------------------------------------------------------- inside
def _plain(value: object) -> object:
    """A record as plain values; what is as it need not be said is left out."""
    if isinstance(value, msgspec.Struct):
        return _fields(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return msgspec.to_builtins(value)


def _fields(value: msgspec.Struct) -> Table:
    rows = ((info, getattr(value, info.name)) for info in msgspec.structs.fields(value))
    return {info.name: _plain(part) for info, part in rows if info.required or part != info.default}


def _step(step: Step, before: Table) -> Table:
    """A step with what a newer writer said of the one it is a copy of."""
    rows = {str(row.get("id")): row for row in _tables(before.get("steps"))}
    old = rows.get(source_in(step.id, rows), {})
    return _fields(step) | {key: value for key, value in old.items() if key not in Step.__struct_fields__}


def _tables(value: object) -> list[Table]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _is_rows(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)


def _key(name: str) -> str:
    plain = name.replace("_", "").replace("-", "")
    return name if plain.isascii() and plain.isalnum() else _quoted(name)


def _value(value: object) -> str:
    """One value of TOML, on one line."""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        parts = ", ".join(f"{_key(str(name))} = {_value(part)}" for name, part in value.items())
        return f"{{ {parts} }}" if parts else "{}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_value, value))}]"
    isoformat = getattr(value, "isoformat", None)  # a date or time of a newer writer
    if callable(isoformat):
        return str(isoformat())
    raise TypeError(f"no value of TOML: {value!r}")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
