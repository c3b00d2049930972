"""Each quotation against its document, and the findings that follow."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefing.anchoring import Anchor, Difference, Locator, Verdict, surroundings
from briefing.model.dates import Date
from briefing.model.document import Document
from briefing.model.dossier import Dossier
from briefing.model.extract import Extract
from briefing.model.finding import Finding, Message, message
from briefing.model.source import Source
from briefing.model.verification import Evidence, Fragment, Verification
from briefing.proving.lock import Lock, LockEntry, digest, is_proved
from briefing.reading.dates import parse_date
from briefing.reading.findings import error, nearest, warning

UNVERIFIED = "BR604"
"""The code of quotations whose document isn't at hand: who silences it answers for them."""


@dataclass(frozen=True, slots=True)
class Proof:
    """How one quotation stands."""

    extract: str
    entry: LockEntry
    anchor: Anchor | None = None
    """None when only the lock could be asked."""

    @property
    def earlier(self) -> bool:
        """Whether it was verified before, on a document that isn't at hand now."""
        return self.anchor is None


@dataclass(frozen=True, slots=True)
class Proofs:
    """Every proof by the id of its extract, and what is wrong."""

    by_extract: Mapping[str, Proof]
    findings: tuple[Finding, ...]
    locked_on: Date | None = None
    """The day of the lock that was asked."""
    dropped: tuple[str, ...] = ()
    """Extracts whose proof in that lock serves no more: reworded or gone."""

    def evidence(self, dossier: Dossier) -> Evidence:
        """Return what a briefing tells of the extracts of `dossier`."""
        proofs = self.by_extract
        verifications = {
            extract.id: _verification(extract, proofs[extract.id])
            if extract.id in proofs
            else Verification()
            for extract in dossier.extracts
        }
        accepted = UNVERIFIED in dossier.checks.silenced
        return Evidence(MappingProxyType(verifications), self.locked_on, accepted)

    def lock(self, date: str) -> Lock:
        """Return the lock of what was proved."""
        entries = {id_: proof.entry for id_, proof in self.by_extract.items()}
        return Lock(date, MappingProxyType(entries))


def prove(
    dossier: Dossier,
    documents: Mapping[str, Document],
    lock: Lock | None = None,
    names: Collection[str] = (),
    locator: Callable[[str], Locator] = Locator,
) -> Proofs:
    """Prove the quotations of `dossier` against `documents`, by the id of their source.

    Where a document is absent, the entry of `lock` serves if the quotation is still the same;
    else the nearest of `names`, those of the files at hand, is proposed. `locator` makes what
    searches a text.
    """
    free = set(names) - {_file_name(document.name) for document in documents.values()}
    locked = lock.entries if lock else {}
    proofs: dict[str, Proof] = {}
    findings: list[Finding] = []
    by_source: dict[str, list[Extract]] = {}
    for extract in dossier.extracts:
        if not extract.quotation:
            continue  # an error already
        by_source.setdefault(extract.source, []).append(extract)
    for source in dossier.sources:
        extracts = by_source.get(source.id, [])
        document = documents.get(source.id)
        if document:
            found = _on_document(extracts, document, locked, locator(document.text))
            findings += _changed(source, document, extracts, locked)
        else:
            found = _on_lock(source, extracts, locked)
            findings += _missing(source, extracts, locked, free)
        for proof in found:
            proofs[proof.extract] = proof
    quoted = {extract.id: extract for extract in dossier.extracts}
    for id_, proof in proofs.items():
        findings += _verdict_findings(quoted[id_], proof)
    findings.sort(key=lambda finding: finding.sort_key)
    locked_on = parse_date(lock.date) if lock else None
    dropped = tuple(sorted(locked.keys() - proofs.keys()))
    return Proofs(MappingProxyType(proofs), tuple(findings), locked_on, dropped)


def _on_document(
    extracts: list[Extract],
    document: Document,
    locked: Mapping[str, LockEntry],
    locator: Locator,
) -> Iterator[Proof]:
    for extract in extracts:
        known = locked.get(extract.id)
        if known and known.quotation != digest(extract.quotation):
            known = None
        anchor = locator.locate(
            extract.quotation,
            prefix=known.prefix if known else "",
            suffix=known.suffix if known else "",
            hint=known.start if known else None,
        )
        yield Proof(extract.id, _entry(extract, document, anchor), anchor)


def _entry(extract: Extract, document: Document, anchor: Anchor) -> LockEntry:
    prefix, suffix = surroundings(document.text, anchor)
    return LockEntry(
        verdict=anchor.verdict.value,
        document=document.name,
        sha256=document.sha256,
        quotation=digest(extract.quotation),
        start=anchor.start,
        end=anchor.end,
        page=document.page(anchor.start) if anchor.start is not None else None,
        prefix=prefix,
        suffix=suffix,
        fragments=_fragments(extract, document, anchor),
    )


