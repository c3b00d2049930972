"""The registry of codes: whole, in step with the source, and its examples true."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from briefing.checking.codes import CODES
from briefing.checking.editorial import editorial_findings
from briefing.checking.naming import naming_findings
from briefing.checking.pages.page import Page
from briefing.checking.repertoire import repertoire_findings
from briefing.checking.silencing import settings_findings
from briefing.checking.typography import typography_findings
from briefing.model.files import RawDossier, RawFile
from briefing.model.finding import Finding, Severity
from briefing.outputs.repertoire import printed
from briefing.reading.config import read_config
from briefing.reading.dossier import read_raw_dossier
from briefing.themes import themes_of
from briefing.theming import read_theme
from tests.rendering.houses import EXTENDS, house_findings
from tests.support import CONFIG, extract_text, fiche_text, raw_dossier
from tests.theming.themes import raw_theme, tokens_css

PACKAGE = Path(__file__).resolve().parent.parent.parent / "briefing"
CODE = re.compile(r"BR\d{3}\Z")
DATA = PACKAGE / "checking" / "pages"


@cache
def sources() -> list[ast.Module]:
    """Return the modules that make findings: all but the registry's own."""
    paths = [path for path in PACKAGE.rglob("*.py") if DATA not in path.parents]
    return [ast.parse(path.read_text("utf-8")) for path in paths]


@cache
def used_codes() -> set[str]:
    return {
        node.value
        for tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.match(node.value)
    }


def severities() -> Iterator[tuple[str, str]]:
    """Yield (code, severity) of every call `error("BR…", …)`, `warning(…)` or `x.fault(…)`."""
    makers = {"error": "error", "warning": "warning", "fault": "error"}
    calls = (node for tree in sources() for node in ast.walk(tree) if isinstance(node, ast.Call))
    for call in calls:
        function = call.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        code = call.args[0] if call.args else None
        if name in makers and isinstance(code, ast.Constant) and CODE.match(str(code.value)):
            yield str(code.value), makers[name]


def test_every_code_of_the_source_has_its_page() -> None:
    assert used_codes() - CODES.keys() == set()


def test_every_page_is_of_a_code_of_the_source() -> None:
    assert CODES.keys() - used_codes() == set()


def test_each_code_has_the_severity_of_its_page() -> None:
    found = list(severities())
    assert len(found) > 50
    assert {(code, kind) for code, kind in found if CODES[code].severity.value != kind} == set()


def test_codes_are_unique_and_in_order() -> None:
    assert list(CODES) == sorted(CODES)
    assert all(CODE.match(code) and code == page.code for code, page in CODES.items())


@pytest.mark.parametrize("page", CODES.values(), ids=list(CODES))
def test_a_page_is_whole(page: Page) -> None:
    title, why = str(page.title), str(page.why)
    assert len(title) <= 60
    assert "\n" not in title
    assert not title.endswith(".")
    assert why.endswith(".")
    assert len(why) > 60
    assert page.wrong != page.right
    assert all(len(line) <= 100 for text in (page.wrong, page.right) for line in text.split("\n"))


@pytest.mark.parametrize(
    ("family", "severity"), [("BR5", Severity.WARNING), ("BR7", Severity.WARNING)]
)
def test_what_is_a_matter_of_judgement_is_a_warning(family: str, severity: Severity) -> None:
    assert {page.severity for code, page in CODES.items() if code[:3] == family} == {severity}


# ---- The examples --------------------------------------------------------------------------

# Those that show file names, bytes, documents or what stands in several places at once.
TOLD_IN_WORDS = {
    *(
        "BR101",
        "BR102",
        "BR103",
        "BR310",
        "BR311",
        "BR312",
        "BR313",
        "BR403",
        "BR501",
        "BR504",
        "BR505",
        "BR506",
    ),
    *("BR350", "BR353", "BR354", "BR355", "BR357"),
    *("BR333", "BR334", "BR507", "BR508", "BR509", "BR607", "BR608", "BR701", "BR702", "BR703"),
    *("BR214", "BR215", "BR232", "BR362", "BR407", "BR511"),
    *("BR601", "BR602", "BR603", "BR604", "BR605", "BR606"),
    *("BR620", "BR621", "BR622"),
    *("BR374", "BR375"),
}

# The right examples of these show one line, and leave the rest of the extract to the reader.
NEEDS_MORE = {"BR212": ("BR220", "BR224", "BR226", "BR227")}


BIBLIOGRAPHY = 'bibliographie = "zotero.json"'


def codes_found(example: str) -> set[str]:
    """Return the codes found in a sound dossier into which `example` is put."""
    return {finding.code for finding in findings(example)}


