"""For whom editions are made: what is built in, and `[publics.NOM]`."""

from __future__ import annotations

from briefing.model.dossier import Audience
from briefing.model.finding import message
from briefing.model.naming import Naming
from briefing.model.theme import NamedTheme
from briefing.reading.findings import did_you_mean, error, fold
from briefing.reading.tables import Table

SECTIONS = (
    "points-clés",
    "changements",
    "chapeau",
    "chiffres",
    "positions",
    "chronologie",
    "divergences",
    "questions",
    "sources",
    "méthode",
    "mentions",
)
"""Every section, in the order of an Ifri briefing."""

FORMATS = ("pdf", "html")

COMPLETE = Audience(
    id="complet", name="Édition complète", template="complet", sections=SECTIONS, formats=FORMATS
)
BUILT_IN = {COMPLETE.id: COMPLETE}


def read_audience(name: str, table: Table) -> Audience:
    """Read `[publics.NAME]`; what it leaves out is as in `complet`."""
    audience = Audience(
        id=name,
        name=table.text("nom") or name,
        template=_known(table, "gabarit", tuple(BUILT_IN), (COMPLETE.template,))[0],
        sections=_known(table, "sections", SECTIONS, SECTIONS),
        formats=_known(table, "formats", FORMATS, FORMATS),
        naming=Naming(_known(table, "noms", tuple(Naming), (Naming.SHORT,))[0]),
        theme=read_theme_name(table),
    )
    if "sources" not in audience.sections:
        text = message("the audience “{name}” leaves out the sources its notes refer to", name=name)
        hint = message('add "sources" to its sections')
        table.file.findings.append(
            error("BR320", table.file.path, table.line("sections"), text, hint)
        )
    table.close()
    return audience


def read_theme_name(table: Table) -> NamedTheme:
    """Read `theme = "…"`; that there is one of this name, the disk knows."""
    name = table.text("thème").strip()
    return NamedTheme(name, table.line("thème")) if name else NamedTheme()


def _known(
    table: Table, key: str, known: tuple[str, ...], default: tuple[str, ...]
) -> tuple[str, ...]:
    names = {fold(name): name for name in known}
    chosen = []
    for value in table.texts(key):
        if fold(value) in names:
            chosen.append(names[fold(value)])
            continue
        text = message("unknown value “{name}” for “{key}”", name=value, key=key)
        hint = did_you_mean(value, known)
        table.file.findings.append(error("BR204", table.file.path, table.line(key), text, hint))
    return tuple(dict.fromkeys(chosen)) or default
