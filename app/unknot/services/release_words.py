"""Says in one line why a routine fits, or why nothing can be pressed now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from unknot.domain.body import Place
from unknot.domain.knots import KnotStory
from unknot.domain.release_rules import Block, Hindrance, Why

translate = QCoreApplication.translate


def refusal(block: Block, story: KnotStory, place: Place, places: Mapping[str, Place], now: datetime) -> str:
    """Why it is not pressed now, and what to do."""
    if block.why is Hindrance.MARK_ONLY:
        return never_pressed(place, places)
    text = _filled(
        block,
        places,
        now,
        score=story.latest.tenderness,
        label=place.label,
        caution=place.caution,
        way=_way(story, place),
    )
    return " ".join(text.split())


def never_pressed(place: Place, places: Mapping[str, Place]) -> str:
    """That a place is never pressed, why, and where to work instead."""
    text = _sentences()[Hindrance.MARK_ONLY].format(label=place.label, caution=place.caution)
    others = [places[name].label for name in place.instead if name in places]
    if others:
        instead = translate("Release", "Work here instead: {places}.")
        text += " " + instead.format(places=_either([_lower(name) for name in others]))
    return " ".join(text.split())


def block_words(block: Block, places: Mapping[str, Place], now: datetime) -> str:
    """The same for a routine that no single knot asks for."""
    return " ".join(_filled(block, places, now).split())


def _filled(block: Block, places: Mapping[str, Place], now: datetime, **of_knot: str | int) -> str:
    lock = block.lock
    return _sentences()[block.why].format(
        when="" if block.until is None else moment(block.until, now),
        place=_lower(places[block.place].label) if block.place in places else "",
        answer="" if lock is None else lock.answer,
        scope="" if lock is None else lock.scope,
        count=block.count,
        **of_knot,
    )


def _sentences() -> dict[Hindrance, str]:
    return {**_of_the_place(), **_of_the_rating(), **_of_the_day()}


def _of_the_place() -> dict[Hindrance, str]:
    return {
        Hindrance.PAIN: translate("Release", "This marks where your knee hurts. It is never pressed."),
        Hindrance.SHARP: translate(
            "Release", "You marked sharp pain here. Sharp pain is never pressed. Watch it on your map."
        ),
        Hindrance.UNKNOWN_KIND: translate(
            "Release", "A newer Unknot marked this. It is kept, but this one cannot say whether to press it."
        ),
        Hindrance.MARK_ONLY: translate("Release", "{label}: never pressed. {caution}"),
        Hindrance.WINDOW: translate(
            "Release", "Not here: this spot is outside the part that may be pressed. {way} {caution}"
        ),
        Hindrance.LOCKED: translate("Release", "You answered: {answer}. {scope}"),
        Hindrance.LOCKED_SPOT: translate("Release", "You answered: {answer}. {scope}"),
        Hindrance.NOT_YET: translate(
            "Release", "No routine serves this place yet. Keep the knot on your map and rate it."
        ),
        Hindrance.WRONG_ROUTINE: translate("Release", "This routine does not press here: {label}."),
        Hindrance.NO_SOFT_TOOL: translate(
            "Release", "By your answers only light pressure is for you. This needs a firmer tool."
        ),
    }


def _of_the_rating() -> dict[Hindrance, str]:
    return {
        Hindrance.TOO_TENDER: translate(
            "Release", "At {score} of 10 it is too tender: no pressing. Rate it again from {when}."
        ),
        Hindrance.TOO_TENDER_TWICE: translate(
            "Release", "Rated 9 or 10 twice in a row. Have it checked before anyone presses it."
        ),
        Hindrance.LEAVE: translate(
            "Release", "At {score} of 10 leave it alone. Feel it again when you next go over the map."
        ),
        Hindrance.STUCK: translate(
            "Release", "{count} sessions and no change. Leave this spot and ask a physiotherapist."
        ),
        Hindrance.WORSE: translate(
            "Release", "It was more sore after the last time. No pressing here until {when}."
        ),
        Hindrance.LOWERED: translate(
            "Release", "It was too much here the last time. Leave it alone until {when}."
        ),
    }


def _of_the_day() -> dict[Hindrance, str]:
    return {
        Hindrance.PRESSED_TODAY: translate(
            "Release", "Already pressed today: {place}. No spot is pressed twice a day."
        ),
        Hindrance.HOURS: translate("Release", "Too soon after the last time. Again from {when}."),
        Hindrance.MINUTES: translate(
            "Release", "{count} minutes of release a day are enough. This does not fit in any more today."
        ),
        Hindrance.GENTLE_ONLY: translate("Release", "Today is for a gentler routine on this knot."),
        Hindrance.NO_GENTLE: translate(
            "Release", "At {score} of 10 only a gentle routine is for you, and this place has none."
        ),
        Hindrance.FIRST_WEEK: translate(
            "Release", "Not in your first week of pressing. Until then the gentle routines are for you."
        ),
        Hindrance.NOTHING_THERE: translate(
            "Release", "No knot is marked where it presses. Mark one on your map first."
        ),
        Hindrance.AFTER_PRESSING: translate(
            "Release", "You pressed today already. Measure before any pressing, on another day."
        ),
    }


def reason(why: Why, story: KnotStory, place: Place, ceiling: int, sessions: int) -> str:
    """Why this routine and this much, in one line."""
    sentence = {
        Why.LIGHT: translate("Release", "Light pressure only, by your answers: soft tool, half the time."),
        Why.AFTER_WORSE: translate("Release", "It was more sore after the last time: half the time today."),
        Why.STRONG: translate("Release", "{score} of 10 is a lot: the gentle version, half the time."),
        Why.FIRST_WEEK: translate("Release", "Your first week: the gentle version, whatever the number."),
        Why.LOWERED: translate("Release", "It was too much the last time: {ceiling} or less today."),
        Why.SWAPPED: translate("Release", "No change in {count} sessions: try the other routine."),
        Why.TOOLS: translate("Release", "{label} at {score} of 10: this one needs only what you have."),
        Why.SHORTER: translate(
            "Release", "{label} at {score} of 10: this one fits into the minutes left today."
        ),
        Why.PLAIN: translate("Release", "{label} at {score} of 10: the whole routine, {ceiling} or less."),
    }[why]
    return sentence.format(score=story.latest.tenderness, label=place.label, ceiling=ceiling, count=sessions)


def joint_reason(why: Why, days: int) -> str:
    """Why a routine that no single knot asks for is offered, in one line."""
    return {
        Why.BOTH_LEGS: translate("Release", "Both legs are sore: calf and hamstring of both in one go."),
        Why.ONE_LEG: translate("Release", "Calf, hamstring and buttock of your sore leg in one go."),
        Why.BEFORE_RUN: translate(
            "Release", "Before a run, on a day without another calf or hamstring session."
        ),
        Why.CLOSING: translate("Release", "A release session ends with these, for the leg you worked."),
        Why.MAP_DAY: translate("Release", "Measure all knots the same way, every {days} days."),
    }[why].format(days=days)


def unknown_place() -> str:
    """For a knot at a place that this version does not know."""
    return translate("Release", "This version does not know the place of this knot. Move it on the map.")


def of_another_day() -> str:
    """For a session that was cut off on a day before."""
    return translate("Release", "It began on another day. Start anew, so that today's questions come first.")


def other_leg_asks() -> str:
    """For both legs, where the knot of the other one needs a question first."""
    return translate(
        "Release", "The knot on the other leg is large and needs a question first. Release it by itself."
    )


def other_leg_is_soft() -> str:
    """For both legs, where the other one bears less than the tool in hand."""
    return translate("Release", "The other leg is for hands or a soft tool only. Release it by itself.")


def moment(until: datetime, now: datetime) -> str:
    """A moment soon to come: today, tomorrow, or the name of the day, with the time."""
    here = until.astimezone(now.tzinfo)
    time = f"{here:%H:%M}"
    if here.date() == now.date():
        return translate("Release", "{time} today").format(time=time)
    if here.date() == now.date() + timedelta(days=1):
        return translate("Release", "{time} tomorrow").format(time=time)
    day = QLocale().dayName(QDate(here.year, here.month, here.day).dayOfWeek())
    return translate("Release", "{day} at {time}").format(day=day, time=time)


def _way(story: KnotStory, place: Place) -> str:
    window = place.press_window
    if window is None or window.holds(story.knot.spot.v):
        return ""
    if window.v_min is not None and story.knot.spot.v < window.v_min:
        return translate("Release", "Lower down on the same muscle it may be.")
    return translate("Release", "Higher up on the same muscle it may be.")


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]


def _either(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    last = translate("Release", "{some} or {last}")
    return last.format(some=", ".join(names[:-1]), last=names[-1])
