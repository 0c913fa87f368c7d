"""Everything the pages are given: the content, the history's services and the clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from unknot.content.cues import CueLibrary
    from unknot.content.gait import GaitLibrary
    from unknot.content.library import Library
    from unknot.domain.anatomy import Anatomy
    from unknot.services.journal import Journal
    from unknot.services.keeping import Keeping
    from unknot.services.media_keys import MediaKeys
    from unknot.services.own_routines import OwnRoutines
    from unknot.services.player import PlayerFactory
    from unknot.services.practice import Practice
    from unknot.services.release import Release
    from unknot.services.screening import Screening
    from unknot.services.settings import Settings
    from unknot.services.sound_clock import Together


Made = TypeVar("Made")


class Once(Generic[Made]):
    """Makes something when it is first asked for; `made` tells whether that was so."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self.made: Made | None = None

    def __call__(self) -> Made:
        """The one thing."""
        if self.made is None:
            self.made = self._make()
        return self.made


class Services(Struct, frozen=True):
    """One set for one open history. What is slow to read is read when it is first asked for.

    `shelves` hold files alone, and may be read on any thread; `library` also asks the history.
    """

    library: Library
    shelves: tuple[Mapping[str, object], ...]
    journal: Journal
    practice: Practice
    settings: Settings
    screening: Screening
    release: Release
    keeping: Keeping
    now: Callable[[], datetime]
    anatomy_credit: str
    read_anatomy: Once[Anatomy]
    read_gait: Once[GaitLibrary]
    read_cues: Once[CueLibrary]
    make_players: Once[PlayerFactory]
    read_own: Once[OwnRoutines]
    together: Callable[[], Together | None]
    open_media_keys: Once[MediaKeys] | None = None

    @property
    def anatomy(self) -> Anatomy:
        """The pictures' outlines and places; read once, with the first map."""
        return self.read_anatomy()

    @property
    def gait(self) -> GaitLibrary:
        """How the runner moves; read once, with the first drill."""
        return self.read_gait()

    @property
    def cues(self) -> CueLibrary:
        """The stride's cues; read when one is shown."""
        return self.read_cues()

    @property
    def players(self) -> PlayerFactory:
        """Starts sessions; made once, with the first player."""
        return self.make_players()

    @property
    def own(self) -> OwnRoutines:
        """The user's own routines; read when one of them, or all, are asked for."""
        return self.read_own()

    def close(self) -> None:
        """Let go of a running session, and let a backup that is being made end."""
        if self.make_players.made is not None:
            self.make_players.made.close()
        self.keeping.wait()
