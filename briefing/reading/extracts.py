"""One extract of a fiche, from its block to its value."""

from __future__ import annotations

import re

from briefing.model.extract import Extract, Speaker
from briefing.model.finding import Finding, message
from briefing.model.vocabulary import Credibility, Dating, Kind, Likelihood, Status, Tlp, Voice
from briefing.reading.blocks import Block
from briefing.reading.display import check_display
from briefing.reading.findings import did_you_mean, error, fold, warning
from briefing.reading.names import Names, NameTable
from briefing.reading.prose import parse_inline
from briefing.reading.quoted_markup import markup_findings
from briefing.reading.tags import TagReader

EXTRACT_KEYS = (
    "id",
    "nature",
    "partie",
    "enjeu",
    "locuteur",
    "voix",
    "via",
    "statut",
    "date",
    "datation",
    "appuie",
    "bref",
    "chiffre",
    "exergue",
    "véracité",
    "vraisemblance",
    "tlp",
    "page",
    "repère",
    "langue",
    "traduction",
    "note",
)
_NAMES = {fold(key): key for key in EXTRACT_KEYS}
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*\Z")
_ANONYMOUS = re.compile(r"anonymes?\s*(?:\((.*)\)|[,:]\s*(.*))?\Z", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"(?!un document\s)(?:une?|des|plusieurs|certaine?s|deux|trois)\s|.*\banonyme", re.IGNORECASE
)


class ExtractReader:
    """Reads the extracts of one fiche and watches that their ids differ."""

    def __init__(
        self, source: str, path: str, names: Names | None, findings: list[Finding]
    ) -> None:
        self.source = source
        self.path = path
        self.names = names
        self.findings = findings
        self.lost: list[Extract] = []
        """Extracts whose id is missing or faulty: nothing may cite them."""
        self._ids: dict[str, int] = {}

    def read(self, block: Block) -> Extract | None:
        """Return the extract of `block`; None when it has no id to be known by."""
        tags = TagReader(block, _NAMES, self.path, self.findings)
        local = self._read_id(tags)
        self._check_texts(block, tags)
        self.findings += markup_findings(block, self.path)
        extract = Extract(
            id=f"{self.source}#{local}",
            source=self.source,
            statement=parse_inline(block.heading),
            quotation=" ".join(block.quotation),
            kinds=tags.choices("nature", Kind),
            parties=self._resolve(tags, "partie", self.names.parties if self.names else None),
            issues=self._resolve(tags, "enjeu", self.names.issues if self.names else None),
            speaker=self._speaker(tags),
            voice=tags.choice("voix", Voice),
            via=tuple(name for name, _ in tags.items("via")),
            status=tags.choice("statut", Status),
            date=tags.date("date"),
            dating=tags.choice("datation", Dating) or Dating.GIVEN,
            supports=self._resolve(tags, "appuie", self.names.supports if self.names else None),
            brief=parse_inline(tags.text("bref")),
            figure=tags.text("chiffre"),
            pulled=tags.flag("exergue"),
            credibility=tags.choice("véracité", Credibility),
            likelihood=tags.choice("vraisemblance", Likelihood),
            tlp=tags.choice("tlp", Tlp),
            page=tags.text("page"),
            locator=tags.text("repère"),
            language=tags.text("langue"),
            translated=tags.flag("traduction"),
            note=tags.text("note"),
            comment="\n".join(block.comment).rstrip(),
            path=self.path,
            line=block.line,
        )
        _check_tags(extract, tags)
        if not local:
            self.lost.append(extract)
        return extract if local else None

    def _read_id(self, tags: TagReader) -> str:
        local, line = tags.text("id"), tags.line("id")
        if not local and tags.has("id"):
            return ""
        if not local:
            tags.fault("BR220", line, "the extract has no id", "add “- id : un-nom-court” under it")
            return ""
        if not _ID.match(local):
            tags.fault(
                "BR221",
                line,
                "“{id}” can't be an id",
                "use letters without accents, digits, hyphens: “objectifs-russes”",
                id=local,
            )
            return ""
        if local in self._ids:
            tags.fault(
                "BR222",
                line,
                "the id “{id}” is already taken at line {first}",
                "give each extract of a fiche an id of its own",
                id=local,
                first=self._ids[local],
            )
            return ""
        self._ids[local] = line
        return local

    def _check_texts(self, block: Block, tags: TagReader) -> None:
        if not block.heading:
            tags.fault(
                "BR223",
                block.line,
                "the extract has no statement",
                "write after “## ” what the extract says, in your own words",
            )
        if not block.quotation:
            tags.fault(
                "BR224",
                block.line,
                "the extract has no quotation",
                "add a line “> ” with the passage, word for word",
            )
        if block.second_quotation_line:
            tags.fault(
                "BR225",
                block.second_quotation_line,
                "a second quotation in one extract",
                "join the parts with “[…]”, or make another extract",
            )

    def _resolve(self, tags: TagReader, key: str, table: NameTable | None) -> tuple[str, ...]:
        found = []
        for name, line in tags.items(key):
            id_ = table.find(name) if table else name
            if id_ is None and table:
                text = message(_UNKNOWN[key], name=name)
                hint = did_you_mean(name, table.shown)
                self.findings.append(error("BR401", self.path, line, text, hint))
            elif id_:
                found.append(id_)
        return tuple(dict.fromkeys(found))

    def _speaker(self, tags: TagReader) -> Speaker | None:
        value = tags.text("locuteur")
        if not value:
            return None
        anonymous = _ANONYMOUS.match(value)
        if anonymous:
            described = anonymous[1] or anonymous[2] or ""
            return Speaker(name=described.strip(), anonymous=True)
        if _INDEFINITE.match(value):
            text = message("the speaker “{name}” seems anonymous", name=value)
            hint = message("write “- locuteur : anonyme, {name}”", name=value)
            self.findings.append(warning("BR230", self.path, tags.line("locuteur"), text, hint))
        name, _, role = value.partition(", ")
        return Speaker(name=name.strip(), role=role.strip())


