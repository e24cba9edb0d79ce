"""A row of the vocabulary."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A thing that is known before reading: its names, kind and place among others.

    ``ambiguous`` are short forms that mean it only where a document introduces them; ``valid_from``
    and ``valid_to`` are EDTF dates, empty for open ends; ``broader`` and ``fields`` are names of terms.
    """

    label: str
    name: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    kind: str = ""
    parent: str = ""
    broader: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""
    successor: str = ""
    in_force: str = ""
    source: str = ""
    note: str = ""

    def holds(self, on: str) -> bool:
        """Say whether the term was valid on the EDTF date ``on``; empty means now."""
        if not on:
            return not self.valid_to
        size = len(on)
        return self.valid_from[:size] <= on and (not self.valid_to or on <= self.valid_to[:size])


@dataclass(frozen=True, slots=True)
class Title:
    """A post's title: its rank is head (leads the body), deputy, member or staff."""

    name: str
    name_en: str
    rank: str
