"""Checking a dossier on disk: its documents and its lock found, its quotations proved.

Beside `briefing.api`, which makes editions: a check needs documents, an edition doesn't.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from briefing.api import read_dossier, read_loaded, require_sound
from briefing.checking.characters import dossier_characters
from briefing.checking.clearing import clearing_findings
from briefing.checking.editorial import editorial_findings
from briefing.checking.naming import naming_findings
from briefing.checking.quotation_share import share_findings
from briefing.checking.repertoire import repertoire_findings
from briefing.checking.silencing import settings_findings, silence
from briefing.checking.typography import typography_findings
from briefing.clock import today
from briefing.errors import DossierError, UsageError
from briefing.files import LOCK, load_dossier, write_atomically
from briefing.gathering import PLAIN, Folders, Readers, gather
from briefing.model.dossier import Dossier
from briefing.model.files import RawDossier
from briefing.model.finding import Finding, Message, has_errors, message
from briefing.model.theme import Theme
from briefing.model.verification import Evidence
from briefing.outputs.repertoire import printed
from briefing.proving import Proofs, Trace, write_lock
from briefing.proving import trace as _trace
from briefing.reading.findings import did_you_mean, nearest
from briefing.themes import themes_of
from briefing.versions import Earlier, earlier_version


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    findings: tuple[Finding, ...]
    extracts: int
    verified: int
    """Quotations that stand word for word in their document, now or when it was locked."""
    silenced: int
    """Warnings that the dossier silences, with a reason."""
    dossier: Dossier | None = None
    """None when its files can't be read at all."""
    evidence: Evidence | None = None
    since: Earlier | None = None
    """The earlier version that the dossier names."""
    themes: Mapping[str, Theme] = field(default_factory=lambda: MappingProxyType({}))
    """Those that the dossier names, by name."""

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(finding.is_error for finding in self.findings)

    def buildable(self, *, draft: bool = False) -> Dossier:
        """Return the dossier to build; raises `DossierError` if it has errors.

        A `draft` is built in spite of them, if anything could be read.
        """
        if self.dossier is None or (has_errors(self.findings) and not draft):
            shown = tuple(finding for finding in self.findings if not finding.is_editorial)
            unproved = all(f.code.startswith("BR6") for f in shown if f.is_error)
            hint = message("--draft builds all the same, marked as a draft") if unproved else None
            raise DossierError(message("the dossier has errors"), shown, hint)
        return self.dossier


def check(folder: str | Path, documents: Folders = (), readers: Readers = PLAIN) -> Checked:
    """Read the dossier in `folder` and check all that can be checked.

    `documents` are further folders in which its full texts are looked for.
    """
    raw = load_dossier(Path(folder))
    reading = read_loaded(raw, readers.fiche)
    dossier = reading.dossier
    if dossier is None or raw.config is None:
        return Checked(reading.findings, 0, 0, 0)
    gathered = gather(folder, dossier, documents, readers)
    since, unread = earlier_version(folder, dossier, raw.config.path)
    themes, unfit = themes_of(Path(folder), dossier, raw.config.path)
    found = [
        *reading.findings,
        *gathered.proofs.findings,
        *unread,
        *unfit,
        *(() if _is_incomplete(reading.findings) else _on_the_whole(dossier, raw)),
        *dossier_characters(raw),
        *repertoire_findings(dossier, raw, printed()),
        *typography_findings(raw, dossier.text_language),
        *share_findings(dossier, {id_: document.text for id_, document in gathered.texts.items()}),
        *settings_findings(dossier.checks, raw.config.path),
    ]
    kept, silenced = silence(found, dossier.checks)
    findings = tuple(sorted(kept, key=lambda finding: finding.sort_key))
    evidence = gathered.proofs.evidence(dossier)
    return Checked(
        findings,
        len(dossier.extracts),
        evidence.verified,
        silenced,
        dossier,
        evidence,
        since,
        themes,
    )


def _is_incomplete(findings: Iterable[Finding]) -> bool:
    """Say whether fiches are wanting: what the others lack tells nothing then."""
    return any(finding.code in ("BR311", "BR313") for finding in findings)


def _on_the_whole(dossier: Dossier, raw: RawDossier) -> list[Finding]:
    path = raw.config.path if raw.config else raw.path
    return [
        *editorial_findings(dossier, path),
        *naming_findings(dossier, raw),
        *clearing_findings(dossier, raw),
    ]


def trace(folder: str | Path, extract_id: str, documents: Folders = ()) -> Trace:
    """Return the passage of one extract in its context; raises `UsageError` if unknown."""
    dossier = require_sound(read_dossier(folder))
    extracts = {extract.id: extract for extract in dossier.extracts}
    if extract_id not in extracts:
        text = message("there is no extract “{id}”", id=extract_id)
        raise UsageError(text, _extract_meant(extract_id, extracts))
    gathered = gather(folder, dossier, documents)
    proof = gathered.proofs.by_extract.get(extract_id)
    if proof is None:
        text = message("nothing is known of the place of “{id}”", id=extract_id)
        hint = message("put its document in documents/, or name its folder: --documents DIR")
        raise UsageError(text, hint)
    extract = extracts[extract_id]
    return _trace(extract, proof, gathered.texts.get(extract.source))


def _extract_meant(given: str, known: Collection[str]) -> Message | None:
    """Propose an extract; for an id without its fiche, one of that id."""
    if "#" not in given:
        by_id = {id_.partition("#")[2]: id_ for id_ in known}
        meant = nearest(given, by_id)
        if meant:
            return message("did you mean “{name}”?", name=by_id[meant])
    return did_you_mean(given, known)


def write_lock_file(folder: str | Path, proofs: Proofs) -> Path:
    """Write `dossier.lock.json`, dated today."""
    path = Path(folder) / LOCK
    write_atomically(path, write_lock(proofs.lock(today().edtf)).encode())
    return path
