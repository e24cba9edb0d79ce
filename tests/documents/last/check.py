#!/usr/bin/env python3
"""Checks docs/ against gold/: python3 check.py prints counts and exits 0 when every line is sound, else prints the faults."""

import collections
import json
import pathlib
import re
import sys
import tomllib
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
ONTOLOGY = tomllib.loads((HERE.parents[2] / "graph" / "ontology.toml").read_text(encoding="utf-8"))["predicates"]
KEYS = {"tier", "subject", "predicate", "object", "qualifiers", "quote", "accept", "alt"}


def squeezed(name):
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name).casefold())


def triple(line):
    ends = (line["subject"], line["object"])
    return (line["predicate"], *((end["label"], end["names"][0]) for end in ends))


def faults_of_triple(line, text):
    rule = ONTOLOGY[line["predicate"]]
    for end, allowed in ((line["subject"], rule["from"]), (line["object"], rule["to"])):
        if end["label"] not in allowed:
            yield f"{end['label']} is no end of {line['predicate']}"
        if end["label"] != "Year" and not any(squeezed(name) in squeezed(text) for name in end["names"]):
            yield f"no name of {end['names']} stands in the document"
    if set(line["qualifiers"]) - set(rule.get("qualifiers", [])):
        yield f"qualifiers {line['qualifiers']}"
    if line["subject"]["label"] == line["object"]["label"]:
        if {squeezed(n) for n in line["subject"]["names"]} & {squeezed(n) for n in line["object"]["names"]}:
            yield "the two ends share a name"


def faults_of_line(line, text, known):
    if not set(line) <= KEYS or line["tier"] not in ("core", "ok"):
        yield f"keys or tier: {sorted(line)}"
    if not line["quote"].strip() or line["quote"] not in text:
        yield f"quote not in the document: {line['quote']!r}"
    yield from faults_of_triple(line, text)
    for key, values in line.get("accept", {}).items():
        if line["qualifiers"].get(key) not in values:
            yield f"accept {key}"
    for other in line.get("alt", []):
        yield from faults_of_triple(other, text)
        if triple(other) not in known or triple(other) == triple(line):
            yield f"alt is no line of its own: {triple(other)}"
    if line["predicate"] == "HOLDS_POSITION" and "title" not in line["qualifiers"]:
        yield "no title"
    if line["predicate"] == "TARGETS_YEAR" and line["tier"] == "core" and "goal" not in line["qualifiers"]:
        yield "no goal"
    if line["qualifiers"].get("phone", "") not in line["quote"]:
        yield "phone is not in the quote"
    goal = line["qualifiers"].get("goal")
    if goal and squeezed(goal) not in squeezed(text):
        yield f"goal is not the document's wording: {goal}"


def main():
    bad = 0
    docs = sorted((HERE / "docs").glob("*.txt"))
    if [p.stem for p in docs] != sorted(p.stem for p in (HERE / "gold").glob("*.jsonl")):
        bad += print("docs and gold are not the same names") or 1
    for path in docs:
        text = path.read_bytes().decode("utf-8")
        gold = [json.loads(line) for line in (HERE / "gold" / f"{path.stem}.jsonl").read_text(encoding="utf-8").splitlines()]
        known = {triple(line) for line in gold}
        seen = collections.Counter((triple(g), json.dumps(g["qualifiers"], sort_keys=True)) for g in gold)
        for which, count in seen.items():
            if count > 1:
                bad += print(path.stem, "twice:", which) or 1
        for number, line in enumerate(gold, 1):
            for fault in faults_of_line(line, text, known):
                bad += print(f"{path.stem}:{number}: {triple(line)}: {fault}") or 1
        core = collections.Counter(line["predicate"] for line in gold if line["tier"] == "core")
        tiers = collections.Counter(line["tier"] for line in gold)
        print(f"{path.stem}: {len(text)} characters, core {tiers['core']}, ok {tiers['ok']}; {dict(core)}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
