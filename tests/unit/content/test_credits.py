"""The attribution of the anatomy pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from unknot import paths
from unknot.content.credits import anatomy_credit


def test_the_credit_names_holder_and_licence_and_says_that_it_was_changed() -> None:
    credit = anatomy_credit(paths.resources())
    for words in (
        "BodyParts3D",
        "Database Center for Life Science",
        "Attribution-Share Alike 2.1 Japan",
        "Modified",
    ):
        assert words in credit
    assert "\n" not in credit
    assert ">" not in credit


def test_a_file_without_the_credit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "anatomy").mkdir()
    (tmp_path / "anatomy" / "SOURCES.md").write_text("# Sources\n")
    with pytest.raises(ValueError, match=r"SOURCES\.md"):
        anatomy_credit(tmp_path)
