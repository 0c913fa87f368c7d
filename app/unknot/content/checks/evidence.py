"""Rules for claims and papers: they know each other, and doubt is never lost."""

from __future__ import annotations

import re

from unknot.content.checks.findings import Findings
from unknot.content.checks.shelf import Shelf

CLAIMS, PAPERS = "claims.toml", "evidence.json"
LAST_CLAIM, MOST_NOTE = 51, 300
RELATIONS = frozenset({"for", "against", "mixed"})
CHECKED = frozenset(
    {
        "abstract or excerpt seen",
        "seen cited on a secondary page",
        "title and authors seen, finding from memory",
        "from memory, not looked up here",
    }
)
CORRECTIONS = (  # what a paper corrects is said beside the claim
    *(("S16", "E18"), ("S24", "E18"), ("S34", "E88")),
    *(("S48", "E41"), ("S50", "E57"), ("S50", "E58")),
)
_PAPER_ID = re.compile(r"\bE\d\d+\b")


def check_evidence(shelf: Shelf, findings: Findings) -> None:
    """Papers, claims, and what they say of each other."""
    _check_papers(shelf, findings)
    if list(shelf.claims) != [f"S{number}" for number in range(1, LAST_CLAIM + 1)]:
        findings.add(CLAIMS, "claim", f"expected S1 to S{LAST_CLAIM} in order")
    _check_corrections(shelf, findings)
    known = {paper.id: paper for paper in shelf.papers}
    for claim in shelf.claims.values():
        key = f"claim.{claim.id}"
        named = {paper.id for paper in claim.evidence}
        for paper in claim.evidence:
            if paper.id not in known:
                findings.add(CLAIMS, f"{key}.evidence", f"unknown paper {paper.id!r}")
            elif known[paper.id].status == "withdrawn":
                findings.add(CLAIMS, f"{key}.evidence", f"the paper {paper.id} is withdrawn")
            if paper.relation not in RELATIONS:
                findings.add(CLAIMS, f"{key}.evidence", f"unknown relation {paper.relation!r}")
        if len(claim.note) > MOST_NOTE:
            findings.add(CLAIMS, f"{key}.note", f"expected at most {MOST_NOTE} characters")
        for paper_id in _PAPER_ID.findall(claim.note):
            if paper_id not in named:
                findings.add(CLAIMS, f"{key}.note", f"names {paper_id}, the evidence does not")


def _check_corrections(shelf: Shelf, findings: Findings) -> None:
    for claim_id, paper_id in CORRECTIONS:
        if claim_id in shelf.claims and paper_id not in shelf.claims[claim_id].note:
            findings.add(CLAIMS, f"claim.{claim_id}.note", f"does not say what {paper_id} corrects")


def _check_papers(shelf: Shelf, findings: Findings) -> None:
    seen: set[str] = set()
    for paper in shelf.papers:
        if paper.id in seen:
            findings.add(PAPERS, paper.id, "the id is used twice")
        seen.add(paper.id)
        if paper.direction not in RELATIONS or paper.checked not in CHECKED:
            findings.add(PAPERS, paper.id, "unknown direction or checked")
        for claim_id in paper.article_claims:
            claim = shelf.claims.get(claim_id)
            if claim is None:
                findings.add(PAPERS, f"{paper.id}.article_claims", f"unknown claim {claim_id!r}")
            elif paper.status != "withdrawn" and paper.id not in {named.id for named in claim.evidence}:
                findings.add(CLAIMS, f"claim.{claim_id}.evidence", f"lacks {paper.id}, which speaks of it")
