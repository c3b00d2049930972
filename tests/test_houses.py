"""Templates found on the disk: in which order, within which folders, with which look."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from types import MappingProxyType

import pytest

import briefing
from briefing import houses
from briefing.api import find_audience
from briefing.building import build
from briefing.errors import DossierError, FaultyTemplateError, UsageError
from briefing.houses import (
    check_templates,
    checkable,
    dress,
    entry_of,
    find_templates,
    is_ours,
    lint,
)
from briefing.model.dossier import Dossier
from briefing.model.templates import Origin
from briefing.themes import built_in_theme, load_theme
from tests.rendering.houses import ENTRY, EXTENDS, LOGO, PROMISE, rendered, write_house

HOUSES = Path(__file__).parent / "houses"
NAMES = ("association", "ministere", "redaction")


def saying(word: str, parent: str = EXTENDS) -> str:
    return f"{parent}\n{PROMISE}\n{{% block logo %}}<b>{word}</b>{{{{ super() }}}}{{% endblock %}}"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install a house package whose code must not run."""
    code = {"maison_gabarits/__init__.py": "raise SystemExit('run')"}
    write_house(tmp_path / "site", {**code, f"maison_gabarits/{ENTRY}": saying("paquet")})
    monkeypatch.syspath_prepend(tmp_path / "site")
    point = EntryPoint("maison", "maison_gabarits", houses.GROUP)
    monkeypatch.setattr(
        "importlib.metadata.entry_points", lambda group: EntryPoints([point]).select(group=group)
    )
    return tmp_path / "site" / "maison_gabarits"


# ---- Which one counts ----------------------------------------------------------------------


def test_the_order_is_dossier_folder_package_ours(tmp_path: Path, package: Path) -> None:
    write_house(tmp_path / "d" / "gabarits", {ENTRY: saying("dossier")})
    one = write_house(tmp_path / "one", {ENTRY: saying("un"), "autre/briefing.html.j2": EXTENDS})
    two = write_house(tmp_path / "two", {ENTRY: saying("deux")})
    found = find_templates(tmp_path / "d", [one, two])
    assert [folder.origin for folder in found.folders] == [
        Origin.DOSSIER,
        Origin.FOLDER,
        Origin.FOLDER,
        Origin.PACKAGE,
        Origin.BUILT_IN,
    ]
    assert found.names["complet"].origin is Origin.DOSSIER
    assert found.names["autre"].path == str(one)
    html = rendered(found)
    words = ("dossier", "un", "deux", "paquet")
    places = [html.index(f"<b>{word}</b>") for word in words]
    assert places == sorted(places), "each extends the one that it covers"
    assert "maison_gabarits" not in sys.modules


def test_ours_alone_need_no_confinement(tmp_path: Path) -> None:
    assert is_ours("complet", find_templates())
    own = write_house(tmp_path / "own", {"maison/briefing.html.j2": EXTENDS})
    found = find_templates(None, [own])
    assert is_ours("complet", found)
    assert not is_ours("maison", found)
    write_house(own, {"partials/labels.html.j2": "{# covers ours #}"})
    assert not is_ours("complet", find_templates(None, [own]))


def test_an_unknown_template_is_refused_and_the_nearest_proposed() -> None:
    with pytest.raises(UsageError) as caught:
        entry_of("complett", find_templates())
    assert "complet" in str(caught.value.hint)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="doesn't exist"):
        find_templates(None, [tmp_path / "none"])
    with pytest.raises(UsageError, match="gabarits"):
        checkable(tmp_path)


def test_a_folder_that_holds_too_much_is_no_folder_of_templates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_house(tmp_path, {"a/b.j2": "x" * 50, "a/c.j2": "x" * 50})
    monkeypatch.setattr(houses, "MAX_TOTAL", 60)
    with pytest.raises(UsageError, match="holds too much"):
        find_templates(None, [tmp_path])
    monkeypatch.setattr(houses, "MOST_FILES", 1)
    with pytest.raises(UsageError, match="holds too much"):
        find_templates(None, [tmp_path])


