"""The desktop's media keys steer the session as the keys of the player do, until it ends."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal

from unknot.domain.player import PlayerState
from unknot.services.media_keys import MediaKey
from unknot.ui.player.media_remote import MediaRemote


class Keys(QObject):
    """What the desktop was told."""

    pressed = Signal(object)

    def __init__(self):
        super().__init__()
        self.told = []

    def show(self, title, state):
        self.told.append((title, state))

    def rest(self):
        self.told.append("rest")


@pytest.fixture
def keys():
    return Keys()


@pytest.fixture
def play(start, keys):
    play = start()
    MediaRemote(play.player, keys)
    play.service.jump(next(one.index for one in play.service.timeline.segments if one.step.presses))
    return play


def test_the_keys_pause_go_on_skip_and_go_back(play, keys):
    keys.pressed.emit(MediaKey.TOGGLE)
    assert play.service.state is PlayerState.PAUSED
    keys.pressed.emit(MediaKey.PLAY)
    assert play.service.state is PlayerState.RUNNING
    keys.pressed.emit(MediaKey.PLAY)
    assert play.service.state is PlayerState.RUNNING
    keys.pressed.emit(MediaKey.PAUSE)
    keys.pressed.emit(MediaKey.PAUSE)
    assert play.service.state is PlayerState.PAUSED
    keys.pressed.emit(MediaKey.PLAY)
    here = play.service.snapshot.segment.index
    keys.pressed.emit(MediaKey.NEXT)
    assert play.service.snapshot.segment.index == here + 1
    keys.pressed.emit(MediaKey.PREVIOUS)
    keys.pressed.emit(MediaKey.PREVIOUS)
    assert play.service.snapshot.segment.index == here


def test_the_desktop_is_told_how_it_stands_and_is_left_alone_after_the_end(play, keys):
    keys.pressed.emit(MediaKey.PAUSE)
    assert keys.told[-1] == (play.service.session.title, PlayerState.PAUSED)
    play.service.end()
    assert keys.told[-1] == "rest"
    keys.pressed.emit(MediaKey.TOGGLE)
    assert keys.told[-1] == "rest"
