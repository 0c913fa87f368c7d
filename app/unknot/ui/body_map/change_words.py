"""One sentence over all knots: what the ratings say so far, and no more."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.ui.body_map.course import SinceFound
from unknot.ui.body_map.noise_words import may_be_chance
from unknot.ui.body_map.story_words import count_word
from unknot.ui.day_words import month_day

translate = QCoreApplication.translate


def change_sentences(change: SinceFound, total: int) -> str:
    """Compared with the first rating; empty while no knot was rated on a second day."""
    rated = change.rated_again
    if not rated:
        return ""
    when = translate("ChangeWords", "than when found")
    if change.since is not None:
        when = translate("ChangeWords", "than on {day}").format(day=month_day(change.since))
    parts = [
        _comparison(change, whole=rated == total).format(
            when=when,
            count=count_word(rated),
            Count=count_word(rated).capitalize(),
            Less=count_word(change.less).capitalize(),
            same=count_word(change.same),
            more=count_word(change.more),
        )
    ]
    if change.smaller == 1:
        parts.append(translate("ChangeWords", "One feels smaller."))
    elif change.smaller:
        smaller = count_word(change.smaller).capitalize()
        parts.append(translate("ChangeWords", "{Count} feel smaller.").format(Count=smaller))
    if change.hidden:
        parts.append(may_be_chance(change.noise))
    if rated < total:
        again = translate("ChangeWords", "{count} of {total} rated again so far.")
        parts.append(again.format(count=rated, total=total))
    return " ".join(parts)


def _comparison(change: SinceFound, *, whole: bool) -> str:
    rated = change.rated_again
    if change.same == rated:
        return translate("ChangeWords", "No change so far, compared with the first rating.")
    if change.less == rated:
        return _all_less(rated, whole=whole)
    if change.more == rated:
        return _all_more(rated, whole=whole)
    return translate("ChangeWords", "{Less} less tender, {same} the same, {more} more tender {when}.")


def _all_less(rated: int, *, whole: bool) -> str:
    if not whole:
        one = translate("ChangeWords", "One is less tender {when}.")
        return one if rated == 1 else translate("ChangeWords", "{Count} are less tender {when}.")
    if rated == 1:
        return translate("ChangeWords", "It is less tender {when}.")
    both = translate("ChangeWords", "Both are less tender {when}.")
    return both if rated == 2 else translate("ChangeWords", "All {count} are less tender {when}.")


def _all_more(rated: int, *, whole: bool) -> str:
    if not whole:
        one = translate("ChangeWords", "One is more tender {when}.")
        return one if rated == 1 else translate("ChangeWords", "{Count} are more tender {when}.")
    if rated == 1:
        return translate("ChangeWords", "It is more tender {when}.")
    both = translate("ChangeWords", "Both are more tender {when}.")
    return both if rated == 2 else translate("ChangeWords", "All {count} are more tender {when}.")
