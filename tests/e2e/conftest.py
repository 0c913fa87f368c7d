"""The real program runs at noon, whatever the hour: in the evening an invented day has had its release."""

from __future__ import annotations

import pytest

from helpers.noon import noon_zone


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """For every program that a test starts."""
    for name, value in noon_zone().items():
        monkeypatch.setenv(name, value)
