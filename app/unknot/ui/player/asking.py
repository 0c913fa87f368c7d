"""What both players ask: whether to end, and what to do after being away."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.ui.player.player_prompt import Answer
from unknot.ui.time_words import MINUTE, length_words

translate = QCoreApplication.translate

Asked = tuple[str, str, tuple[Answer, ...]]  # headline, sentence, answers


def end_question(done_s: float) -> Asked:
    """Whether to end after so many seconds done."""
    text = translate("PlayerFrame", "{done} done. The time is kept. A second Esc ends, too.")
    end = Answer("end", translate("PlayerFrame", "End here"), "x-bold", translate("PlayerFrame", "Esc key"))
    title = translate("PlayerFrame", "End here?")
    return title, text.format(done=length_words(done_s)), (_go_on(), end)


def away_question(away_s: float) -> Asked:
    """What now, after so many seconds of standing still."""
    seconds = translate("PlayerFrame", "{n} seconds").format(n=round(away_s))
    gone = length_words(away_s).lower() if away_s >= MINUTE else seconds
    title = translate("PlayerFrame", "You were away {time}").format(time=gone)
    finish = Answer("end", translate("PlayerFrame", "Finish here"), "check-bold")
    return title, translate("PlayerFrame", "The clock stood still meanwhile."), (_go_on(), finish)


def _go_on() -> Answer:
    word, key = translate("PlayerFrame", "Go on"), translate("PlayerFrame", "Space key")
    return Answer("go_on", word, "play-fill", key)
