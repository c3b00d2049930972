"""Bad input, each kind once, through the whole program.

A clear message at the right file and line with what to write instead, all faults in one run,
exit code 1, no traceback, nothing written.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import Result

from tests.support import CONFIG, extract_text, fiche_text, invoke, run_briefing, write_dossier


class Case(NamedTuple):
    """A dossier spoilt in one place, and what the user reads."""

    text: str
    """The message as shown after the name of the dossier's folder."""
    hint: str
    """"" if there is none."""
    config: str | bytes | None = CONFIG
    chapeau: str | bytes | None = None
    fiches: Mapping[str, str | bytes] | None = None


def fiche(text: str, hint: str, data: str | bytes) -> Case:
    return Case(text, hint, fiches={"martin-2025": data})


def extract(text: str, hint: str, *texts: str, **tags: str) -> Case:
    return fiche(text, hint, fiche_text(extract_text(*texts, **tags)))


UTF8 = "save it again with the encoding UTF-8"
QUESTION = (
    '\n[[questions]]\nid = "q"\ntexte = "Quand ?"\n\n[[questions.elements]]\ntexte = "Bientôt."\n'
)

CASES = {
    "unknown key": extract(
        "martin-2025.md:17: error BR201: unknown key “locutteur”",
        "did you mean “locuteur”?",
        locutteur="Zoé",
    ),
    "unknown key of the dossier": Case(
        "dossier.toml:13: error BR201: unknown key “txte”",
        "did you mean “texte”?",
        config=CONFIG + 'txte = "x"\n',
    ),
    "unknown value": extract(
        "martin-2025.md:15: error BR204: unknown value “declaratoin” for “statut”",
        "did you mean “déclaration”?",
        statut="declaratoin",
    ),
    "unknown party": extract(
        "martin-2025.md:11: error BR401: the dossier declares no party “Regoin”",
        "did you mean “Région”?",
        partie="Regoin",
    ),
    "unknown issue": extract(
        "martin-2025.md:12: error BR401: the dossier declares no issue “Finances”",
        "did you mean “Financement”?",
        enjeu="Finances",
    ),
    "unknown id": extract(
        "martin-2025.md:16: error BR401: no key point, question or position has the id “moite”",
        "did you mean “moitie”?",
        appuie="moitie, moite",
    ),
    "extract without quotation": extract(
        "martin-2025.md:7: error BR224: the extract has no quotation",
        "add a line “> ” with the passage, word for word",
        "Un énoncé.",
        "",
    ),
    "extract without statement": extract(
        "martin-2025.md:7: error BR223: the extract has no statement",
        "write after “## ” what the extract says, in your own words",
        "",
    ),
    "duplicate id": fiche(
        "martin-2025.md:20: error BR222: the id “offre” is already taken at line 9",
        "give each extract of a fiche an id of its own",
        fiche_text(extract_text(), extract_text()),
    ),
    "duplicate id in the dossier": Case(
        "dossier.toml:14: error BR222: the id “moitie” is already taken at line 10",
        "",
        config=CONFIG + QUESTION.replace('"q"', '"moitie"'),
    ),
    "claim without speaker": extract(
        "martin-2025.md:14: error BR228: a claim (“déclaration”) without its speaker",
        "add “- locuteur : ” and who says it, or “anonyme, …”",
        locuteur="",
    ),
    "key point without support": extract(
        "dossier.toml:10: error BR403: the key point “moitie” is supported by no extract",
        "add “- appuie : moitie” to the extracts that bear it out",
        appuie="",
    ),
    "unknown extract in the chapeau": Case(
        "chapeau.md:3: error BR402: there is no extract “martin-2025#ofre”",
        "did you mean “martin-2025#offre”?",
        chapeau="Un mot.\n\nIl paie[@martin-2025#ofre].",
    ),
    "unknown extract in a question": Case(
        "dossier.toml:20: error BR402: there is no extract “martin-2025#ofre”",
        "did you mean “martin-2025#offre”?",
        config=CONFIG + QUESTION + 'extraits = ["martin-2025#ofre"]\n',
    ),
    "bad date": extract(
        "martin-2025.md:17: error BR205: “2025-02-30”: there is no such day",
        "2025-02 has 28 days",
        date="2025-02-30",
    ),
    "bad date of the dossier": Case(
        "dossier.toml:2: error BR205: “juin 2025” isn't a date of the form YYYY-MM-DD",
        'write "2025-06"',
        config=CONFIG.replace("2025-06-02", "juin 2025"),
    ),
    "invalid TOML": Case(
        "dossier.toml:1: error BR303: invalid TOML: this value isn't one",
        'a text stands between double quotes: titre = "…"; a " inside it is written \\"',
        config="titre = Un train de nuit\n",
    ),
    "one table for a list of them": Case(
        "dossier.toml:13: error BR303: invalid TOML: this table is declared twice",
        "a list of tables has two brackets: [[points-cles]]",
        config=CONFIG.replace("[[points-cles]]", "[points-cles]") + '[points-cles]\nid = "b"\n',
    ),
    "citation without @": Case(
        "chapeau.md:3: error BR406: “[martin-2025#offre]” would be printed as it stands",
        "write “[@martin-2025#offre]”",
        chapeau="Un mot.\n\nIl paie [martin-2025#offre].",
    ),
    "heading of another level": fiche(
        "martin-2025.md:7: error BR215: a heading that isn't a statement's",
        "write “## ” and the statement",
        fiche_text(extract_text().replace("## ", "### ")),
    ),
    "tags after free text": fiche(
        "martin-2025.md:10: error BR207: the tag “id” stands after the free text of line 9",
        (
            "each line of the quotation begins with “> ”, each tag with “- ”;"
            " a commentary comes last"
        ),
        fiche_text(extract_text(quotation="nous prendrons en charge\nla moitié du déficit")),
    ),
    "not UTF-8": fiche(
        "martin-2025.md:4: error BR102: the file isn't UTF-8: byte 0xE9 (“é” in Windows-1252)",
        UTF8,
        fiche_text().encode("latin-1"),
    ),
    "dossier not UTF-8": Case(
        "dossier.toml:5: error BR102: the file isn't UTF-8: byte 0xE9 (“é” in Windows-1252)",
        UTF8,
        config=CONFIG.encode("latin-1"),
    ),
    "UTF-16": fiche(
        "martin-2025.md:1: error BR102: the file is UTF-16, not UTF-8",
        UTF8,
        fiche_text().encode("utf-16"),
    ),
    "NUL": fiche(
        "martin-2025.md:7: error BR103: the file holds a NUL byte: it isn't plain text",
        "export it again as plain text in UTF-8",
        fiche_text().replace("## La", "## \0La"),
    ),
    "fiche of 10 MB": fiche(
        "martin-2025.md: error BR101: the file is 10.0 MB; the limit is 5 MB",
        "put full texts in the folder documents/, and split a very long fiche",
        fiche_text() + "x" * 10_000_000,
    ),
    "no fiche": Case(
        "dossier.toml: error BR311: the dossier holds no fiche",
        "add a file such as dupont-2025.md beside dossier.toml, one per source",
        config='titre = "T"\n',
        fiches={},
    ),
    "no extract": Case(
        "dossier.toml: error BR312: the dossier holds no extract",
        "add a statement “## …” and a quotation “> …” to a fiche",
        config='titre = "T"\n',
        fiches={"martin-2025": "# Valmont\n"},
    ),
    "fiche without title": Case(
        "martin-2025.md:1: error BR210: the fiche has no title",
        (
            "begin with “# Title of the document”, then its reference; a file that is no fiche"
            " takes a name that begins with “_”"
        ),
        fiches={"martin-2025": "\n", "zoe-2025": fiche_text()},
    ),
}


