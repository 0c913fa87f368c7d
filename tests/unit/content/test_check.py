"""The checker passes what is shipped, and refuses a copy that breaks any one rule of the format."""

from __future__ import annotations

import re
import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from unknot import paths
from unknot.content.check import faults, main

DATA = Path(__file__).parents[2] / "data"
SHIPPED = sorted(
    path.relative_to(paths.resources() / "content" / "en").as_posix()
    for path in (paths.resources() / "content" / "en").rglob("*")
    if path.suffix in {".toml", ".json"}
)


@pytest.fixture(scope="module")
def shipped_faults() -> tuple[str, ...]:
    return faults(paths.resources())


@pytest.mark.parametrize("file", SHIPPED)
def test_a_shipped_file_keeps_every_rule(file: str, shipped_faults: tuple[str, ...]) -> None:
    shown = file if file.startswith(("routines/", "drills/")) else file.rpartition("/")[2]
    assert [line for line in shipped_faults if line.startswith(f"{shown}: ")] == []


def test_the_shipped_content_has_no_fault_at_all(
    shipped_faults: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert shipped_faults == ()
    assert main([]) == 0
    assert capsys.readouterr().out == ""


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the checker reads, without the pictures."""
    folder, shipped = tmp_path_factory.mktemp("resources"), paths.resources()
    shutil.copytree(shipped / "content", folder / "content")
    for name in ("anatomy/regions.json", "gait/styles.json"):
        (folder / name).parent.mkdir()
        shutil.copy(shipped / name, folder / name)
    return folder


@dataclass(frozen=True)
class Breakage:
    """One way to break one file, and what the checker must say of it; `every` breaks all such places."""

    rule: str
    file: str
    old: str
    new: str
    said: str
    every: bool = False


BREAKAGES = [
    Breakage(**row)
    for row in tomllib.loads((DATA / "content_breakages.toml").read_text(encoding="utf-8"))["breakage"]
]


@pytest.mark.parametrize("breakage", BREAKAGES, ids=[f"{br.file}: {br.rule}" for br in BREAKAGES])
def test_a_broken_rule_is_refused(breakage: Breakage, pristine: Path) -> None:
    path = pristine / "content" / "en" / breakage.file
    whole = path.read_text(encoding="utf-8")
    assert breakage.old in whole, "the test no longer breaks anything"
    try:
        path.write_text(
            whole.replace(breakage.old, breakage.new, -1 if breakage.every else 1), encoding="utf-8"
        )
        found = faults(pristine)
    finally:
        path.write_text(whole, encoding="utf-8")
    assert any(breakage.said in line for line in found), found


@pytest.mark.parametrize(
    ("file", "table", "said"),
    [
        ("routines/calf-outer-ball.toml", "setup", "setup: expected at least one line"),
        ("drills/glute-bridge.toml", "faults", "cues: expected a cue and a fault at least"),
        ("drills/glute-bridge.toml", "cues", "cues: expected a cue and a fault at least"),
    ],
)
def test_a_list_that_is_empty_is_refused(pristine: Path, file: str, table: str, said: str) -> None:
    path = pristine / "content" / "en" / file
    whole = path.read_text(encoding="utf-8")
    without = re.sub(rf"\[\[{table}\]\]\n(?:.+\n)+", "", whole)
    assert table not in tomllib.loads(without)
    try:
        path.write_text(f"{table} = []\n{without}", encoding="utf-8")
        found = faults(pristine)
    finally:
        path.write_text(whole, encoding="utf-8")
    assert any(line == f"{file}: {said}" for line in found), found


def test_an_id_with_capitals_is_refused(pristine: Path) -> None:
    path = pristine / "content" / "en" / "routines" / "glute-ball.toml"
    odd = path.with_name("Glute_ball.toml")
    try:
        odd.write_text(path.read_text(encoding="utf-8").replace('"glute-ball"', '"Glute_ball"'))
        found = faults(pristine)
    finally:
        odd.unlink()
    assert "routines/Glute_ball.toml: id: expected small letters, digits and hyphens" in found


def test_an_id_used_by_a_routine_and_a_drill_is_refused(pristine: Path) -> None:
    folder = pristine / "content" / "en" / "drills"
    text = (folder / "glute-bridge.toml").read_text(encoding="utf-8")
    twin = folder / "calf-outer-ball.toml"
    try:
        twin.write_text(text.replace('id = "glute-bridge"', 'id = "calf-outer-ball"'), encoding="utf-8")
        found = faults(pristine)
    finally:
        twin.unlink()
    assert any("'calf-outer-ball' is used twice" in line for line in found)


def test_a_missing_file_is_named(pristine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = pristine / "content" / "en" / "vocabulary.toml"
    moved = path.rename(path.with_suffix(".away"))
    try:
        assert main([str(pristine)]) == 1
    finally:
        moved.rename(path)
    assert "vocabulary.toml: cannot be read" in capsys.readouterr().out


def test_a_folder_without_content_is_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "no language" in capsys.readouterr().out
