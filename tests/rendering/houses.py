"""Templates of a house, made in memory."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from briefing.errors import FaultyTemplateError
from briefing.houses import find_templates, lint
from briefing.model.briefing import Briefing
from briefing.model.edition import Medium
from briefing.model.finding import Finding
from briefing.model.templates import (
    Asset,
    Origin,
    TemplateFile,
    TemplateFolder,
    Templates,
)
from briefing.rendering import TemplatesLoader, check_closed, render
from briefing.resources import frame
from tests.builders import assembled, dossier

EXTENDS = '{% extends "complet/briefing.html.j2" %}'
PROMISE = "{% set briefing_api = 1 %}"
ENTRY = "complet/briefing.html.j2"
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'


def house(
    files: Mapping[str, str], assets: Mapping[str, bytes] | None = None, path: str = "maison"
) -> Templates:
    """Return the templates `files`, before those built in."""
    kept = {name: TemplateFile(f"{path}/{name}", text) for name, text in files.items()}
    own = TemplateFolder(
        path,
        Origin.DOSSIER,
        files=MappingProxyType({n: f for n, f in kept.items() if n.endswith(".j2")}),
        styles=MappingProxyType({n: f for n, f in kept.items() if n.endswith(".css")}),
        assets=MappingProxyType(
            {n: Asset(f"{path}/{n}", "image/svg+xml", data) for n, data in (assets or {}).items()}
        ),
    )
    return Templates((own, *find_templates().folders[-1:]))


def of_block(text: str, block: str = "masthead") -> Templates:
    """Return templates of which `complet` overrides one block."""
    body = f"{EXTENDS}\n{PROMISE}\n{{% block {block} %}}\n{text}\n{{% endblock %}}"
    return house({ENTRY: body}, {"complet/logo.svg": LOGO})


def rendered(
    templates: Templates, briefing: Briefing | None = None, medium: Medium = Medium.SCREEN
) -> str:
    """Render a briefing with `templates`, and check that the page is closed."""
    shown = briefing or assembled(dossier())
    made = render(
        shown,
        medium,
        loader=TemplatesLoader(templates),
        templates=templates,
        frame=frame(shown.language),
    )
    check_closed(made.html, f"maison/{ENTRY}", templates.texts())
    return made.html


def house_findings(text: str) -> list[Finding]:
    """Return what is wrong in a template, before it runs and as it does."""
    templates = house({ENTRY: text})
    found = lint(templates, templates.folders[0])
    try:
        rendered(templates)
    except FaultyTemplateError as fault:
        found.append(fault.finding)
    return found


def write_house(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write the files of a folder of templates."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder
