"""The cue cards: read with their sources, and refused when a word, a figure or a paper is wrong."""

from __future__ import annotations

import math
import re
import shutil
from pathlib import Path

import pytest

from unknot import paths
from unknot.content.check import faults
from unknot.content.cues import load_cues
from unknot.content.errors import ContentError
from unknot.content.gait import load_gait
from unknot.domain.cue_cards import Stands
from unknot.domain.gait import ankle_ahead_cm, pose

WANTED = ["long_behind", "under_hips", "heel_kiss", "tall", "no_fold", "hip_lift", "uphill"]


def lean(joints) -> float:
    """Degrees of the line from hip to shoulder from upright."""
    (x, y), (hip_x, hip_y) = joints["shoulder"], joints["hip"]
    return math.degrees(math.atan2(x - hip_x, y - hip_y))


# id -> what its words say, of (style, contrast, phase, joints, joints of the contrast)
MOMENTS = {
    "long_behind": lambda style, _, phase, now, other: (
        0 < style.events["toe_off"] - phase < 0.03 and now["toeR"][0] < other["toeR"][0] - 0.05
    ),
    "under_hips": lambda _style, _other, phase, *_: phase == 0.0,
    "heel_kiss": lambda style, _, phase, now, other: (
        abs(phase - style.events["foot_under_hip"]) < 0.05
        and abs(now["heelR"][1]) < 0.005
        and abs(now["toeR"][1]) < 0.005
        and other["heelR"][1] > 0.02
    ),
    "tall": lambda style, _, phase, now, other: (
        phase == pytest.approx(style.events["mid_stance"]) and 2.5 < lean(other) / lean(now) < 3.5
    ),
    "no_fold": lambda style, _, phase, now, other: (
        phase == pytest.approx(style.events["mid_stance"]) and lean(other) > lean(now) + 10
    ),
    "hip_lift": lambda style, _, phase, now, other: (
        style.events["mid_swing"] < phase < 0.9
        and now["kneeR"][1] < other["kneeR"][1] - 0.01
        and now["kneeR"][0] < other["kneeR"][0] - 0.01
    ),
    "uphill": lambda _style, _other, phase, now, other: phase == 0.0 and lean(now) < lean(other) - 10,
}


def test_the_cues_come_in_their_order_with_their_sources():
    cues = load_cues(paths.resources())
    assert list(cues.cards) == WANTED
    assert len(cues.pain_rules) == 4
    for cue in cues.cards.values():
        assert {known.stands for known in cue.known} - {Stands.FOR}
        assert all(ref in cues.sources for known in cue.known if known.tag == "E" for ref in known.refs)
    assert cues.sources["E50"].endswith("2015")
    assert cues.sources["E66"].startswith("TREK")  # a page without a year


def test_each_figure_shows_its_moment_and_the_words_give_its_measures():
    gait = load_gait(paths.resources())
    for cue in load_cues(paths.resources()).cards.values():
        style, contrast = gait.styles[cue.figure.style], gait.styles[cue.figure.contrast]
        now, other = (pose(one, cue.figure.phase, gait.body) for one in (style, contrast))
        told = [int(number) for number in re.findall(r"(\d+) cm ahead", cue.look)]
        assert len(told) == (2 if cue.figure.phase == 0.0 else 0)
        if told:
            assert told == [round(ankle_ahead_cm(one, gait.body)) for one in (style, contrast)]
        assert MOMENTS[cue.id](style, contrast, cue.figure.phase, now, other), cue.id


def test_the_words_for_all_cues_name_their_papers():
    general = load_cues(paths.resources()).general
    assert [known.refs for known in general] == [("E37", "E39"), ("E33", "E36"), ("E20",)]
    for part in ("holds the trunk up", "slows the swinging leg", "straighten the hip", "more as speed rises"):
        assert part in general[0].note


def test_what_the_calf_does_is_said_of_all_of_them():
    said = " ".join(known.note for known in load_cues(paths.resources()).general)
    assert "the calf does most of the forward push" in said
    assert "Calf and heel cord take more load" in said