_UNKNOWN = {
    "partie": message("the dossier declares no party “{name}”").template,
    "enjeu": message("the dossier declares no issue “{name}”").template,
    "appuie": message("no key point, question or position has the id “{name}”").template,
}


def _check_direct_words(extract: Extract, tags: TagReader) -> None:
    """Warn of words printed as those of parties that never said them."""
    if extract.voice is Voice.DIRECT and len(extract.parties) > 1:
        text = message(
            "words given as the party's own, for {count} parties", count=len(extract.parties)
        )
        hint = message("“partie” is whom it concerns: keep the speaker's own, or change “voix”")
        tags.findings.append(warning("BR232", extract.path, tags.line("voix"), text, hint))


def _check_tags(extract: Extract, tags: TagReader) -> None:
    """Refuse an extract whose tags don't say what print must say."""
    kinds = extract.kinds
    if not tags.has("nature"):
        tags.fault("BR226", tags.line("nature"), "the extract has no “nature”", _KIND_HINT)
    if not tags.has("statut"):
        tags.fault("BR227", tags.line("statut"), "the extract has no “statut”", _STATUS_HINT)
    if extract.status is Status.CLAIM and not tags.has("locuteur"):
        tags.fault(
            "BR228",
            tags.line("statut"),
            "a claim (“déclaration”) without its speaker",
            "add “- locuteur : ” and who says it, or “anonyme, …”",
        )
    if Kind.POSITION in kinds:
        for key in ("partie", "enjeu", "voix"):
            if not tags.has(key):
                hint = _VOICE_HINT if key == "voix" else _PLACE_HINT
                tags.fault(
                    "BR229", tags.line("nature"), "a position without “{key}”", hint, key=key
                )
    _check_direct_words(extract, tags)
    if Kind.EVENT in kinds and not tags.has("date"):
        tags.fault(
            "BR231",
            tags.line("nature"),
            "an event without a date",
            "add “- date : ” (2025-02-12, 2025-02, 2025-02~), or remove “événement”",
        )
    check_display(extract, tags)


_PLACE_HINT = message("add “- {key} : ” so that it finds its place in the matrix").template
_VOICE_HINT = message("add “- {key} : ” and directe, rapportée, attribuée or propre").template
_KIND_HINT = message(
    "add “- nature : ” and position, événement, chiffre, question, contexte or point clé"
).template
_STATUS_HINT = message("add “- statut : ” and fait, déclaration, analyse or hypothèse").template
