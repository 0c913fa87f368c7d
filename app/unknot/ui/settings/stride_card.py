"""Your own step rate, which the metronome drill starts from."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox

from unknot.domain.choices import Choices
from unknot.services.settings import Settings
from unknot.ui.settings.setting_row import SettingRow
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.plain_spin import plain_spin

LEAST, MOST = 120, 230  # steps a minute that a runner can have; one below the least stands for "not counted"


class StrideCard(Card):
    """Mirrors the choice; 0 is kept while nothing was counted."""

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__(theme, self.tr("Your stride"), gap=0)
        self._settings = settings
        self.steps = plain_spin(QSpinBox(), theme)
        self.steps.setRange(LEAST - 1, MOST)
        self.steps.setSpecialValueText(self.tr("not counted"))
        self.steps.setSuffix(self.tr(" a minute"))
        self.steps.setAccessibleName(self.tr("Step rate"))
        self.steps.setKeyboardTracking(False)
        self.steps.valueChanged.connect(self._choose)
        count = self.tr("Count every step of both feet for one minute of easy running.")
        self.body.addWidget(SettingRow(theme, self.tr("Step rate"), count, [self.steps]))
        settings.changed.connect(self._show)
        self._show(settings.choices)

    def _show(self, choices: Choices) -> None:
        self.steps.setValue(max(LEAST - 1, choices.step_rate_spm))

    def _choose(self, steps: int) -> None:
        self._settings.choose(step_rate_spm=0 if steps < LEAST else steps)
