"""The demo's cast is read strictly."""

from __future__ import annotations

import pytest

from unknot import paths
from unknot.content.demo import load_cast


def test_the_shipped_cast_is_read():
    cast = load_cast(paths.resources())
    assert cast.pain.size is None
    assert len(cast.knots) >= 3
    assert "nvented" in cast.mark


@pytest.mark.parametrize(("text", "match"), [("format = ", "demo.toml"), ("format = 1", "mark")])
def test_a_file_that_is_not_as_expected_is_named(tmp_path, text, match):
    folder = tmp_path / "content" / "en"
    folder.mkdir(parents=True)
    (folder / "demo.toml").write_text(text)
    with pytest.raises(ValueError, match=match):
        load_cast(tmp_path)
