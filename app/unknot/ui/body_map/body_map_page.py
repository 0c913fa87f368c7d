"""The body map: the legs at the left, the knots or the chosen one at the right."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from unknot.domain.body import Side, Spot
from unknot.domain.noise import Noise, own_noise
from unknot.services.bundle import Services
from unknot.ui.body_map.add_dialog import AddDialog
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.check_round import CheckRound
from unknot.ui.body_map.course_bar import CourseBar
from unknot.ui.body_map.frame import LegChoice
from unknot.ui.body_map.knot_acts import KnotActs
from unknot.ui.body_map.knot_care import KnotCare
from unknot.ui.body_map.knot_keys import KnotKeys
from unknot.ui.body_map.knot_list import KnotList
from unknot.ui.body_map.knot_panel import KnotPanel
from unknot.ui.body_map.lump_asking import LumpAsking
from unknot.ui.body_map.map_export import MapExport
from unknot.ui.body_map.map_header import MapHeader
from unknot.ui.body_map.map_keys import MapKeys
from unknot.ui.body_map.map_layout import MapLayout
from unknot.ui.body_map.map_look import MapLook
from unknot.ui.body_map.marking import Marking
from unknot.ui.body_map.moving import Moving
from unknot.ui.body_map.pictures import Pictures
from unknot.ui.body_map.release_words import release_line
from unknot.ui.body_map.replay import Replay
from unknot.ui.body_map.round_view import RoundView
from unknot.ui.body_map.sight_keys import SightKeys
from unknot.ui.body_map.stage import BodyStage
from unknot.ui.body_map.story_words import knots_title, spoken_name
from unknot.ui.body_map.where_not import WhereNot
from unknot.ui.body_map.writing import Writing
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.error_banner import ErrorBanner


class BodyMapPage(QWidget):
    """Reads the journal again with every change; keeps only which knot is chosen."""

    release_wanted = Signal(object)  # UUID
    lump_wanted = Signal(object)  # UUID: so large that the lump question was asked

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "page")
        self._services, self._theme, self._journal = services, theme, services.journal
        self._settings = services.settings
        self._pictures = Pictures(tuple(services.anatomy.closeups.values()))
        ids = {view: self._pictures.ids(view) for view in services.anatomy.views}
        library = services.library
        words = library.vocabulary
        self.atlas = MapAtlas(services.anatomy, ids, library.places, words.sizes, words.cautions)
        self._chosen: UUID | None = None
        self._panel_open = False
        self._build()
        self.look = MapLook(self._settings, self._journal, self._writing, self.header, self.stage)
        self.where_not = WhereNot(self.atlas, self._settings, self._writing, self.stage)
        self.replay = Replay(self.bar, self.stage, self.atlas, theme, services.now, self)
        self.acts = KnotActs(self._journal, self._writing, self.atlas, services.now, self)
        self.moving = Moving(self.stage, self.acts, self.replay)
        shown = (self.replay, self.look, self.atlas, self._pictures)
        self.export = MapExport(*shown, self._settings, self._writing, self.header, self.stage, theme)
        self.marking = Marking(
            self.atlas, self._journal, self._settings, self._writing, self.stage, self._pictures, theme, self
        )
        self.lump = LumpAsking(services.screening, self.atlas, theme, self)
        self.care = KnotCare(services, theme, self.panel, self.acts, self._writing, self.atlas, self)
        self._connect()
        self._bind_keys()
        self._arrange()
        self.refresh()

    # ---------------------------------------------------------------- what others may ask
    @property
    def chosen(self) -> UUID | None:
        """The knot whose panel is open."""
        return self._chosen

    def choose(self, knot_id: UUID) -> None:
        """Open a knot, turning the picture so that it is seen."""
        story = self._journal.knot(knot_id)
        if story is not None:
            self.look.turn_to(story.knot.spot)
            self._open_knot(knot_id)

    def _open_knot(self, knot_id: UUID) -> None:
        """Open a knot as the picture stands: in another view it is seen as a hollow marker."""
        self.marking.drop()
        self.moving.end()
        self._chosen, self._panel_open = knot_id, True
        self.refresh()

    def show_place(self, place_id: str, side: Side) -> None:
        """Turn to a place and offer to mark it."""
        home = self.atlas.home(place_id, self.look.view)
        if home is None:
            return
        self.replay.back()
        view, u, v = home
        spot = Spot(view, side, u, v)
        self._chosen, self._panel_open = None, False
        self.look.turn_to(spot)
        self.refresh()
        self.marking.begin(spot, place_id)

    def add_by_name(self, *, knee_only: bool = False) -> AddDialog:
        """Mark without the picture; `knee_only` is for where it stabs."""
        return self.marking.begin_by_name(self.look.side, knee_only=knee_only)

    def check_all(self) -> None:
        """Go through all open knots, the most tender first."""
        self.marking.drop()
        self.moving.end()
        self.panel.keep_note()
        self.replay.back()
        self._chosen, self._panel_open = None, True
        self.round.start()

    def refresh(self) -> None:
        """Show what the journal holds now."""
        stories = tuple(self.atlas.as_known(story) for story in self._journal.knots())
        chosen = next((story for story in stories if story.knot.id == self._chosen), None)
        if chosen is None:
            self._chosen = None
        self.stage.show_stories(stories, self.round.knot_id if self.round.is_on else self._chosen)
        self.replay.show_stories(stories)
        self._show_list()
        open_knots = [s for s in stories if s.knot.is_open and s.knot.kind.is_pressed]
        self.header.list_button.setText(knots_title(len(open_knots)))
        near = None
        if chosen is not None:
            self.panel.show_story(chosen)
            self.care.show(chosen, stories)
            line, possible = release_line(self._services.release.fit(chosen), chosen)
            self.panel.show_release(line, possible=possible)
            self._show_day()
            near = chosen if possible else None
        self.where_not.show_near(near)
        if not self.round_view.is_shown:
            self.stack.setCurrentWidget(self.list if chosen is None else self.panel)
        self._show_undo()
        self._show_side()

    # ---------------------------------------------------------------- Qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where it is narrow, a smaller panel below 1280."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back."""
        if event.key() == Qt.Key.Key_Escape and self.step_back():
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page keeps the note, drops what was not stored and goes back to today."""
        self.panel.keep_note()
        self.replay.back()
        self.export.stop_telling()
        self.marking.drop()
        self.moving.end()
        super().hideEvent(event)

    # ---------------------------------------------------------------- building
    def _build(self) -> None:
        theme = self._theme
        self.header, self.banner = MapHeader(theme), ErrorBanner(theme)
        self._writing = Writing(self.banner)
        self.stage, self.bar = BodyStage(self.atlas, self._pictures, theme), CourseBar(theme)
        self.list = KnotList(self.atlas, theme)
        self.panel = KnotPanel(self.atlas, theme, self._services.now)
        self.round = CheckRound(self._journal, self._writing, self._services.now, self)
        self.round_view = RoundView(self.round, self.atlas, theme, self._services.now, self._noise)
        panels = (self.list, self.panel, self.round_view)
        self.arrangement = MapLayout(self, theme, (self.header, self.banner), (self.stage, self.bar), panels)
        self.side, self.stack = self.arrangement.side, self.arrangement.stack

    def _connect(self) -> None:
        for signal, slot in (
            (self.header.view_picked, self.look.pick_view),
            (self.header.legs_picked, self.look.pick_legs),
            (self.look.turned, self.marking.drop),
            (self.header.list_wanted, self._open_list),
            (self.stage.tapped, self._tapped),
            (self.stage.tapped_beside, self.step_back),
            (self.stage.knot_chosen, self._open_knot),
            (self.stage.knot_dropped, self.moving.drop),
            (self.list.chosen, self.choose),
            (self.list.round_wanted, self.check_all),
            (self.round.moved, self._round_moved),
            (self.round.ended, self.refresh),
            (self.round.sized, self.lump.ask),
            (self.round_view.closed, self.step_back),
            (self.list.add_wanted, self._add_clicked),
            (self.list.stab_wanted, self._stab_clicked),
            (self.list.back_wanted, self.step_back),
            (self.panel.back_wanted, self.step_back),
            (self.panel.rated, self.acts.rate),
            (self.panel.sized, self.acts.size),
            (self.panel.noted, self.acts.note),
            (self.panel.release_wanted, self.release_wanted),
            (self.panel.move_wanted, self._start_move),
            (self.panel.close_wanted, self.acts.close),
            (self.panel.reopen_wanted, self.acts.reopen),
            (self.panel.delete_wanted, self.acts.delete),
            (self.panel.undo_wanted, self.acts.undo),
            (self.panel.place_wanted, self._panel_place_wanted),
            (self.panel.layer_wanted, self.acts.to_layer),
            (self.panel.lesson_wanted, self.marking.teach),
            (self.acts.sized, self.lump.ask),
            (self.lump.asked, self.lump_wanted),
            (self.acts.move_refused, self.marking.show_answer),
            (self.marking.added, self._added),
            (self.marking.place_wanted, self.show_place),
            (self.replay.day_changed, self._day_changed),
            (self.replay.settled, self._show_list),
            (self._journal.changed, self._history_changed),
            (self._journal.undo_changed, self._show_undo),
            (self._services.practice.changed, self._history_changed),
            (self._services.screening.changed, self._history_changed),
            (self._settings.changed, self.look.show),
        ):
            signal.connect(slot)

    def _bind_keys(self) -> None:
        on_knot = KnotKeys(self._target, self._services, self.acts, self.marking, self.round_view, self)
        on_knot.release_wanted.connect(self.release_wanted)
        on_sight = SightKeys(self.stage.sight, on_knot, self)
        keys = MapKeys(self, on_sight.score)
        on_sight.bind(keys)
        for names, slot in (
            ("S", on_knot.next_size),
            ("Del", on_knot.delete),
            ("V", self.look.next_view),
            ("L", partial(self.look.pick_legs, LegChoice.LEFT.value)),
            ("R", partial(self.look.pick_legs, LegChoice.RIGHT.value)),
            ("B", partial(self.look.pick_legs, LegChoice.BOTH.value)),
            ("W", self.stage.whole_button.toggle),
            ("X", self.where_not.toggle),
            ("N", self._add_clicked),
            ("K", self.stage.show_crosshair),
            ("C", self.check_all),
            ("[", self.replay.week_back),
            ("]", self.replay.week_on),
            ("P", self.replay.play),
            ("Ctrl+Return Ctrl+Enter", on_knot.release),
        ):
            keys.bind(names, slot)

    # ---------------------------------------------------------------- looking
    def _arrange(self) -> None:
        self.arrangement.arrange()
        narrow = self.arrangement.is_narrow
        self.header.set_narrow(narrow=narrow)
        self.panel.set_full_page(narrow)
        self.round_view.area.set_full_page(narrow)
        self.list.back_button.setVisible(narrow)
        self.look.is_small = self.arrangement.is_compact
        self.look.show()
        self._show_side()

    def _show_side(self) -> None:
        """Narrow: either the legs or the panel, each as a page."""
        side = not self._is_narrow or self._panel_open
        self.side.setVisible(side)
        self.stage.setVisible(not self._is_narrow or not side)
        self.bar.setVisible(self.replay.has_course and (not self._is_narrow or not side))
        self.header.setVisible(not self._is_narrow or not side)

    @property
    def _is_narrow(self) -> bool:
        return self.arrangement.is_narrow

    def _history_changed(self, _change: object) -> None:
        self.round.history_changed()
        if not self.marking.is_storing:
            self.refresh()

    def _noise(self) -> Noise:
        return own_noise(self._journal.knots())

    def _round_moved(self) -> None:
        story = self.round.story
        if story is not None:
            self.look.turn_to(story.knot.spot)
            self.stack.setCurrentWidget(self.round_view)
            self.refresh()
            self.round_view.take_focus()

    def _day_changed(self) -> None:
        """Another day is shown: what is about today is dropped, and only today can be changed."""
        self.marking.drop()
        if self.replay.is_past and self.round_view.is_shown:
            self._end_round()
        self.moving.end()
        self._show_day()

    def _show_day(self) -> None:
        self.panel.show_day(self.replay.story(self._chosen), self.replay.day if self.replay.is_past else None)

    def _show_list(self) -> None:
        self.list.show_stories(self.replay.stories, self._chosen, self._noise())

    def _show_undo(self) -> None:
        self.panel.show_undo(self._journal.undo_text)

    def _open_list(self) -> None:
        self._panel_open = True
        self._show_side()
        self.list.back_button.setFocus(Qt.FocusReason.OtherFocusReason)  # the button pressed is gone

    def step_back(self) -> bool:
        """Esc, Back, a tap beside the legs: close the last thing opened. Whether there was one."""
        if self.marking.is_open:
            self.marking.cancel()
        elif self.moving.is_on:
            self.moving.end()
        elif self.round_view.is_shown:
            self._leave_round()
        elif self.replay.is_past:
            self.replay.back()
        elif self._chosen is not None:
            self.panel.keep_note()
            item = self.stage.item(self._chosen)
            self._chosen, self._panel_open = None, False
            self.refresh()
            (item or self.stage).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._is_narrow and self._panel_open:
            self._panel_open = False
            self._show_side()
            self.header.list_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    def _leave_round(self) -> None:
        """First to what came out, then to the list."""
        if self.round.is_on and self.round.answers:
            self.round.leave()
        else:
            self._end_round()
            self.list.round_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_round(self) -> None:
        self.round.leave()
        self.round_view.put_away()
        self._panel_open = False
        self.refresh()

    # ---------------------------------------------------------------- marking
    def _tapped(self, spot: Spot) -> None:
        self.moving.end()
        if not self.replay.is_past:
            self.marking.begin(spot)

    def _added(self, knot_id: UUID) -> None:
        self.choose(knot_id)
        story = self._journal.knot(knot_id)
        if story is not None:
            spoken = spoken_name(story, self.atlas)
            announce(self, spoken)
            self.lump.ask(knot_id, story.size, None)

    def _add_clicked(self) -> None:
        self.replay.back()
        self.add_by_name()

    def _stab_clicked(self) -> None:
        self.replay.back()
        self.add_by_name(knee_only=True)

    def _panel_place_wanted(self, place: str) -> None:
        story = self._journal.knot(self._chosen) if self._chosen else None
        if story is not None:
            self.show_place(place, story.knot.spot.side)

    def _start_move(self, _knot_id: object) -> None:
        self.moving.start()
        if self._is_narrow:
            self._panel_open = False
            self._show_side()

    # ---------------------------------------------------------------- keys
    def _target(self) -> UUID | None:
        """The knot that a key means: the focused one, else the chosen one; on a past day none."""
        if self.replay.is_past:
            return None
        return self.stage.focused_knot or self.list.focused_knot or self._chosen
