"""`tokens.css` of a theme: custom properties in one `:root`, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from briefing.model.finding import Finding, message
from briefing.model.theme import Token
from briefing.reading.findings import did_you_mean, error

DAY: Final = (
    *("ink", "blue", "accent", "grey", "rule", "tint", "hatch", "paper", "mark"),
    *("band", "on-band"),
)
PALETTE: Final = (*DAY, *(f"night-{name}" for name in DAY))
"""The colours. A theme gives them all, since those of two themes don't go together."""
_TINTS: Final = tuple(f"party-{number}" for number in range(1, 7))
PARTIES: Final = (*_TINTS, *(f"night-{name}" for name in _TINTS))
"""A tint for each party, the seventh as the first. A theme without them tints all alike."""

_HINT: Final = message(
    "keep “--name: value;” alone, in :root; what draws goes to print.css or screen.css"
)


def read_tokens(text: str, path: str) -> tuple[dict[str, Token], list[Finding]]:
    """Return the tokens of a style sheet by name, and what in it isn't one; the last one counts."""
    import tinycss2

    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    tokens: dict[str, Token] = {}
    findings: list[Finding] = []
    for rule in rules:
        if rule.type != "qualified-rule" or tinycss2.serialize(rule.prelude).strip() != ":root":
            findings.append(_stray(rule, path))
            continue
        for node in _declarations(rule.content):
            if node.type != "declaration" or not node.name.startswith("--") or node.important:
                findings.append(_stray(node, path))
                continue
            value = tinycss2.serialize(node.value).strip()
            tokens[node.name.removeprefix("--")] = Token(value, node.source_line)
    return tokens, findings


def _declarations(content: Iterable[Any]) -> Iterator[Any]:
    import tinycss2

    yield from tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)


def _stray(node: Any, path: str) -> Finding:  # noqa: ANN401 - the library has no types
    said = message("this isn't a token")
    return error("BR361", path, node.source_line, said, _HINT)


def missing_tokens(tokens: Mapping[str, Token], path: str) -> list[Finding]:
    """Return one finding that lists the colours the theme doesn't give, if any."""
    missing = [f"--{name}" for name in PALETTE if name not in tokens]
    if not missing:
        return []
    said = message("the theme lacks these colours: {names}", names=", ".join(missing))
    hint = message("give every colour, by day and by night; measures and faces may be left out")
    return [error("BR362", path, 0, said, hint)]


def unknown_tokens(
    tokens: Mapping[str, Token], known: Iterable[str], rules: Iterable[str], path: str
) -> list[Finding]:
    """Return a finding for each token that neither our styles nor those of the theme use."""
    names = {*PALETTE, *PARTIES, *known}
    used = "\n".join((*rules, *(token.value for token in tokens.values())))
    return [
        error(
            "BR361",
            path,
            token.line,
            message("there is no token “--{name}”", name=name),
            did_you_mean(f"--{name}", [f"--{known}" for known in sorted(names)]),
        )
        for name, token in tokens.items()
        if name not in names and f"var(--{name}" not in used
    ]
