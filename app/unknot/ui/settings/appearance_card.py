"""Theme, text size, motion and the style of the anatomy pictures."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from unknot.domain.choices import Choices, ThemeChoice
from unknot.services.settings import Settings
from unknot.ui.settings.setting_row import SettingRow
from unknot.ui.settings.theme_card import ThemeCard
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.flow_row import FlowRow
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.slider import Slider
from unknot.ui.widgets.toggle import Toggle

COLOUR, GREY = "colour", "grey"


class AppearanceCard(Card):
    """Mirrors the choices and changes them through the service."""

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__(theme, self.tr("Appearance"), gap=0)
        self._settings = settings
        self.theme_cards = self._make_theme_cards(theme)
        holder = FlowRow(theme, self.theme_cards)
        holder.setAccessibleName(self.tr("Theme"))
        self.body.addWidget(SettingRow(theme, self.tr("Theme"), "", [holder]))
        self.body.addWidget(Line())
        self.text_size = Slider(theme, self.tr("Text size"), 100, 200, 10)
        self.text_size.setTracking(False)  # the page grows when the handle is let go, not under it
        self.text_size.valueChanged.connect(self._scale_text)
        self.text_size.sliderMoved.connect(self._tell_scale)
        self.percent = QLabel()
        self.percent.setProperty("type", "number")
        grows = self.tr("Everything grows with it. Pages scroll when they need to.")
        self.body.addWidget(SettingRow(theme, self.tr("Text size"), grows, [self.text_size, self.percent]))
        self.body.addWidget(Line())
        self.motion = Toggle(theme, self.tr("Reduce motion"))
        self.motion.toggled.connect(self._reduce_motion)
        cuts = self.tr(
            "Cross-fades become cuts. Breathing becomes a filling bar and the runner moves frame by frame."
        )
        self.body.addWidget(SettingRow(theme, self.tr("Reduce motion"), cuts, [self.motion]))
        self.body.addWidget(Line())
        styles = ((COLOUR, self.tr("Full colour")), (GREY, self.tr("Quiet grey")))
        self.anatomy = Segmented(theme, self.tr("Anatomy pictures"), styles)
        self.anatomy.picked.connect(self._style_anatomy)
        self.body.addWidget(SettingRow(theme, self.tr("Anatomy pictures"), "", [self.anatomy]))
        settings.changed.connect(self._show)
        self._show(settings.choices)

    def _make_theme_cards(self, theme: Theme) -> tuple[ThemeCard, ...]:
        light, dark = theme.look("light"), theme.look("dark")
        cards = (
            ThemeCard(ThemeChoice.LIGHT, self.tr("Light"), (light,), theme),
            ThemeCard(ThemeChoice.DARK, self.tr("Dark"), (dark,), theme),
            ThemeCard(ThemeChoice.SYSTEM, self.tr("As the system"), (light, dark), theme),
        )
        for card in cards:
            card.toggled.connect(self._choose_theme)  # also what a screen reader does
        return cards

    def _show(self, choices: Choices) -> None:
        for card in self.theme_cards:
            card.setChecked(card.choice is choices.theme)
        if not self.text_size.isSliderDown():
            self.text_size.setValue(choices.text_scale)
        self._tell_scale(choices.text_scale)
        self.motion.setChecked(choices.reduced_motion)
        self.anatomy.set_value(GREY if choices.quiet_anatomy else COLOUR)

    def _choose_theme(self, on: bool) -> None:
        card = self.sender()
        if on and isinstance(card, ThemeCard):
            self._settings.choose(theme=card.choice)

    def _scale_text(self, percent: int) -> None:
        self._settings.choose(text_scale=round(percent / 10) * 10)

    def _tell_scale(self, percent: int) -> None:
        self.percent.setText(self.tr("{percent} %").format(percent=round(percent / 10) * 10))

    def _reduce_motion(self, on: bool) -> None:
        self._settings.choose(reduced_motion=on)

    def _style_anatomy(self, style: str) -> None:
        self._settings.choose(quiet_anatomy=style == GREY)
