from __future__ import annotations

from pathlib import Path

import pytest

from graph.loaders.dates import published
from graph.loaders.text import load
from graph.model import Source


def source(text: str) -> Source:
    return load(Path("a.txt"), text.encode()).source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("보도시점 2026. 7. 3.(금) 12:00 / 배포 2026. 7. 2.(목)", "2026-07-02"),
        ("보도시점\t배포 즉시\n배포일시\t2026년 7월 2일", "2026-07-02"),
        ("| **보도일시** | 2026.07.03 |", "2026-07-03"),
        ("배 포 : ’26. 7. 2.", "2026-07-02"),
        ("기사입력 2026/07/02 10:00", "2026-07-02"),
        ("2026-07-02\n하늘 지도", "2026-07-02"),
        ("배포 2026. 13. 40.\n입력 2026.07.02", "2026-07-02"),
        ("배포 2026. 2. 31.", ""),
        ("’26. 7. 2. 서울에서 열린다.", ""),
        ("Jul. 2, 2026", "2026-07-02"),
        ("2 July 2026", "2026-07-02"),
        ("Sky Maps (July 2)\nIn 2026 it begins.", "2026-07-02"),
        ("Sky Maps (July 2)\nFrom 2026 to 2035.", ""),
        ("update 2026-07-02 of the map", ""),
    ],
)
def test_published(text: str, expected: str) -> None:
    assert published(text) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (' date 2026-03-11 "하늘 지도 나온다"\n\n가나다.\n', "하늘 지도 나온다"),
        ("date 2026-03-11 가나부 “하늘 지도 나온다”\n", "가나부 “하늘 지도 나온다”"),
        ('date 2026-03-11 "하늘" 그리고 "바다"\n', '"하늘" 그리고 "바다"'),
        ("# 보도자료\n\n## 하늘 지도 나온다\n", "하늘 지도 나온다"),
        ("보 도 자 료\n\n하늘 지도 나온다\n", "하늘 지도 나온다"),
        ("제목: 하늘 지도 나온다\n\n가나다.\n", "하늘 지도 나온다"),
        ("홈 > 정책\n하늘 지도 나온다\n2026.07.02 13:54 | 댓글 0\n", "하늘 지도 나온다"),
        ("| 하늘 지도 나온다 |\n|---|\n\n가나다.\n", "하늘 지도 나온다"),
    ],
)
def test_title(text: str, title: str) -> None:
    assert source(text).title == title


@pytest.mark.parametrize(
    ("text", "publisher", "byline"),
    [
        ("제목\n\n□ 가나부(장관 김하늘)는 지도를 만든다고 밝혔다.\n", "가나부", ""),
        ("제목\n\n가나청(청장 김하늘, 이하 ‘가청’)은 밝혔다.\n", "가나청", ""),
        ("제목\n\n- 붙임\n\n담당 부서\t가나부 다라과\t책임자\t과 장\t김하늘\n", "가나부", ""),
        ("제목\n\n가나다.\n\n김하늘 기자 sky@news.example\n", "news.example", "김하늘"),
        (
            "제목\n\n가나다.\n\n김하늘 기자 sky@gmail.com\nⓒ 가나뉴스, 무단 전재 금지\n",
            "가나뉴스",
            "김하늘",
        ),
        ("제목\n\n(서울=가나통신) 김하늘 기자 = 지도를 만든다.\n", "가나통신", "김하늘"),
        ("제목\n\n[가나뉴스 김하늘 기자] 지도를 만든다.\n", "가나뉴스", "김하늘"),
        ("제목\n\n기자 김하늘\n", "", "김하늘"),
        ("제목\n\n담당 기자가 물었고 한 기자는 답했다.\n", "", ""),
        ("제목\n\n김하늘 특파원\n", "", "김하늘"),
    ],
)
def test_publisher_and_byline(text: str, publisher: str, byline: str) -> None:
    found = source(text)
    assert (found.publisher, found.byline) == (publisher, byline)
