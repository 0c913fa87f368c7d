"""Cues of runs: below each run in the chart, and in words without a claim of a cause."""

from datetime import timedelta

from msgspec.structs import replace

from helpers.histories import a_run
from unknot.ui.progress.marks import ChartBadge
from unknot.ui.widgets.words import Words


def log_cued(bundle, *cues):
    for ago, (cue, kept) in zip(range(len(cues), 0, -1), cues, strict=True):
        run = replace(a_run(bundle.now() - timedelta(days=ago)), focus_cue=cue, focus_kept=kept)
        bundle.journal.add_run(run)


def badges(page):
    return [item for item in page.pain.canvas._drawn if isinstance(item, ChartBadge)]


def test_the_cue_of_each_run_and_whether_it_was_kept_stand_below_it(page, bundle):
    log_cued(bundle, ("", None), ("under_hips", 3), ("under_hips", 0), ("tall", None))
    drawn = [(badge._letter, badge._filled, badge._dashed) for badge in badges(page)]
    assert drawn == [("A", True, False), ("", False, False), ("B", False, True)]
    assert "A Foot under the hips" in page.pain.legend.accessibleName()
    assert page.pain.values[1].words.endswith("cue: Foot under the hips, every time")
    assert page.pain.values[0].cells[-1] == "–"
    assert page.pain.table.horizontalHeaderItem(4).text() == "Cue"


def test_without_a_cue_nothing_of_cues_is_drawn(page, bundle):
    log_cued(bundle, ("", None), ("", None))
    assert badges(page) == []
    assert page.pain.table.columnCount() == 4
    assert "No run with a cue" in page.cues.findChildren(Words)[-1].text()


def test_the_runs_of_each_cue_are_counted_with_the_pain_beside_them_and_no_cause(page, bundle):
    log_cued(bundle, ("", None), ("under_hips", 3), ("under_hips", 0), ("tall", None))
    rows = [row.text() for row in page.cues.rows]
    assert rows == [
        "2 runs, kept mostly or every time on 1 of 2, worst pain 6 each time.",
        "1 run, worst pain 6.",
        "1 run, worst pain 6.",
    ]
    assert "does not say that a cue did it" in page.cues.findChildren(Words)[-1].text()
