"""What is heard of a timeline, and at which second, until the next moment that waits for the user."""

from __future__ import annotations

from msgspec import Struct

from unknot.domain.metronome import Metronome
from unknot.domain.player_marks import COUNTDOWN, countdown_of, halfway_of, last_ten_of
from unknot.domain.spoken import PAUSE_S, Air, Part, Speech, Spoken
from unknot.domain.timeline import Segment, Timeline
from unknot.domain.tone import SECONDS, Note, Tone, tone_of

# How long words wait for a free moment. A time that is told late is wrong, so those wait least.
STEP_PATIENCE_S, PROMPT_PATIENCE_S, HALFWAY_PATIENCE_S = 1.0, 4.0, 2.5
TEN_PATIENCE_S, COUNTED_PATIENCE_S = 0.6, 0.05
NEXT_EARLY_S = 15.0  # before the end at most, what comes next is said
ASKED_PATIENCE_S = 20.0  # after the words of a last check, what comes next is said


class Score(Struct, frozen=True):
    """Tones and words, each in order."""

    notes: tuple[Note, ...] = ()
    spoken: tuple[Spoken, ...] = ()


def score(
    timeline: Timeline,
    segment: Segment,
    position: float,
    *,
    opening: bool = False,
    beeps: bool = True,
    beat: Metronome | None = None,
    bpm: float | None = None,
    speech: Speech | None = None,
    again: bool = False,
    closing: bool = True,
) -> Score:
    """What is heard from `position` inside `segment` to the next check (its words included) or the end.

    `opening` puts the tone of the step at the position itself (a check was answered, a session began).
    `bpm` is the tempo of the steps with a beat, None for a silent metronome; `beat` is where the beat of
    this segment stands after changes of tempo. Without `speech` nothing is said; `again` says the words of
    this step once more. Without `closing` no tone tells the end: something follows at once. How words and
    tones get out of each other's way is told in `domain.spoken`.
    """
    run = _run(timeline, segment)
    fixed = [Note(position, tone_of(segment))] if opening and beeps else []
    fixed += _changes(timeline, run, closing=closing) if beeps else []
    air = Air(speech.seconds_of if speech is not None else _no_time)
    for note in fixed:
        air.take(note.at, SECONDS[note.tone])
    if speech is not None:
        _say_steps(air, timeline, run, position, speech, again=again)
    soft = [note for one in run if beeps for note in _inside(one, position)]
    soft = [note for note in soft if air.is_free(note.at, SECONDS[note.tone])]
    for note in soft:
        air.take(note.at, SECONDS[note.tone])
    if speech is not None:
        _say_the_rest(air, timeline, run, position, speech, counted=not beeps)
    beats = _beats(run, position, beat, bpm)
    return Score(tuple(sorted([*fixed, *soft, *beats], key=_when)), tuple(air.found))


def _run(timeline: Timeline, segment: Segment) -> list[Segment]:
    """From this segment to the first that waits, with it."""
    run = [segment]
    while not run[-1].waits:
        following = timeline.following(run[-1])
        if following is None:
            break
        run.append(following)
    return run


def _changes(timeline: Timeline, run: list[Segment], *, closing: bool) -> list[Note]:
    found: list[Note] = []
    for one in run:
        following = timeline.following(one)
        if not one.waits and (following is not None or closing):
            found.append(Note(one.end, tone_of(following) if following is not None else Tone.END))
    return found


def _inside(segment: Segment, position: float) -> list[Note]:
    """The tones inside a step that are still to come."""
    found = [Note(at, Tone.TICK) for at, _ in countdown_of(segment)]
    for at, tone in ((halfway_of(segment), Tone.HALFWAY), (last_ten_of(segment), Tone.LAST_TEN)):
        if at is not None:
            found.append(Note(at, tone))
    return [note for note in found if note.at > position]


