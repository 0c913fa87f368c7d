"""The place of a session in a set: what was done before it, and whether more follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from msgspec import Struct, field
from PySide6.QtCore import QCoreApplication

from unknot.domain.practice import Session, SessionKind
from unknot.services.session_log import Summary
from unknot.ui.time_words import length_words


def nothing_follows(_session: Session) -> bool:
    """A session alone."""
    return False


def has_ceiling(session: Session) -> bool:
    """What only stretches, measures or drills has none."""
    return session.ceiling is not None


class InSet(Struct, frozen=True):
    """`earlier` are the summaries of what was done before, `names` what each knot of the set is called.

    `follows` tells whether more can follow a session that was played, `presses` whether one really pressed.
    """

    earlier: tuple[Summary, ...] = ()
    names: Mapping[UUID, str] = field(default_factory=dict)
    follows: Callable[[Session], bool] = nothing_follows
    presses: Callable[[Session], bool] = has_ceiling

    def goes_on(self, summary: Summary) -> bool:
        """Whether the next item begins at once, without a page between."""
        return self.follows(summary.session)


def tomorrow(summaries: Sequence[Summary], in_set: InSet) -> list[str]:
    """What is asked on the day after, where there is anything to ask about."""
    if any(one.session.knot_ids and in_set.presses(one.session) for one in summaries):
        return [QCoreApplication.translate("InSet", "Tomorrow one tap asks how sore the spot is.")]
    return []


def minutes_of(summaries: Sequence[Summary], kind: SessionKind) -> str:
    """The time done in one kind of session, in words."""
    return length_words(sum(one.done_s for one in summaries if one.session.kind is kind))


def besides(summaries: Sequence[Summary]) -> list[str]:
    """One line on what else was done in the same set than the last of these; none where that was nothing."""
    say = QCoreApplication.translate
    other, words = SessionKind.DRILL, say("InSet", "{minutes} of practice in the same session.")
    if summaries[-1].session.kind is other:
        other, words = SessionKind.RELEASE, say("InSet", "{minutes} of release in the same session.")
    if all(one.session.kind is not other for one in summaries):
        return []
    return [words.format(minutes=minutes_of(summaries, other))]
