"""A theme from its raw files to one value, and every fault in them."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from types import MappingProxyType

from briefing.model.files import RawFile
from briefing.model.finding import Finding, message
from briefing.model.theme import RawTheme, Theme, Token
from briefing.reading.decoding import decode
from briefing.reading.findings import error
from briefing.reading.tables import Table, TomlFile
from briefing.reading.toml_lines import TomlLines
from briefing.theming.closing import closing_findings
from briefing.theming.legibility import legibility_findings
from briefing.theming.tokens import missing_tokens, read_tokens, unknown_tokens

MAX_BYTES = 1_000_000
"""A face of type in base64 fits; beyond this it's something else."""


def read_theme(raw: RawTheme, known: Collection[str]) -> tuple[Theme, list[Finding]]:
    """Return the theme whose files are `raw`, and what is wrong with it, by file and line.

    `known` are the tokens that our own styles define, without `--`: measures and faces.
    """
    findings: list[Finding] = []
    title, descriptions = _about(raw.about, findings)
    rules = {
        medium: text
        for medium, file in (("print", raw.print), ("screen", raw.screen))
        if (text := _closed(file, findings))
    }
    tokens = _tokens(raw, known, rules, findings)
    theme = Theme(raw.name, title or raw.name, descriptions, tokens, MappingProxyType(rules))
    return theme, sorted(findings, key=lambda finding: finding.sort_key)


def _closed(file: RawFile | None, findings: list[Finding]) -> str:
    """Return the text of a style sheet, "" if there is none."""
    if file is None:
        return ""
    text, faults = decode(file, MAX_BYTES)
    findings += faults
    findings += closing_findings(text, file.path)
    return text


def _tokens(
    raw: RawTheme, known: Collection[str], rules: Mapping[str, str], findings: list[Finding]
) -> Mapping[str, Token]:
    if raw.tokens is None:
        said = message("there is no tokens.css in this folder")
        hint = message("a theme is a folder with tokens.css: copy that of a built-in one")
        findings.append(error("BR362", raw.path, 0, said, hint))
        return {}
    faults_before = len(findings)
    text, path = _closed(raw.tokens, findings), raw.tokens.path
    if len(findings) > faults_before and not text:  # not even text
        return {}
    tokens, faults = read_tokens(text, path)
    findings += faults
    findings += missing_tokens(tokens, path)
    findings += unknown_tokens(tokens, known, rules.values(), path)
    findings += legibility_findings(tokens, path)
    return MappingProxyType(tokens)


def _about(file: RawFile | None, findings: list[Finding]) -> tuple[str, Mapping[str, str]]:
    """Return what `theme.toml` says: a name, and descriptions by language."""
    if file is None:
        return "", {}
    text, faults = decode(file)
    findings += faults
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        said = message("invalid TOML: {reason}", reason=str(fault))
        findings.append(error("BR303", file.path, 0, said))
        return "", {}
    table = Table(TomlFile(file.path, TomlLines(text), findings), values)
    title = table.text("nom")
    descriptions = {"fr": table.text("description"), "en": table.text("description-en")}
    table.close()
    return title, MappingProxyType({key: said for key, said in descriptions.items() if said})
