"""The look of a template: the theme of the edition, and what the template's folder adds to it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from types import MappingProxyType

from briefing.model.finding import Finding, Message
from briefing.model.templates import Origin, TemplateFile, TemplateFolder, Templates
from briefing.model.theme import Theme
from briefing.rendering.assets import data_address
from briefing.rendering.faults import AssetError
from briefing.rendering.loading import find_asset
from briefing.theming import adapted, closed, closing_findings

TOKENS = "tokens.css"
MEDIA = ("print", "screen", "email")


def dressed(
    theme: Theme, folder: TemplateFolder, name: str, templates: Templates, known: Collection[str]
) -> tuple[Theme, list[Finding]]:
    """Return `theme` with the tokens and rules of the template `name`, and what is wrong there.

    Its `tokens.css` may give some tokens alone; `print.css`, `screen.css` and `email.css` come after the
    rules of the theme. `known` are the tokens of our own styles, without `--`.
    """
    if folder.origin is Origin.BUILT_IN and not any(
        style.startswith(f"{name}/") for style in folder.styles
    ):
        return theme, []
    findings: list[Finding] = []
    rules = dict(theme.rules)
    for medium in MEDIA:
        if (file := folder.styles.get(f"{name}/{medium}.css")) is not None:
            text = _closed(file, name, templates, findings)
            rules[medium] = "\n".join(filter(None, (rules.get(medium, ""), text)))
    look = replace(theme, rules=MappingProxyType(rules))
    tokens = folder.styles.get(f"{name}/{TOKENS}")
    if tokens is not None:
        text = _closed(tokens, name, templates, findings)
        look, faults = adapted(look, text, tokens.path, known)
        findings += faults
    return look, sorted(findings, key=lambda finding: finding.sort_key)


def _closed(file: TemplateFile, place: str, templates: Templates, findings: list[Finding]) -> str:
    def find(reference: str) -> str | tuple[Message, Message | None]:
        try:
            return data_address(find_asset(templates, reference, place))
        except AssetError as fault:
            return fault.told, fault.hint

    text, faults = closed(file.text, file.path, find)
    findings += faults or closing_findings(text, file.path)
    return text
