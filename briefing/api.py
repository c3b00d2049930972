"""What a program may do with briefings; the command line uses nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing import __version__, resources
from briefing.assembling import assemble as _assemble
from briefing.checking.characters import dossier_characters
from briefing.checking.editorial import editorial_findings
from briefing.checking.quotation_share import share_findings
from briefing.checking.silencing import settings_findings, silence
from briefing.checking.typography import typography_findings
from briefing.clock import today
from briefing.documents import DocumentError, read_document
from briefing.errors import DossierError, UsageError
from briefing.files import (
    LOCK,
    check_folder,
    load_documents,
    load_dossier,
    load_file,
    write_all,
    write_atomically,
)
from briefing.model.briefing import Briefing
from briefing.model.dates import Date
from briefing.model.document import Document
from briefing.model.dossier import Audience, Dossier
from briefing.model.edition import Edition, Medium
from briefing.model.finding import Finding, message
from briefing.proving import Lock, Proofs, Trace, is_proved, read_lock, write_lock
from briefing.proving import prove as _prove
from briefing.proving import trace as _trace
from briefing.reading.audiences import BUILT_IN
from briefing.reading.decoding import decode
from briefing.reading.dossier import Reading, read_raw_dossier
from briefing.reading.findings import did_you_mean, error
from briefing.rendering import Loader, folder_loader
from briefing.rendering import render as _render

Progress = Callable[[float], None]

MEDIA = {"pdf": Medium.PRINT, "html": Medium.SCREEN}
"""The medium of each output format."""


def read_dossier(folder: str | Path) -> Reading:
    """Read the dossier in `folder`: the dossier, and every fault found in it."""
    return read_raw_dossier(load_dossier(Path(folder)))


def assemble(
    dossier: Dossier, audience: str | Audience = "complet", *, date: Date | None = None
) -> Briefing:
    """Assemble `dossier` for `audience`; raises `UsageError` if there is no such audience."""
    chosen = find_audience(dossier, audience) if isinstance(audience, str) else audience
    return _assemble(dossier, chosen, date=date)


def render(
    briefing: Briefing, medium: str | Medium = Medium.SCREEN, *, loader: Loader | None = None
) -> Edition:
    """Render `briefing` with the built-in templates, or those that `loader` finds first."""
    medium = Medium(medium)
    return _render(
        briefing,
        medium,
        loader=loader or folder_loader(str(resources.templates_folder())),
        stylesheet=stylesheet(medium),
        generator=f"briefing {__version__}",
    )


def stylesheet(medium: Medium) -> str:
    """Return the CSS of an edition: tokens, then the medium's own rules."""
    folder = resources.styles_folder()
    names = ("tokens.css", f"{medium.value}.css")
    rules = [(folder / name).read_text(encoding="utf-8") for name in names]
    if medium is Medium.SCREEN:
        from briefing.outputs.fonts import screen_font_faces

        rules.insert(0, screen_font_faces())
    return "\n".join(rules)


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file of a build."""

    path: Path
    size: int
    """Bytes."""
    pages: int = 0
    """0 where the format has none."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a build did."""

    files: tuple[WrittenFile, ...]
    briefings: tuple[Briefing, ...]
    warnings: tuple[str, ...]
    """What the layout engine had to say."""


def build(
    dossier: Dossier,
    out: str | Path,
    *,
    audiences: Sequence[str] = (),
    formats: Sequence[str] = (),
    date: Date | None = None,
    progress: Progress | None = None,
) -> Build:
    """Build the editions of `dossier` into the folder `out`; all files appear, or none.

    Without `audiences`, those the dossier declares, else `complet`; without `formats`, those of
    each audience; without `date`, that of the dossier, else today.
    """
    names = dict.fromkeys(audiences)
    chosen = [find_audience(dossier, name) for name in names] or _declared(dossier)
    jobs = [(audience, name) for audience in chosen for name in formats or audience.formats]
    briefings = {a.id: _assemble(dossier, a, date=date or dossier.date or today()) for a in chosen}
    data: dict[str, bytes] = {}
    pages: dict[str, int] = {}
    warnings: list[str] = []
    check_folder(Path(out))
    for index, (audience, format_) in enumerate(jobs):
        name = file_name(briefings[audience.id], format_)
        if name in data:
            text = message("two audiences would be written to the same file “{name}”", name=name)
            raise UsageError(text, message("rename one of them in dossier.toml"))
        share = _share(progress, index, len(jobs))
        edition = render(briefings[audience.id], find_medium(format_))
        data[name], pages[name], said = _produce(edition, format_, share)
        warnings += said
        share(1.0)
    paths = write_all(Path(out), data)
    files = [WrittenFile(path, len(data[path.name]), pages[path.name]) for path in paths]
    return Build(tuple(files), tuple(briefings.values()), tuple(warnings))


def _declared(dossier: Dossier) -> list[Audience]:
    return list(dossier.audiences.values()) or [BUILT_IN["complet"]]


def _produce(
    edition: Edition, format_: str, progress: Progress
) -> tuple[bytes, int, tuple[str, ...]]:
    if format_ == "html":
        return edition.html.encode(), 0, ()
    from briefing.outputs.pdf import print_pdf

    printed = print_pdf(edition, progress=progress)
    return printed.data, printed.pages, printed.warnings


def _share(progress: Progress | None, index: int, count: int) -> Progress:
    def report(done: float) -> None:
        if progress:
            progress((index + done) / count)

    return report


