"""Whether what is printed is what is attached."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from briefing.anchoring import Locator, Normalised, locate, normalise, normalise_quotation
from briefing.model.finding import Message, message
from briefing.verifying.attached import Attached, Extract
from briefing.verifying.displayed import displayed_checks
from briefing.verifying.items import FOUND, difference, item_faults
from briefing.verifying.pages import PrintedPages, PrintedQuotation
from briefing.verifying.setting import unset
from briefing.verifying.values import Check, Fault

_NUMBER_SIGN = re.compile(r"(?<=\b[nN])[°º](?=s?(?![^\W\d_]))")
"""In print, a raised o: what is drawn reads « no 12 »."""
_SINGLE = re.compile(r"(?<!\w)['’‘‚]|['’‘](?!\w)")
"""A quotation mark, or the apostrophe at an edge of a word."""
_TOUCHING = re.compile(r"(?<=[\"“”„«»])[\s\u202f]+(?=[\"“”„«»])")
_INNER_STOP = re.compile(r"\.(?=[\s\"“”»]*\Z)")


def printed_checks(attached: Attached, pages: PrintedPages) -> Iterator[Check]:
    """Compare both ways.

    What print groups or breaks by itself is read both as it is drawn and without that; a fault is
    one in both.
    """
    attached, pages = _attached_in(attached, _drawn), _pages_in(pages, _drawn)
    first = tuple(_checks(attached, pages))
    if not any(check.faults for check in first):
        yield from first
        return
    plain = unset(attached)
    second = _checks(_attached_in(attached, plain), _pages_in(pages, plain))
    for check, again in zip(first, second, strict=True):
        told = {(fault.subject, str(fault.message)) for fault in again.faults}
        faults = tuple(f for f in check.faults if (f.subject, str(f.message)) in told)
        yield replace(check, faults=faults)


def _checks(attached: Attached, pages: PrintedPages) -> Iterator[Check]:
    yield Check(
        "print.items",
        message("items printed as they are attached"),
        len(attached.items),
        tuple(item_faults(attached.items, pages.body, map(_drawn, attached.issues))),
    )
    yield from displayed_checks(attached, pages.body)
    yield _references(attached, pages)
    printed = _by_wording(pages.quotations)
    yield Check(
        "print.quotations",
        message("quotations attached, found in the notes"),
        len(attached.extracts),
        tuple(_quotation_faults(attached, printed, pages)),
    )
    yield Check(
        "print.notes",
        message("quotations printed in the notes, found in the attachments"),
        len(pages.quotations),
        tuple(_stray_faults(attached, pages)),
    )


def _attached_in(attached: Attached, form: Callable[[str], str]) -> Attached:
    return replace(
        attached,
        items=tuple(replace(i, text=form(i.text), label=form(i.label)) for i in attached.items),
        sources=tuple(replace(s, reference=form(s.reference)) for s in attached.sources),
        extracts=tuple(replace(e, quotation=form(e.quotation)) for e in attached.extracts),
        figures=tuple(
            replace(f, figure=form(f.figure), text=form(f.text)) for f in attached.figures
        ),
    )


def _pages_in(pages: PrintedPages, form: Callable[[str], str]) -> PrintedPages:
    """Words in another language keep their sign, in print too."""
    quotations = tuple(replace(q, text=form(q.text)) for q in pages.quotations)
    return replace(pages, body=form(pages.body), quotations=quotations, whole=form(pages.whole))


def _drawn(text: str) -> str:
    """Return a text with what print may draw otherwise in one form.

    Within English or German marks, double ones become single, and a space parts those that touch.
    """
    return _TOUCHING.sub("", _SINGLE.sub('"', _NUMBER_SIGN.sub("o", text)))


# ---- References ----------------------------------------------------------------------------


def _references(attached: Attached, pages: PrintedPages) -> Check:
    label = message("references printed as they are attached")
    if not pages.lists_sources:
        unlisted = Fault("", message("the pages show no list of sources"))
        return Check("print.references", label, unchecked=(unlisted,))
    faults = tuple(_reference_faults(attached, pages))
    return Check("print.references", label, len(attached.sources), faults)


def _reference_faults(attached: Attached, pages: PrintedPages) -> Iterator[Fault]:
    """Yield those that aren't printed; an edition without notes may list sources by their labels."""
    whole = Locator(pages.whole)
    listed = "" if pages.notes else _plain(pages.listed)
    for source in attached.sources:
        if source.label and _plain(source.label) in listed:
            continue
        anchor = whole.locate(source.reference)
        if anchor.verdict not in FOUND:
            yield Fault(source.id, message("the reference isn't printed so"), difference(anchor))


def _plain(text: str) -> str:
    return normalise(text, markup=False).text.casefold()


# ---- Quotations ----------------------------------------------------------------------------

Printed = Mapping[str, list[PrintedQuotation]]
"""By their wording."""


def _by_wording(quotations: Iterable[PrintedQuotation]) -> Printed:
    found: dict[str, list[PrintedQuotation]] = {}
    for quotation in quotations:
        wording = _unended(normalise(quotation.text, markup=False))
        found.setdefault(wording, []).append(quotation)
    return found


def _wording(quotation: str) -> str:
    """Return the words that print shows of a quotation."""
    return _unended(normalise_quotation(quotation))


def _unended(wording: Normalised) -> str:
    """Return a wording without the stop that print may leave out after it."""
    return _bare(wording.text).rstrip()


def _quotation_faults(attached: Attached, printed: Printed, pages: PrintedPages) -> Iterator[Fault]:
    numbers = {source.id: source.number for source in attached.sources}
    nearest = Locator("\n\n".join(quotation.text for quotation in pages.quotations))
    for extract in attached.extracts:
        if not extract.quotation:  # not shown to its audience
            continue
        alike = [p for p in printed.get(_wording(extract.quotation), ()) if _same(extract, p)]
        if not alike:
            text = message("the quotation isn't printed so")
            yield Fault(extract.id, text, difference(nearest.locate(_bare(extract.quotation))))
        elif numbers.get(extract.source) not in {quotation.source for quotation in alike}:
            yield Fault(extract.id, _other_source(extract, alike[0]))


def _same(extract: Extract, printed: PrintedQuotation) -> bool:
    """Ask again with the hyphens, which a wording leaves out; « […] » has no word to ask for."""
    if not any(sign.isalnum() for sign in extract.quotation):
        return True
    return locate(_bare(printed.text), _bare(extract.quotation)).verdict in FOUND


def _bare(quotation: str) -> str:
    return _INNER_STOP.sub("", quotation.strip())


def _other_source(extract: Extract, printed: PrintedQuotation) -> Message:
    return message(
        "note {note} gives source {printed}, the attachment “{attached}”",
        note=printed.note,
        printed=printed.source,
        attached=extract.source,
    )


def _stray_faults(attached: Attached, pages: PrintedPages) -> Iterator[Fault]:
    known = {_wording(extract.quotation) for extract in attached.extracts}
    for quotation in pages.quotations:
        if _unended(normalise(quotation.text, markup=False)) not in known:
            text = message("note {note} quotes what isn't attached", note=quotation.note)
            hint = message("it has “{text}”", text=" ".join(quotation.text.split()))
            yield Fault("", text, hint)
