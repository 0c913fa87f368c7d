"""From a drill to its player and back: screening, sound check once, the drill's page, the player."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from unknot.domain.drill import Drill
from unknot.domain.practice import Planned, SessionKind
from unknot.services.bundle import Services
from unknot.services.stride import Stride
from unknot.ui.drills.drill_detail import DrillDetail
from unknot.ui.library.session_flow import SessionFlow, Stage
from unknot.ui.player.sound_check import sound_check_of
from unknot.ui.theme import Theme


class DrillFlow(SessionFlow):
    """Asks only what is still open."""

    opens = "drill"

    def __init__(self, services: Services, theme: Theme, window: QWidget, stage: Stage | None = None) -> None:
        super().__init__(services, theme, window, stage)
        self._drill: Drill | None = None
        self._detail: DrillDetail | None = None
        self._sound_offered = False

    def start_drill(self, drill_id: str, then: Sequence[Planned] = ()) -> None:
        """A drill of the library; `then` follows in the same session."""
        self._set.want(then)
        self._drill = self._services.library.drills[drill_id]
        self._next()

    # ------------------------------------------------------------- the gates, one after the other
    def _next(self) -> None:
        drill = self._drill
        if drill is None or not self._is_open():
            return
        held = self._held_back(drill)
        if held:
            self._refuse(self.tr("Not this drill, not now"), held)
        elif not self._checks_sound():
            then = self._set.planned(Planned(drill.id, kind=SessionKind.DRILL))
            self._detail = DrillDetail(self._services, self._theme, drill, then=then)
            self._show_detail(self._detail, self._start)

    def _checks_sound(self) -> bool:
        """Show the sound check, once; not without a device, which may be there the next time."""
        if self._services.settings.choices.sound_checked or self._sound_offered:
            return False
        page = sound_check_of(self._services, self._theme)
        if not page.has_sound:
            page.deleteLater()
            return False
        self._sound_offered = True
        page.done.connect(self._next)
        page.left.connect(self.close)
        self._show(page)
        return True

    def _start(self) -> None:
        """The weaker leg first, where a check has shown one, and again at the end where that was wished."""
        if self._drill is not None:
            stride = Stride.of(self._services)
            leg, bpm = stride.weaker_leg(), stride.tempo(self._drill)
            sides = () if leg is None else (leg, leg.other)
            extra = None if self._detail is None else self._detail.extra
            if leg is not None and extra is not None and extra.wanted:
                sides = (*sides, leg)
            begin = partial(self._services.players.start_drill, self._drill, sides=sides, bpm=bpm)
            self._begin(partial(begin, following=() if self._detail is None else self._detail.then))

    def _held_back(self, drill: Drill) -> str:
        words = self._services.library.vocabulary.contraindications
        return " ".join(self._services.screening.held_back(drill, words))
