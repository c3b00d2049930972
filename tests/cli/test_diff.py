"""`briefing diff`: what changed, as text or JSON, and the exit codes of scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli import main
from tests.support import CONFIG, invoke, run_briefing, write_dossier

LATER = (
    CONFIG.replace("la moitié", "le tiers")
    + """
[[questions]]
id = "reste"
texte = "Qui paie le reste ?"

[[questions.elements]]
texte = "La région s'arrête là."
extraits = ["martin-2025#offre"]
"""
)


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    return write_dossier(tmp_path / "mars"), write_dossier(tmp_path / "juin", config=LATER)


def test_the_same_version_twice(both: tuple[Path, Path]) -> None:
    result = invoke("diff", both[0], both[0], "--exit-code")
    assert (result.exit_code, result.stdout) == (0, "Nothing changed.\n")


def test_changes_are_grouped_and_signed(both: tuple[Path, Path]) -> None:
    result = invoke("diff", *both)
    assert result.exit_code == 0
    shown = [" ".join(line.split()) for line in result.stdout.splitlines() if line.startswith(" ")]
    assert shown == [
        "~ moitie",
        "- La région paierait [-la moitié-] du déficit.",
        "+ La région paierait {+le tiers+} du déficit.",
        "+ reste Qui paie le reste ?",
    ]
    headings = [line for line in result.stdout.splitlines() if line and line[0] != " "][1:]
    assert headings == ["Key points", "Questions"]


def test_seen_backwards_what_was_added_is_withdrawn(both: tuple[Path, Path]) -> None:
    assert "  - reste  Qui paie le reste ?" in invoke("diff", both[1], both[0]).stdout


def test_a_position_and_a_verdict(both: tuple[Path, Path]) -> None:
    old, new = (json.loads(invoke("export", folder).stdout) for folder in (both[0], both[0]))
    old["verdicts"], new["verdicts"] = (
        {"martin-2025#offre": "verbatim"},
        {"martin-2025#offre": None},
    )
    new["positions"][0].update(voices=["rapportée"], date="2025-06")
    new["audience"] = "presse"
    paths = []
    for name, document in (("old", old), ("new", new)):
        paths.append(both[0] / f"{name}.json")
        paths[-1].write_text(json.dumps(document), encoding="utf-8")
    shown = " ".join(invoke("diff", *paths).stdout.split())
    assert "Made for different audiences: complet, presse." in shown
    assert (
        "~ Région – Financement ~ La région accepte de payer la moitié du déficit."
        " voice directe → rapportée · date – → 2025-06 "
    ) in shown
    assert shown.count("La région accepte") == 1
    assert "/" not in shown
    assert "Quotations ~ martin-2025#offre verdict verbatim → –" in shown


def test_what_the_masthead_the_chapeau_and_the_sources_say(both: tuple[Path, Path]) -> None:
    old = json.loads(invoke("export", both[0]).stdout)
    new = json.loads(json.dumps(old))
    old["introduction"] = [{"role": "paragraph", "text": "Un accord est proche."}]
    new["introduction"] = [{"role": "paragraph", "text": "Rien ne bouge plus."}]
    new.update(authors=["Anne Roche"], date="2025-07-01")
    new["sources"][0]["note"] = "Sans pagination."
    new["extracts"][0]["speaker"] = "Anne Roche"
    paths = []
    for name, document in (("old", old), ("new", new)):
        paths.append(both[0] / f"{name}.json")
        paths[-1].write_text(json.dumps(document), encoding="utf-8")
    shown = " ".join(invoke("diff", *paths).stdout.split())
    assert "Authors + Anne Roche" in shown
    assert "Publication ~ date 2025-06-02 → 2025-07-01" in shown
    assert "Introduction + Rien ne bouge plus. - Un accord est proche." in shown
    assert "remark – → Sans pagination." in shown
    assert "Quotations ~ martin-2025#" in shown
    assert "→ Anne Roche" in shown


def test_words_are_coloured_where_the_terminal_allows(both: tuple[Path, Path]) -> None:
    arguments = ["diff", *map(str, both)]
    coloured = CliRunner().invoke(main, arguments, color=True).stdout
    assert "\x1b[31m[-la moitié-]\x1b[0m" in coloured
    assert "\x1b[32m{+le tiers+}\x1b[0m" in coloured
    assert "\x1b" not in CliRunner().invoke(main, arguments).stdout


def test_the_json_holds_every_change(both: tuple[Path, Path]) -> None:
    document = json.loads(invoke("diff", *both, "--format", "json").stdout)
    assert document["version"] == 1
    assert document["old"] == {
        "title": "Un train de nuit pour Valmont",
        "date": "2025-06-02",
        "audience": "complet",
    }
    assert [(c["kind"], c["item"], c["id"]) for c in document["changes"]] == [
        ("reworded", "key_point", "moitie"),
        ("added", "question", "reste"),
    ]
    assert document["changes"][0]["difference"]["old"] == [
        {"text": "La région paierait ", "changed": False},
        {"text": "la moitié ", "changed": True},
        {"text": "du déficit.", "changed": False},
    ]


def test_nothing_changed_is_an_empty_list(both: tuple[Path, Path]) -> None:
    result = invoke("diff", both[0], both[0], "--format", "json", "--exit-code")
    assert (result.exit_code, json.loads(result.stdout)["changes"]) == (0, [])


@pytest.mark.parametrize("format_", ["text", "json"])
def test_a_change_is_1_if_asked(both: tuple[Path, Path], format_: str) -> None:
    assert invoke("diff", *both, "--format", format_).exit_code == 0
    assert invoke("diff", *both, "--format", format_, "--exit-code").exit_code == 1


def test_trouble_is_never_taken_for_a_change(both: tuple[Path, Path], tmp_path: Path) -> None:
    faulty = write_dossier(tmp_path / "faux", config='date = "2025"')
    assert invoke("diff", both[0], faulty).exit_code == 1
    (fiche,) = both[0].glob("*.md")
    for wrong in (faulty, tmp_path / "rien", fiche):
        for pair in ((both[0], wrong), (wrong, both[0])):
            result = invoke("diff", *pair, "--exit-code")
            assert (result.exit_code, result.stdout) == (2, "")
            assert result.stderr


def test_in_french_and_utf_8_whatever_the_terminal(both: tuple[Path, Path]) -> None:
    assert "Points clés" in run_briefing("diff", *both, language="fr").stdout
    run = run_briefing("diff", *both, "--format", "json", PYTHONIOENCODING="latin-1")
    assert "région" in run.stdout


def test_build_and_check_tell_of_the_earlier_version(both: tuple[Path, Path]) -> None:
    config = f'depuis = "mars.json"\n{LATER}'
    place = write_dossier(both[1], config=config)
    out = both[1] / "out"
    for command in (("check", place), ("build", place, "--out", out)):
        result = invoke(*command)
        assert result.exit_code == 1
        assert f"{place / 'dossier.toml'}:1: error BR333" in result.stderr
    assert not out.exists()
    (place / "mars.json").write_text(invoke("export", both[0]).stdout, encoding="utf-8")
    assert invoke("build", place, "--out", out, "--format", "html").exit_code == 0
    (page,) = out.iterdir()
    text = page.read_text("utf-8")
    assert "Ce qui a changé" in text
    assert "<ins>le tiers</ins>" in text


def test_the_side_of_a_question_is_named_with_it(both: tuple[Path, Path], tmp_path: Path) -> None:
    other = LATER.replace("La région s'arrête là.", "La région s'arrête ici.")
    shown = " ".join(
        invoke("diff", both[1], write_dossier(tmp_path / "b", config=other)).stdout.split()
    )
    assert "Questions ~ Qui paie le reste ? - La région s'arrête [-là-]." in shown


def test_a_reworded_position_shows_its_words_then_its_tags(both: tuple[Path, Path]) -> None:
    document = json.loads(invoke("export", both[0]).stdout)
    old = both[0] / "mars.json"
    old.write_text(json.dumps(document), encoding="utf-8")
    held = document["positions"][0]
    held.update(text=held["text"].replace("accepte", "refuse"), status="analyse")
    new = both[0] / "juin.json"
    new.write_text(json.dumps(document), encoding="utf-8")
    shown = [" ".join(line.split()) for line in invoke("diff", old, new).stdout.splitlines()[2:]]
    assert shown == [
        "Positions",
        "~ Région – Financement",
        "- La région [-accepte-] de payer la moitié du déficit.",
        "+ La région {+refuse+} de payer la moitié du déficit.",
        "~ status déclaration → analyse",
    ]
    told = json.loads(invoke("diff", old, new, "--format", "json").stdout)["changes"]
    assert [(c["kind"], [part["kind"] for part in c["parts"]]) for c in told] == [
        ("modified", ["reworded", "status"])
    ]


def test_the_support_of_a_position_is_told_under_the_name_of_its_place(
    both: tuple[Path, Path],
) -> None:
    document = json.loads(invoke("export", both[0]).stdout)
    document["positions"][0]["distinct_sources"] = 3
    new = both[0] / "juin.json"
    new.write_text(json.dumps(document), encoding="utf-8")
    shown = " ".join(invoke("diff", both[0], new).stdout.split())
    assert "~ Région – Financement distinct sources 1 → 3 La région accepte" in shown


def test_a_version_of_another_cant_command_the_terminal_nor_break_the_json(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "mars")
    old = json.loads(invoke("export", folder).stdout)
    new = json.loads(json.dumps(old))
    new["title"] = "\x1b]0;x\x07\ud800 Un titre"
    new["key_points"][0]["text"] = "La région \x9b31m paierait."
    new["audience"] = "\x1b[2J"
    paths = [tmp_path / "old.json", tmp_path / "new.json"]
    for path, value in zip(paths, (old, new), strict=True):
        path.write_text(json.dumps(value), "utf-8")
    shown = invoke("diff", *paths).stdout
    assert "␛]0;x␇\ufffd Un titre" in shown
    assert not {"\x1b", "\x07", "\x9b"} & set(shown)
    result = invoke("diff", *paths, "--format", "json")
    assert (result.exit_code, result.exception) == (0, None)
    assert json.loads(result.stdout)["new"]["title"] == new["title"]
