"""Findings for other programs: JSON, SARIF by its schema, commands of GitHub Actions."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from sarif_pydantic import Sarif

from briefing.checking.codes import CODES
from briefing.model.finding import Finding, Message, Severity, message
from briefing.outputs.reports import to_github, to_json, to_sarif
from briefing.outputs.reports.sarif import uri

SCHEMA = json.loads((Path(__file__).parent / "sarif.schema.json").read_text("utf-8"))

UNKNOWN = Finding(
    Severity.ERROR,
    "BR204",
    "seeds/été, 1.md",
    7,
    message("unknown value “{name}” for “{key}”", name="x:y, 100 %", key="statut"),
    message("did you mean “{name}”?", name="fait"),
)
WHOLE_FILE = Finding(Severity.WARNING, "BR503", "dossier.toml", 0, message("two\nlines"))
BOTH = (UNKNOWN, WHOLE_FILE)


def shout(text: Message) -> str:
    """A translation that can't be missed."""
    return str(text).upper()


def sarif(*findings: Finding) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(to_sarif(findings, str))
    return log


def faults(log: object) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(log)]


# ---- JSON ----------------------------------------------------------------------------------


def test_json_holds_every_finding_whole() -> None:
    assert json.loads(to_json(BOTH, str)) == {
        "version": 1,
        "errors": 1,
        "warnings": 1,
        "findings": [
            {
                "code": "BR204",
                "severity": "error",
                "path": "seeds/été, 1.md",
                "line": 7,
                "message": "unknown value “x:y, 100 %” for “statut”",
                "hint": "did you mean “fait”?",
            },
            {
                "code": "BR503",
                "severity": "warning",
                "path": "dossier.toml",
                "line": None,
                "message": "two\nlines",
                "hint": None,
            },
        ],
    }


def test_without_findings_there_is_still_a_document() -> None:
    assert json.loads(to_json(iter(()), str))["findings"] == []
    assert sarif()["runs"][0]["results"] == []
    assert to_github((), str) == ""


@pytest.mark.parametrize("make", [to_json, to_sarif, to_github])
def test_reports_speak_the_user_s_language_and_end_their_last_line(make: Any) -> None:
    text = make(BOTH, shout)
    assert "UNKNOWN VALUE" in text
    assert "DID YOU MEAN" in text
    assert text.endswith("\n")
    assert "été" in text or "%C3%A9t%C3%A9" in text


# ---- SARIF ---------------------------------------------------------------------------------


def test_another_reader_of_sarif_finds_every_result_at_its_place() -> None:
    """Models of the standard that we didn't write."""
    (run,) = Sarif.model_validate(sarif(*BOTH)).runs
    assert run.results
    regions = [result.locations[0].physical_location for result in run.results if result.locations]
    lines = [place.region.start_line for place in regions if place and place.region]
    assert lines == [finding.line for finding in BOTH if finding.line]
    assert [result.rule_id for result in run.results] == [finding.code for finding in BOTH]
    assert {f.code for f in BOTH} <= {rule.id for rule in run.tool.driver.rules or ()}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_log_follows_the_schema() -> None:
    assert faults(sarif(*BOTH)) == []


def test_one_finding_of_each_code_follows_the_schema() -> None:
    every = [Finding(p.severity, p.code, f"{p.code}.md", 1, p.title) for p in CODES.values()]
    log = sarif(*every)
    assert faults(log) == []
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["defaultConfiguration"]["level"] == result["level"]


def test_a_result_has_its_place_and_its_hint() -> None:
    first, second = sarif(*BOTH)["runs"][0]["results"]
    assert first["message"]["text"].endswith("for “statut” → did you mean “fait”?")
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "seeds/%C3%A9t%C3%A9%2C%201.md"},
        "region": {"startLine": 7},
    }
    assert second["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "dossier.toml"}
    }


def test_a_code_without_a_page_is_a_result_without_a_rule() -> None:
    log = sarif(Finding(Severity.ERROR, "BR999", "a.md", 1, message("x")))
    assert faults(log) == []
    assert "ruleIndex" not in log["runs"][0]["results"][0]


def test_the_language_is_told() -> None:
    log = json.loads(to_sarif(BOTH, shout, language="fr"))
    assert faults(log) == []
    assert log["runs"][0]["language"] == log["runs"][0]["tool"]["driver"]["language"] == "fr"


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("version",), "2.0.0"),
        (("runs", 0, "results", 0, "level"), "fatal"),
        (("runs", 0, "results", 0, "message"), {}),
        (("runs", 0, "results", 0, "locations"), {}),
        (("runs", 0, "results", 0, "rule"), "BR204"),
        (("runs", 0, "tool", "driver", "rules", 0, "id"), 3),
        (("runs", 0, "columnKind"), "bytes"),
    ],
)
def test_a_log_that_is_wrong_is_refused(place: tuple[str | int, ...], value: object) -> None:
    log: Any = deepcopy(sarif(*BOTH))
    holder = log
    for part in place[:-1]:
        holder = holder[part]
    holder[place[-1]] = value
    assert faults(log)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("seeds/a.md", "seeds/a.md"),
        ("./a.md", "./a.md"),
        ("/home/é/a.md", "file:///home/%C3%A9/a.md"),
        (r"C:\dossiers\a b.md", "file:///C:/dossiers/a%20b.md"),
        ("a:b#c?d%e.md", "a%3Ab%23c%3Fd%25e.md"),
        ("caf\udce9.md", "caf%E9.md"),
    ],
)
def test_a_path_is_a_uri(path: str, expected: str) -> None:
    assert uri(path) == expected


# ---- GitHub --------------------------------------------------------------------------------


def test_github_gets_one_escaped_line_for_each_finding() -> None:
    assert to_github(BOTH, str) == (
        "::error file=seeds/été%2C 1.md,line=7,title=BR204"
        "::unknown value “x:y, 100 %25” for “statut”%0A→ did you mean “fait”?\n"
        "::warning file=dossier.toml,title=BR503::two%0Alines\n"
    )


_COMMAND = re.compile(
    r"::(error|warning) file=([^,:]*),line=(\d+),title=(BR\d{3})::(.*)", re.DOTALL
)


def unescaped(text: str) -> str:
    for sign, code in ((":", "%3A"), (",", "%2C"), ("\r", "%0D"), ("\n", "%0A"), ("%", "%25")):
        text = text.replace(code, sign)
    return text


@given(st.text(min_size=1, max_size=30), st.text(max_size=30))
def test_no_path_and_no_text_breaks_out_of_its_line(path: str, text: str) -> None:
    """A message that could write a command of its own would run it on the forge."""
    finding = Finding(Severity.ERROR, "BR204", path, 3, message("{x}", x=text))
    command = to_github([finding], str)
    assert not set("\r\n") & set(command[:-1])
    read = _COMMAND.fullmatch(command[:-1])
    assert read is not None
    assert unescaped(read[2]) == path
    assert read[5].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%") == text
