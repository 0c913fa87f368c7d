"""Settings: a list of sections and their cards; every change is stored at once."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from unknot import __version__
from unknot.services.bundle import Services
from unknot.ui.day_words import long_day
from unknot.ui.dialogs.about import AboutDialog
from unknot.ui.settings.appearance_card import AppearanceCard
from unknot.ui.settings.data_card import DataCard
from unknot.ui.settings.setting_row import SettingRow
from unknot.ui.settings.sound_card import SoundCard
from unknot.ui.settings.stride_card import StrideCard
from unknot.ui.settings.tools_card import ToolsCard
from unknot.ui.settings.voice_card import VoiceCard
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.page_header import PageHeader

_LIST, _CARDS = 236, 860


class SettingsPage(QWidget):
    """`screening_wanted` asks to look at the safety answers, `sound_check_wanted` to check the sound."""

    screening_wanted = Signal()
    sound_check_wanted = Signal()
    keys_wanted = Signal()

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "page")
        self._services, self._theme = services, theme
        self.appearance = AppearanceCard(services.settings, theme)
        self.sound = SoundCard(services, theme)
        self.voice = VoiceCard(services, theme)
        self.sound.check_wanted.connect(self.sound_check_wanted)
        self.stride = StrideCard(services.settings, theme)
        self.tools = ToolsCard(services.settings, services.library.vocabulary.tools, theme)
        self.data = DataCard(services.keeping, theme)
        sections: tuple[tuple[str, str, Card], ...] = (
            (self.tr("Appearance"), "sun-dim", self.appearance),
            (self.tr("Player and sound"), "speaker-high-fill", self.sound),
            (self.tr("Voice"), "speaker-high-fill", self.voice),
            (self.tr("Your stride"), "person-simple-run", self.stride),
            (self.tr("What you have"), "tennis-ball", self.tools),
            (self.tr("Your data"), "database", self.data),
            (self.tr("Safety"), "first-aid-kit", self._safety_card()),
            (self.tr("About"), "info-bold", self._about_card()),
        )
        self._outer = QVBoxLayout(self)
        self.header = PageHeader(theme, self.tr("Settings"))
        self._outer.addWidget(self.header)
        self._row = QHBoxLayout()
        self._outer.addLayout(self._row, 1)
        self._sections = self._section_list(sections)
        self._row.addWidget(self._sections)
        self._cards = QWidget()
        self._column = QVBoxLayout(self._cards)
        for _label, _icon, card in sections:
            self._column.addWidget(card)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # each part of it can be reached by Tab
        self._area.setWidget(self._cards)
        self._area.verticalScrollBar().valueChanged.connect(self._mark_section)
        self._row.addWidget(self._area, 1)
        services.screening.changed.connect(self._show_answers)
        theme.changed.connect(self._arrange)
        self._show_answers()
        self._arrange()
        self._mark_section()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the list of sections where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _safety_card(self) -> Card:
        card = Card(self._theme, self.tr("Safety"), gap=0)
        change = Button(self.tr("Change answers"), self._theme, icon="note-pencil-bold")
        change.clicked.connect(self.screening_wanted)
        self._answers = SettingRow(self._theme, self.tr("Your safety answers"), "", [change])
        card.body.addWidget(self._answers)
        return card

    def _about_card(self) -> Card:
        card = Card(self._theme, self.tr("About"), gap=0)
        keys = Button(self.tr("Keys"), self._theme, icon="keyboard")
        keys.clicked.connect(self.keys_wanted)
        about = Button(self.tr("Credits"), self._theme, icon="info-bold")
        about.clicked.connect(self._show_about)
        version = self.tr("Unknot {version}").format(version=__version__)
        said = self.tr("Offline. Your data stays on this computer.")
        card.body.addWidget(SettingRow(self._theme, version, said, [keys, about]))
        return card

    def _section_list(self, sections: tuple[tuple[str, str, Card], ...]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(6))
        self._buttons: list[tuple[Button, Card]] = []
        for label, icon, card in sections:
            button = Button(label, self._theme, icon=icon, kind="section")
            button.setCheckable(True)
            button.setAutoExclusive(True)  # a radio button, which the arrows move
            button.clicked.connect(self._scroll_to_section)
            column.addWidget(button)
            self._buttons.append((button, card))
        column.addStretch(1)
        return holder

    def _scroll_to_section(self) -> None:
        for button, card in self._buttons:
            if button is self.sender():
                self._area.verticalScrollBar().setValue(card.mapTo(self._cards, QPoint()).y())
                chosen = button
        for button, _card in self._buttons:
            button.setChecked(button is chosen)

    def _mark_section(self) -> None:
        bar = self._area.verticalScrollBar()
        top = bar.value() + self._theme.px(40)
        at_end = bar.value() == bar.maximum() > 0
        passed = [button for button, card in self._buttons if at_end or card.y() <= top]
        passed = passed or [self._buttons[0][0]]
        for button, _card in self._buttons:
            button.setChecked(button is passed[-1])

    def _show_answers(self) -> None:
        given = [
            moment
            for question in self._services.screening.questionnaire.questions
            if (moment := self._services.screening.given_at(question)) is not None
        ]
        if given:
            said = self.tr("Last answered on {day}. Change them when something changes.")
            self._answers.say(said.format(day=long_day(max(given).date())))
        else:
            self._answers.say(self.tr("Asked before your first routine and your first drill."))

    def _show_about(self) -> None:
        AboutDialog(self._theme, self._services.anatomy_credit, self.window()).open()

    def _arrange(self) -> None:
        px, wide = self._theme.px, not self._theme.narrow(self.width())
        pad = self._theme.page_padding(self.window().width())
        self._outer.setContentsMargins(pad, pad, 0, 0)
        self._outer.setSpacing(px(16))
        self._row.setSpacing(px(24))
        self._column.setContentsMargins(0, 0, pad, pad)
        self._column.setSpacing(px(16))
        self._sections.setVisible(wide)
        self._sections.setFixedWidth(px(_LIST))
        self._cards.setMaximumWidth(px(_CARDS) + pad)
