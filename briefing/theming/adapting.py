"""A theme in which a template gives some tokens of its own."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from types import MappingProxyType

from briefing.model.finding import Finding
from briefing.model.theme import Theme
from briefing.theming.legibility import legibility_findings
from briefing.theming.tokens import read_tokens, unknown_tokens


def adapted(
    theme: Theme, text: str, path: str, known: Collection[str]
) -> tuple[Theme, list[Finding]]:
    """Return `theme` with the tokens of `text` in the place of its own, legible all the same."""
    tokens, findings = read_tokens(text, path)
    whole = {**theme.tokens, **tokens}
    findings += unknown_tokens(tokens, {*known, *theme.tokens}, theme.rules.values(), path)
    findings += legibility_findings(whole, path)
    return replace(theme, tokens=MappingProxyType(whole)), findings
