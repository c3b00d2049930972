"""Checks between the parts of a dossier: who cites what, and what stands without support."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from briefing.model.dossier import DeclaredDivergence, DeclaredItem, Dossier, Side
from briefing.model.extract import Extract
from briefing.model.files import RawDossier, RawFile
from briefing.model.finding import Finding, Message, message
from briefing.model.text import Paragraph, RichText, plain
from briefing.model.vocabulary import DivergenceKind
from briefing.reading.box_texts import LocatedBlock
from briefing.reading.findings import did_you_mean, error, warning
from briefing.reading.prose import citations

_TWO_SIDED = (
    DivergenceKind.DISAGREEMENT,
    DivergenceKind.EVOLUTION,
    DivergenceKind.CONTRADICTION,
)
_BARE_CITATION = re.compile(r"\[([\w.-]+#[\w.-]+)\]")


def check_cross_references(
    dossier: Dossier,
    raw: RawDossier,
    introduction: Iterable[tuple[Paragraph, int]],
    lost: Collection[Extract] = (),
    missed: Iterable[RawFile] = (),
    boxed: Iterable[LocatedBlock] = (),
) -> list[Finding]:
    """Return the faults no single file shows, but for those that only follow from another.

    `lost` are the extracts left out for a faulty id, `missed` the fiches that aren't read for
    their place: what they may hold isn't told to be missing.
    """
    config = raw.config.path if raw.config else raw.path
    files = (*raw.fiches, *missed)
    checker = _Checker(dossier, config, {file.stem for file in files}, lost)
    checker.empty = {file.stem for file in raw.fiches if b"\n##" not in file.data}
    checker.check_key_points()
    checker.check_positions()
    checker.check_questions()
    checker.check_divergences()
    checker.check_extracts()
    checker.check_forewords()
    if dossier.extracts:
        checker.check_sources()
    chapeau = raw.introduction.path if raw.introduction else ""
    located = [LocatedBlock(chapeau, line, paragraph) for paragraph, line in introduction]
    for path, line, paragraph in (*located, *boxed):
        checker.check_citations(paragraph.spans, path, line)
        checker.check_bare_citations(paragraph.spans, path, line)
    checker.check_parts()
    if not dossier.extracts and raw.fiches and not checker.unread and not lost:
        text = message("the dossier holds no extract")
        hint = message("add a statement “## …” and a quotation “> …” to a fiche")
        checker.findings.append(error("BR312", config, 0, text, hint))
    return checker.findings


class _Checker:
    def __init__(
        self, dossier: Dossier, config: str, fiches: set[str], lost: Collection[Extract]
    ) -> None:
        self.dossier = dossier
        self.config = config
        self.findings: list[Finding] = []
        self.ids = dict.fromkeys(extract.id for extract in dossier.extracts)
        told = (*dossier.extracts, *lost)
        self.supported = {id_ for extract in told for id_ in extract.supports}
        self.sources = {source.id for source in dossier.sources}
        self.empty: set[str] = set()
        """Fiches without a single statement."""
        self.unread = fiches - {source.id for source in dossier.sources}
        """Fiches that couldn't be read, which is their fault alone: they may hold any extract."""
        self.obscure = self.unread | {extract.source for extract in lost}
        """With those of a faulty id, which may be that of any extract cited."""

    def check_key_points(self) -> None:
        for point in self.dossier.key_points:
            if self._lacks_support(point):
                self._unsupported(
                    message("the key point “{id}” is supported by no extract", id=point.id), point
                )
            self._check_extracts((point.lead,) if point.lead else (), self.config, point.line)
            self.refuse_citations(point.text, self.config, point.line)

    def check_positions(self) -> None:
        for position in self.dossier.positions:
            if self._lacks_support(position):
                self._unsupported(
                    message("the position “{id}” is supported by no extract", id=position.id),
                    position,
                )
            self.refuse_citations(position.text + position.brief, self.config, position.line)

    def check_questions(self) -> None:
        for question in self.dossier.questions:
            if not question.sides and self._lacks_support(question):
                text = message("nothing is known of the question “{id}”", id=question.id)
                hint = message(
                    "add [[questions.elements]], or “- appuie : {id}” to an extract",
                    id=question.id,
                )
                self.findings.append(warning("BR404", self.config, question.line, text, hint))
            self.refuse_citations(question.text, self.config, question.line)
            self._check_sides(question.sides)

    def check_divergences(self) -> None:
        for divergence in self.dossier.divergences:
            self.refuse_citations(divergence.title + divergence.text, self.config, divergence.line)
            self._check_sides(divergence.sides)
            if not any(side.extracts for side in divergence.sides):
                text = message("the divergence “{id}” cites no extract", id=divergence.id)
                hint = message('add [[divergences.elements]] with extraits = ["source#id"]')
                self.findings.append(warning("BR407", self.config, divergence.line, text, hint))
            else:
                self._check_two_sides(divergence)

    def _check_two_sides(self, divergence: DeclaredDivergence) -> None:
        """Warn of a side that parts from nothing; an error or an anachronism may stand alone."""
        if divergence.kind in _TWO_SIDED and len(divergence.sides) == 1:
            text = message("the divergence “{id}” has one side only", id=divergence.id)
            hint = message("add a second [[divergences.elements]]: what the first parts from")
            self.findings.append(warning("BR409", self.config, divergence.line, text, hint))

    def check_forewords(self) -> None:
        for audience in self.dossier.audiences.values():
            for paragraph in audience.foreword:
                self.check_citations(paragraph.spans, self.config, paragraph.line)

    def check_extracts(self) -> None:
        for extract in self.dossier.extracts:
            self.refuse_citations(extract.statement + extract.brief, extract.path, extract.line)

    def check_citations(self, text: RichText, path: str, line: int) -> None:
        self._check_extracts(citations(text), path, line)

    def check_bare_citations(self, text: RichText, path: str, line: int) -> None:
        """Note a citation that lacks its @ and would be printed as it stands."""
        for id_ in _BARE_CITATION.findall(plain(text)):
            if id_.partition("#")[0] in self.sources:
                found = message("“[{id}]” would be printed as it stands", id=id_)
                hint = message("write “[@{id}]”", id=id_)
                self.findings.append(error("BR406", path, line, found, hint))

    def check_parts(self) -> None:
        """Refuse what calls notes in titles and captions, and sources that aren't there."""
        cover = self.dossier.cover
        for figure in (*((cover,) if cover else ()), *self.dossier.figures):
            self.refuse_citations(figure.caption, self.config, figure.line)
            if figure.source and figure.source not in self.sources | self.unread:
                text = message("no fiche is called “{name}”", name=figure.source)
                hint = did_you_mean(figure.source, self.sources)
                self.findings.append(error("BR401", self.config, figure.line, text, hint))
        for box in self.dossier.boxes:
            self.refuse_citations(box.title, self.config, box.line)
        for section in self.dossier.sections:
            self.refuse_citations(section.title, self.config, section.line)

    def check_sources(self) -> None:
        """Note a fiche that gives nothing."""
        used = {extract.source for extract in self.dossier.extracts}
        for source in self.dossier.sources:
            if source.id not in used and source.id in self.empty:
                text = message("the fiche holds no extract")
                hint = message("add a statement “## …” and a quotation “> …” to it")
                self.findings.append(warning("BR214", source.path, source.line, text, hint))

    def refuse_citations(self, text: RichText, path: str, line: int) -> None:
        """Note a citation where no note would be made of it."""
        for id_ in citations(text):
            found = message(
                "“[@{id}]” makes a note in the chapeau, in boxes and in sections of your own only",
                id=id_,
            )
            hint = message("elsewhere, extracts join an item by “appuie” or “extraits”")
            self.findings.append(error("BR405", path, line, found, hint))

    def _check_sides(self, sides: Iterable[Side]) -> None:
        for side in sides:
            self._check_extracts(side.extracts, self.config, side.line)
            self.refuse_citations(side.text, self.config, side.line)

    def _lacks_support(self, item: DeclaredItem) -> bool:
        return bool(item.id) and item.id not in self.supported and not self.unread

    def _unsupported(self, text: Message, item: DeclaredItem) -> None:
        hint = message("add “- appuie : {id}” to the extracts that bear it out", id=item.id)
        found = error("BR403", self.config, item.line, text, hint)
        self.findings.append(found)

    def _check_extracts(self, ids: Iterable[str], path: str, line: int) -> None:
        for id_ in ids:
            if id_ not in self.ids and id_.partition("#")[0] not in self.obscure:
                text = message("there is no extract “{id}”", id=id_)
                self.findings.append(error("BR402", path, line, text, did_you_mean(id_, self.ids)))
