"""Versions of a briefing on disk: read to be compared, and told of in the next one."""

from __future__ import annotations

import os.path
import shlex
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.api import assemble, read_dossier, require_sound
from briefing.comparing import Snapshot, SnapshotError, compare, read_snapshot, summarise
from briefing.documents.finished import read_finished
from briefing.errors import BriefingError, DossierError, UsageError
from briefing.files import load_file, machine_error
from briefing.gathering import gather
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing
from briefing.model.dossier import Dossier
from briefing.model.files import RawFile
from briefing.model.finding import Finding, message
from briefing.model.verification import Evidence
from briefing.outputs.attached.structure import to_json
from briefing.reading.findings import error

STRUCTURE = "briefing.json"
"""The attachment of our PDFs that holds the briefing as data."""
_PDF = b"%PDF-"
_PAGES = (".html", ".htm", ".xhtml")
_PAGE = (b"<!doctype html", b"<html")


class MissingVersionError(UsageError):
    """There is no file nor folder where a version should be."""


@dataclass(frozen=True, slots=True)
class EarlierDossier:
    """A version that is a dossier: it has an edition for any audience."""

    dossier: Dossier
    evidence: Evidence
    name: str
    """As messages show it."""

    def edition(self, audience: str | Audience = "complet") -> Snapshot:
        """Return the version that `audience` would have been given."""
        briefing = assemble(self.dossier, audience, evidence=self.evidence)
        return read_snapshot(to_json(briefing), self.name)


Earlier = Snapshot | EarlierDossier


def load_version(path: str | Path) -> Snapshot:
    """Read the version at `path`: a dossier, an exported JSON or a PDF of ours.

    A dossier is assembled for its complete edition, its quotations verified. Raises `UsageError`
    if it is none of these, `DossierError` if it is a dossier with errors.
    """
    found = load_earlier(path)
    return found.edition() if isinstance(found, EarlierDossier) else found


def load_earlier(path: str | Path) -> Earlier:
    """Read the version at `path` as `load_version` does, a dossier not assembled yet."""
    place = _tidied(path)
    try:
        if place.is_dir():
            return _read_dossier(place)
        file = load_file(place.parent, place.name)
    except OSError as fault:
        raise machine_error(fault, place) from fault
    if file is None:
        raise MissingVersionError(
            message("“{path}” doesn't exist", path=str(place)),
            message("name a dossier, a PDF of ours, or what “briefing export” printed"),
        )
    if _is_page(file):
        raise SnapshotError(
            message("“{name}” is a page, which can't be compared", name=file.path),
            message("name the PDF of the same edition: it holds the briefing as data"),
        )
    is_pdf = file.data.startswith(_PDF) or place.suffix.lower() == ".pdf"
    return read_snapshot(_attached(file) if is_pdf else _decoded(file.data, file.path), file.path)


def _tidied(path: str | Path) -> Path:
    """Return `path` as a person would write it, without “mars/..”."""
    plain = Path(os.path.normpath(path))
    try:
        same = plain.resolve() == Path(path).resolve()  # not so where a link stands before “..”
    except (OSError, RuntimeError, ValueError):
        same = False
    return plain if same else Path(path)


def _is_page(file: RawFile) -> bool:
    start = file.data.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].lower()
    return file.path.lower().endswith(_PAGES) or start.startswith(_PAGE)


def _read_dossier(folder: Path) -> EarlierDossier:
    dossier = require_sound(read_dossier(folder))
    evidence = gather(folder, dossier).proofs.evidence(dossier)
    return EarlierDossier(dossier, evidence, str(folder))


def _attached(file: RawFile) -> str:
    attachments = read_finished(file.path, file.data).attachments
    if STRUCTURE not in attachments:
        raise SnapshotError(
            message(
                "“{name}” holds no {attachment}: it isn't a PDF of ours",
                name=file.path,
                attachment=STRUCTURE,
            ),
            message("name a PDF that “briefing build” made"),
        )
    return _decoded(attachments[STRUCTURE], file.path)


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise SnapshotError(message("“{name}” isn't JSON", name=name)) from fault


def earlier_version(
    folder: str | Path, dossier: Dossier, path: str
) -> tuple[Earlier | None, list[Finding]]:
    """Read the version that `depuis` names in `path`, the `dossier.toml` of `folder`.

    Without `depuis`, None; if it can't be read, what is wrong with it.
    """
    if dossier.since is None:
        return None, []
    place = Path(folder) / dossier.since.path
    line = dossier.since.line
    try:
        return load_earlier(place), []
    except DossierError:
        text = message("“{path}” has errors", path=str(_tidied(place)))
        hint = message("briefing check {folder}", folder=shlex.quote(str(_tidied(place))))
        return None, [error("BR334", path, line, text, hint)]
    except BriefingError as fault:
        code = "BR333" if isinstance(fault, MissingVersionError) else "BR334"
        return None, [error(code, path, line, fault.message, fault.hint)]


def tell_changes(
    briefing: Briefing, since: Earlier | None, audience: Audience | None = None
) -> Briefing:
    """Return `briefing` with what changed in it since an earlier version.

    An `audience` from which anything may be withheld is told of changes since a version of its
    own alone, and of what is new in them: other versions may hold what it mustn't see. An earlier
    dossier is assembled for the same audience.
    """
    if since is None or "changements" not in briefing.sections:
        return briefing
    if isinstance(since, EarlierDossier):
        since = since.edition(audience or "complet")
    reticent = audience is not None and audience.is_restricted
    if reticent and since.audience != briefing.audience:
        return briefing
    now = read_snapshot(to_json(briefing), briefing.title)
    changes = compare(since, now)
    return replace(
        briefing, changes=summarise(changes, since, now, briefing.sections, reticent=reticent)
    )
