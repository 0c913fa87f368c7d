"""From a card to the editor and back, to a file and from one; an own routine is played and goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from unit.ui.release.conftest import give_harmless_answers
from unknot.domain.body import Side, Spot, View
from unknot.domain.errors import KnownError
from unknot.domain.knots import Size
from unknot.domain.own_routine import removed, renamed, timed, with_sore_leg
from unknot.ui.dialogs.leave import LeaveDialog
from unknot.ui.editor.acts import Act, MoreButton, acts_for
from unknot.ui.editor.editor_page import EditorPage
from unknot.ui.editor.own_card import own_card
from unknot.ui.release.release_flow import ReleaseFlow
from unknot.ui.release.release_page import ReleasePage
from unknot.ui.release.routine_detail import BOTH, RoutineDetail

BALL = "calf-outer-ball"


def test_a_version_is_edited_saved_and_stands_in_the_library(services, flow, stage):
    told = []
    flow.kept.connect(told.append)
    flow.act(Act.VERSION, BALL)
    page = stage.page
    assert isinstance(page, EditorPage)
    page.name.setText("My calf")
    page.save()
    (routine,) = services.own.routines.values()
    assert routine.title == "My calf"
    assert (stage.page, stage.went, told) == (None, ["release"], [routine.id])
    assert routine.id in services.library.routines


def test_leaving_asks_only_where_something_would_be_lost(services, flow, stage):
    flow.act(Act.VERSION, BALL)
    flow.leave()
    assert stage.page is None
    flow.act(Act.VERSION, BALL)
    stage.page.name.setText("Other")
    flow.leave()
    assert isinstance(stage.page, EditorPage)
    dialog = stage.findChild(LeaveDialog)
    dialog.go_on.click()
    assert isinstance(stage.page, EditorPage)
    flow.leave()
    stage.findChildren(LeaveDialog)[-1].discard.click()
    assert stage.page is None
    assert services.own.routines == {}


def test_what_cannot_be_written_is_said_and_the_editor_stays(services, flow, stage, monkeypatch):
    flow.act(Act.VERSION, BALL)

    def full(_editing):
        raise KnownError("The disk is full.")

    monkeypatch.setattr(services.own, "keep", full)
    stage.page.save()
    assert stage.page.told.text() == "The disk is full."


def test_delete_is_taken_back(services, flow, own_one):
    routine_id = own_one()
    flow.act(Act.DELETE, routine_id)
    assert services.own.routines == {}
    assert services.journal.undo_text == "Routine deleted"
    services.journal.undo()
    assert list(services.own.routines) == [routine_id]
    flow.act(Act.DELETE, "calf-outer-ball-own-gone")


def test_a_file_is_written_where_it_is_wanted_and_opened_again(services, flow, stage, tmp_path):
    dialog = flow.ask_where(services.library.routines[BALL])
    assert Path(dialog.selectedFiles()[0]).name == "outer-calf-pin-and-move.toml"
    dialog.fileSelected.emit(str(tmp_path / "gift"))
    dialog.reject()
    assert (tmp_path / "gift.toml").exists()
    assert services.settings.choices.routine_folder == str(tmp_path)
    dialog = flow.ask_which()
    assert dialog.directory().absolutePath() == str(tmp_path)
    dialog.fileSelected.emit(str(tmp_path / "gift.toml"))
    dialog.reject()
    page = stage.page
    assert isinstance(page, EditorPage)
    assert services.own.routines == {}
    page.save()
    assert len(services.own.routines) == 1


def test_a_bad_file_is_one_sentence_and_nothing_opens(services, flow, stage, tmp_path):
    (tmp_path / "x.toml").write_text("}", encoding="utf-8")
    flow.open_file(str(tmp_path / "x.toml"))
    assert [str(trouble) for trouble in stage.troubles] == ["x.toml is not a routine of Unknot."]
    assert stage.page is None


def test_what_may_be_done_depends_on_whose_it_is(services, own_one):
    library = services.library
    assert acts_for(library.routines[BALL]) == (Act.VERSION, Act.SAVE_FILE)
    assert acts_for(library.routines["recheck-knots"]) == (Act.SAVE_FILE,)
    routine_id = own_one()
    assert acts_for(services.own.routines[routine_id]) == tuple(Act)


def test_the_menu_tells_what_is_wanted_of_which_routine(services, theme, qtbot):
    button = MoreButton(services.library.routines[BALL], theme)
    qtbot.addWidget(button)
    told = []
    button.act_wanted.connect(lambda act, name: told.append((act, name)))
    menu = button.menu_of_acts()
    assert [action.text() for action in menu.actions()] == ["Make my own version", "Save as a file…"]
    menu.actions()[0].trigger()
    assert told == [("version", BALL)]


def test_the_card_of_a_page_tells_the_same(services, theme, qtbot, own_one):
    page = ReleasePage(services, theme)
    qtbot.addWidget(page)
    told = []
    page.act_wanted.connect(lambda act, name: told.append((act, name)))
    routine_id = own_one()
    routine = services.own.routines[routine_id]
    card = own_card(routine, page.act_wanted, theme)
    qtbot.addWidget(card)
    buttons = {button.text(): button for button in card.findChildren(QPushButton)}
    assert list(buttons) == ["Edit", "Make a copy", "Save as a file…", "Delete"]
    buttons["Delete"].click()
    assert told == [("delete", routine.id)]


# ---------------------------------------------------------------- the library
def test_the_library_shows_finds_and_lets_go_of_own_ones(services, theme, qtbot, own_one):
    page = ReleasePage(services, theme)
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    page.make_all()
    assert page.filter.own.isHidden() or not page.filter.own.isVisible()
    routine_id = own_one()
    page.make_all()
    assert page.filter.own.isVisible()
    page.filter.own.click()
    assert page.shown == [routine_id]
    card = next(card for card in page.cards if card.id == routine_id)
    assert "Yours" in card.words.text
    own = services.own
    editing = own.edit(routine_id)
    own.keep(replace(editing, draft=renamed(editing.draft, "Zebra")))
    page.search.setText("zeb")
    page.make_all()
    assert page.shown == [routine_id]
    assert next(card for card in page.cards if card.id == routine_id).accessibleName() == "Zebra"
    own.delete(routine_id)
    assert page.shown == []
    assert all(card.id != routine_id for card in page.cards)
    assert page.empty.isVisible()


def test_the_page_goes_to_a_routine_whatever_was_filtered(services, theme, qtbot, own_one):
    page = ReleasePage(services, theme)
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    page.search.setText("stretch")
    routine_id = own_one()
    page.bring(routine_id)
    assert routine_id in page.shown
    assert page.search.text() == ""


# ---------------------------------------------------------------- played
@pytest.fixture
def pressing(services, stage):
    give_harmless_answers(services)
    services.screening.answer_daily(False)
    services.settings.choose(press_taught=True)
    spot = Spot(View.BACK, Side.RIGHT, 0.47, 0.62)
    yield services.journal.add_knot(spot, "gastrocnemius_lateral_belly_upper", 5, Size.MARBLE)
    stage.close_player()
    services.players.close()


def gentle_version(services, *, last=False):
    own = services.own
    editing = own.version_of(services.library.routines["calf-outer-thumbs"])
    draft = with_sore_leg(timed(editing.draft, (3,), 20), last=last)
    draft = removed(draft, (0,))
    return own.keep(replace(editing, draft=draft))


def detail_of(services, theme, stage, routine, knot):
    flow = ReleaseFlow(services, theme, stage, stage)
    flow.start_routine(routine.id)
    flow.dialog.chosen = knot.id
    flow.dialog.accept()
    assert isinstance(stage.page, RoutineDetail)
    return flow, stage.page


def test_an_own_one_is_played_and_goes_on_after_a_kill(services, theme, stage, pressing):
    routine = gentle_version(services)
    flow, detail = detail_of(services, theme, stage, routine, pressing)
    for row in detail.setup.rows:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    QTest.mouseClick(detail.start, Qt.MouseButton.LeftButton)
    session = services.players.running.session
    assert (session.content_id, session.title) == (routine.id, routine.title)
    services.players.close()
    stage.close_player()
    left = services.practice.unfinished()
    assert services.players.can_resume(left)
    flow.resume(left)
    assert services.players.running.session.id == session.id
    assert stage.page.figure.motion is not None


def test_both_legs_begin_with_the_one_that_is_chosen(services, theme, stage, pressing):
    _flow, detail = detail_of(services, theme, stage, gentle_version(services, last=True), pressing)
    assert detail.sides == (Side.RIGHT,)
    detail.legs.segment(BOTH).click()
    assert detail.sides == (Side.LEFT, Side.RIGHT)
    order = detail.notes.itemAt(detail.notes.count() - 1).widget()
    order.choice.segment("right").click()
    assert detail.sides == (Side.RIGHT, Side.LEFT)
