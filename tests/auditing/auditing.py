"""Audits of small dossiers, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.auditing import Leak, Needles, audit, find_needles
from briefing.clearing import clear
from briefing.documents.opening import open_file
from briefing.model.audience import Audience
from briefing.model.dossier import Dossier
from briefing.model.vocabulary import Tlp
from tests.builders import audience, dossier, extract, source

HIDDEN = "le préfet aurait caché la note du ministère à la présidente"
PUBLIC = replace(audience(), clearance=Tlp.CLEAR)


def secretive(
    quotation: str = HIDDEN, *, title: str = "Carnets d'Étienne Quesnoy", visible: str = ""
) -> Dossier:
    """Return a dossier of two sources, one of which is red."""
    red = replace(source("quesnoy-2025", title=title, authors=("Étienne Quesnoy",)), tlp=Tlp.RED)
    hidden = extract(
        "quesnoy-2025#note-cachee",
        statement="Selon É. Quesnoy, une note fut dissimulée par la préfecture en personne.",
        quotation=quotation,
        said_by="Étienne Quesnoy",
    )
    shown = extract(quotation=visible or "dont les objectifs restent maximalistes")
    return dossier(shown, hidden, sources=(source(), red))


def needles(
    whole: Dossier,
    to: Audience = PUBLIC,
    *,
    ours: Sequence[str] = (),
    beside: Sequence[str] = (),
) -> Needles:
    return find_needles(whole, clear(whole, to).dossier, to, ours=ours, beside=beside)


def leaks(what: Needles, name: str, data: bytes) -> tuple[Leak, ...]:
    (file,) = audit([open_file(name, data)], what, "public").files
    assert file.unread == ()
    return file.leaks


def found(what: Needles, text: str) -> set[str]:
    """Return the fields that leak in `text`."""
    return {leak.needle.field for leak in leaks(what, "a.txt", text.encode())}
