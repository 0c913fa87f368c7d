"""The command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from unknot import cli


def unknot(*arguments, **variables):
    """Run the real program; it must never show a traceback."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PULSE_SERVER": "unix:/nowhere"}
    environment |= {"SPEECHD_ADDRESS": "unix_socket:/nowhere", **variables}
    ended = subprocess.run(
        [sys.executable, "-m", "unknot", *map(str, arguments)],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert "Traceback" not in ended.stderr
    return ended


def objects(ended):
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_without_a_subcommand_the_window_opens(tmp_path):
    options = cli.parse(["--data-dir", str(tmp_path)])
    assert (options.command, options.data, options.show_demo) == ("", tmp_path, False)


@pytest.mark.parametrize("order", [["--data-dir", "here", "doctor"], ["doctor", "--data-dir", "here"]])
def test_the_folder_may_be_named_before_or_after_the_subcommand(order):
    options = cli.parse(order)
    assert (options.command, options.data) == ("doctor", Path("here").absolute())


@pytest.mark.parametrize(
    "arguments",
    [["dance"], ["demo", "--years", "0"], ["demo", "--years", "x"], ["--data-dir"], ["doctor", "more"]],
)
def test_what_makes_no_sense_ends_with_two(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.parse(arguments)
    assert ended.value.code == cli.USAGE
    assert "usage: unknot" in capsys.readouterr().err


def test_only_what_works_is_offered(capsys):
    with pytest.raises(SystemExit):
        cli.parse(["--help"])
    offered = capsys.readouterr().out
    assert "doctor" in offered
    assert "demo" in offered
    for later in ("import", "export", "backup", "restore", "report"):
        assert later not in offered.replace("nothing is sent", "")


def test_demo_fills_an_empty_folder_and_refuses_a_full_one(tmp_path):
    filled = unknot("--data-dir", tmp_path, "demo", "--json")
    (told,) = objects(filled)
    assert (filled.returncode, told["status"]) == (0, "filled")
    assert min(told["knots"], told["sessions"], told["runs"]) > 0
    refused = unknot("--data-dir", tmp_path, "demo", "--json")
    (told,) = objects(refused)
    assert (refused.returncode, told["status"]) == (1, "refused")
    assert told["reason"]


def test_the_same_seed_gives_the_same_demo(tmp_path):
    folders = (tmp_path / "one", tmp_path / "other")
    one, other = (objects(unknot("demo", "--data-dir", at, "--seed", "7", "--json"))[0] for at in folders)
    assert {**one, "folder": ""} == {**other, "folder": ""}


def test_doctor_finds_an_empty_folder_well(tmp_path):
    ended = unknot("doctor", "--json", "--data-dir", tmp_path)
    found = {one["check"]: one for one in objects(ended)}
    assert ended.returncode == 0
    assert {"versions", "folder", "disk", "schema", "integrity", "display", "sound", "voice"} <= set(found)
    assert list(tmp_path.iterdir()) == []  # it looks and leaves nothing


def test_doctor_calls_a_demo_history_whole(tmp_path):
    unknot("--data-dir", tmp_path, "demo")
    ended = unknot("--data-dir", tmp_path, "doctor", "--json")
    found = {one["check"]: one for one in objects(ended)}
    assert ended.returncode == 0
    assert found["integrity"]["status"] == "ok"
    assert "runs" in found["integrity"]["text"]


def test_doctor_ends_with_one_for_a_damaged_history(tmp_path):
    (tmp_path / "unknot.db").write_bytes(b"no database at all " * 200)
    ended = unknot("--data-dir", tmp_path, "doctor")
    assert ended.returncode == 1
    assert "fault" in ended.stdout
    assert (tmp_path / "unknot.db").read_bytes().startswith(b"no database")


def test_doctor_tells_of_a_display_that_does_not_answer_and_lives(tmp_path):
    ended = unknot("--data-dir", tmp_path, "doctor", "--json", QT_QPA_PLATFORM="xcb", DISPLAY=":987")
    found = {one["check"]: one for one in objects(ended)}
    assert ended.returncode == 0
    assert found["display"]["status"] == "note"
    assert {"sound", "voice"} <= set(found)
