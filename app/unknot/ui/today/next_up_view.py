"""What to do next: what has its day, the knots to release by need, each with its reason, then a drill."""

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


class OccasionItem(Struct, frozen=True):
    """A routine that no single knot asks for and that has its day, in words."""

    routine: str
    title: str
    detail: str
    why: str
    minutes: int


Item = OccasionItem | ReleaseItem | DrillItem


class NextUpView(Hero):
    """One marigold Start for all that is to be released, one in each row; `refusal` says why nothing is.

    `releases_wanted` carries the knots of several releases, to be played as one session.
    """

    releases_wanted = Signal(object)  # tuple[UUID, ...]
    release_wanted = Signal(object)  # UUID
    routine_wanted = Signal(str)
    drill_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        releases: tuple[ReleaseItem, ...],
        drill: DrillItem | None,
        refusal: str,
        *,
        occasions: tuple[OccasionItem, ...] = (),
        compact: bool,
        bare: bool,
    ) -> None:
        super().__init__(theme, *_words(occasions, releases, drill, refusal), compact=compact)
        self._items: tuple[Item, ...] = (*occasions, *releases, *(() if drill is None else (drill,)))
        if self._items:
            self._all = () if occasions or len(releases) < 2 else tuple(item.knot for item in releases)
            words = self.tr("Start all {n}").format(n=len(self._all)) if self._all else self.tr("Start")
            self.start = Button(words, theme, icon="play-fill", kind="accent", large=True)
            first = self._items[0].title
            told = self.tr("One after the other, beginning with {first}").format(first=first)
            self.start.setAccessibleDescription(told if self._all else first)
            self.start.clicked.connect(self._start_first)
            self.action_row.addWidget(self.start)
            self.action_row.addStretch(1)
            self.column.addSpacing(theme.px(16))
        for number, item in enumerate(self._items, 1):
            row = HeroRow(
                theme,
                number,
                "person-simple-run" if isinstance(item, DrillItem) else "tennis-ball",
                item.title,
                item.detail,
                why=item.why,
                aside=item.aside if isinstance(item, ReleaseItem) and not compact else "",
                button=self.tr("Start"),
                bare=bare,
            )
            row.started.connect(self._start_row)
            self.add_row(row)

    def _start_first(self) -> None:
        if self._all:
            self.releases_wanted.emit(self._all)
        else:
            self._start(0)

    def _start_row(self) -> None:
        sender = self.sender()
        if isinstance(sender, HeroRow):
            self._start(self.rows.index(sender))

    def _start(self, index: int) -> None:
        item = self._items[index]
        if isinstance(item, OccasionItem):
            self.routine_wanted.emit(item.routine)
        elif isinstance(item, ReleaseItem):
            self.release_wanted.emit(item.knot)
        else:
            self.drill_wanted.emit(item.drill)


def _words(
    occasions: tuple[OccasionItem, ...],
    releases: tuple[ReleaseItem, ...],
    drill: DrillItem | None,
    refusal: str,
) -> tuple[str, str]:
    translate = QCoreApplication.translate
    minutes = sum(item.minutes for item in releases) + sum(item.minutes for item in occasions)
    minutes += drill.minutes if drill else 0
    lasts = translate("NextUp", "About {minutes} minutes in all.").format(minutes=minutes)
    if occasions:
        return occasions[0].title, lasts
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
