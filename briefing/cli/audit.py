"""`briefing audit`."""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING

import click

from briefing.cli.parameters import DossierFolder, json_option
from briefing.cli.reporting import reports_errors
from briefing.cli.withheld_words import field_words, kind_words
from briefing.messages import _, ngettext, shown, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.auditing import AuditedFile, Leak, Needle, Report
    from briefing.model.carrier import Where

SHOWN = 3
"""Places shown of each leak; `--json` has them all."""
_MOST = 30
"""Leaks shown of each file."""
_LONGEST = 80
"""Characters shown of a text."""


@click.command(
    help=_(
        "Prove that the finished FILES hold nothing that DOSSIER withholds from an audience: every"
        " page, attachment, title, comment and stream is searched, whatever it is packed in. A folder"
        " stands for all of its files."
        " Words that are drawn as pictures can't be read."
    ),
    epilog=_("Example: briefing audit build/*-presse.* --dossier my-dossier --audience presse"),
)
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--dossier", required=True, type=DossierFolder(), help=_("What the files were built of.")
)
@click.option("--audience", required=True, metavar="NAME", help=_("For whom they are."))
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=_("How to show what was found."),
)
@json_option
@reports_errors
def audit(files: Sequence[str], *, dossier: str, audience: str, format_: str) -> None:
    """Take apart, search, report."""
    from briefing import audit as auditing

    report = auditing.audit(files, dossier, audience)
    if format_ == "json":
        from briefing.outputs.reports.audited import audit_json

        # A lone surrogate as JSON writes it.
        click.echo(audit_json(report, translate).encode(errors="backslashreplace"), nl=False)
    else:
        show_report(report)
    sys.exit(0 if report.clean else 1)


def show_report(report: Report) -> None:
    """Show each file, what was found in it, and how many texts were looked for."""
    for file in report.files:
        _show_file(file)
    click.echo(" · ".join(_conclusion(report)))
    if report.indistinct:
        count = len(report.indistinct)
        text = ngettext(
            "{count} text was too short to be looked for: {texts}",
            "{count} texts were too short to be looked for: {texts}",
            count,
        )
        texts = ", ".join(dict.fromkeys(_excerpt(needle.text) for needle in report.indistinct))
        click.echo(text.format(count=count, texts=texts))


def _show_file(file: AuditedFile) -> None:
    if file.clean:
        word = click.style(_("ok"), fg="green")
        click.echo(f"{word}  {shown(file.name)}")
        return
    word = click.style(_("leak") if file.leaks else _("not read"), fg="red", bold=True)
    click.echo(f"{word}  {shown(file.name)}")
    grouped = _by_needle(file.leaks)
    for leaks in grouped[:_MOST]:
        _show_leaks(leaks)
    _show_rest(len(grouped) - _MOST)
    for unread in file.unread:
        text = _("{place}: {reason}")
        text = text.format(place=_place(unread.where), reason=translate(unread.reason))
        click.echo(f"    {_('not looked into:')} {text}")


def _by_needle(leaks: Iterable[Leak]) -> list[list[Leak]]:
    grouped: defaultdict[int, list[Leak]] = defaultdict(list)
    for leak in leaks:
        grouped[id(leak.needle)].append(leak)
    return list(grouped.values())


def _show_leaks(leaks: Sequence[Leak]) -> None:
    """Show one withheld text, then where it stands."""
    needle = leaks[0].needle
    text = _("{what}: “{text}”").format(what=_name(needle), text=_excerpt(needle.text))
    click.echo(f"    {text}")
    if needle.path:
        click.echo(f"      {needle.path}{f':{needle.line}' if needle.line else ''}")
    places = list(dict.fromkeys(map(_told, leaks)))
    for place in places[:SHOWN]:
        click.echo(f"      → {place}")
    _show_rest(len(places) - SHOWN, "      ")


def _told(leak: Leak) -> str:
    found = f" – {_excerpt(leak.found)}" if leak.form == "partial" else ""
    return f"{_place(leak.where)} ({_form(leak)}){found}"


def _show_rest(count: int, indent: str = "    ") -> None:
    if count > 0:
        text = ngettext("and {count} more", "and {count} more", count).format(count=count)
        click.echo(f"{indent}{text}")


def _place(where: Where) -> str:
    return " › ".join(map(translate, where)) or _("the file")


def _form(leak: Leak) -> str:
    words = {
        "exact": _("as it stands"),
        "reshaped": _("in another form"),
        "partial": _("in part"),
    }
    return words[leak.form.value]


def _name(needle: Needle) -> str:
    parts = (kind_words(needle.kind), shown(needle.id), field_words(needle.field))
    return " · ".join(filter(None, parts))


def _excerpt(text: str) -> str:
    flat = shown(" ".join(text.split()))
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"


def _conclusion(report: Report) -> Iterator[str]:
    files, needles = len(report.files), report.needles
    places = sum(file.places for file in report.files)
    if not needles:
        yield _("Nothing is withheld from this audience: there was nothing to look for")
    else:
        leaks = len({id(leak.needle) for file in report.files for leak in file.leaks})
        text = ngettext("{count} withheld text leaks", "{count} withheld texts leak", leaks)
        yield text.format(count=leaks) if leaks else _("Nothing withheld was found")
        text = ngettext("{count} text looked for", "{count} texts looked for", needles)
        yield text.format(count=needles)
    yield ngettext("{count} file", "{count} files", files).format(count=files)
    yield ngettext("{count} place", "{count} places", places).format(count=places)
