"""GOVERNS: which law governs what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Mention, Span, Statement, name_key
from graph.statements.context import Context, named_entity
from graph.statements.outline import Outline

_CLASSES = re.compile(r"[」｣’']?\s?[\((]([^()()\n]{2,60})[\))]")
_CLASS_NAME = re.compile(r"[가-힣·A-Za-z\s]{2,20}(?:기술|기술군|산업|품목)")
_UNDER = re.compile(r"[」｣’']?\s?(?:에\s따라|에\s근거|상\s|에\s의거|이\s시행되면서|을\s근거로)")
_DESIGNATED = re.compile(r"[‘'“]([^’'”]{3,30})[’'”](?:으로|로)\s지정")


def classes(context: Context, outline: Outline) -> Iterator[Statement]:
    """``「…법」(국가핵심기술)``: the bracket behind a law names the class that it defines."""
    del outline
    for sentence in context.sentences:
        for law in context.within(sentence.span, "Law"):
            match = _CLASSES.match(context.text, law.span.end)
            for name in re.split(r",\s?", match.group(1)) if match else []:
                if _CLASS_NAME.fullmatch(name.strip()):
                    technology = _technology(context, name.strip())
                    yield from context.fact(
                        law.entity,
                        "GOVERNS",
                        technology.entity,
                        sentence.span,
                        rule="law-class",
                        subject=name.strip(),
                    )


def _technology(context: Context, name: str) -> Mention:
    known = [
        m
        for m in context.mentions
        if m.label == "Technology" and name_key(context.slice(m.span)) == name_key(name)
    ]
    return known[0] if known else Mention(Span(0, 0), named_entity("Technology", name), "law-class")


def programmes(context: Context, outline: Outline) -> Iterator[Statement]:
    """``「…법」에 따라``, ``「…법」 상 ‘…’으로 지정``: what is done under a law is governed by it."""
    del outline
    for sentence in context.sentences:
        for law in context.within(sentence.span, "Law"):
            if not _UNDER.match(context.text, law.span.end):
                continue
            designated = _DESIGNATED.search(context.text, law.span.end, sentence.span.end)
            programme = context.programme_for(sentence.span)
            if programme:
                yield from context.fact(
                    law.entity,
                    "GOVERNS",
                    programme,
                    sentence.span,
                    rule="under-law",
                    subject=designated.group(1) if designated else "",
                )


def fields(context: Context, outline: Outline) -> Iterator[Statement]:
    """In a field's section, a law that is named after the field: 「반도체 특별법」."""
    del outline
    for sentence in context.sentences:
        field = context.section(sentence)
        if field is None:
            continue
        for law in context.within(sentence.span, "Law"):
            if _named_after(context.slice(law.span), field.name):
                yield from context.fact(
                    law.entity, "GOVERNS", field, sentence.span, rule="law-named-after-field"
                )


def _named_after(law: str, field: str) -> bool:
    parts = [name_key(p) for p in re.split(r"[·/\s]", field) if len(p) > 1]
    return any(part in name_key(law) for part in parts)