def test_files_too_large_or_of_no_kind_are_not_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_house(tmp_path, {"a/big.j2": "x" * 50, "a/notes.txt": "x", "a/ok.css": "p {}"})
    monkeypatch.setattr(houses, "MAX_TEXT", 40)
    (folder, _) = find_templates(None, [tmp_path]).folders
    assert set(folder.refused) == {"a/big.j2"}
    assert "is larger than" in str(folder.refused["a/big.j2"])
    assert not folder.files
    assert set(folder.styles) == {"a/ok.css"}


def test_links_inside_a_folder_are_followed_once_and_rings_end(tmp_path: Path) -> None:
    write_house(tmp_path, {"a/logo.svg": LOGO, "b/x.j2": ""})
    (tmp_path / "b" / "mark.svg").symlink_to("../a/logo.svg")
    (tmp_path / "b" / "ring").symlink_to("..")
    (folder, _) = find_templates(None, [tmp_path]).folders
    assert set(folder.assets) == {"a/logo.svg", "b/mark.svg"}
    assert not folder.refused


def test_the_folder_of_a_dossier_may_not_lead_out_of_it(tmp_path: Path) -> None:
    outside = write_house(tmp_path / "outside", {ENTRY: EXTENDS})
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "gabarits").symlink_to(outside)
    with pytest.raises(UsageError, match="leads out of the dossier"):
        find_templates(tmp_path / "d")


# ---- Its look ------------------------------------------------------------------------------


def look(tmp_path: Path, files: Mapping[str, str | bytes]) -> Mapping[str, str]:
    found = find_templates(None, [write_house(tmp_path, {ENTRY: EXTENDS, **files})])
    theme = dress(built_in_theme(), "complet", found)
    return {"tokens": theme.css, **theme.rules}


def test_tokens_take_the_place_of_those_of_the_theme(tmp_path: Path) -> None:
    css = look(tmp_path, {"complet/tokens.css": ":root { --blue: #14532d; --title: 30pt }"})
    assert "--blue: #14532d;" in css["tokens"]
    assert "--title: 30pt;" in css["tokens"]
    assert "--accent: #8c2f1d;" in css["tokens"]


def test_files_that_rules_name_are_put_inside(tmp_path: Path) -> None:
    files = {"complet/logo.svg": LOGO, "fond.svg": LOGO}
    rules = "p { background: url(logo.svg) } q { background: url('fond.svg') }"
    rules += " b { background: url(data:image/gif;base64,AA) }"
    css = look(tmp_path, {**files, "complet/print.css": rules, "complet/screen.css": ""})
    assert css["print"].count("data:image/svg+xml;base64,") == 2
    assert "url(data:image/gif;base64,AA)" in css["print"]
    assert css["screen"] == ""


@pytest.mark.parametrize(
    ("css", "said"),
    [
        ("p {}\nq { background: url(logoo.svg) }", ":2 BR807 there is no file “logoo.svg”"),
        ("p { src: url(http://a/b) }", ":1 BR807 “http://a/b” is outside of"),
        (r"p { src: \75rl('../x') }", ":1 BR807 “../x” is outside of"),
        ("p { background: image-set('a.png' 1x) }", ":1 BR364"),
        ("</style>", ":1 BR364"),
    ],
)
def test_what_a_style_sheet_may_not_have_is_told_at_its_line(
    tmp_path: Path, css: str, said: str
) -> None:
    with pytest.raises(DossierError) as caught:
        look(tmp_path, {"complet/logo.svg": LOGO, "complet/print.css": css})
    told = [f"{f.path}:{f.line} {f.code} {f.message}" for f in caught.value.findings]
    assert any(f"print.css{said}" in text for text in told), told


def test_colours_must_be_legible_all_the_same(tmp_path: Path) -> None:
    with pytest.raises(DossierError) as caught:
        look(tmp_path, {"complet/tokens.css": ":root { --blue: #ccddff; --bleu: #000 }"})
    codes = {(finding.code, finding.line) for finding in caught.value.findings}
    assert {("BR363", 1), ("BR361", 1)} <= codes


@pytest.mark.parametrize("name", ["print.css", "tokens.css"])
def test_values_nested_too_deep_are_told(tmp_path: Path, name: str) -> None:
    deep = "(" * 20_000 + "url(logo.svg)" + ")" * 20_000
    css = f":root {{ --blue: {deep} }}"
    with pytest.raises(DossierError) as caught:
        look(tmp_path, {"complet/logo.svg": LOGO, f"complet/{name}": css})
    assert {finding.code for finding in caught.value.findings} == {"BR361"}