def _say_steps(
    air: Air, timeline: Timeline, run: list[Segment], position: float, speech: Speech, *, again: bool
) -> None:
    for one in run:
        started = position > one.start + PAUSE_S
        if started and not (again and one is run[0]):
            continue
        side = _side_words(timeline, one, speech)
        said = speech.worded(one, one.step.say) if Part.CUE in speech.parts else ""
        short = speech.worded(one, one.step.cue) if said else ""
        forms = dict.fromkeys(text for text in (f"{side} {said}".strip(), said, short, side) if text)
        until = float("inf") if one.waits else one.end - PAUSE_S
        part = Part.CUE if said else Part.SIDE
        air.say(forms, part, max(position, one.start), STEP_PATIENCE_S, until)


def _side_words(timeline: Timeline, segment: Segment, speech: Speech) -> str:
    """The leg, where it is another one than before and the step does not name it itself."""
    if Part.SIDE not in speech.parts or segment.side is None:
        return ""
    before = next((s.side for s in reversed(timeline.segments[: segment.index]) if s.side is not None), None)
    named = Part.CUE in speech.parts and "{side}" in segment.step.say
    return "" if before is segment.side or named else speech.phrases.side(segment.side)


def _say_the_rest(
    air: Air, timeline: Timeline, run: list[Segment], position: float, speech: Speech, *, counted: bool
) -> None:
    timed = [one for one in run if not one.waits]
    for one in timed:
        _say_prompts(air, one, position, speech)
    for one in run:
        _say_next(air, one, timeline, position, speech)
    for one in timed:
        _say_time(air, one, position, speech, counted=counted)


def _say_prompts(air: Air, segment: Segment, position: float, speech: Speech) -> None:
    if Part.CUE in speech.parts:
        for prompt in segment.step.prompts:
            at = segment.start + prompt.at
            if at >= position:
                said = speech.worded(segment, prompt.say)
                air.say((said,), Part.CUE, at, PROMPT_PATIENCE_S, segment.end - PAUSE_S)


def _say_next(air: Air, segment: Segment, timeline: Timeline, position: float, speech: Speech) -> None:
    """Near its end; of a check, which has no end to tell, only what follows it as the last step."""
    following = timeline.following(segment)
    if Part.NEXT not in speech.parts:
        return
    forms = speech.then if following is None else next_words(timeline, following, speech)
    if not segment.waits:
        earliest = max(position, segment.start, segment.end - NEXT_EARLY_S)
        air.say_late(forms, Part.NEXT, earliest, segment.end - COUNTDOWN[0] - PAUSE_S)
    elif following is None:
        air.say(forms, Part.NEXT, segment.start, ASKED_PATIENCE_S, float("inf"))


def next_words(timeline: Timeline, following: Segment, speech: Speech) -> tuple[str, ...]:
    """What is said of the step that comes next, the long form first."""
    cue = speech.worded(following, following.step.cue)
    return speech.phrases.coming(cue, timeline.picked_up(following))


def _say_time(air: Air, segment: Segment, position: float, speech: Speech, *, counted: bool) -> None:
    """The last ten seconds, the half and, where no ticks do it (`counted`), three, two, one."""
    phrases, end = speech.phrases, segment.end
    wanted: list[tuple[float | None, str, Part, float, float]] = [
        (last_ten_of(segment), phrases.ten, Part.COUNTDOWN, TEN_PATIENCE_S, end),
        (halfway_of(segment), phrases.halfway, Part.HALFWAY, HALFWAY_PATIENCE_S, end),
    ]
    if counted:
        counts = dict(zip(COUNTDOWN, phrases.counts, strict=True))
        wanted += [
            (at, counts[left], Part.COUNTDOWN, COUNTED_PATIENCE_S, at + 1)
            for at, left in countdown_of(segment)
        ]
    for at, words, part, patience, until in wanted:
        if at is not None and at >= position and part in speech.parts:
            air.say((words,), part, at, patience, until)


def _beats(run: list[Segment], position: float, beat: Metronome | None, bpm: float | None) -> list[Note]:
    found: list[Note] = []
    for one in run:
        if bpm is not None and one.step.metronome_on and not one.waits:
            metronome = beat if one is run[0] and beat is not None else Metronome(one.start, bpm)
            found += [
                Note(second, Tone.CLICK if k else Tone.ACCENT)
                for k, second in metronome.between(max(position, one.start), one.end)
            ]
    return found


def _no_time(_text: str) -> float:
    return 0.0


def _when(note: Note) -> float:
    return note.at
