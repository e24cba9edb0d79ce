"""What is known before reading: ministries, institutes, companies, laws, programmes, technologies.

The files beside this module are for people to edit; ``MOONSHOT_GRAPH_VOCABULARY`` names a folder whose
files of the same names add rows, or replace those of the same name.
"""

from __future__ import annotations

import os
import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from graph.errors import VocabularyError
from graph.model import name_key
from graph.resources import vocabulary_folder
from graph.vocabulary.reader import FILES, read_terms, read_titles, read_words
from graph.vocabulary.term import Term, Title

__all__ = ["FILES", "Term", "Title", "Vocabulary", "vocabulary"]


class Vocabulary:
    """Terms by label and by any of their names, titles of posts, and surnames."""

    def __init__(
        self,
        terms: Iterable[Term],
        titles: Mapping[str, Title] | None = None,
        surnames: frozenset[str] = frozenset(),
    ) -> None:
        self.titles = dict(titles or {})
        self.surnames = surnames
        self._terms: dict[str, dict[str, Term]] = defaultdict(dict)
        self._names: dict[tuple[str, str], list[Term]] = defaultdict(list)
        for term in terms:
            self._terms[term.label][term.name] = term
        dates = (d for t in self._all() for d in (t.valid_from, t.valid_to) if d)
        self._turns = tuple(sorted(set(dates)))
        for label, named in self._terms.items():
            for term in named.values():
                for key in {name_key(n) for n in (term.name, term.name_en, *term.aliases) if n}:
                    self._names[label, key].append(term)

    def _all(self) -> Iterator[Term]:
        return (term for named in self._terms.values() for term in named.values())

    def terms(self, label: str) -> tuple[Term, ...]:
        """Return the terms of ``label`` in the order of their file."""
        return tuple(self._terms.get(label, {}).values())

    def term(self, label: str, name: str) -> Term | None:
        """Return the term of that canonical name."""
        return self._terms.get(label, {}).get(name)

    def lookup(self, name: str, label: str | None = None, on: str = "") -> tuple[Term, ...]:
        """Return the terms that ``name`` (Korean, English or an alias) may mean.

        Those that were valid on the EDTF date ``on`` come first; without a date, the present ones.
        """
        key = name_key(name)
        labels = [label] if label else sorted(self._terms)
        found = [term for one in labels for term in self._names.get((one, key), ())]
        return tuple(sorted(found, key=lambda t: not t.holds(on)))

    def period(self, on: str) -> str:
        """Return one date for all on which the same terms hold as on the EDTF date ``on``.

        ``on`` itself where it is not a whole day; else the last day before it on which a term began or
        ended, with a letter behind it that sorts right after that day.
        """
        if len(on) != len("2026-01-01") or on in self._turns:
            return on
        at = bisect(self._turns, on)
        return f"{self._turns[at - 1]}z" if at else "0"

    def is_personal_name(self, text: str) -> bool:
        """Say whether ``text`` has the form of a Korean name: a surname, one or two syllables."""
        return bool(re.fullmatch("[가-힣]{2,4}", text)) and any(
            text.startswith(s) and 1 <= len(text) - len(s) <= 2 for s in self.surnames
        )

    def title_of(self, text: str) -> str:
        """Return the longest title that ``text`` ends in, or nothing: 정책연구소장 → 소장."""
        for start in range(len(text)):
            if text[start:] in self.titles:
                return text[start:]
        return ""

    def is_head(self, title: str) -> bool:
        """Say whether the post of that title leads its body, so that one person holds it."""
        known = self.titles.get(self.title_of(title.replace(" 직무대행", "")))
        return known is not None and known.rank == "head"


def own_folder() -> Path | None:
    """Return the folder of the analyst's own rows, if one is named."""
    own = os.environ.get("MOONSHOT_GRAPH_VOCABULARY")
    return Path(own) if own else None


@cache
def vocabulary() -> Vocabulary:
    """Return the shipped vocabulary with the analyst's own rows, read once and checked.

    Raises :class:`VocabularyError` naming the file and line of a faulty row.
    """
    folder = vocabulary_folder()
    folders = [folder]
    if own := own_folder():
        if not own.is_dir():
            raise VocabularyError(f"{own}: MOONSHOT_GRAPH_VOCABULARY names no folder")
        folders.append(own)
    found: dict[tuple[str, str], tuple[str, Term]] = {}
    for place in folders:
        for label, name in FILES.items():
            if (place / name).is_file():
                for where, term in read_terms(label, place / name):
                    if place == folder and (label, term.name) in found:
                        raise VocabularyError(f"{where}: {term.name} stands twice")
                    found[label, term.name] = where, term
    _check(found)
    return Vocabulary(
        (term for _, term in found.values()),
        read_titles(folder / "titles.csv"),
        read_words(folder / "surnames.txt"),
    )


def _check(found: Mapping[tuple[str, str], tuple[str, Term]]) -> None:
    """No name may mean two things at one time; parents, broader terms and fields must exist."""
    owners: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for where, term in found.values():
        for name in (term.name, term.name_en, *term.aliases):
            for other in owners[term.label, name_key(name)] if name else ():
                if other.name != term.name and not (other.valid_to or term.valid_to):
                    raise VocabularyError(f"{where}: {name!r} also names {other.name}")
            if name:
                owners[term.label, name_key(name)].append(term)
        wanted = [("Organization", term.parent)] if term.label == "Organization" else []
        wanted += [(term.label, b) for b in term.broader] + [("Field", f) for f in term.fields]
        for key in wanted:
            if key[1] and key not in found:
                raise VocabularyError(
                    f"{where}: {key[1]!r} is no {key[0].lower()} of the vocabulary"
                )