def find_medium(format_: str) -> Medium:
    """Return the medium of an output format; raises `UsageError` if there is no such format."""
    if format_ not in MEDIA:
        text = message(
            "“{name}” isn't a format: choose among {known}", name=format_, known=", ".join(MEDIA)
        )
        raise UsageError(text)
    return MEDIA[format_]


def find_audience(dossier: Dossier, name: str) -> Audience:
    """Return the audience `name`, declared in the dossier or built in."""
    known = {**BUILT_IN, **dossier.audiences}
    if name not in known:
        raise UsageError(
            message("there is no audience “{name}”", name=name), did_you_mean(name, known)
        )
    return known[name]


def file_name(briefing: Briefing, format_: str) -> str:
    """Return the name of an output: the title as a slug, and the audience unless `complet`."""
    audience = "" if briefing.audience == "complet" else f"-{slug(briefing.audience)}"
    return f"{slug(briefing.title) or 'briefing'}{audience}.{format_}"


def slug(text: str, limit: int = 60) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens, cut at a word."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in letters if not unicodedata.combining(c)))
    while len(words) > 1 and len("-".join(words)) > limit:
        words.pop()
    return "-".join(words)[:limit]


def require_sound(reading: Reading) -> Dossier:
    """Return the dossier of `reading`; raises `DossierError` if it has errors."""
    if not reading.ok or reading.dossier is None:
        raise DossierError(message("the dossier has errors"), reading.findings)
    return reading.dossier


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    findings: tuple[Finding, ...]
    extracts: int
    verified: int
    """Quotations that stand word for word in their document, now or when it was locked."""
    silenced: int
    """Warnings that the dossier silences, with a reason."""


def check(folder: str | Path, documents: Sequence[str | Path] = ()) -> Checked:
    """Read the dossier in `folder` and check all that can be checked.

    `documents` are further folders in which its full texts are looked for.
    """
    raw = load_dossier(Path(folder))
    reading = read_raw_dossier(raw)
    dossier = reading.dossier
    if dossier is None or raw.config is None:
        return Checked(reading.findings, 0, 0, 0)
    texts, unread = _documents(Path(folder), dossier, documents)
    lock, unlocked = _lock(Path(folder))
    proofs = _prove(dossier, texts, lock)
    found = [
        *reading.findings,
        *unread,
        *unlocked,
        *proofs.findings,
        *editorial_findings(dossier, raw.config.path),
        *dossier_characters(raw),
        *typography_findings(raw, dossier.language),
        *share_findings(dossier, {id_: document.text for id_, document in texts.items()}),
        *settings_findings(dossier.checks, raw.config.path),
    ]
    kept, silenced = silence(found, dossier.checks)
    findings = tuple(sorted(kept, key=lambda finding: finding.sort_key))
    verified = sum(is_proved(proof.entry) for proof in proofs.by_extract.values())
    return Checked(findings, len(dossier.extracts), verified, silenced)


def _documents(
    folder: Path, dossier: Dossier, extra: Sequence[str | Path]
) -> tuple[dict[str, Document], list[Finding]]:
    """Return the full texts at hand by source, and what is wrong with the others."""
    files = load_documents(folder, dossier.sources, [Path(path) for path in extra])
    places = {source.id: (source.path, source.line) for source in dossier.sources}
    texts: dict[str, Document] = {}
    findings: list[Finding] = []
    for id_, file in files.items():
        try:
            texts[id_] = read_document(file.name, file.data)
        except DocumentError as fault:
            findings.append(error("BR607", *places[id_], fault.message, fault.hint))
    return texts, findings


def prove(folder: str | Path, dossier: Dossier, documents: Sequence[str | Path] = ()) -> Proofs:
    """Prove the quotations of `dossier` against the full texts found beside it.

    What is found neither there nor in the folders `documents` is left to the lock.
    """
    texts, unread = _documents(Path(folder), dossier, documents)
    lock, unlocked = _lock(Path(folder))
    proofs = _prove(dossier, texts, lock)
    return replace(proofs, findings=(*unread, *unlocked, *proofs.findings))


def trace(folder: str | Path, extract_id: str, documents: Sequence[str | Path] = ()) -> Trace:
    """Return the passage of one extract in its context; raises `UsageError` if unknown."""
    dossier = require_sound(read_dossier(folder))
    extracts = {extract.id: extract for extract in dossier.extracts}
    if extract_id not in extracts:
        text = message("there is no extract “{id}”", id=extract_id)
        raise UsageError(text, did_you_mean(extract_id, extracts))
    proof = prove(folder, dossier, documents).by_extract.get(extract_id)
    if proof is None:
        text = message("nothing is known of the place of “{id}”", id=extract_id)
        hint = message("put its document in documents/, or name its folder: --documents DIR")
        raise UsageError(text, hint)
    texts, _ = _documents(Path(folder), dossier, documents)
    return _trace(extracts[extract_id], proof, texts.get(extracts[extract_id].source))


def write_lock_file(folder: str | Path, proofs: Proofs) -> Path:
    """Write `dossier.lock.json`, dated today."""
    path = Path(folder) / LOCK
    write_atomically(path, write_lock(proofs.lock(today().edtf)).encode())
    return path


def _lock(folder: Path) -> tuple[Lock | None, list[Finding]]:
    file = load_file(folder, LOCK)
    if file is None:
        return None, []
    text, findings = decode(file)
    return (None, findings) if findings else read_lock(text, file.path)
