"""`briefing trace`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.parameters import DossierFolder, documents_option
from briefing.cli.reporting import reports_errors, verdict_words
from briefing.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.proving import Trace


@click.command(
    help=_("Show the extract ID of DOSSIER in its document, its passage marked."),
    epilog=_("Example: briefing trace my-dossier martin-2025#offre --documents ~/texts"),
)
@click.argument("dossier", type=DossierFolder())
@click.argument("extract_id", metavar="ID")
@documents_option
@reports_errors
def trace(dossier: str, extract_id: str, documents: Sequence[str]) -> None:
    """Read, prove, show."""
    from briefing import verification

    found = verification.trace(dossier, extract_id, documents)
    for line in _lines(found):
        click.echo(line)


def _lines(found: Trace) -> Iterator[str]:
    extract, entry = found.extract, found.proof.entry
    yield click.style(extract.id, bold=True)
    yield f"{extract.path}:{extract.line}"
    place = [entry.document, verdict_words(entry.verdict)]
    if entry.page:
        place.append(_("page {page}").format(page=entry.page))
    if entry.start is not None:
        place.append(f"{entry.start}–{entry.end}")
    yield " · ".join(place)
    yield f"SHA-256 {entry.sha256}"
    yield ""
    text = f"… {found.before}{_marked(found.passage)}{found.after} …"
    yield click.wrap_text(text, width=88, preserve_paragraphs=True)


def _marked(passage: str) -> str:
    """Return the passage so that it stands out, in what is piped as well."""
    if sys.stdout.isatty():
        return click.style(passage, reverse=True)
    return f"«\u202f{passage}\u202f»"
