"""The settings by gestures: each is stored at once, and follows when it is changed elsewhere."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from helpers.full_disk import nothing_can_be_written
from unknot.domain.choices import ThemeChoice
from unknot.domain.errors import KnownError
from unknot.services.bundle import Services
from unknot.services.sound_clock import Together
from unknot.storage.history import History
from unknot.ui.dialogs.about import AboutDialog
from unknot.ui.settings.settings_page import SettingsPage
from unknot.ui.settings.sound_card import SoundCard
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.words import Words

Key = Qt.Key


@pytest.fixture
def page(services: Services, theme: Theme, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(services, theme)
    qtbot.addWidget(made)
    made.resize(1232, 900)
    made.show()
    return made


def button(page: SettingsPage, text: str) -> Button:
    return next(
        one for one in page.findChildren(Button) if one.text() == text and one.property("kind") != "section"
    )


def words(page: SettingsPage) -> str:
    return " ".join(label.text() for label in page.findChildren(Words))


def test_a_click_on_a_theme_stores_it(page: SettingsPage, services: Services) -> None:
    dark = next(card for card in page.appearance.theme_cards if card.text() == "Dark")
    QTest.mouseClick(dark, Qt.MouseButton.LeftButton)
    assert services.settings.choices.theme is ThemeChoice.DARK


def test_a_theme_chosen_through_a_screen_reader_is_stored(page: SettingsPage, services: Services) -> None:
    dark = next(card for card in page.appearance.theme_cards if card.text() == "Dark")
    seen = QAccessible.queryAccessibleInterface(dark)
    actions = seen.actionInterface()
    assert QAccessibleActionInterface.toggleAction() in actions.actionNames()
    actions.doAction(QAccessibleActionInterface.toggleAction())
    assert services.settings.choices.theme is ThemeChoice.DARK


def test_a_theme_that_could_not_be_stored_goes_back(
    page: SettingsPage, services: Services, history: History, qtbot: QtBot
) -> None:
    light, dark = page.appearance.theme_cards[:2]
    light.setChecked(True)
    with nothing_can_be_written(history), qtbot.captureExceptions() as caught:
        QTest.mouseClick(dark, Qt.MouseButton.LeftButton)
    assert [kind for kind, _error, _trace in caught] == [KnownError]
    assert light.isChecked()
    assert services.settings.choices.theme is ThemeChoice.LIGHT


def test_a_switch_that_could_not_be_stored_goes_back(
    page: SettingsPage, services: Services, history: History, qtbot: QtBot
) -> None:
    with nothing_can_be_written(history), qtbot.captureExceptions() as caught:
        QTest.mouseClick(page.voice.voice, Qt.MouseButton.LeftButton)
    assert [kind for kind, _error, _trace in caught] == [KnownError]  # the window says it
    assert page.voice.voice.isChecked() == services.settings.choices.voice


def test_the_text_size_goes_in_steps_of_ten(page: SettingsPage, services: Services) -> None:
    slider = page.appearance.text_size
    slider.setFocus()
    QTest.keyClick(slider, Key.Key_Right)
    assert services.settings.choices.text_scale == 110
    assert page.appearance.percent.text() == "110 %"
    QTest.keyClick(slider, Key.Key_End)
    assert services.settings.choices.text_scale == 200


def test_the_page_grows_only_when_the_handle_is_let_go(page: SettingsPage, services: Services) -> None:
    slider = page.appearance.text_size
    slider.setSliderDown(True)
    slider.setSliderPosition(160)
    assert page.appearance.percent.text() == "160 %"
    assert services.settings.choices.text_scale == 100
    slider.setSliderDown(False)
    assert services.settings.choices.text_scale == 160


def test_switches_store_what_they_show(page: SettingsPage, services: Services) -> None:
    before = services.settings.choices
    sound = page.sound
    for switch in (page.appearance.motion, page.voice.voice, sound.beeps, sound.full_screen, sound.mini):
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    after = services.settings.choices
    assert after.reduced_motion is not before.reduced_motion
    assert after.voice is not before.voice
    assert after.beeps is not before.beeps
    assert after.full_screen_player is not before.full_screen_player
    assert after.mini_player is not before.mini_player


def test_the_anatomy_can_be_quiet_grey(page: SettingsPage, services: Services) -> None:
    QTest.mouseClick(page.appearance.anatomy.segment("grey"), Qt.MouseButton.LeftButton)
    assert services.settings.choices.quiet_anatomy


def test_volume_and_delay_follow_their_sliders(page: SettingsPage, services: Services) -> None:
    QTest.keyClick(page.sound.volume, Key.Key_Right)
    QTest.keyClick(page.sound.delay, Key.Key_Right)
    assert (services.settings.choices.volume, services.settings.choices.sound_delay_ms) == (85, 10)
    assert page.sound.delay_said.text() == "10 ms"


def test_the_page_follows_a_change_made_elsewhere(page: SettingsPage, services: Services) -> None:
    services.settings.choose(volume=30, text_scale=140, beeps=False, step_rate_spm=172)
    assert page.sound.volume.value() == 30
    assert page.appearance.text_size.value() == 140
    assert not page.sound.beeps.isChecked()
    assert page.stride.steps.value() == 172


def test_a_step_rate_can_be_given_and_taken_back(page: SettingsPage, services: Services) -> None:
    steps = page.stride.steps
    assert steps.text() == "not counted"
    steps.setValue(168)
    assert services.settings.choices.step_rate_spm == 168
    steps.setValue(steps.minimum())
    assert services.settings.choices.step_rate_spm == 0


def test_a_backup_on_request_is_made_and_told(page: SettingsPage, services: Services, qtbot: QtBot) -> None:
    assert "None yet." in words(page)
    copy = button(page, "Back up now")
    with qtbot.waitSignal(services.keeping.backed_up):
        QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
        assert not copy.isEnabled()
    assert copy.isEnabled()
    assert "Last backup: 14 Sep" in words(page)


def test_a_backup_that_fails_can_be_tried_again(page: SettingsPage, services: Services, qtbot: QtBot) -> None:
    (services.keeping.folder / "backups").write_text("in the way")
    copy = button(page, "Back up now")
    with qtbot.waitSignal(services.keeping.failed):
        QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert copy.isEnabled()


@pytest.mark.parametrize("opens", [True, False])
def test_the_data_folder_is_shown(
    page: SettingsPage, services: Services, monkeypatch: pytest.MonkeyPatch, opens: bool
) -> None:
    opened: list[QUrl] = []

    def show(url: QUrl) -> bool:
        opened.append(url)
        return opens

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    assert str(services.keeping.folder) in words(page)
    QTest.mouseClick(button(page, "Open folder"), Qt.MouseButton.LeftButton)
    assert opened == [QUrl.fromLocalFile(str(services.keeping.folder))]
    assert ("No program was found" in words(page)) is not opens


def test_answers_sound_and_keys_are_asked_of_the_window(page: SettingsPage, qtbot: QtBot) -> None:
    for text, signal in (
        ("Change answers", page.screening_wanted),
        ("Check the sound", page.sound_check_wanted),
        ("Keys", page.keys_wanted),
    ):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button(page, text), Qt.MouseButton.LeftButton)


def test_the_day_of_the_answers_is_told(page: SettingsPage, services: Services) -> None:
    assert "Asked before your first routine" in words(page)
    question = (
        services.screening.questionnaire.questions["last_days"]
        if "last_days" in services.screening.questionnaire.questions
        else next(iter(services.screening.questionnaire.questions.values()))
    )
    services.screening.save({question.id: [question.options[0].id]})
    assert "Last answered on Monday 14 September" in words(page)


def test_the_credits_name_what_the_pictures_ask_for(page: SettingsPage, qtbot: QtBot) -> None:
    QTest.mouseClick(button(page, "Credits"), Qt.MouseButton.LeftButton)
    dialog = page.window().findChild(AboutDialog)
    assert dialog is not None
    said = " ".join(label.text() for label in dialog.findChildren(Words))
    for part in ("BodyParts3D", "MIT License", "Open Font License", "Phosphor"):
        assert part in said
    QTest.keyClick(dialog, Key.Key_Escape)
    qtbot.waitUntil(lambda: page.window().findChild(AboutDialog) is None)


def test_a_section_scrolls_to_its_card_and_is_marked(page: SettingsPage) -> None:
    page.resize(1232, 700)
    section = next(one for one in page.findChildren(Button) if one.text() == "Your data")
    QTest.mouseClick(section, Qt.MouseButton.LeftButton)
    assert section.isChecked()
    top = page.data.mapTo(page, page.data.rect().topLeft()).y()
    assert top < 700


def test_the_sections_go_where_it_is_narrow(page: SettingsPage, theme: Theme) -> None:
    theme.apply(ThemeChoice.LIGHT, 200)
    section = next(one for one in page.findChildren(Button) if one.text() == "Your data")
    assert not section.isVisible()


def test_how_sound_and_picture_went_together_is_told_once_there_was_a_minute_of_it(
    services: Services, theme: Theme, qtbot: QtBot
) -> None:
    heard = Together(59.0, 0.004, 0.003)
    card = SoundCard(replace(services, together=lambda: heard), theme)
    qtbot.addWidget(card)

    def said() -> str:
        card.hide()
        card.show()
        return " ".join(label.text() for label in card.measured.findChildren(QLabel))

    assert "Measured" not in said()
    heard = Together(720.0, -0.0042, 0.0029)
    assert "Measured over 12 minutes of sound: the picture kept within 3 ms of it." in said()
    assert "The speaker ran 4 ms off this computer's clock" in said()
