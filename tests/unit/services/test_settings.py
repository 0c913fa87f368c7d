"""Choices are remembered at once and checked before."""

from __future__ import annotations

import pytest

from helpers.full_disk import nothing_can_be_written
from unknot.domain.choices import Choices, ThemeChoice
from unknot.domain.errors import KnownError
from unknot.services.settings import Settings
from unknot.storage.peek import peek_choices


@pytest.fixture
def settings(history, qapp):
    return Settings(history)


def test_a_choice_is_on_disk_when_the_call_returns(settings, history):
    heard = []
    settings.changed.connect(heard.append)
    settings.choose(theme=ThemeChoice.DARK, text_scale=150)
    expected = Choices(theme=ThemeChoice.DARK, text_scale=150)
    assert settings.choices == expected
    assert heard == [expected]
    assert Settings(history).choices == peek_choices(history.folder) == expected


def test_choosing_what_is_chosen_says_and_writes_nothing(settings, history):
    heard = []
    settings.changed.connect(heard.append)
    settings.choose(text_scale=100, theme="system")
    assert heard == []
    assert history.settings.values() == {}


def test_one_impossible_value_refuses_the_whole_choice(settings):
    with pytest.raises(ValueError, match="text_scale"):
        settings.choose(theme="dark", text_scale=1000)
    with pytest.raises(KeyError):
        settings.choose(theme="dark", colour="red")
    assert settings.choices == Choices()


def test_a_refused_write_leaves_the_choices_as_they_were(settings, history):
    heard = []
    settings.changed.connect(heard.append)
    with nothing_can_be_written(history), pytest.raises(KnownError):
        settings.choose(volume=10)
    assert settings.choices.volume == 80
    assert heard == [settings.choices]  # a slider that stands elsewhere goes back


def test_an_invented_history_says_so(settings, history):
    assert not settings.is_demo
    history.settings.put({"demo": True})
    assert settings.is_demo
