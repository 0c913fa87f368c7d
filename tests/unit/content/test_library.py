"""Reading the content: typed and strict, tolerant of newer fields, and exact about what is wrong."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from unknot import paths
from unknot.content.anatomy import load_anatomy
from unknot.content.errors import ContentError
from unknot.content.library import Library, load_library
from unknot.content.routines import read_routine
from unknot.domain.body import Use, View
from unknot.domain.knots import Size
from unknot.domain.selection import Dose


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(paths.resources())


@pytest.fixture
def calf(tmp_path: Path) -> Path:
    """A copy of a routine, to be broken."""
    source = paths.resources() / "content" / "en" / "routines" / "calf-outer-ball.toml"
    folder = tmp_path / "routines"
    folder.mkdir()
    return Path(shutil.copy(source, folder))


def test_the_seventeen_routines_and_twenty_four_drills_are_there(library: Library) -> None:
    assert set(library.routines) == {
        *("calf-outer-ball", "calf-outer-thumbs", "calf-sweep-roller", "soleus-fibularis"),
        *("ham-junction-ball", "ham-chair-ball", "ham-inner-ball", "ham-itb-seam"),
        *("quad-hip-calm", "thigh-inner-hands", "shin-front-thumbs", "tfl-ball-wall", "glute-ball"),
        *("after-release-stretch", "evening-12", "pre-run-5", "recheck-knots"),
    }
    assert set(library.drills) == {
        *("glute-squeeze-check", "prone-hip-extension-check", "single-leg-bridge-hold-test"),
        *("step-rate-baseline", "glute-bridge", "single-leg-bridge-march", "hamstring-walkout"),
        *("standing-hip-extension", "side-hip-lift", "calf-raise", "calf-raise-single", "sit-to-stand"),
        *("step-down", "tall-wall-check", "wall-push-off", "heel-kiss-march", "easy-hip-lift"),
        *("jog-in-place", "fall-start", "quick-step-metronome", "long-push-strides"),
        *("uphill-push-walk", "run-walk-cues", "cool-down-walk"),
    }


def test_places_come_as_a_tap_is_read(library: Library) -> None:
    kinds = [place.kind for place in library.places.values()]
    assert kinds == sorted(kinds, key=["spot", "zone", "region"].index)


def test_a_knot_chosen_by_name_lies_where_it_may_be_pressed(library: Library) -> None:
    for place in library.places.values():
        if place.use is Use.PRESS:
            assert all(place.may_press(v) for _, v in place.default_at.values()), place.id


def test_every_place_has_a_label_and_an_anatomical_name(library: Library) -> None:
    assert all(place.label and place.anatomical for place in library.places.values())


def test_the_it_band_may_be_marked_and_never_pressed(library: Library) -> None:
    band = [place for place in library.places.values() if place.id.startswith("iliotibial_tract")]
    assert band
    assert all(place.use is Use.MARK and place.mark_as == "pain" and place.instead for place in band)


def test_selection_covers_every_tenderness(library: Library) -> None:
    doses = [library.selection.band(score).dose for score in range(11)]
    assert doses == [Dose.SKIP] * 3 + [Dose.FULL] * 4 + [Dose.HALF_GENTLE] * 2 + [Dose.NONE] * 2


def test_plum_and_grapefruit_ask_about_a_lump(library: Library) -> None:
    assert library.screening.lump.sizes == {Size.PLUM, Size.GRAPEFRUIT}


def test_unknown_fields_of_a_newer_writer_are_ignored(calf: Path) -> None:
    text = calf.read_text(encoding="utf-8")
    calf.write_text(text.replace("format = 1", 'format = 1\nmoon = "full"', 1), encoding="utf-8")
    assert read_routine(calf).id == "calf-outer-ball"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("format = 1", "format = 3", "format: expected 1, got 3: a newer Unknot reads it"),
        ("level = 2", "level = 2.5", "level: expected int, got float"),
        ("seconds = 30", 'seconds = "30"', "steps[0].seconds: expected int, got str"),
        ('id = "calf-outer-ball"', 'id = "other"', "id: expected the file name 'calf-outer-ball'"),
        ("format = 1", "format =", "does not parse"),
    ],
)
def test_a_fault_names_file_and_key(calf: Path, old: str, new: str, said: str) -> None:
    calf.write_text(calf.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_routine(calf)
    assert str(caught.value).startswith("routines/calf-outer-ball.toml: ")
    assert said in str(caught.value)


def test_a_missing_language_is_one_clear_fault() -> None:
    with pytest.raises(ContentError, match=r"regions\.json: cannot be read"):
        load_library(paths.resources(), "xx")


def test_reading_the_content_needs_no_qt_and_no_numpy() -> None:
    code = (
        "import sys; from unknot import paths; from unknot.content.library import load_library;"
        "load_library(paths.resources());"
        "print([m for m in sys.modules if m.split('.')[0] in ('PySide6', 'numpy', 'sqlalchemy')])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_the_anatomy_names_what_the_id_pictures_hold(library: Library) -> None:
    anatomy = load_anatomy(paths.resources())
    assert set(anatomy.views) == set(View)
    assert set(anatomy.names.values()) <= set(library.places)
    for view in anatomy.views.values():
        assert {outline.place for outline in (*view.spots, *view.zones, *view.regions)} <= set(library.places)
        assert (paths.resources() / "anatomy" / view.picture).exists()
        assert (paths.resources() / "anatomy" / view.ids).exists()
        assert abs(view.width / view.height - view.aspect) < 1e-3


def test_both_spots_are_outlined_where_they_can_be_seen() -> None:
    anatomy = load_anatomy(paths.resources())
    seen = {view: {outline.place for outline in anatomy.views[view].spots} for view in View}
    assert seen[View.BACK] == seen[View.OUTER]
    assert len(seen[View.BACK]) == 2
    assert anatomy.views[View.BACK].outline("moon") is None