def findings(example: str) -> list[Finding]:
    if "{%" in example or "{{" in example or example.startswith("<img"):
        return template_findings(example)
    if example.startswith(("theme", ":root", "@")):
        return theme_findings(example)
    of_bibliography = example.startswith(("bibliographie", "{", "[{")) or "- clé" in example
    parts = beside_bibliography(example) if of_bibliography else placed(example)
    raw = with_style(raw_dossier(**parts), example)  # type: ignore[arg-type]
    reading = read_raw_dossier(raw)
    found = [*reading.findings, *typography_findings(raw)]
    if reading.dossier is not None:
        found += settings_findings(reading.dossier.checks, "dossier.toml")
        found += editorial_findings(reading.dossier, "dossier.toml")
        found += naming_findings(reading.dossier, raw)
        found += repertoire_findings(reading.dossier, raw, printed())
    return found


def template_findings(example: str) -> list[Finding]:
    """Return those of a template that `example` is, or that it is a block of."""
    whole = example if "extends" in example else f"{EXTENDS}\n{example}"
    if "{% set" not in whole and "{% block" not in whole and example != whole:
        whole = f"{EXTENDS}\n{{% block logo %}}{example}{{% endblock %}}"
    return house_findings(whole)


def theme_findings(example: str) -> list[Finding]:
    """Return those of a theme that `example` names, or of which it is a part."""
    if example.startswith("theme"):
        dossier, _ = read_config(f"{example}\n{CONFIG}", "dossier.toml")
        assert dossier is not None
        return themes_of(PACKAGE, dossier, "dossier.toml")[1]
    part = {"print": example} if example.startswith("@") else {"tokens": tokens_css() + example}
    return read_theme(raw_theme(**part), ())[1]


def with_style(raw: RawDossier, example: str) -> RawDossier:
    """Return `raw` with the citation style that `example` names as its own, or is a part of."""
    if not example.startswith(("style-bibliographique", "<link", "<bibliography")):
        return raw
    inside = example if example.startswith("<bib") else f"<info>{example}</info>"
    head = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">'
    body = "<bibliography><layout/></bibliography>" if example.startswith("style") else inside
    named = example if example.startswith("style") else 'style-bibliographique = "apa.csl"'
    kept = "apa.csl" in named
    style = RawFile("apa.csl", "apa.csl", f"{head}{body}</style>".encode()) if kept else None
    config = RawFile("dossier.toml", "dossier.toml", f"{named}\n{CONFIG}".encode())
    return replace(raw, config=config, style=style)


def placed(example: str) -> dict[str, object]:
    """Say where `example` goes: by what it begins with, as an analyst would see."""
    beside = extract_text(id="autre")
    if example.startswith("titre"):
        return {"config": CONFIG.replace('titre = "Un train de nuit pour Valmont"', example)}
    if example.startswith("["):
        return {"config": f"{CONFIG}\n{example}\n"}
    if example.startswith("##"):
        return {"fiches": {"martin-2025": fiche_text(with_tags(example), beside)}}
    if example.startswith(("# ", "- type", "À relire")):
        return {"fiches": {"martin-2025": example, "autre": fiche_text(beside)}}
    if example.startswith("- "):
        return {"fiches": {"martin-2025": fiche_text(spoiled(example))}}
    return {"chapeau": example}


def beside_bibliography(example: str) -> dict[str, object]:
    """Put `example` into the bibliography, or a bibliography beside it."""
    named = f"{BIBLIOGRAPHY}\n{CONFIG}"
    if example.startswith("bibliographie"):
        held = "[]" if BIBLIOGRAPHY in example else None  # the loader reads nothing outside
        return {"config": f"{example}\n{CONFIG}", "bibliography": held}
    if example.startswith("#"):
        fiches = {"martin-2025": example, "autre": fiche_text(extract_text(id="autre"))}
        return {"config": named, "fiches": fiches, "bibliography": '[{"id": "minic2025"}]'}
    return {"config": named, "bibliography": example}


def with_tags(example: str) -> str:
    """Return an extract, with sound tags if it has none."""
    if "\n- " in example:
        return f"{example}\n"
    statement, _, quotation = example.partition("\n> ")
    return extract_text(statement.removeprefix("## "), quotation or "nous paierons")


def spoiled(example: str) -> str:
    """Return a sound extract in which the lines of `example` replace those of their keys."""
    keys = {line.partition(" :")[0] for line in example.split("\n")}
    near = {"- locutteur": "- locuteur"}
    keys |= {near[key] for key in keys if key in near}
    kept = [line for line in extract_text().split("\n") if line.partition(" :")[0] not in keys]
    return "\n".join([*filter(None, kept), example, ""])


@pytest.mark.parametrize("code", sorted(CODES.keys() - TOLD_IN_WORDS))
def test_the_wrong_example_has_the_fault_and_the_right_one_has_not(code: str) -> None:
    page = CODES[code]
    assert code in codes_found(page.wrong)
    assert code not in codes_found(page.right)
    others = {finding.code for finding in findings(page.right) if finding.is_error}
    assert others <= {"BR403", *NEEDS_MORE.get(code, ())}


def test_only_examples_that_exist_are_told_in_words() -> None:
    assert CODES.keys() >= TOLD_IN_WORDS
