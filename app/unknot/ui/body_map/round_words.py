"""What a round over all knots says: where it is, what the last value was, and what came out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from unknot.domain.knots import KnotStory
from unknot.domain.noise import Noise
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.check_round import RoundAnswer
from unknot.ui.body_map.check_words import when_words
from unknot.ui.body_map.noise_words import may_be_chance
from unknot.ui.body_map.story_words import count_word
from unknot.ui.score_words import score_name
from unknot.ui.side_words import leg_of

translate = QCoreApplication.translate


def progress_words(at: int, total: int) -> str:
    """Such as "3 of 7"."""
    return translate("RoundWords", "{at} of {total}").format(at=at, total=total)


def last_words(story: KnotStory, now: datetime) -> str:
    """Such as "Last 4, clear, yesterday"."""
    words = translate("RoundWords", "Last {score}, {when}")
    check = story.latest
    return words.format(score=score_name(check.tenderness), when=when_words(check.at, now))


def spoken_turn(at: int, total: int, story: KnotStory, now: datetime, atlas: MapAtlas) -> str:
    """Such as "3 of 7. Outer calf, upper part, right leg. Last 4, clear, yesterday."."""
    place = leg_of(atlas.label(story.knot.place), story.knot.spot.side)
    return f"{progress_words(at, total)}. {place}. {last_words(story, now)}."


def summary(answers: Sequence[RoundAnswer], total: int, noise: Noise) -> tuple[str, ...]:
    """What came out, a sentence each. A change within the user's own noise is called the same."""
    if not answers:
        return (translate("RoundWords", "Nothing was rated."),)
    steps = [answer.now - answer.before for answer in answers if answer.now is not None]
    less = sum(step < 0 for step in steps if not noise.hides(step))
    more = sum(step > 0 for step in steps if not noise.hides(step))
    same = len(steps) - less - more
    lost = len(answers) - len(steps)
    if len(answers) == total:
        checked = translate("RoundWords", "All {total} checked.") if total > 1 else ""
        checked = checked or translate("RoundWords", "Checked.")
    else:
        checked = translate("RoundWords", "{count} of {total} checked.")
    parts = [checked.format(count=len(answers), total=total)]
    counted = (
        (less, translate("RoundWords", "{Count} less tender than the last time.")),
        (same, translate("RoundWords", "{Count} the same.")),
        (more, translate("RoundWords", "{Count} more tender.")),
        (lost, translate("RoundWords", "{Count} no longer found.")),
    )
    parts += [words.format(Count=count_word(count).capitalize()) for count, words in counted if count]
    if any(step and noise.hides(step) for step in steps):
        parts.append(may_be_chance(noise.usual))
    return tuple(parts)
