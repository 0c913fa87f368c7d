"""The log file."""

from __future__ import annotations

import logging
import os
import re
import stat
import warnings

import pytest

from unknot import logs


@pytest.fixture(autouse=True)
def _closed_again():
    yield
    logs.stop()


def test_lines_carry_the_instant_in_utc_and_the_room(tmp_path):
    path = logs.start(tmp_path / "logs")
    logging.getLogger("unknot.storage").info("history opened")
    text = path.read_text(encoding="utf-8")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ INFO unknot\.storage: history opened\n", text)


def test_warnings_of_python_go_into_the_log(tmp_path):
    path = logs.start(tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=False)
        logging.captureWarnings(capture=True)
        warnings.warn("an old call", DeprecationWarning, stacklevel=1)
        logging.captureWarnings(capture=False)
    assert "an old call" in path.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a profile private by itself")
def test_only_the_owner_can_read_it(tmp_path):
    path = logs.start(tmp_path / "logs")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_long_file_makes_room_at_the_next_start_and_three_old_ones_stay(tmp_path):
    for number in range(6):
        logs.start(tmp_path)
        logging.getLogger("unknot").info("start %s %s", number, "x" * logs.MAX_BYTES)
        logs.stop()
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "unknot.log",
        "unknot.log.1",
        "unknot.log.2",
        "unknot.log.3",
    ]
    assert "start 5" in (tmp_path / "unknot.log").read_text(encoding="utf-8")
    assert "start 2" in (tmp_path / "unknot.log.3").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert logs.start(tmp_path / "file" / "logs") is None


def test_a_second_start_does_not_write_every_line_twice(tmp_path):
    logs.start(tmp_path / "one")
    path = logs.start(tmp_path / "two")
    logging.getLogger("unknot").info("once")
    assert path.read_text(encoding="utf-8").count("once") == 1
    assert "once" not in (tmp_path / "one" / logs.FILE_NAME).read_text(encoding="utf-8")
