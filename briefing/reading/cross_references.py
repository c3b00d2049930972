"""Checks between the parts of a dossier: who cites what, and what stands without support."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model.dossier import DeclaredItem, Dossier
from briefing.model.files import RawDossier
from briefing.model.finding import Finding, message
from briefing.model.text import Paragraph, RichText
from briefing.reading.findings import did_you_mean, error, warning
from briefing.reading.prose import citations


def check_cross_references(
    dossier: Dossier, raw: RawDossier, introduction: Iterable[tuple[Paragraph, int]]
) -> list[Finding]:
    """Return the faults no single file shows."""
    config = raw.config.path if raw.config else raw.path
    checker = _Checker(dossier, config)
    checker.check_key_points()
    checker.check_positions()
    checker.check_questions()
    checker.check_divergences()
    if raw.introduction is not None:
        for paragraph, line in introduction:
            checker.check_citations(paragraph.spans, raw.introduction.path, line)
    if not dossier.extracts and raw.fiches:
        text = message("the dossier holds no extract")
        hint = message("add a statement “## …” and a quotation “> …” to a fiche")
        checker.findings.append(error("BR312", config, 0, text, hint))
    return checker.findings


class _Checker:
    def __init__(self, dossier: Dossier, config: str) -> None:
        self.dossier = dossier
        self.config = config
        self.findings: list[Finding] = []
        self.ids = {extract.id for extract in dossier.extracts}
        self.supported = {id_ for extract in dossier.extracts for id_ in extract.supports}

    def check_key_points(self) -> None:
        for point in self.dossier.key_points:
            if point.id and point.id not in self.supported:
                self._unsupported("the key point “{id}” is supported by no extract", point)
            self._check_extracts((point.lead,) if point.lead else (), self.config, point.line)

    def check_positions(self) -> None:
        for position in self.dossier.positions:
            if position.id and position.id not in self.supported:
                self._unsupported("the position “{id}” is supported by no extract", position)

    def check_questions(self) -> None:
        for question in self.dossier.questions:
            if not question.sides and question.id not in self.supported:
                text = message("nothing is known of the question “{id}”", id=question.id)
                hint = message(
                    "add [[questions.elements]], or “- appuie : {id}” to an extract",
                    id=question.id,
                )
                self.findings.append(warning("BR404", self.config, question.line, text, hint))
            for side in question.sides:
                self._check_extracts(side.extracts, self.config, side.line)
                self.check_citations(side.text, self.config, side.line)

    def check_divergences(self) -> None:
        for divergence in self.dossier.divergences:
            for side in divergence.sides:
                self._check_extracts(side.extracts, self.config, side.line)

    def check_citations(self, text: RichText, path: str, line: int) -> None:
        self._check_extracts(citations(text), path, line)

    def _unsupported(self, text: str, item: DeclaredItem) -> None:
        hint = message("add “- appuie : {id}” to the extracts that bear it out", id=item.id)
        found = error("BR403", self.config, item.line, message(text, id=item.id), hint)
        self.findings.append(found)

    def _check_extracts(self, ids: Iterable[str], path: str, line: int) -> None:
        for id_ in ids:
            if id_ not in self.ids:
                text = message("there is no extract “{id}”", id=id_)
                self.findings.append(error("BR402", path, line, text, did_you_mean(id_, self.ids)))
