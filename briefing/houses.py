"""Templates found on the disk: of a dossier, of a folder named, of a house package, built in.

They are read whole before any of them runs, so that none opens a file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from briefing.errors import DossierError, UsageError
from briefing.files import is_inside, machine_error, require_folders
from briefing.model.finding import Finding, Message, has_errors, message
from briefing.model.templates import (
    ENTRY,
    MAIL,
    MAIL_TEXT,
    Asset,
    Origin,
    TemplateFile,
    TemplateFolder,
    Templates,
)
from briefing.model.theme import Theme
from briefing.reading.findings import did_you_mean, error
from briefing.rendering import TemplatesLoader
from briefing.rendering.assets import KINDS
from briefing.rendering.dressing import dressed
from briefing.rendering.linting import Linter, linter
from briefing.rendering.outside import leads_out
from briefing.rendering.render import template_environment
from briefing.resources import templates_folder
from briefing.themes import measures
from briefing.theming import unreadable
from briefing.typesetting.engine import FRENCH

PLACE = "gabarits"
"""Where a dossier has its own."""
GROUP = "briefing.templates"
"""The entry points of house packages: `maison = "maison_gabarits"`, a package of folders."""
MOST_FILES = 1_000
DEEPEST = 4
MAX_TEXT = 1_000_000
MAX_ASSET = 4_000_000
MAX_TOTAL = 32_000_000
"""Bytes; more is no folder of templates."""


def find_templates(
    dossier: str | Path | None = None, folders: Iterable[str | Path] = ()
) -> Templates:
    """Return the templates at hand, those of the dossier first.

    Raises `UsageError` for a folder that isn't there, or that is something else.
    """
    found = []
    own = Path(dossier) if dossier else None
    if own is not None and (own / PLACE).is_dir():
        found.append(load_templates(own / PLACE, Origin.DOSSIER, within=own))
    found += [load_templates(path, Origin.FOLDER) for path in require_folders(folders)]
    found += [load_templates(path, Origin.PACKAGE) for path in house_packages()]
    return Templates((*found, _built_in()))


@cache
def _built_in() -> TemplateFolder:
    return load_templates(templates_folder(), Origin.BUILT_IN)


def house_packages() -> list[Path]:
    """Return the folders of the house packages that are installed; none of them is run."""
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    found: list[Path] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        spec = find_spec(point.module.partition(".")[0])
        parts = (*point.module.split(".")[1:], *filter(None, (point.attr or "").split(".")))
        places = (spec.submodule_search_locations if spec else None) or ()
        found += [place for base in places if (place := Path(base, *parts)).is_dir()]
    return found


def load_templates(folder: Path, origin: Origin, within: Path | None = None) -> TemplateFolder:
    """Read a folder of templates; what leads out of it through links is refused, not read."""
    files: dict[str, TemplateFile] = {}
    styles: dict[str, TemplateFile] = {}
    assets: dict[str, Asset] = {}
    refused: dict[str, Message] = {}
    if within is not None and not is_inside(folder, within):
        raise UsageError(message("“{path}” leads out of the dossier", path=str(folder)))
    total = 0
    for path in _files(folder):
        name, suffix = path.relative_to(folder).as_posix(), path.suffix.lower().removeprefix(".")
        reason = _reason(path, folder, suffix)
        if reason:
            refused[name] = reason
            continue
        data = path.read_bytes() if suffix in (*KINDS, "j2", "css") else b""
        total += len(data)
        if total > MAX_TOTAL:
            raise _no_templates(folder)
        leads = leads_out(data) if suffix == "svg" else ""
        if leads:
            told = message("“{path}” would load or run “{name}”", path=str(path), name=leads)
            refused[name] = told
        elif suffix in KINDS:
            assets[name] = Asset(str(path), KINDS[suffix], data)
        elif data or suffix in ("j2", "css"):
            text = TemplateFile(str(path), data.decode("utf-8-sig", "replace"))
            (files if suffix == "j2" else styles)[name] = text
    return TemplateFolder(
        str(folder),
        origin,
        MappingProxyType(files),
        MappingProxyType(styles),
        MappingProxyType(assets),
        MappingProxyType(refused),
    )


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and below, links to folders as they are, in order."""
    count = 0
    try:
        for place, below, names in os.walk(folder):
            here = Path(place)
            links = [name for name in below if (here / name).is_symlink()]
            deep = len(here.relative_to(folder).parts) >= DEEPEST
            below[:] = [] if deep else sorted(name for name in below if not name.startswith("."))
            for name in sorted((*names, *links)):
                count += 1
                if count > MOST_FILES:
                    raise _no_templates(folder)
                yield from _linked(here / name, folder) if name in links else (here / name,)
    except OSError as fault:
        raise machine_error(fault, folder) from fault


