"""What English sentences say."""

from __future__ import annotations

import pytest
from reading import NOTHING, Fact, RuleCases, read_by, rule_rows

from graph.statements import Rule, english

CASES: RuleCases = {
    english.alliances: [
        (
            "The Ministry of Science and ICT launched the Cloud Alliance, bringing together Samsung Electronics and Kakao.",
            {
                ("과학기술정보통신부", "LEADS", "Cloud Alliance"),
                ("삼성전자", "PARTICIPATES_IN", "Cloud Alliance"),
                ("카카오", "PARTICIPATES_IN", "Cloud Alliance"),
            },
        ),
        ("Samsung Electronics launched the Cloud Alliance in May.", NOTHING),
        ("The Ministry of Science and ICT joined the Cloud Alliance.", NOTHING),
    ],
    english.headed_by: [
        (
            "The Cloud Council, headed by Jane Doe, President of KAIST, met.",
            {("Jane Doe", "LEADS", "Cloud Council")},
        ),
        ("The Cloud Council met Jane Doe, President of KAIST, in Seoul.", NOTHING),
        ("The Cloud Council, headed by nobody, met Jane Doe, President of KAIST.", NOTHING),
    ],
    english.led_by: [
        (
            "The Blue Sky Project, which is led by the Cloud Institute, goes on.",
            {("Cloud Institute", "LEADS", "Blue Sky Project")},
        ),
        ("The Blue Sky Project, which is loved by the Cloud Institute, goes on.", NOTHING),
        ("The school led by the Cloud Institute is new.", NOTHING),
    ],
    english.clauses: [
        (
            "On Monday, the Cloud Institute and the Rain Agency held the Blue Sky Forum in town.",
            {(w, "HOSTS", "Blue Sky Forum") for w in ("Cloud Institute", "Rain Agency")},
        ),
        (
            "The Cloud Institute leads the Blue Sky Project with care.",
            {("Cloud Institute", "LEADS", "Blue Sky Project")},
        ),
        (
            "The Cloud Institute joined the Blue Sky Project last week.",
            {("Cloud Institute", "PARTICIPATES_IN", "Blue Sky Project")},
        ),
        ("The Cloud Institute will not join the Blue Sky Project this year.", NOTHING),
        ("The Cloud Institute praised the Blue Sky Project this year.", NOTHING),
        ("The Cloud Institute leads a team of clerks.", NOTHING),
    ],
    english.developed: [
        (
            "The Cloud Institute develops the laser terminal.",
            {("Cloud Institute", "DEVELOPS", "laser terminal")},
        ),
        ("The Cloud Institute never developed the laser terminal for ships.", NOTHING),
        ("The Cloud Institute buys the laser terminal for ships.", NOTHING),
        ("The Cloud Institute develops staff.", NOTHING),
    ],
    english.signed: [
        (
            "The Cloud Institute and the Rain Agency signed an agreement on the Blue Sky Project.",
            {
                (w, "PARTICIPATES_IN", "Blue Sky Project")
                for w in ("Cloud Institute", "Rain Agency")
            },
        ),
        (
            "The Cloud Institute signed a pact on the Blue Sky Project with the Rain Agency.",
            {
                (w, "PARTICIPATES_IN", "Blue Sky Project")
                for w in ("Cloud Institute", "Rain Agency")
            },
        ),
        ("The Cloud Institute declined to sign an agreement on the Blue Sky Project.", NOTHING),
        ("The Cloud Institute signed the guest book of the Blue Sky Project.", NOTHING),
        ("The Cloud Institute and the Rain Agency signed an agreement on lunch.", NOTHING),
    ],
    english.governed: [
        (
            "The Blue Sky Project is based on the Cloud Promotion Act of last year.",
            {("Cloud Promotion Act", "GOVERNS", "Blue Sky Project")},
        ),
        ("The Blue Sky Project is older than the Cloud Promotion Act of last year.", NOTHING),
        ("Fines are set under the Cloud Promotion Act of last year.", NOTHING),
    ],
    english.presented: [
        (
            "The Cloud Institute, the oldest of its kind, unveiled the Blue Sky Project.",
            {("Cloud Institute", "LEADS", "Blue Sky Project")},
        ),
        (
            "The Cloud Institute and the Rain Agency (RA) on Oct. 2, 2026 unveiled the Blue Sky Project.",
            {(w, "LEADS", "Blue Sky Project") for w in ("Cloud Institute", "Rain Agency")},
        ),
        ("The Cloud Institute criticised the Blue Sky Project.", NOTHING),
        ("The Blue Sky Project was older when the Cloud Institute unveiled a logo.", NOTHING),
    ],
    english.works_under: [
        (
            "Under the Blue Sky Project, the Cloud Institute will build a kite together with the Rain Agency.",
            {
                (w, "PARTICIPATES_IN", "Blue Sky Project")
                for w in ("Cloud Institute", "Rain Agency")
            },
        ),
        ("Under the Blue Sky Project, clerks will praise the Rain Agency.", NOTHING),
        ("The Cloud Institute fell under the Blue Sky Project budget.", NOTHING),
    ],
    english.involves: [
        (
            "The Blue Sky Project focuses on quantum computing and humanoids.",
            {("Blue Sky Project", "INVOLVES", t) for t in ("양자컴퓨터", "휴머노이드")},
        ),
        ("The Blue Sky Project focuses on children who love quantum computing.", NOTHING),
        ("The Blue Sky Project is no rival of quantum computing.", NOTHING),
    ],
    english.members: [
        (
            "The Blue Sky Committee met in May. The committee has nine members from Sky University and the Cloud Institute.",
            {
                ("Sky University", "PARTICIPATES_IN", "Blue Sky Committee"),
                ("Cloud Institute", "PARTICIPATES_IN", "Blue Sky Committee"),
            },
        ),
        (
            "The Blue Sky Committee met in May. The committee has letters from Sky University.",
            NOTHING,
        ),
        ("The hall has nine members from Sky University.", NOTHING),
    ],
}


@pytest.mark.parametrize(("rule", "text", "expected"), rule_rows(CASES))
def test_rules(rule: Rule, text: str, expected: set[Fact]) -> None:
    assert read_by(rule, text) == expected
