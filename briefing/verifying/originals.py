"""Whether the documents still say what is quoted from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.anchoring import Anchor, Locator, Verdict
from briefing.model.document import Document
from briefing.model.finding import Message, message
from briefing.model.verification import Fragment
from briefing.verifying.attached import Annotation, Attached, Extract
from briefing.verifying.values import QUOTATIONS, Check, Fault

_FOUND = (Verdict.VERBATIM, Verdict.AMBIGUOUS)


@dataclass(frozen=True, slots=True)
class Original:
    """The document that an edition quotes, as its attachments name it."""

    source: str
    """The id of the source."""
    name: str
    """File name."""
    sha256: str
    """In hexadecimal; empty when it isn't known."""


def originals(attached: Attached) -> tuple[Original, ...]:
    """Return the documents quoted, one for each source, in order of first quotation."""
    names = {extract.source: extract.document for extract in reversed(attached.extracts)}
    digests = {annotation.source: annotation.sha256 for annotation in attached.annotations}
    sources = dict.fromkeys(extract.source for extract in attached.extracts)
    return tuple(Original(id_, names[id_], digests.get(id_, "")) for id_ in sources)


def original_checks(
    attached: Attached,
    documents: Mapping[str, Document],
    unread: Sequence[Fault] = (),
    folders: Sequence[str] = (),
) -> Iterator[Check]:
    """Prove everything again on `documents`, by the id of their source.

    `unread` tells of the documents that are there and can't be read, `folders` where they were
    looked for.
    """
    wanted = originals(attached)
    yield _found(wanted, documents, tuple(unread), folders)
    yield _unchanged(wanted, documents)
    known = {extract.id: extract for extract in attached.extracts}
    proved = [
        (known[annotation.id], annotation, documents[annotation.source])
        for annotation in attached.annotations
        if annotation.source in documents and annotation.id in known
        if known[annotation.id].quotation
    ]
    yield _places(proved, sum(len(annotation.fragments) for annotation in attached.annotations))
    yield _quotations(proved, sum(bool(extract.quotation) for extract in attached.extracts))


def unasked_checks(attached: Attached) -> Iterator[Check]:
    """Say what no document was at hand for, since nobody named their folder."""
    fault = Fault("", message("name their folder: --documents DIR"))
    label = message("documents found")
    yield Check("documents.found", label, unchecked=(fault,), left=len(originals(attached)))
    label = message("quotations proved again")
    yield Check(
        QUOTATIONS, label, left=sum(bool(extract.quotation) for extract in attached.extracts)
    )


def _found(
    wanted: tuple[Original, ...],
    documents: Mapping[str, Document],
    unread: tuple[Fault, ...],
    folders: Sequence[str],
) -> Check:
    """Say what isn't there; that fails only when nothing is, for the folder must be wrong."""
    told = {fault.subject for fault in unread}
    missing = tuple(
        Fault(o.source, message("the document “{name}” isn't there", name=o.name or o.source))
        for o in wanted
        if o.source not in documents and o.source not in told
    )
    label = message("documents found")
    if wanted and not documents:
        nowhere = Fault("", _looked_in(folders), message("name their folder: --documents DIR"))
        return Check("documents.found", label, 0, (*unread, *missing, nowhere))
    left = len(wanted) - len(documents)
    return Check("documents.found", label, len(documents), unread, missing, left=left)


def _looked_in(folders: Sequence[str]) -> Message:
    return message("none of the documents is in {folders}", folders=", ".join(folders))


Proved = list[tuple[Extract, Annotation, Document]]


def _unchanged(wanted: tuple[Original, ...], documents: Mapping[str, Document]) -> Check:
    found = [original for original in wanted if original.source in documents]
    text = message("the SHA-256 of the document isn't attached")
    unknown = tuple(Fault(o.source, text) for o in found if not o.sha256)
    changed = (o for o in found if o.sha256 and documents[o.source].sha256 != o.sha256)
    return Check(
        "documents.unchanged",
        message("documents unchanged (SHA-256)"),
        len(found) - len(unknown),
        tuple(Fault(o.source, _changed(o)) for o in changed),
        unknown,
        left=len(wanted) - len(found) + len(unknown),
    )


def _changed(original: Original) -> Message:
    return message("the document “{name}” isn't the one that was quoted", name=original.name)


def _places(proved: Proved, total: int) -> Check:
    faults = [
        Fault(
            extract.id, message("at {start}–{end} the document has other words", **_span(stretch))
        )
        for extract, annotation, document in proved
        for stretch in annotation.fragments
        if not _stands(stretch, document.text)
    ]
    count = sum(len(annotation.fragments) for _, annotation, _ in proved)
    return Check(
        "documents.places",
        message("passages at their place"),
        count,
        tuple(faults),
        left=total - count,
    )


def _span(stretch: Fragment) -> dict[str, int]:
    return {"start": stretch.start, "end": stretch.end}


def _stands(stretch: Fragment, text: str) -> bool:
    """Whether the stretch is at its offsets, between what was before and after it."""
    start, end = stretch.start, stretch.end
    return (
        0 <= start <= end <= len(text)
        and text[start:end] == stretch.exact
        and text[:start].endswith(stretch.prefix)
        and text[end:].startswith(stretch.suffix)
    )


def _quotations(proved: Proved, total: int) -> Check:
    locators: dict[str, Locator] = {}
    verdicts: Counter[str] = Counter()
    faults: list[Fault] = []
    for extract, annotation, document in proved:
        locator = locators.setdefault(annotation.source, Locator(document.text))
        anchor = _proof(extract, annotation, locator)
        verdicts[anchor.verdict] += 1
        if anchor.verdict not in _FOUND:
            faults.append(Fault(extract.id, _verdict(anchor, document), _difference(anchor)))
    return Check(
        QUOTATIONS,
        message("quotations proved again"),
        len(proved),
        tuple(faults),
        verdicts=tuple((verdict, verdicts[verdict]) for verdict in Verdict if verdicts[verdict]),
        left=max(0, total - len(proved)),
    )


def _proof(extract: Extract, annotation: Annotation, locator: Locator) -> Anchor:
    """Ask the document, with what is known of the place for a quotation that stands twice."""
    stretches = annotation.fragments
    if not stretches:
        return locator.locate(extract.quotation)
    first, last = stretches[0], stretches[-1]
    return locator.locate(
        extract.quotation, prefix=first.prefix, suffix=last.suffix, hint=first.start
    )


def _verdict(anchor: Anchor, document: Document) -> Message:
    if anchor.verdict is Verdict.ABSENT:
        return message("the quotation stands nowhere in “{name}”", name=document.name)
    return message("the quotation isn't word for word in “{name}”", name=document.name)


def _difference(anchor: Anchor) -> Message | None:
    if not anchor.differences:
        return None
    first = anchor.differences[0]
    return message(
        "the document has “{document}”, the quotation “{quoted}”",
        document=first.document or "∅",
        quoted=first.quoted or "∅",
    )