def _linked(place: Path, folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that a link leads to; they are refused if it leads out."""
    if place.resolve().is_relative_to(folder.resolve()):
        return  # they are found where they stand
    yield place
    with os.scandir(place) as entries:
        yield from (place / entry.name for entry in list(entries)[:MOST_FILES] if entry.is_file())


def _reason(path: Path, folder: Path, suffix: str) -> Message | None:
    """Say why a file may not be read, if it may not."""
    if not is_inside(path, folder):
        return message("“{path}” leads out of its folder through a link", path=str(path))
    if not path.is_file():
        return message("“{path}” isn't a plain file", path=str(path))
    limit = MAX_ASSET if suffix in KINDS else MAX_TEXT
    if path.stat().st_size > limit:
        return message(
            "“{name}” is larger than {limit} MB", name=str(path), limit=limit // 1_000_000
        )
    return None


def _no_templates(folder: Path) -> UsageError:
    return UsageError(
        message("“{path}” holds too much to be a folder of templates", path=str(folder)),
        message("name the folder that holds those of templates: maison/briefing.html.j2"),
    )


def require_template(name: str, templates: Templates) -> TemplateFolder:
    """Return the folder that a template is taken from; raises `UsageError` if there is none."""
    known = templates.names
    if name not in known:
        said = message("there is no template “{name}”", name=name)
        raise UsageError(said, did_you_mean(name, known))
    return known[name]


def is_ours(name: str, templates: Templates) -> bool:
    """Say whether the template `name` runs nothing but what is built in."""
    ours = templates.folders[-1]
    own = templates.folders[:-1]
    covered = any(
        ours.files.keys() & folder.files.keys()
        or any(style.startswith(f"{name}/") for style in folder.styles)
        for folder in own
    )
    return require_template(name, templates) is ours and not covered


def dress(theme: Theme, name: str, templates: Templates) -> Theme:
    """Return `theme` as the template `name` has it: with its tokens, rules and pictures.

    Raises `DossierError` with what is wrong in its style sheets.
    """
    folder = _with_styles(name, templates)
    try:
        look, findings = dressed(theme, folder, name, templates, measures())
    except (RecursionError, ValueError) as fault:
        said = unreadable(fault)
        look, findings = theme, [error("BR361", f"{folder.path}/{name}", 0, said)]
    if has_errors(findings):
        raise DossierError(message("the template has errors"), findings)
    return look


def _with_styles(name: str, templates: Templates) -> TemplateFolder:
    """Return the folder of a template, with the styles of those that are asked before it.

    They may have its e-mail or its styles alone.
    """
    folder = require_template(name, templates)
    before = templates.folders[: templates.folders.index(folder)]
    styles = {
        key: file
        for place in (folder, *reversed(before))
        for key, file in place.styles.items()
        if key.startswith(f"{name}/")
    }
    return replace(folder, styles=MappingProxyType(styles))


def entry_of(name: str, templates: Templates) -> TemplateFile:
    """Return the file of a template; raises `UsageError` if there is none.

    That of an edition is named by its folder, that of an e-mail whole: `complet/email.html.j2`.
    """
    place, _, file = name.partition("/")
    folder = require_template(place, templates)
    if not file:
        return folder.files[f"{place}/{ENTRY}"]
    found = templates.find(name) if file in (ENTRY, MAIL, MAIL_TEXT) else None
    if found is None:
        said = message("there is no template “{name}”", name=name)
        raise UsageError(said, did_you_mean(name, templates.texts_by_name()))
    return found[1]


def contract_findings(name: str, templates: Templates) -> list[Finding]:
    """Return what is to be said of a house's template before it runs; nothing of one of ours."""
    folder = require_template(name, templates)
    if folder.origin is Origin.BUILT_IN:
        return []
    return _linter(name, templates, folder).contract(f"{name}/{ENTRY}")


def check_templates(names: Iterable[str], templates: Templates) -> list[Finding]:
    """Return the warnings about templates that are to be used; raises `DossierError` for errors.

    Raises `UsageError` for one that there isn't.
    """
    found = [f for name in dict.fromkeys(names) for f in contract_findings(name, templates)]
    if has_errors(found):
        raise DossierError(message("the template has errors"), found)
    return found


def lint(templates: Templates, folder: TemplateFolder) -> list[Finding]:
    """Return what can be told of every template of `folder` without running it."""
    found: list[Finding] = []
    for file in sorted(folder.files):
        found += _linter(file.partition("/")[0], templates, folder).findings(file)
    return found


def _linter(name: str, templates: Templates, folder: TemplateFolder) -> Linter:
    loader = TemplatesLoader(templates)
    environment = template_environment(loader, FRENCH, templates=templates, place=name)
    return linter(templates, folder, environment)


def checkable(dossier: str | Path, folder: str | Path = "") -> tuple[Templates, TemplateFolder]:
    """Return the templates at hand, and the folder of them to check: `folder`, or the dossier's.

    Raises `UsageError` if there is none.
    """
    found = find_templates(Path(dossier), [folder] if folder else ())
    wanted = Origin.FOLDER if folder else Origin.DOSSIER
    own = next((place for place in found.folders if place.origin is wanted), None)
    if own is None:
        said = message("the dossier has no folder “{name}”", name=PLACE)
        raise UsageError(said, message("name the folder of templates to check"))
    return found, own
