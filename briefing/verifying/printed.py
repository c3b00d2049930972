"""Whether what is printed is what is attached."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from briefing.anchoring import (
    Anchor,
    Locator,
    Normalised,
    Place,
    Verdict,
    locate,
    normalise,
    normalise_quotation,
)
from briefing.model.finding import Message, message
from briefing.verifying.attached import Attached, Extract, Item
from briefing.verifying.displayed import displayed_checks
from briefing.verifying.pages import PrintedPages, PrintedQuotation
from briefing.verifying.values import Check, Fault

_FOUND = (Verdict.VERBATIM, Verdict.AMBIGUOUS)
_BEGINS = re.compile(r"(?:\A|[\n\f]|[\n\f]\d{1,3}\.|[–•►])\s*\Z")
"""Before an item: nothing on its line, its number or its bullet."""
_BEFORE = 200
"""Signs before an item that are looked at: the longest heading in the margin."""
_STOPS = re.compile(r"[.…?!][\s»”“)]*\Z")
_STOPPED = re.compile(r"[ \u00a0\u202f]*(?:[\n·]|\Z)")
"""After an item and its stop: the end of the line, or a mark of its status."""
_UNSTOPPED = re.compile(r"\s*(?:\Z|·|\n\s*(?:\n|\f|[–•►]|\d{1,3}\.))")
"""After an item without stop: the end of its block, for a line may end within it."""
_NUMBER_SIGN = re.compile(r"(?<=\b[nN])[°º](?=s?(?![^\W\d_]))")
"""In print, a raised o: what is drawn reads « no 12 »."""
_SINGLE = re.compile(r"(?<!\w)['’‘‚]|['’‘](?!\w)")
"""A quotation mark, or the apostrophe at an edge of a word."""
_TOUCHING = re.compile(r"(?<=[\"“”„«»])[\s\u202f]+(?=[\"“”„«»])")
_INNER_STOP = re.compile(r"\.(?=[\s\"“”»]*\Z)")


def printed_checks(attached: Attached, pages: PrintedPages) -> Iterator[Check]:
    """Compare both ways."""
    attached, pages = _attached_as_drawn(attached), _pages_as_drawn(pages)
    yield Check(
        "print.items",
        message("items printed as they are attached"),
        len(attached.items),
        tuple(_item_faults(attached.items, pages.body, attached.issues)),
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


def _attached_as_drawn(attached: Attached) -> Attached:
    return replace(
        attached,
        items=tuple(replace(item, text=_drawn(item.text)) for item in attached.items),
        sources=tuple(replace(s, reference=_drawn(s.reference)) for s in attached.sources),
        extracts=tuple(replace(e, quotation=_drawn(e.quotation)) for e in attached.extracts),
        figures=tuple(
            replace(f, figure=_drawn(f.figure), text=_drawn(f.text)) for f in attached.figures
        ),
    )


def _pages_as_drawn(pages: PrintedPages) -> PrintedPages:
    """Words in another language keep their sign, in print too."""
    quotations = tuple(replace(q, text=_drawn(q.text)) for q in pages.quotations)
    whole = _drawn(pages.whole)
    return replace(pages, body=_drawn(pages.body), quotations=quotations, whole=whole)


def _drawn(text: str) -> str:
    """Return a text with what print may draw otherwise in one form.

    Within English or German marks, double ones become single, and a space parts those that touch.
    """
    return _TOUCHING.sub("", _SINGLE.sub('"', _NUMBER_SIGN.sub("o", text)))


# ---- Items ---------------------------------------------------------------------------------


def _item_faults(items: Iterable[Item], body: str, issues: Iterable[str]) -> Iterator[Fault]:
    locator = Locator(body)
    headings = tuple(_drawn(f" {_spaced(issue)}") for issue in issues)
    for item in items:
        anchor = locator.locate(item.text)
        if anchor.verdict not in _FOUND:
            yield Fault(item.id, message("the text isn't printed so"), _difference(anchor))
        elif not any(_is_whole(body, place, headings) for place in _places(anchor)):
            text = message("the text is printed only as a part of another")
            yield Fault(item.id, text, message("the attachment has “{text}”", text=item.text))


def _places(anchor: Anchor) -> tuple[Place, ...]:
    return anchor.candidates or ((anchor.place,) if anchor.place else ())


def _is_whole(text: str, place: Place, headings: tuple[str, ...]) -> bool:
    """Whether what stands at `place` is a text of its own, from its first word to its stop.

    One of `headings` may stand before it on its line, in the margin.
    """
    end = place.end + (text[place.end : place.end + 1] in tuple(".…"))
    before = text[max(0, place.start - _BEFORE) : place.start]
    after = _STOPPED if _STOPS.search(text, place.start, end) else _UNSTOPPED
    begins = _BEGINS.search(before) or _spaced(before).endswith(headings)
    return bool(begins and after.match(text, end))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _references(attached: Attached, pages: PrintedPages) -> Check:
    label = message("references printed as they are attached")
    if not pages.lists_sources:
        unlisted = Fault("", message("the pages show no list of sources"))
        return Check("print.references", label, unchecked=(unlisted,))
    faults = tuple(_reference_faults(attached, Locator(pages.whole)))
    return Check("print.references", label, len(attached.sources), faults)


def _reference_faults(attached: Attached, whole: Locator) -> Iterator[Fault]:
    for source in attached.sources:
        anchor = whole.locate(source.reference)
        if anchor.verdict not in _FOUND:
            yield Fault(source.id, message("the reference isn't printed so"), _difference(anchor))


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
        alike = [p for p in printed.get(_wording(extract.quotation), ()) if _same(extract, p)]
        if not alike:
            text = message("the quotation isn't printed so")
            yield Fault(extract.id, text, _difference(nearest.locate(_bare(extract.quotation))))
        elif numbers.get(extract.source) not in {quotation.source for quotation in alike}:
            yield Fault(extract.id, _other_source(extract, alike[0]))


def _same(extract: Extract, printed: PrintedQuotation) -> bool:
    """Ask again with the hyphens, which a wording leaves out; « […] » has no word to ask for."""
    if not any(sign.isalnum() for sign in extract.quotation):
        return True
    return locate(_bare(printed.text), _bare(extract.quotation)).verdict in _FOUND


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


def _difference(anchor: Anchor) -> Message | None:
    if not anchor.differences:
        return None
    first = anchor.differences[0]
    return message(
        "print has “{printed}”, the attachment “{attached}”",
        printed=first.document or "∅",
        attached=first.quoted or "∅",
    )