def test_a_cue_that_does_not_parse_names_its_file(tmp_path):
    (tmp_path / "content/en").mkdir(parents=True)
    (tmp_path / "content/en/cues.toml").write_text("format = 1\ntype = 'cues'\n")
    with pytest.raises(ContentError, match=r"cues\.toml: object missing required field"):
        _ = load_cues(tmp_path).cards


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, shipped = tmp_path_factory.mktemp("resources"), paths.resources()
    shutil.copytree(shipped / "content", folder / "content")
    for name in ("anatomy/regions.json", "gait/styles.json"):
        (folder / name).parent.mkdir()
        shutil.copy(shipped / name, folder / name)
    return folder


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('type = "cues"', 'type = "cue"', "type: expected 'cues'"),
        ('id = "tall"', 'id = "uphill"', "'uphill' is used twice"),
        ('words = "Tall, from', 'words = "Tall and long and light and easy, from', "at most 7 words"),
        ('words = "No fold', 'words = "no fold', "expected plain words"),
        ('feel = "As if', 'feel = ""\nunused = "As if', "feel: expected 1 to 220 characters"),
        ("phase = 0.18", "phase = 1.0", "expected 0 to 1"),
        ('contrast = "overstride_heel"', 'contrast = "hopping"', "unknown style 'hopping'"),
        ('contrast = "overstride_heel"', 'contrast = "glute_push"', "expected another style"),
        ('contrast = "overstride_heel"', 'contrast = "hinged_uphill"', "one runs uphill"),
        ('claims = ["S25", "S39"]', 'claims = ["S25", "S39", "S99"]', "unknown claim 'S99'"),
        ('ref = "S25, S39"', 'ref = "S25, S40"', "S40 is none of the cue's claims"),
        ('ref = "E50, E27"', 'ref = "E50, E999"', "unknown paper 'E999'"),
        ('ref = "E50, E27"', 'ref = "E50, E33"', "E33 speaks of none of the cue's claims"),
        ('stands = "for"\ntag = "E"\nref = "E50', 'stands = "against"\ntag = "E"\nref = "E50', "stands for"),
        (
            'stands = "against"\ntag = "E"\nref = "E88"',
            'stands = "for"\ntag = "E"\nref = "E88"',
            "against the",
        ),
        (
            'stands = "against"\ntag = "E"\nref = "E29"',
            'stands = "near"\ntag = "E"\nref = "E29"',
            "enum value",
        ),
        ('tag = "C"\nref = "practice"', 'tag = "C"\nref = "E20"', "no such pair of tag and ref"),
        ('tag = "C"\nref = "practice"', 'tag = "C"\nweak = true\nref = "practice"', "only papers are weak"),
        ('note = "Run tall, says the article."', 'note = " "', "expected a note"),
        ('ref = "E37, E39"', 'ref = "E46"', "from memory"),
    ],
)
def test_the_checker_refuses_a_broken_cue(pristine: Path, tmp_path: Path, old: str, new: str, said: str):
    broken = tmp_path / "resources"
    shutil.copytree(pristine, broken)
    file = broken / "content/en/cues.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(line.startswith("cues.toml: ") and said in line for line in faults(broken)), faults(broken)


def test_the_checker_refuses_a_withdrawn_paper(pristine: Path, tmp_path: Path):
    broken = tmp_path / "resources"
    shutil.copytree(pristine, broken)
    file = broken / "content/en/evidence.json"
    text = file.read_text(encoding="utf-8")
    at = text.index('"id": "E50"')
    file.write_text(text[:at] + '"status": "withdrawn", ' + text[at:], encoding="utf-8")
    assert any("cues.toml" in line and "the paper E50 is withdrawn" in line for line in faults(broken))


def test_the_checker_wants_both_sides_of_a_cue(pristine: Path, tmp_path: Path):
    broken = tmp_path / "resources"
    shutil.copytree(pristine, broken)
    file = broken / "content/en/cues.toml"
    head, _, tail = file.read_text(encoding="utf-8").partition('id = "hip_lift"')
    one_sided = tail.replace('stands = "against"', 'stands = "for"').replace(
        'stands = "mixed"', 'stands = "for"'
    )
    file.write_text(head + 'id = "hip_lift"' + one_sided, encoding="utf-8")
    assert any("something that is not" in line for line in faults(broken))


def test_a_source_names_its_year_once():
    sources = load_cues(paths.resources()).sources
    assert sources["E48"].count("2010") == 1
    assert sources["E50"].count("2015") == 1
