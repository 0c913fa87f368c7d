"""Rules for the cue cards: short words, known claims and papers on their own side, one slope a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from unknot.content.checks.findings import Findings
from unknot.content.checks.practices import check_papers
from unknot.content.checks.shelf import Shelf
from unknot.content.cues import FILE, CuesFile, read_cues
from unknot.content.errors import ContentError
from unknot.domain.cue_cards import CueCard, Known, Stands

MOST_WORDS, MOST_CHARACTERS, MOST_TEXT = 7, 38, 220
_WORDS = re.compile(r"[A-Z][A-Za-z .,'-]*")
_UPHILL = "uphill"  # styles on a slope have it in their name


def check_cues(path: Path, shelf: Shelf, findings: Findings) -> None:
    """Every cue, and what is said of all of them."""
    try:
        file = read_cues(path)
    except ContentError as error:
        findings.take(error)
        return
    ids = [cue.id for cue in file.cue]
    for twice in sorted({name for name in ids if ids.count(name) > 1}):
        findings.add(FILE, "cue", f"{twice!r} is used twice")
    _check_all(file, shelf, findings)
    for cue in file.cue:
        _check_words(cue, findings)
        _check_figure(cue, shelf, findings)
        _check_cue_known(cue, shelf, findings)


def _check_all(file: CuesFile, shelf: Shelf, findings: Findings) -> None:
    if not file.card.pain:
        findings.add(FILE, "card.pain", "expected at least one rule")
    if not file.general:
        findings.add(FILE, "general", "expected what is known of all cues")
    for number, known in enumerate(file.general):
        _check_known(f"general[{number}]", known, shelf, findings)


def _check_words(cue: CueCard, findings: Findings) -> None:
    key = f"cue.{cue.id}"
    if len(cue.words.split()) > MOST_WORDS or len(cue.words) > MOST_CHARACTERS:
        fault = f"expected at most {MOST_WORDS} words and {MOST_CHARACTERS} characters, got {cue.words!r}"
        findings.add(FILE, f"{key}.words", fault)
    if not _WORDS.fullmatch(cue.words):
        findings.add(FILE, f"{key}.words", f"expected plain words, got {cue.words!r}")
    for name in ("title", "feel", "check", "look"):
        text: str = getattr(cue, name)
        if not text.strip() or len(text) > MOST_TEXT:
            findings.add(FILE, f"{key}.{name}", f"expected 1 to {MOST_TEXT} characters, got {len(text)}")


def _check_figure(cue: CueCard, shelf: Shelf, findings: Findings) -> None:
    key, figure = f"cue.{cue.id}.figure", cue.figure
    for style in (figure.style, figure.contrast):
        if style not in shelf.styles:
            findings.add(FILE, key, f"unknown style {style!r}")
    if figure.style == figure.contrast:
        findings.add(FILE, key, "expected another style to set it against")
    if (_UPHILL in figure.style) != (_UPHILL in figure.contrast):
        findings.add(FILE, key, "one runs uphill and the other on the flat")
    if not 0.0 <= figure.phase < 1.0:
        findings.add(FILE, f"{key}.phase", f"expected 0 to 1, got {figure.phase}")


def _check_cue_known(cue: CueCard, shelf: Shelf, findings: Findings) -> None:
    key = f"cue.{cue.id}"
    for name in cue.claims:
        if name not in shelf.claims:
            findings.add(FILE, f"{key}.claims", f"unknown claim {name!r}")
    for number, known in enumerate(cue.known):
        where = f"{key}.known[{number}]"
        _check_known(where, known, shelf, findings)
        if known.tag == "S":
            for name in known.refs:
                if name not in cue.claims:
                    findings.add(FILE, where, f"{name} is none of the cue's claims")
        elif known.tag == "E":
            _check_side(where, known, cue.claims, shelf, findings)
    stands = {known.stands for known in cue.known}
    if Stands.FOR not in stands or stands == {Stands.FOR}:
        findings.add(FILE, f"{key}.known", "expected something for it and something that is not")


def _check_known(key: str, known: Known, shelf: Shelf, findings: Findings) -> None:
    if known.tag == "S":
        for name in known.refs:
            if name not in shelf.claims:
                findings.add(FILE, key, f"unknown claim {name!r}")
    elif known.tag == "E":
        check_papers(FILE, key, known.refs, shelf, findings)
    elif known.tag != "C" or known.refs != ("practice",):
        findings.add(FILE, key, f"no such pair of tag and ref: {known.tag!r}, {known.ref!r}")
    if known.weak and known.tag != "E":
        findings.add(FILE, key, "only papers are weak")
    if not known.note.strip():
        findings.add(FILE, key, "expected a note")


def _check_side(key: str, known: Known, claims: Iterable[str], shelf: Shelf, findings: Findings) -> None:
    """A paper belongs to the cue's claims, and is not turned round: for is not against."""
    opposite = {Stands.FOR: "against", Stands.AGAINST: "for"}.get(known.stands)
    for name in known.refs:
        relations = {
            paper.relation
            for claim in claims
            if claim in shelf.claims
            for paper in shelf.claims[claim].evidence
            if paper.id == name
        }
        if not relations:
            findings.add(FILE, key, f"{name} speaks of none of the cue's claims")
        elif relations == {opposite}:
            findings.add(FILE, key, f"{name} stands {opposite} the cue's claims")
