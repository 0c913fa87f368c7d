"""What to do next: the knots to release, by need, each with its reason, and a drill after them."""

from __future__ import annotations

from uuid import UUID

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Signal

from unknot.ui.theme import Theme
from unknot.ui.today.hero import Hero, HeroRow
from unknot.ui.widgets.button import Button


class ReleaseItem(Struct, frozen=True):
    """A knot that may be released now, in words."""

    knot: UUID
    title: str
    detail: str
    why: str
    aside: str
    minutes: int


class DrillItem(Struct, frozen=True):
    """A drill to practise, in words."""

    drill: str
    title: str
    detail: str
    why: str
    minutes: int


class NextUpView(Hero):
    """One marigold Start for the first item, one in each row. `refusal` says why nothing is pressed."""

    release_wanted = Signal(object)  # UUID
    drill_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        releases: tuple[ReleaseItem, ...],
        drill: DrillItem | None,
        refusal: str,
        *,
        compact: bool,
        bare: bool,
    ) -> None:
        super().__init__(theme, *_words(releases, drill, refusal), compact=compact)
        self._releases, self._drill = releases, drill
        if releases or drill is not None:
            self.start = Button(self.tr("Start"), theme, icon="play-fill", kind="accent", large=True)
            first = releases[0].title if releases else drill.title if drill else ""
            self.start.setAccessibleDescription(first)
            self.start.clicked.connect(self._start_first)
            self.action_row.addWidget(self.start)
            self.action_row.addStretch(1)
            self.column.addSpacing(theme.px(16))
        for number, item in enumerate(releases, 1):
            row = HeroRow(
                theme,
                number,
                "tennis-ball",
                item.title,
                item.detail,
                why=item.why,
                aside="" if compact else item.aside,
                button=self.tr("Start"),
                bare=bare,
            )
            row.started.connect(self._start_row)
            self.add_row(row)
        if drill is not None:
            row = HeroRow(
                theme,
                len(releases) + 1,
                "person-simple-run",
                drill.title,
                drill.detail,
                why=drill.why,
                button=self.tr("Start"),
                bare=bare,
            )
            row.started.connect(self._start_row)
            self.add_row(row)

    def _start_first(self) -> None:
        self._start(0)

    def _start_row(self) -> None:
        sender = self.sender()
        if isinstance(sender, HeroRow):
            self._start(self.rows.index(sender))

    def _start(self, index: int) -> None:
        if index < len(self._releases):
            self.release_wanted.emit(self._releases[index].knot)
        elif self._drill is not None:
            self.drill_wanted.emit(self._drill.drill)


def _words(releases: tuple[ReleaseItem, ...], drill: DrillItem | None, refusal: str) -> tuple[str, str]:
    translate = QCoreApplication.translate
    minutes = sum(item.minutes for item in releases) + (drill.minutes if drill else 0)
    lasts = translate("NextUp", "About {minutes} minutes in all.").format(minutes=minutes)
    if not releases:
        if drill is None:
            return translate("NextUp", "Nothing due now"), refusal
        return translate("NextUp", "Practise your stride"), f"{refusal} {lasts}".strip()
    counts = {
        1: translate("NextUp", "Loosen one knot"),
        2: translate("NextUp", "Loosen two knots"),
        3: translate("NextUp", "Loosen three knots"),
    }
    headline = counts[min(len(releases), 3)]
    if drill is not None:
        headline = translate("NextUp", "{loosen}, then practise").format(loosen=headline)
    return headline, lasts