def test_a_number_beyond_all_measure_is_told(tmp_path: Path) -> None:
    css = f":root {{ --blue: rgb({'9' * 5_000}, 0, 0) }}"
    with pytest.raises(DossierError) as caught:
        look(tmp_path, {"complet/print.css": css})
    assert {finding.code for finding in caught.value.findings} == {"BR361"}
    with pytest.raises(DossierError) as caught:
        load_theme(str(write_house(tmp_path / "large", {"tokens.css": css})))
    assert [finding.code for finding in caught.value.findings] == ["BR361"]


def test_a_theme_nested_too_deep_is_told(tmp_path: Path) -> None:
    deep = "(" * 20_000 + ")" * 20_000
    place = write_house(tmp_path / "deep", {"tokens.css": f":root {{ --blue: {deep} }}"})
    with pytest.raises(DossierError) as caught:
        load_theme(str(place))
    assert [finding.code for finding in caught.value.findings] == ["BR361"]


def test_an_expression_nested_too_deep_is_told(tmp_path: Path, starter: Dossier) -> None:
    deep = "{{ " + "(" * 3_000 + "1" + ")" * 3_000 + " }}"
    found = find_templates(None, [write_house(tmp_path / "t", {ENTRY: deep})])
    assert [finding.code for finding in lint(found, found.folders[0])] == ["BR801"]
    with pytest.raises(FaultyTemplateError):
        build(starter, tmp_path / "out", formats=["html"], templates=found)


# ---- Its version ---------------------------------------------------------------------------


def test_a_template_without_its_version_is_built_with_a_warning(
    tmp_path: Path, starter: Dossier
) -> None:
    place = write_house(tmp_path / "t", {ENTRY: EXTENDS})
    found = find_templates(None, [place])
    made = build(starter, tmp_path / "out", formats=["html"], templates=found)
    assert [finding.code for finding in made.findings] == ["BR804"]
    assert check_templates(["complet"], find_templates()) == []


def test_a_template_for_another_version_is_not_built(tmp_path: Path, starter: Dossier) -> None:
    place = write_house(tmp_path / "t", {ENTRY: f"{EXTENDS}{{% set briefing_api = 2 %}}"})
    with pytest.raises(DossierError) as caught:
        build(starter, tmp_path / "out", templates=find_templates(None, [place]))
    assert [finding.code for finding in caught.value.findings] == ["BR805"]
    assert not (tmp_path / "out").exists()


# ---- The examples --------------------------------------------------------------------------


def test_the_examples_are_short_and_sound() -> None:
    found = find_templates(None, [HOUSES])
    folder = found.folders[0]
    assert folder.names == NAMES
    assert lint(found, folder) == []
    assert not folder.refused
    for name in NAMES:
        files = {**folder.files, **folder.styles}
        texts = [file.text for path, file in files.items() if path.startswith(f"{name}/")]
        assert sum(len(text.splitlines()) for text in texts) < 60


@pytest.mark.slow
def test_the_examples_build_and_differ(tmp_path: Path) -> None:
    checked = briefing.check(HOUSES.parent.parent / "seeds")
    dossier = checked.buildable()
    ground = find_audience(dossier, "complet")
    audiences = {name: replace(ground, id=name, template=name) for name in NAMES}
    whole = replace(dossier, audiences=MappingProxyType(audiences))
    found = find_templates(None, [HOUSES])
    made = build(whole, tmp_path, templates=found, evidence=checked.evidence)
    assert made.warnings == ()
    assert [file.path.suffix for file in made.files] == [".pdf", ".html"] * 3
    pages = [f.path.read_text("utf-8") for f in made.files if f.path.suffix == ".html"]
    said = {"ministere": "Ce qu’il faut retenir", "redaction": "On vous explique"}
    said["association"] = "Ce que nous demandons"
    assert {
        name: [words in page for page in pages].count(True) for name, words in said.items()
    } == dict.fromkeys(NAMES, 1)
