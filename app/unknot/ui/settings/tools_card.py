"""What to press with that you have: routines are chosen that need nothing else, where there is a choice."""

from __future__ import annotations

from collections.abc import Mapping

from unknot.domain.choices import Choices
from unknot.domain.release_rules import HANDS
from unknot.domain.vocabulary import Tool
from unknot.services.settings import Settings
from unknot.ui.settings.setting_row import SettingRow
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.toggle import Toggle
from unknot.ui.widgets.words import Words


class ToolsCard(Card):
    """A switch for each thing to press with but the hands, which everybody has. All on: nobody said."""

    def __init__(self, settings: Settings, tools: Mapping[str, Tool], theme: Theme) -> None:
        super().__init__(theme, self.tr("What you have"), gap=0)
        self._settings = settings
        hint = self.tr("Things at home do as well; each routine names them.")
        self.body.addWidget(Words(hint, theme, "small", "ink2"))
        self.switches: dict[str, Toggle] = {}
        for tool in tools.values():
            if tool.hardness == "none" or tool.id == HANDS:
                continue
            switch = Toggle(theme, tool.label)
            switch.toggled.connect(self._choose)
            if self.switches:
                self.body.addWidget(Line())
            self.switches[tool.id] = switch
            self.body.addWidget(SettingRow(theme, tool.label, "", [switch]))
        settings.changed.connect(self._show)
        self._show(settings.choices)

    def _show(self, choices: Choices) -> None:
        at_hand = choices.at_hand
        for name, switch in self.switches.items():
            switch.blockSignals(True)
            switch.setChecked(at_hand is None or name in at_hand)
            switch.blockSignals(False)

    def _choose(self) -> None:
        on = [name for name, switch in self.switches.items() if switch.isChecked()]
        kept = "" if len(on) == len(self.switches) else " ".join([HANDS, *on])
        self._settings.choose(tools_at_hand=kept)
