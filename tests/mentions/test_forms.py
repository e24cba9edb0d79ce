"""Names told by their form: each form with what it finds and what it leaves."""

from __future__ import annotations

import pytest
from reading import NO_NAME, Finder, FormCases, Name, named

from graph.mentions import forms

CASES: FormCases = {
    forms._quoted: [
        ("「하늘산업 육성법」을 고쳤다.", {("Law", "하늘산업 육성법")}),
        ("‘하늘 추진대회’를 열었다.", {("Event", "하늘 추진대회")}),
        (
            "‘하늘 추진위원회’ 회의에서 말했다.",
            {("Event", "‘하늘 추진위원회’ 회의"), ("Organization", "하늘 추진위원회")},
        ),
        ("‘제3차 하늘위원회’를 열었다.", {("Event", "제3차 하늘위원회")}),
        ("‘바다 얼라이언스’를 만든다.", {("Organization", "바다 얼라이언스")}),
        ("‘하늘 지도 프로젝트’를 연다.", {("Program", "하늘 지도 프로젝트")}),
        ("‘하늘’ 프로젝트를 연다.", {("Program", "하늘")}),
        ("「하늘 이야기」를 읽었다.", NO_NAME),
        ("‘하늘산업 육성법’이라고 불렀다.", NO_NAME),
        ("‘계획’을 세웠다.", NO_NAME),
        ("’26년 하늘 추진대회를 ’27년에 연다.", NO_NAME),
    ],
    forms._ordinal_events: [
        ("제5회 하늘장관회의가 열렸다.", {("Event", "제5회 하늘장관회의")}),
        ("제3차 하늘위원회가 열렸다.", {("Event", "제3차 하늘위원회")}),
        ("대통령 업무보고에서 말했다.", {("Event", "대통령 업무보고")}),
        ("제2차 회의가 열렸다.", NO_NAME),
        ("제1차 하늘장관회의체를 만든다.", NO_NAME),
        ("하늘장관회의가 열렸다.", NO_NAME),
    ],
    forms._occasions: [
        ("가나위원회 제1차 회의가 열렸다.", {("Event", "가나위원회 제1차 회의")}),
        ("하늘병원 업무협약식을 개최했다.", {("Event", "하늘병원 업무협약식")}),
        ("서울에서 열린 하늘 지도 대회에서 말했다.", {("Event", "하늘 지도 대회")}),
        ("오늘 협약식을 열었다.", NO_NAME),
        ("제1차 회의가 열렸다.", NO_NAME),
        ("신랑이 결혼식을 올렸다.", NO_NAME),
    ],
    forms._agreements: [
        (
            "KAIST와 ‘하늘’ 수출을 위한 업무협약을 맺었다.",
            {("Event", "‘하늘’ 수출을 위한 업무협약")},
        ),
        ("KAIST와 하늘 활용 업무협약(MOU)을 체결했다.", {("Event", "하늘 활용 업무협약")}),
        ("KAIST와 하늘 활용 업무협약을 미뤘다.", NO_NAME),
        ("KAIST와 업무협약을 맺었다.", NO_NAME),
    ],
    forms._undertakings: [
        ("하늘 지도 개발사업은 크다.", {("Program", "하늘 지도 개발사업")}),
        ("이번 개발사업은 크다.", NO_NAME),
        ("하늘 지도 개발사업자가 왔다.", NO_NAME),
    ],
    forms._agenda: [
        ("【심의 1】 구름산업 육성계획(안)\n", {("Program", "구름산업 육성계획(안)")}),
        ("보고안건 2. 구름 사업 추진현황\n", {("Program", "구름 사업 추진현황")}),
        ("【참고 1】 구름산업 육성계획(안)\n", NO_NAME),
        ("【심의 1】 의원 소개\n", NO_NAME),
        ("심의를 거쳐 구름산업 육성계획을 정했다.\n", NO_NAME),
    ],
    forms._programmes: [
        ("SKY 프로젝트를 연다.", {("Program", "SKY 프로젝트")}),
        ("제3차 구름산업 기본계획을 세웠다.", {("Program", "제3차 구름산업 기본계획")}),
        ("12대 국가전략기술을 골랐다.", {("Program", "12대 국가전략기술")}),
        ("새 프로젝트를 연다.", NO_NAME),
        ("구름산업 기본계획을 세웠다.", NO_NAME),
        ("여러 국가전략기술을 골랐다.", NO_NAME),
        ("SKY 프로젝트팀이 왔다.", NO_NAME),
    ],
    forms._organizations: [
        ("하늘지도연구원이 맡는다.", {("Organization", "하늘지도연구원")}),
        ("구름기술 특별위원회를 통해", {("Organization", "구름기술 특별위원회")}),
        ("위원회를 통해", NO_NAME),
        ("이번 위원회를 통해", NO_NAME),
        ("하늘지도연구원장은 웃었다.", NO_NAME),
        ("연구원 3명이 왔다.", NO_NAME),
    ],
}


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [(form, text, expected) for form, rows in CASES.items() for text, expected in rows],
)
def test_forms(form: Finder, text: str, expected: set[Name]) -> None:
    assert {(f.label, text[f.span.start : f.span.end]) for f in form(text)} == expected


@pytest.mark.parametrize("form", forms.FORMS)
def test_every_form_has_positive_and_negative_examples(form: Finder) -> None:
    expected = [names for _, names in CASES.get(form, [])]
    assert any(expected)
    assert expected.count(NO_NAME) >= 2
    assert (form.__doc__ or "").strip()


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("하늘 계획(안)", "하늘 계획"),
        ("하늘 전략(’26~’30)", "하늘 전략"),
        ("하늘 사업 변경계획", "하늘 사업"),
        ("하늘 계획", "하늘 계획"),
        ("하늘 계획(구름)", "하늘 계획(구름)"),
    ],
)
def test_version_is_no_part_of_a_name(name: str, bare: str) -> None:
    assert forms.without_version(name) == bare


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("구름병 연구개발 전략위원회가 열렸다.", ["구름병 연구개발 전략위원회"]),
        ("이번에 올해 구름기술 특별위원회를 통해", ["구름기술 특별위원회"]),
        ("산업부문의 성장", []),
    ],
)
def test_nouns_before_a_body_that_is_called_by_its_kind(text: str, expected: list[str]) -> None:
    assert named(text, "Organization") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("「하늘산업 육성법」을 고쳤다.", ["하늘산업 육성법"]),
        ("「국가전략기술 육성에 관한 특별법」", ["국가전략기술육성에 관한 특별법"]),
        ("「하늘 이야기」를 읽었다.", []),
    ],
)
def test_laws(text: str, expected: list[str]) -> None:
    assert named(text, "Law") == expected
