"""Finds the files that ship with the package, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def schema_file() -> Path:
    """Return the path of ``schema.cypher``."""
    return _PACKAGE / "schema.cypher"


def ontology_file() -> Path:
    """Return the path of ``ontology.toml``."""
    return _PACKAGE / "ontology.toml"


def precision_file() -> Path:
    """Return the path of ``precision.csv``: what was measured of the rules."""
    return _PACKAGE / "precision.csv"


def vocabulary_folder() -> Path:
    """Return the folder of the vocabulary CSV files."""
    return _PACKAGE / "vocabulary"


def reader_files() -> tuple[Path, ...]:
    """Return what the reading of a document depends on besides the document: all code and data, sorted."""
    kinds = {".py", ".csv", ".txt", ".toml"}
    return tuple(sorted(path for path in _PACKAGE.rglob("*") if path.suffix in kinds))


def queries_folder() -> Path:
    """Return the folder of the canned queries.

    A wheel carries them as ``graph/queries``. In a checkout they stand beside the package; the
    ``pyproject.toml`` check keeps an incomplete wheel from reading a stranger's folder.
    """
    shipped = _PACKAGE / "queries"
    if shipped.is_dir():
        return shipped
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "queries").is_dir():
        return checkout / "queries"
    return shipped
