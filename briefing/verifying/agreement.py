"""Whether the three attachments say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.anchoring import Verdict, locate, normalise
from briefing.anchoring.quoting import parts
from briefing.assembling.neutral import neutral
from briefing.model.finding import message
from briefing.verifying.attached import Annotation, Attached, Extract
from briefing.verifying.values import Check, Fault


def agreement_checks(attached: Attached) -> Iterator[Check]:
    """Compare the extracts, then the sources, then the items with the extracts.

    A statement prints its people and acronyms as its place asks: both are compared in one form.
    """
    yield Check(
        "attachments.extracts",
        message("extracts alike in both attachments"),
        len(attached.extracts),
        tuple(_extract_faults(attached)),
    )
    yield Check(
        "attachments.sources",
        message("sources alike in both attachments"),
        len(attached.sources),
        tuple(_source_faults(attached)),
    )
    stated = [item for item in attached.items if item.extract]
    alike = neutral(attached.people, attached.acronyms)
    statements = {extract.id: extract.statement for extract in attached.extracts}
    yield Check(
        "attachments.statements",
        message("items worded as their extracts"),
        len(stated),
        tuple(
            Fault(item.id, message("the item isn't worded as its extract"))
            for item in stated
            if _plain(alike(item.text)) != _plain(alike(statements[item.extract]))
        ),
    )


def _extract_faults(attached: Attached) -> Iterator[Fault]:
    extracts = {extract.id: extract for extract in attached.extracts}
    annotations = {annotation.id: annotation for annotation in attached.annotations}
    yield from _repeated(extract.id for extract in attached.extracts)
    yield from _repeated(annotation.id for annotation in attached.annotations)
    for id_ in sorted(extracts.keys() - annotations.keys()):
        yield Fault(id_, message("extraits.jsonld doesn't have the extract"))
    for id_ in sorted(annotations.keys() - extracts.keys()):
        yield Fault(id_, message("briefing.json doesn't have the extract"))
    for id_, extract in extracts.items():
        if id_ in annotations:
            yield from _differences(extract, annotations[id_])


def _repeated(ids: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            yield Fault(id_, message("the extract is there twice"))
        seen.add(id_)


def _differences(extract: Extract, annotation: Annotation) -> Iterator[Fault]:
    if not _same_words(extract.quotation, annotation.exacts):
        yield Fault(extract.id, message("the attachments differ on the quotation"))
    if _plain(extract.statement) != _plain(annotation.statement):
        yield Fault(extract.id, message("the attachments differ on the statement"))
    if extract.source != annotation.source:
        yield Fault(extract.id, message("the attachments differ on the source"))


def _same_words(quotation: str, exacts: tuple[str, ...]) -> bool:
    """Whether each part around `[…]` is its stretch, from the first word to the last."""
    wanted = parts(quotation) or ([quotation] if quotation else [])
    return len(wanted) == len(exacts) and all(map(_is_stretch, wanted, exacts))


def _is_stretch(part: str, exact: str) -> bool:
    if not any(sign.isalnum() for sign in part):
        return part.strip() == exact.strip()
    anchor = locate(exact, part)
    if anchor.verdict not in (Verdict.VERBATIM, Verdict.AMBIGUOUS):
        return False
    ends = (exact[: anchor.start], exact[anchor.end :])
    return not any(sign.isalnum() for end in ends for sign in end)


def _source_faults(attached: Attached) -> Iterator[Fault]:
    sources = {source.id: source for source in attached.sources}
    for id_ in sorted(sources.keys() - attached.titles.keys()):
        yield Fault(id_, message("sources.json doesn't have the source"))
    for id_ in sorted(attached.titles.keys() - sources.keys()):
        yield Fault(id_, message("briefing.json doesn't have the source"))
    for id_, source in sources.items():
        if id_ in attached.titles and _plain(source.title) != _plain(attached.titles[id_]):
            yield Fault(id_, message("the attachments differ on the title"))
    for extract in attached.extracts:
        if extract.source not in sources:
            text = message("the source “{source}” isn't attached", source=extract.source)
            yield Fault(extract.id, text)


def _plain(text: str) -> str:
    return normalise(text, markup=False).text.strip(" []")
