"""Findings as SARIF 2.1.0 (OASIS), which forges show beside the lines of a merge request."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from briefing import __version__
from briefing.checking.codes import CODES
from briefing.checking.pages.page import Page
from briefing.model.finding import Finding, Message

Json = dict[str, Any]
Translate = Callable[[Message], str]

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

_RULES = {code: index for index, code in enumerate(CODES)}
_DRIVE = re.compile(r"[A-Za-z]:[/\\]")


def to_sarif(findings: Iterable[Finding], translate: Translate, *, language: str = "en-US") -> str:
    """Return a SARIF log of one run; `language` is that of what `translate` gives (RFC 5646)."""
    run = {
        "tool": {
            "driver": {
                "name": "briefing",
                "semanticVersion": __version__,
                "language": language,
                "rules": [_rule(page, translate) for page in CODES.values()],
            }
        },
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, translate) for finding in findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(page: Page, translate: Translate) -> Json:
    why = translate(page.why)
    return {
        "id": page.code,
        "shortDescription": {"text": translate(page.title)},
        "fullDescription": {"text": why},
        "help": {
            "text": f"{why}\n\n− {_indented(page.wrong)}\n\n+ {_indented(page.right)}",
            "markdown": f"{why}\n\n{_fenced(page)}",
        },
        "defaultConfiguration": {"level": page.severity.value},
    }


def _indented(example: str) -> str:
    return example.replace("\n", "\n  ")


def _fenced(page: Page) -> str:
    """Return both examples as one difference, which forges colour."""
    lines = [f"-{line}" for line in page.wrong.split("\n")]
    lines += [f"+{line}" for line in page.right.split("\n")]
    return "\n".join(["```diff", *lines, "```"])


def _result(finding: Finding, translate: Translate) -> Json:
    text = translate(finding.message)
    if finding.hint:
        text = f"{text} → {translate(finding.hint)}"
    result: Json = {
        "ruleId": finding.code,
        "level": finding.severity.value,
        "message": {"text": text},
        "locations": [{"physicalLocation": _location(finding)}],
    }
    if finding.code in _RULES:
        result["ruleIndex"] = _RULES[finding.code]
    return result


def _location(finding: Finding) -> Json:
    location: Json = {"artifactLocation": {"uri": uri(finding.path)}}
    if finding.line:
        location["region"] = {"startLine": finding.line}
    return location


def uri(path: str) -> str:
    """Return `path` as a URI reference: relative as it stands, absolute with `file:`."""
    slashed = path.replace("\\", "/") if _DRIVE.match(path) else path
    quoted = quote(slashed, safe="/:" if _DRIVE.match(path) else "/", errors="surrogateescape")
    if _DRIVE.match(path):
        return f"file:///{quoted}"
    return f"file://{quoted}" if quoted.startswith("/") else quoted
