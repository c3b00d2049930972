"""`[[personnes]]` and `[sigles]`: the people and acronyms of a dossier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.model.finding import message
from briefing.model.naming import Acronym, Person
from briefing.reading.findings import fold
from briefing.reading.marks import read_tlp
from briefing.reading.tables import Table
from briefing.typesetting.characters import NO_BREAK
from briefing.typesetting.names import in_full, with_initials


def read_people(tables: Iterable[Table]) -> tuple[Person, ...]:
    """Read `[[personnes]]`; of two that can't be told apart, the first is kept."""
    return tuple(_people(tables))


def _people(tables: Iterable[Table]) -> Iterator[Person]:
    names: set[str] = set()
    taken: dict[str, str] = {}
    for table in tables:
        given = _spaced(table.text("nom", required=_NAME_HINT))
        name = in_full(given)
        short = _spaced(table.text("abrégé")) or with_initials(given).replace(NO_BREAK, " ")
        function = _spaced(table.text("fonction"))
        mark = read_tlp(table)
        table.close()
        forms = {fold(name), fold(short)}
        other = next((taken[form] for form in sorted(forms) if form in taken), "")
        if not name:
            continue
        if fold(name) in names:
            table.fault("BR304", "nom", "“{name}” is declared twice", name=name)
        elif other:
            key = "abrégé" if table.has("abrégé") else "nom"
            table.fault("BR335", key, _ALIKE, _ALIKE_HINT, name=name, other=other, short=short)
        else:
            yield Person(name, short, table.line(), function, mark)
        names.add(fold(name))
        taken = dict.fromkeys(forms, name) | taken


def read_acronyms(table: Table) -> tuple[Acronym, ...]:
    """Read `[sigles]`: each key is an acronym as it is typed, its value what it stands for.

    `false`, or the acronym itself, tells one that readers know: it is never spelled out.
    """
    found = []
    for letters in table.names():
        known = table.is_false(letters)
        meaning = "" if known else _spaced(table.text(letters, required=_MEANING_HINT))
        known = known or meaning == letters
        if not _WORD.fullmatch(letters):
            table.fault("BR336", letters, "“{name}” is no single word", _WORD_HINT, name=letters)
        elif known or meaning:
            found.append(Acronym(letters, "" if known else meaning, table.line(letters)))
    table.close()
    return tuple(found)


def _spaced(text: str) -> str:
    return " ".join(text.split())


_WORD = re.compile(r"[^\W_]+(?:[-&][^\W_]+)*")
"""ONU, CO2, COVID-19, R&D."""
_NAME_HINT = message('write nom = "Prénom Nom"').template
_MEANING_HINT = message('write {key} = "what it stands for, without article"').template
_WORD_HINT = message("an acronym is letters and figures, without points: ONU, not O.N.U.").template
_ALIKE = message("“{name}” and “{other}” would both be “{short}”").template
_ALIKE_HINT = message('write abrege = "…" under one of them').template
