"""Made-up press releases, as many as asked for: the same text for the same number, on any machine.

As in life, a few ministries stand in nearly every release, and a new programme comes with each twentieth.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

_MINISTRIES = ("과학기술정보통신부", "산업통상부", "보건복지부", "국방부", "해양수산부")
_INSTITUTES = ("KIST", "ETRI", "KISTI", "한국과학기술원", "한국기계연구원", "한국화학연구원")
_FIELDS = ("양자", "인공지능", "첨단바이오", "미래에너지", "우주항공", "반도체", "이차전지", "소재")
_TECHNOLOGIES = (
    "양자컴퓨터",
    "휴머노이드",
    "희토류",
    "뇌 임플란트",
    "태양광 모듈",
    "핵융합",
    "신약",
)
_AIMS = ("실증", "상용화", "개발", "국산화", "조기 확보")
_SYLLABLES = "가나다라마바사아자차카타파하고노도로모보소오조초코토포호"
_SURNAMES = "김이박최정강조윤장임"

_EACH = 20
"""Releases that a programme is told of in."""


def write(folder: Path, numbers: Sequence[int]) -> list[Path]:
    """Write the releases of those numbers into ``folder`` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"release-{number:07}.txt" for number in numbers]
    for path, number in zip(paths, numbers, strict=True):
        path.write_text(release(number), encoding="utf-8")
    return paths


def release(number: int, edition: int = 0) -> str:
    """Return the text of a release; another ``edition`` of it says partly other things."""
    rng = random.Random(f"{number} {edition}")
    programme, fields, missions = _programme(number // _EACH)
    ministry, institute = rng.choice(_MINISTRIES), rng.choice(_INSTITUTES)
    company = f"{_word(rng, 3)}전자"
    return "\n\n".join(
        (
            f"date 2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02} {programme} 설명회 개최",
            f"{ministry}는 서울에서 '{programme} 설명회'를 개최했다. {ministry}가 {programme}를 주관한다.",
            f"{programme}의 {len(missions)}대 미션은 다음과 같다.",
            "\n".join(f"▲ {mission}" for mission in missions),
            f"{programme}는 {'·'.join(fields)} 등 {len(fields)}대 분야를 지원한다.",
            f"{_person(rng)} {company} 대표가 참석했다. {institute}와 {company}는 {programme}에 참여한다.",
            f"{programme}는 {rng.randint(2030, 2040)}년까지 {rng.choice(_TECHNOLOGIES)}를 상용화할 계획이다.",
            "",
        )
    )


def _programme(number: int) -> tuple[str, list[str], list[str]]:
    """Return a programme's name, fields and missions: the same in every release."""
    rng = random.Random(f"programme {number}")
    missions = [
        f"{_word(rng, 2)} {technology} {rng.choice(_AIMS)}"
        for technology in rng.sample(_TECHNOLOGIES, 3)
    ]
    return f"K-{_word(rng, 4)} 프로젝트", rng.sample(_FIELDS, 3), missions


def _word(rng: random.Random, length: int) -> str:
    return "".join(rng.choices(_SYLLABLES, k=length))


def _person(rng: random.Random) -> str:
    return rng.choice(_SURNAMES) + _word(rng, 2)
