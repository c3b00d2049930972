"""What an editor would ask about a dossier that reads well; all are warnings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.assembling.corroboration import distinct_sources
from briefing.assembling.figures import MOST_FIGURES, displayed
from briefing.checking.words import ELISION, count_words, covered, runs, tokens
from briefing.model.dossier import CheckSettings, Dossier
from briefing.model.extract import Extract
from briefing.model.finding import Finding, message
from briefing.model.text import plain
from briefing.model.vocabulary import Kind
from briefing.reading.findings import warning
from briefing.reading.prose import citations

RUN = 4
"""So many words in a row are taken over; fewer are the common stock of the language."""

MOST_COPIED = 0.6
"""A statement of which a larger share is taken over says nothing of its own."""

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")


def editorial_findings(dossier: Dossier, config_path: str) -> list[Finding]:
    """Return what deserves a second look; `config_path` is where `dossier.toml` stands."""
    found = [
        *(found for extract in dossier.extracts for found in _of_extract(extract, dossier.checks)),
        *_single_source_key_points(dossier, config_path),
        *_unused(dossier),
        *_surplus_figures(dossier),
        *_bare_parties(dossier, config_path),
        *_bare_issues(dossier, config_path),
    ]
    return sorted(found, key=lambda finding: finding.sort_key)


# ---- Extract by extract --------------------------------------------------------------------


def _of_extract(extract: Extract, settings: CheckSettings) -> Iterator[Finding]:
    length = quoted_words(extract)
    if length > settings.longest_quotation:
        text = message(
            "the quotation has {count} words; the limit is {limit}",
            count=length,
            limit=settings.longest_quotation,
        )
        hint = message("keep what proves the statement; “[…]” stands for the rest")
        yield warning("BR501", extract.path, extract.line, text, hint)
    if copies(plain(extract.statement), extract.quotation):
        text = message("the statement repeats the quotation")
        hint = message("say it in your own words, or put the author's between « »")
        yield warning("BR502", extract.path, extract.line, text, hint)
    if extract.anonymous:
        yield _anonymous(extract)


def quoted_words(extract: Extract) -> int:
    """Count the words that an extract takes from its document."""
    return count_words(ELISION.sub(" ", extract.quotation))


def copies(statement: str, quotation: str) -> bool:
    """Say whether most of `statement` is taken word for word from `quotation`.

    What stands between quotation marks is quoted, and doesn't count.
    """
    own = [tokens(part) for part in _QUOTED.split(statement)]
    known = {run for part in ELISION.split(quotation) for run in runs(tokens(part), RUN)}
    taken = sum(covered(words, known, RUN) for words in own)
    return taken > RUN and taken >= MOST_COPIED * sum(map(len, own))


def _anonymous(extract: Extract) -> Finding:
    described = extract.speaker.name if extract.speaker else ""
    text = (
        message("the speaker is anonymous: “{name}”", name=described)
        if described
        else message("the speaker is anonymous, and nothing describes them")
    )
    hint = (
        message("look for a named source that says so too")
        if described
        else message("write how the document describes them: “- locuteur : anonyme, un élu”")
    )
    return warning("BR503", extract.path, extract.line, text, hint)


# ---- The dossier as a whole ----------------------------------------------------------------


def _single_source_key_points(dossier: Dossier, path: str) -> Iterator[Finding]:
    for point in dossier.key_points:
        extracts = [extract for extract in dossier.extracts if point.id in extract.supports]
        if distinct_sources(extracts) == 1:
            text = message("the key point “{id}” rests on a single source", id=point.id)
            hint = message(
                "only {sources} bears it out: look for an independent one",
                sources=", ".join(dict.fromkeys(extract.source for extract in extracts)),
            )
            yield warning("BR504", path, point.line, text, hint)


def _unused(dossier: Dossier) -> Iterator[Finding]:
    cited = _cited(dossier)
    used = [extract for extract in dossier.extracts if _is_used(extract, cited)]
    for extract in dossier.extracts:
        if not _is_used(extract, cited):
            text = message("the extract “{id}” is used nowhere", id=extract.id)
            hint = message("add “- appuie : ”, or cite it in the chapeau: [@{id}]", id=extract.id)
            yield warning("BR505", extract.path, extract.line, text, hint)
    printed = {extract.source for extract in used}
    for source in dossier.sources:
        if source.id not in printed:
            text = message("nothing of the source “{id}” is used", id=source.id)
            hint = message("use one of its extracts, or take its fiche out of the dossier")
            yield warning("BR508", source.path, source.line, text, hint)


def _is_used(extract: Extract, cited: set[str]) -> bool:
    printed = Kind.POSITION in extract.kinds or Kind.EVENT in extract.kinds
    large = bool(extract.figure) or extract.pulled
    return printed or large or bool(extract.supports) or extract.id in cited


def _surplus_figures(dossier: Dossier) -> Iterator[Finding]:
    for extract in displayed(dossier)[MOST_FIGURES:]:
        text = message("the figure “{figure}” isn't printed", figure=extract.figure)
        hint = message(
            "the section shows {count} figures: take “chiffre” off another extract",
            count=MOST_FIGURES,
        )
        yield warning("BR511", extract.path, extract.line, text, hint)


def _cited(dossier: Dossier) -> set[str]:
    """Return the ids of the extracts that the analyst's own text calls."""
    cited = {point.lead for point in dossier.key_points}
    for paragraph in dossier.introduction:
        cited.update(citations(paragraph.spans))
    sides = [side for question in dossier.questions for side in question.sides]
    sides += [side for divergence in dossier.divergences for side in divergence.sides]
    return cited.union(*(side.extracts for side in sides))


def _bare_parties(dossier: Dossier, path: str) -> Iterator[Finding]:
    named = {id_ for extract in dossier.extracts for id_ in extract.parties}
    for party in dossier.parties:
        if party.id in named:
            continue
        text = message("no extract concerns the party “{name}”", name=party.name)
        hint = message("add “- partie : {name}” to an extract, or leave it out", name=party.name)
        yield warning("BR506", path, party.line, text, hint)


def _bare_issues(dossier: Dossier, path: str) -> Iterator[Finding]:
    named = {id_ for extract in dossier.extracts for id_ in extract.issues}
    for issue in dossier.issues:
        if issue.id in named:
            continue
        text = message("no extract bears on the issue “{name}”", name=issue.name)
        hint = message("add “- enjeu : {name}” to an extract, or leave it out", name=issue.name)
        yield warning("BR507", path, issue.line, text, hint)
