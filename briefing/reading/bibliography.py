"""The dossier's bibliography: sources by citation key, which complete the fiches."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from typing import TypeAlias

from briefing.model.finding import Finding
from briefing.model.source import Source
from briefing.reading.findings import fold

Bibliography: TypeAlias = Mapping[str, Source]
"""Entries by citation key, case included, as reference managers have it."""

_OWN = frozenset(
    ("id", "key", "path", "line", "title_supplied", "authors", "bodies", "date", "dating")
)
"""Fields that a fiche keeps as they are, or that are taken together."""


def named_file(config: bytes, key: str) -> str:
    """Return the file that a `dossier.toml` names under `key`; "" if there is none.

    Faults of the file are for `read_config` to tell.
    """
    return _named(config).get(key, "")


@lru_cache(4)
def _named(config: bytes) -> dict[str, str]:
    """Return the texts at the top of a `dossier.toml`, asked for more than once."""
    try:
        values = tomllib.loads(config.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {}
    folded = {fold(key): value for key, value in values.items()}
    return {key: value for key, value in folded.items() if isinstance(value, str)}


def read_bibliography(text: str, path: str) -> tuple[Bibliography | None, list[Finding]]:
    """Read CSL-JSON, or BibTeX when `path` ends in `.bib`; None when nothing can be read.

    Raises `MachineError` naming the extra if the library that reads BibTeX isn't installed.
    """
    if path.casefold().endswith(".bib"):
        from briefing.reading.bibtex import read_bibtex

        return read_bibtex(text, path)
    from briefing.reading.csl import read_csl

    return read_csl(text, path)


def complete(source: Source, entry: Source) -> Source:
    """Return `source` with what it lacks taken from `entry`: its own lines win, field by field."""
    changes = {
        field.name: getattr(entry, field.name)
        for field in fields(Source)
        if field.name not in _OWN and not getattr(source, field.name)
    }
    if not source.authors:
        changes |= {"authors": entry.authors, "bodies": entry.bodies}
    if source.date is None:
        changes["date"] = entry.date
    return _replaced(source, changes)


def _replaced(source: Source, changes: Mapping[str, object]) -> Source:
    values = {field.name: getattr(source, field.name) for field in fields(Source)}
    return Source(**{**values, **changes})
