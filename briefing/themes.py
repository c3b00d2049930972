"""Themes found on the disk: those of a dossier, those built in, a folder that the user names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from briefing.errors import DossierError, UsageError
from briefing.files import load_file, machine_error
from briefing.model.dossier import Dossier
from briefing.model.finding import Finding, has_errors, message
from briefing.model.theme import CLASSIC, RawTheme, Theme
from briefing.reading.findings import did_you_mean, error
from briefing.resources import styles_folder
from briefing.theming import read_theme, unreadable
from briefing.theming.tokens import read_tokens

PLACES = ("styles/themes", "themes")
"""Where the themes of a dossier are looked for, inside it."""
_NAME = re.compile(r"\w[\w.-]*\Z")


def find_themes(dossier: Path | None = None) -> dict[str, RawTheme]:
    """Return the themes at hand by name: those of `dossier` first, then those built in."""
    places = [dossier / name for name in PLACES] if dossier else []
    folders = [folder for place in places for folder in _folders(place, dossier)]
    found: dict[str, RawTheme] = {}
    for folder in folders:
        found.setdefault(folder.name, load_folder(folder))
    for folder in _folders(styles_folder() / "themes"):
        found.setdefault(folder.name, load_folder(folder, built_in=True))
    return found


def _folders(place: Path, within: Path | None = None) -> Iterator[Path]:
    """Yield the themes of a folder, but for those that lead out of the dossier through links."""
    try:
        folders = (
            sorted(path for path in place.iterdir() if path.is_dir()) if place.is_dir() else []
        )
    except OSError as fault:
        raise machine_error(fault, place) from fault
    for folder in folders:
        files = (folder, *(folder / name for name in _FILES.values()))
        if _NAME.match(folder.name) and (within is None or all(_in(p, within) for p in files)):
            yield folder


def _in(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # links in a ring
        return False


_FILES: Mapping[str, str] = {
    "tokens": "tokens.css",
    "about": "theme.toml",
    "print": "print.css",
    "screen": "screen.css",
}


def load_folder(folder: Path, *, built_in: bool = False) -> RawTheme:
    """Read the files of a theme; raises `MachineError` if one can't be read."""
    try:
        files = {part: load_file(folder, name) for part, name in _FILES.items()}
    except OSError as fault:
        raise machine_error(fault, folder) from fault
    return RawTheme(folder.name or folder.resolve().name, str(folder), built_in, **files)


def read(raw: RawTheme) -> tuple[Theme, list[Finding]]:
    """Return the theme, and every fault of its files."""
    try:
        return read_theme(raw, measures())
    except (RecursionError, ValueError) as fault:
        return Theme(raw.name), [error("BR361", raw.path, 0, unreadable(fault))]


def find_theme(name: str, dossier: Path | None = None) -> RawTheme:
    """Return the theme that the user names, or that of the folder; raises `UsageError` if none."""
    known = find_themes(dossier)
    if name in known:
        return known[name]
    if Path(name).is_dir():
        return load_folder(Path(name))
    raise UsageError(message("there is no theme “{name}”", name=name), did_you_mean(name, known))


def load_theme(name: str, dossier: str | Path | None = None) -> Theme:
    """Return the theme that the user names; raises `DossierError` with its findings if unfit."""
    theme, findings = read(find_theme(name, Path(dossier) if dossier else None))
    if has_errors(findings):
        raise DossierError(message("the theme has errors"), findings)
    return theme


@cache
def built_in_theme(name: str = CLASSIC) -> Theme:
    """Return a theme of our own; raises `UsageError` if there is none of this name."""
    return load_theme(name)


def is_built_in(theme: Theme) -> bool:
    """Say whether a theme is one of ours, as it is."""
    try:
        return theme == built_in_theme(theme.name)
    except UsageError:
        return False


def themes_of(
    folder: Path, dossier: Dossier, config: str
) -> tuple[dict[str, Theme], list[Finding]]:
    """Return the themes that a dossier names, by name, and what is wrong with them.

    One that can't be used is that of the house, as a draft shows it. `config` is the path of
    dossier.toml as findings show it.
    """
    places = _named(dossier)
    if not places:
        return {}, []
    known = find_themes(folder)
    themes: dict[str, Theme] = {}
    findings: list[Finding] = []
    for name, line in places.items():
        if name in known:
            theme, faults = read(known[name])
        else:
            said = message("there is no theme “{name}”", name=name)
            faults = [error("BR360", config, line, said, did_you_mean(name, known))]
        themes[name] = built_in_theme() if has_errors(faults) else theme
        findings += faults
    return themes, findings


def _named(dossier: Dossier) -> dict[str, int]:
    """Return the names of themes in a dossier, each with the line where it stands first."""
    told: Iterable[tuple[str, int]] = (
        (dossier.theme.name, dossier.theme.line),
        *((audience.theme.name, audience.theme.line) for audience in dossier.audiences.values()),
    )
    places: dict[str, int] = {}
    for name, line in told:
        if name:
            places.setdefault(name, line)
    return places


@cache
def measures() -> frozenset[str]:
    """Return the names of the tokens that every theme may give, without `--`."""
    path = styles_folder() / "tokens.css"
    tokens, _ = read_tokens(path.read_text(encoding="utf-8"), str(path))
    return frozenset(tokens)