def _fragments(extract: Extract, document: Document, anchor: Anchor) -> tuple[Fragment, ...]:
    """Return the places of the parts, unless the quotation itself is what stands at the place."""
    text = document.text
    if anchor.start is None or text[anchor.start : anchor.end] == extract.quotation:
        return ()
    if anchor.verdict not in (Verdict.VERBATIM, Verdict.AMBIGUOUS):
        return ()
    return tuple(
        Fragment(part.start, part.end, text[part.start : part.end], *surroundings(text, part))
        for part in anchor.parts
    )


def _verification(extract: Extract, proof: Proof) -> Verification:
    entry = proof.entry
    verification = Verification(
        verdict=Verdict(entry.verdict),
        earlier=proof.earlier,
        document=entry.document,
        sha256=entry.sha256,
        page=entry.page,
    )
    if not verification.verified or entry.start is None or entry.end is None:
        return verification
    whole = Fragment(entry.start, entry.end, extract.quotation, entry.prefix, entry.suffix)
    return replace(verification, fragments=entry.fragments or (whole,))


def _on_lock(
    source: Source, extracts: list[Extract], locked: Mapping[str, LockEntry]
) -> Iterator[Proof]:
    for extract in extracts:
        known = locked.get(extract.id)
        if known and not _stale(source, extract, known):
            yield Proof(extract.id, known)


def _stale(source: Source, extract: Extract, known: LockEntry) -> Message | None:
    """Return why the lock proves something else than what the fiche holds."""
    if known.quotation != digest(extract.quotation):
        return message("the quotation changed since the lock, and its document isn't at hand")
    if source.document and source.document_name != known.document:
        return message(
            "the lock was made on “{locked}”, and “{document}” isn't at hand",
            locked=known.document,
            document=source.document_name,
        )
    return None


def _changed(
    source: Source,
    document: Document,
    extracts: list[Extract],
    locked: Mapping[str, LockEntry],
) -> Iterator[Finding]:
    known = {locked[e.id].sha256 for e in extracts if e.id in locked}
    if known and known != {document.sha256}:
        text = message("the document “{name}” changed since the lock", name=document.name)
        hint = message("read the quotations again, then: briefing lock")
        yield warning("BR605", source.path, source.line, text, hint)


def _missing(
    source: Source,
    extracts: list[Extract],
    locked: Mapping[str, LockEntry],
    names: Collection[str],
) -> Iterator[Finding]:
    unlocked = sum(extract.id not in locked for extract in extracts)
    if unlocked:
        text, hint = _not_at_hand(source, unlocked), _other_name(source, names)
        line = source.document_line or source.line
        yield warning(UNVERIFIED, source.path, line, text, hint)
    for extract in extracts:
        known = locked.get(extract.id)
        stale = _stale(source, extract, known) if known else None
        if stale:
            hint = message("with the document: briefing lock")
            yield error("BR606", extract.path, extract.line, stale, hint)


def _not_at_hand(source: Source, count: int) -> Message:
    if not source.document:
        return message(
            "the document of “{source}” is not at hand; quotations not verified: {count}",
            source=source.id,
            count=count,
        )
    return message(
        "the document “{document}” is not at hand; quotations not verified: {count}",
        document=source.document,
        count=count,
    )


def _other_name(source: Source, names: Collection[str]) -> Message:
    """Propose the file that bears the name of the fiche, else the nearest to what is named."""
    stems = {_stem(name): name for name in sorted(names, reverse=True)}  # a suffix is no likeness
    wanted = _stem(_file_name(source.document or source.id))
    near = source.id if source.id in stems else nearest(wanted, sorted(stems))
    name = stems[near] if near else None
    if name is None:
        return message("put it in documents/, or name its folder: --documents DIR")
    if source.document:
        return message("did you mean “{name}”?", name=name)
    return message("if it is “{name}”, write: - document : {name}", name=name)


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


def _file_name(path: str) -> str:
    return path.rpartition("/")[2]


def _verdict_findings(extract: Extract, proof: Proof) -> Iterator[Finding]:
    place = (extract.path, extract.line)
    if is_proved(proof.entry):
        return
    name = proof.entry.document
    if proof.entry.verdict == Verdict.ABSENT:
        text = message("the quotation stands nowhere in “{name}”", name=name)
        yield error("BR601", *place, text, message("copy the passage word for word"))
    elif proof.entry.verdict == Verdict.NEAR:
        text = message("the quotation isn't word for word in “{name}”", name=name)
        yield error("BR602", *place, text, _difference_hint(proof.anchor))
    else:
        count = len(proof.anchor.candidates) if proof.anchor else 2
        text = message("the quotation stands {count} times in “{name}”", count=count, name=name)
        hint = message("quote a few words more, so that its place is sure")
        yield warning("BR603", *place, text, hint)


def _difference_hint(anchor: Anchor | None) -> Message | None:
    if anchor is None or not anchor.differences:
        return None
    first: Difference = anchor.differences[0]
    return message(
        "the document has “{document}”, the quotation “{quoted}”",
        document=first.document or "∅",
        quoted=first.quoted or "∅",
    )
