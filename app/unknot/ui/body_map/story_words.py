"""A knot in words: its name for screen readers, its side and size, the sentence over all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from unknot.domain.body import View
from unknot.domain.knots import KnotKind, KnotStory, Size
from unknot.domain.noise import Noise
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.course import Pair
from unknot.ui.body_map.frame import LegChoice
from unknot.ui.body_map.kind_words import kind_word
from unknot.ui.body_map.noise_words import may_be_chance
from unknot.ui.body_map.stage_mark import mark_of
from unknot.ui.side_words import side_within, side_word
from unknot.ui.widgets.knot_mark import mark_words

translate = QCoreApplication.translate


def view_word(view: View) -> str:
    """The word of a view's segment."""
    words = {
        View.BACK: translate("StoryWords", "Back"),
        View.OUTER: translate("StoryWords", "Outer"),
        View.FRONT: translate("StoryWords", "Front"),
        View.INNER: translate("StoryWords", "Inner"),
    }
    return words[view]


def seen_words(view: View) -> str:
    """How the user's own legs are seen there, so that nobody takes the left for the right."""
    words = {
        View.BACK: translate("StoryWords", "your own, as if you looked from behind"),
        View.OUTER: translate("StoryWords", "your own, from its outer side"),
        View.FRONT: translate("StoryWords", "your own, as someone who faces you sees it"),
        View.INNER: translate("StoryWords", "your own, from its inner side"),
    }
    return words[view]


def legs_word(legs: LegChoice) -> str:
    """The word of a leg's segment."""
    words = {
        LegChoice.LEFT: translate("StoryWords", "Left"),
        LegChoice.BOTH: translate("StoryWords", "Both"),
        LegChoice.RIGHT: translate("StoryWords", "Right"),
    }
    return words[legs]


def stage_words(view: View, legs: LegChoice, marks: int) -> str:
    """Such as "Back view, both legs. 5 marks.": what the picture shows, for those who hear it."""
    shown = {
        LegChoice.LEFT: translate("StoryWords", "left leg"),
        LegChoice.BOTH: translate("StoryWords", "both legs"),
        LegChoice.RIGHT: translate("StoryWords", "right leg"),
    }
    if marks == 1:
        words = translate("StoryWords", "{view} view, {legs}. 1 mark.")
    else:
        words = translate("StoryWords", "{view} view, {legs}. {marks} marks.")
    return words.format(view=view_word(view), legs=shown[legs], marks=marks)


def side_line(story: KnotStory, atlas: MapAtlas) -> str:
    """Such as "Right · golf ball" or "Right · sharp pain"; the side alone where no size was given."""
    side, kind = side_word(story.knot.spot.side), story.knot.kind
    more = ""
    if kind is KnotKind.KNOT:
        more = atlas.size_word(story.size) if story.size is not None else ""
    elif kind is not KnotKind.PAIN:
        more = kind_word(kind)
    if not more:
        return side
    return translate("StoryWords", "{side} · {more}").format(side=side, more=more.lower())


def spoken_name(story: KnotStory, atlas: MapAtlas) -> str:
    """Such as "Outer calf, upper part, right. Tenderness 4 of 10, clear. Marble. First 8."."""
    label, side = atlas.label(story.knot.place), side_within(story.knot.spot.side)
    parts = [
        translate("StoryWords", "{place}, {side}.").format(place=label, side=side),
        mark_words(mark_of(story)),
    ]
    if story.size is not None and story.knot.kind is KnotKind.KNOT:
        parts.append(f"{atlas.size_word(story.size)}.")
    if len(story.checks) > 1:
        parts.append(translate("StoryWords", "First {score}.").format(score=story.first.tenderness))
    if not story.knot.is_open:
        parts.append(translate("StoryWords", "No longer found."))
    return " ".join(parts)


def size_sentence(size: Size | None, atlas: MapAtlas) -> str:
    """Such as "About as big as a marble", "No lump felt", or the question."""
    if size is None:
        return translate("StoryWords", "How big does it feel?")
    if size is Size.NONE:
        return translate("StoryWords", "No lump felt")
    return translate("StoryWords", "About as big as a {size}").format(size=atlas.size_word(size).lower())


def count_word(number: int) -> str:
    """Such as "five"; digits from eleven on."""
    words = (
        translate("StoryWords", "none"),
        translate("StoryWords", "one"),
        translate("StoryWords", "two"),
        translate("StoryWords", "three"),
        translate("StoryWords", "four"),
        translate("StoryWords", "five"),
        translate("StoryWords", "six"),
        translate("StoryWords", "seven"),
        translate("StoryWords", "eight"),
        translate("StoryWords", "nine"),
        translate("StoryWords", "ten"),
    )
    return words[number] if number < len(words) else str(number)


def knots_title(count: int) -> str:
    """Such as "5 knots"."""
    if count == 0:
        return translate("StoryWords", "No knots")
    return (
        translate("StoryWords", "1 knot")
        if count == 1
        else translate("StoryWords", "{count} knots").format(count=count)
    )


def course_line(story: KnotStory, atlas: MapAtlas) -> str:
    """Such as "8 to 4 · golf ball to marble"; empty while there is one rating."""
    if len(story.checks) < 2:
        return ""
    scores = translate("StoryWords", "{first} to {now}").format(
        first=story.first.tenderness, now=story.latest.tenderness
    )
    first, now = story.first_size, story.size
    if first is None or now is None or first is now or story.knot.kind is not KnotKind.KNOT:
        return scores
    sizes = translate("StoryWords", "{first} to {now}").format(
        first=atlas.size_word(first).lower(), now=atlas.size_word(now).lower()
    )
    return f"{scores} · {sizes}"


def pairs_sentence(sessions: Sequence[Pair], noise: Noise) -> str:
    """How much lower right after, in these sessions; empty without one.

    A difference within the user's own noise is not called a change.
    """
    drops = [pair.before - pair.after for pair in sessions]
    if not drops:
        return ""
    chance = may_be_chance(noise.usual) if any(drop and noise.hides(drop) for drop in drops) else ""
    if chance and all(noise.hides(drop) for drop in drops):
        words = translate("StoryWords", "No clear change right after, so far.")
    else:
        words = _drop_words(min(drops), max(drops))
    return f"{words} {chance}".strip()


def _drop_words(low: int, high: int) -> str:
    if high <= 0:
        return translate("StoryWords", "No lower right after, so far.")
    if low == high:
        if low == 1:
            return translate("StoryWords", "1 point lower right after, for you, so far.")
        return translate("StoryWords", "{drop} points lower right after, for you, so far.").format(drop=low)
    if low < 0:
        return translate("StoryWords", "From {rise} higher to {drop} lower right after, so far.").format(
            rise=-low, drop=high
        )
    words = translate("StoryWords", "{low} to {high} points lower right after, for you, so far.")
    return words.format(low=low, high=high)
