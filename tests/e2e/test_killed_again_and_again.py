"""The real program is killed five times in a set of releases: what it told as stored is there."""

from __future__ import annotations

import sys

import pytest

from helpers.kills import Lives

KILLS = 5

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def test_nothing_that_was_told_as_stored_is_lost(tmp_path):
    lives = Lives(tmp_path, "five")
    for _ in range(KILLS):
        lives.kill_once()
    assert lives.lost == []
    assert lives.told["resumed"] == KILLS - 1
    assert lives.told["step"] > KILLS
    assert lives.told["felt"] > 0
