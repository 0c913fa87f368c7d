"""Where shipped files and the history lie."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from unknot import paths


def test_a_chosen_folder_wins_over_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv(paths.DATA_DIR_VARIABLE, str(tmp_path / "environment"))
    assert paths.data_dir(str(tmp_path / "chosen")) == tmp_path / "chosen"
    assert paths.data_dir() == tmp_path / "environment"


def test_without_a_choice_the_history_lies_where_the_system_keeps_such_things(monkeypatch):
    monkeypatch.delenv(paths.DATA_DIR_VARIABLE, raising=False)
    assert paths.data_dir().name == "Unknot"
    assert paths.data_dir().is_absolute()


def test_a_folder_may_be_named_from_home(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert paths.data_dir("~/mine") == tmp_path / "mine"


def test_the_checkout_ships_its_own_resources_and_migrations():
    assert (paths.resources() / "themes" / "light.toml").is_file()
    assert (paths.migrations() / "env.py").is_file()


def test_a_frozen_program_finds_them_in_its_bundle(monkeypatch, tmp_path):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


def test_a_copy_without_them_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "lib" / "unknot" / "paths.py"))
    with pytest.raises(FileNotFoundError, match="install Unknot again"):
        paths.resources()


def test_logs_lie_inside_the_data_folder():
    assert paths.log_dir(Path("history")) == Path("history") / "logs"