def assert_refused(result: Result, count: int = 1) -> None:
    """Nothing on the standard output, the number of errors last, no trace of the program."""
    noun = "error" if count == 1 else "errors"
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.endswith(f"{count} {noun}: nothing was written.\n")
    assert "Traceback" not in result.output


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("command", ["build", "export"])
def test_one_fault_is_told_and_stops_the_run(name: str, command: str, tmp_path: Path) -> None:
    case = CASES[name]
    folder = write_dossier(
        tmp_path / "d", config=case.config, chapeau=case.chapeau, fiches=case.fiches
    )
    out = tmp_path / "out"
    options = ("--out", out) if command == "build" else ()
    result = invoke(command, folder, *options)
    assert_refused(result)
    said = [f"{folder}/{case.text}", *([f"    → {case.hint}"] if case.hint else [])]
    assert result.stderr.splitlines()[:-1] == said
    assert not out.exists()


@pytest.mark.parametrize("name", CASES)
def test_a_draft_of_it_is_built_or_refused_in_words(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    folder = write_dossier(
        tmp_path / "d", config=case.config, chapeau=case.chapeau, fiches=case.fiches
    )
    result = invoke("build", folder, "--draft", "--format", "html", "--out", tmp_path / "out")
    assert isinstance(result.exception, SystemExit | None)
    assert f"{folder}/{case.text}" in result.stderr
    assert (result.exit_code == 0) is (tmp_path / "out").exists()


def test_a_folder_without_dossier_toml(tmp_path: Path) -> None:
    result = invoke("build", tmp_path, "--out", tmp_path / "out")
    assert_refused(result)
    assert result.stderr.splitlines()[:2] == [
        f"{tmp_path}: error BR310: there is no dossier.toml in this folder",
        "    → “briefing new DIR” writes a commented dossier to begin with",
    ]
    assert list(tmp_path.iterdir()) == []


def test_without_dossier_toml_no_other_file_is_spoken_of(tmp_path: Path) -> None:
    folder = write_dossier(
        tmp_path / "d", config=None, chapeau=b"\xff", fiches={"lisez-moi": "Pas une fiche."}
    )
    result = invoke("build", folder, "--out", tmp_path / "out")
    assert_refused(result)
    assert [line for line in result.stderr.splitlines() if ": error" in line] == [
        f"{folder}: error BR310: there is no dossier.toml in this folder"
    ]


def test_all_faults_come_in_one_run(tmp_path: Path) -> None:
    folder = write_dossier(
        tmp_path / "d",
        config=CONFIG + 'txte = "x"\n',
        chapeau="Il paie[@martin-2025#rien].",
        fiches={
            "martin-2025": fiche_text(extract_text("", date="hier", locuteur="")),
            "usagers-2025": fiche_text().encode("latin-1"),
        },
    )
    result = invoke("build", folder, "--out", tmp_path / "out")
    assert_refused(result, count=6)
    places = [line.split(": ")[0:2] for line in result.stderr.splitlines() if ": error" in line]
    assert places == [
        [f"{folder}/usagers-2025.md:4", "error BR102"],
        [f"{folder}/chapeau.md:1", "error BR402"],
        [f"{folder}/dossier.toml:13", "error BR201"],
        [f"{folder}/martin-2025.md:7", "error BR223"],
        [f"{folder}/martin-2025.md:14", "error BR228"],
        [f"{folder}/martin-2025.md:16", "error BR205"],
    ]


def test_what_an_earlier_build_wrote_stays_when_the_dossier_gets_a_fault(tmp_path: Path) -> None:
    folder, out = write_dossier(tmp_path / "d"), tmp_path / "out"
    assert invoke("build", folder, "--out", out, "--format", "html").exit_code == 0
    before = {path: path.read_bytes() for path in out.iterdir()}
    write_dossier(folder, fiches={"martin-2025": fiche_text(extract_text(""))})
    assert_refused(invoke("build", folder, "--out", out))
    assert {path: path.read_bytes() for path in out.iterdir()} == before


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["crlf", "old-mac"])
def test_line_ends_and_a_byte_order_mark_are_no_fault(end: str, tmp_path: Path) -> None:
    def typed(text: str) -> str:
        return "\ufeff" + text.replace("\n", end)

    folder = write_dossier(
        tmp_path / "d",
        config=typed(CONFIG),
        chapeau=typed("Il paie[@martin-2025#offre].\n"),
        fiches={"martin-2025": typed(fiche_text())},
    )
    result = invoke("build", folder, "--out", tmp_path / "out", "--format", "html")
    assert (result.exit_code, result.stderr) == (0, "")


def test_lines_are_right_whatever_their_ends(tmp_path: Path) -> None:
    spoilt = fiche_text(extract_text(date="hier")).replace("\n", "\r")
    folder = write_dossier(tmp_path, fiches={"martin-2025": spoilt})
    assert f"{folder}/martin-2025.md:17: error BR205" in invoke("export", folder).stderr


def test_the_program_itself_says_no_more_than_that(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "d", config='titre = "T\n')
    run = run_briefing("build", folder, "--out", tmp_path / "out")
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.splitlines()[-1] == "1 error: nothing was written."
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "out").exists()
