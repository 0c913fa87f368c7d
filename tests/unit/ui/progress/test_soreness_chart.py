"""Calf and heel cord after runs and drills."""

from datetime import timedelta

from helpers.histories import a_run, a_scored_drill


def test_calf_and_heel_cord_are_drawn_for_runs_and_drills(page, bundle):
    bundle.journal.add_run(a_run(bundle.now() - timedelta(days=1)))
    jog = a_scored_drill(bundle.now() - timedelta(hours=2), "jog-in-place", (None, {"calf_pain_0_10": 4}))
    bundle.history.sessions.add(jog)
    page._redraw()
    said = [value.words for value in page.soreness.values]
    assert said[0].endswith("Run: calf 2, heel cord 1")
    assert said[-1].endswith("jog-in-place: calf or heel cord 4")
    assert "either, after a drill" in page.soreness.legend.accessibleName()


def test_hundreds_of_ratings_of_the_calf_are_shown_in_bins(page, bundle):
    for days in range(130, 0, -1):
        bundle.history.runs.add(a_run(bundle.now() - timedelta(days=days)))
    page.range.set_value("all")
    page._redraw()
    assert 15 < len(page.soreness.values) < 25
    assert "2 to 2, 7 ratings" in page.soreness.values[5].words
