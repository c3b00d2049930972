"""Small builders for the tests: a dossier that is right, to spoil in one place at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from briefing.cli import main
from briefing.model.files import RawDossier, RawFile
from briefing.model.finding import Finding
from briefing.reading.dossier import Reading, read_raw_dossier

ROOT = Path(__file__).resolve().parent.parent

CONFIG = """\
titre = "Un train de nuit pour Valmont"
date = "2025-06-02"

[[parties]]
nom = "Région"

[[enjeux]]
nom = "Financement"

[[points-cles]]
id = "moitie"
texte = "La région paierait la moitié du déficit."
"""
"""A `dossier.toml` that declares one of each: a party, an issue, a key point."""

SILENCED = """
[controle.taire]
BR504 = "Une seule source est au dossier."
BR509 = "Le document est fait des passages cités."
"""
"""What a dossier of one short document would be warned of."""

TAGS: Mapping[str, str] = {
    "id": "offre",
    "nature": "position",
    "partie": "Région",
    "enjeu": "Financement",
    "locuteur": "Jeanne Roche, présidente de la région",
    "voix": "directe",
    "statut": "déclaration",
    "appuie": "moitie",
}
"""The tags of an extract that wants nothing, for `CONFIG`."""

HEADER: Mapping[str, str] = {
    "type": "article",
    "auteur": "Claire Martin",
    "éditeur": "Le Courrier de Valmont",
    "date": "2025-05-20",
}


def tag_lines(tags: Mapping[str, str]) -> str:
    """Return `tags` as the lines of a fiche; a tag whose value is "" is left out."""
    return "".join(f"- {key} : {value}\n" for key, value in tags.items() if value)


def extract_text(
    statement: str = "La région accepte de payer la moitié du déficit.",
    quotation: str = "nous prendrons en charge la moitié du déficit",
    *,
    comment: str = "",
    **changes: str,
) -> str:
    """Return one extract; `changes` replaces or adds tags, and removes those it sets to ""."""
    quoted = f"> {quotation}\n" if quotation else ""
    after = f"\n{comment}\n" if comment else ""
    return f"## {statement}\n{quoted}{tag_lines({**TAGS, **changes})}{after}"


def fiche_text(
    *extracts: str,
    title: str = "Valmont attend son train de nuit",
    header: Mapping[str, str] = HEADER,
) -> str:
    """Return a fiche; without `extracts`, one with the extract `offre`."""
    return "\n".join([f"# {title}\n{tag_lines(header)}", *(extracts or (extract_text(),))])


def write_dossier(
    folder: Path,
    *,
    config: str | bytes | None = CONFIG,
    chapeau: str | bytes | None = None,
    fiches: Mapping[str, str | bytes] | None = None,
    documents: bool = True,
) -> Path:
    """Write a dossier into `folder`: by default one that builds at once, without a warning.

    `fiches` maps names without suffix to texts; the default one is `martin-2025`, whose only
    extract is `martin-2025#offre`. A part that is None is left out. Each fiche has its document,
    which holds the passages that it quotes, unless `documents` is false.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sheets = {"martin-2025": fiche_text()} if fiches is None else fiches
    files = {"dossier.toml": config, "chapeau.md": chapeau}
    files |= {f"{name}.md": text for name, text in sheets.items()}
    for name, content in files.items():
        if content is not None:
            data = content if isinstance(content, bytes) else content.encode()
            (folder / name).write_bytes(data)
    if documents:
        write_documents(folder, sheets)
    return folder


def write_documents(folder: Path, fiches: Mapping[str, str | bytes]) -> None:
    """Write the full text of each fiche, made of the passages that it quotes."""
    (folder / "documents").mkdir(exist_ok=True)
    for name, text in fiches.items():
        sheet = text if isinstance(text, str) else text.decode("utf-8", "replace")
        lines = dict.fromkeys(sheet.splitlines())
        quoted = [line.lstrip("> ") for line in lines if line.startswith(">")]
        (folder / "documents" / f"{name}.txt").write_text("\n\n".join(quoted), "utf-8")


def raw_file(name: str, content: str | bytes) -> RawFile:
    """Return a file as the core sees it, shown under its own name."""
    return RawFile(name, name, content if isinstance(content, bytes) else content.encode())


def raw_dossier(
    *,
    config: str | bytes | None = CONFIG,
    chapeau: str | bytes | None = None,
    fiches: Mapping[str, str | bytes] | None = None,
    bibliography: str | bytes | None = None,
) -> RawDossier:
    """Return what `write_dossier` would write, without a disk; its path is `dossier`."""
    sheets = {"martin-2025": fiche_text()} if fiches is None else fiches
    return RawDossier(
        path="dossier",
        config=None if config is None else raw_file("dossier.toml", config),
        introduction=None if chapeau is None else raw_file("chapeau.md", chapeau),
        fiches=tuple(raw_file(f"{name}.md", text) for name, text in sheets.items()),
        bibliography=None if bibliography is None else raw_file("zotero.json", bibliography),
    )


def read(
    *,
    config: str | bytes | None = CONFIG,
    chapeau: str | bytes | None = None,
    fiches: Mapping[str, str | bytes] | None = None,
) -> Reading:
    """Read what `raw_dossier` returns."""
    return read_raw_dossier(raw_dossier(config=config, chapeau=chapeau, fiches=fiches))


def shown(findings: Iterable[Finding]) -> list[str]:
    """Return findings as `path:line code message → hint`, for assertions a person can read."""
    return [" → ".join(filter(None, told(finding))) for finding in findings]


def told(finding: Finding) -> tuple[str, str]:
    """Return a finding as `path:line code message` and its hint."""
    place = f"{finding.path}:{finding.line} {finding.code} {finding.message}"
    return place, str(finding.hint or "")


def invoke(*arguments: str | Path) -> Result:
    """Run the command line in this process; what no user should meet is raised."""
    return CliRunner().invoke(
        main,
        [str(argument) for argument in arguments],
        prog_name="briefing",
        catch_exceptions=False,
    )


def run_briefing(
    *arguments: str | Path, cwd: Path = ROOT, language: str = "en", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command line as a program of its own, in `language`."""
    return subprocess.run(
        [sys.executable, "-m", "briefing", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env={
            **os.environ,
            "LANGUAGE": language,
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
            **environment,
        },
    )
