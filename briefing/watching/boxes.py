"""Findings as HTML: a box at the element that one concerns, a line in the panel."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from briefing.model.finding import Finding, Message, message

Say = Callable[[Message], str]
"""Puts a message into the user's language."""

ATTRIBUTES: Final = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
_ELEMENT: Final = re.compile(
    rf"<!--.*?-->|<(?P<silent>script|style|title|svg)\b{ATTRIBUTES}>.*?</(?P=silent)\s*>"
    rf"|<(?P<name>[a-z][a-z0-9-]*)\b(?P<attributes>{ATTRIBUTES})>",
    re.DOTALL | re.IGNORECASE,
)
_ID: Final = re.compile(r"""(?<!\S)id=(?:"([^"]*)"|'([^']*)')""")
_INSIDE: Final = frozenset(
    "article aside blockquote dd div dt figure footer header li main p section td th".split()
)
"""What may begin with a box."""
_BEFORE: Final = frozenset(
    "a b details dl em h1 h2 h3 h4 i nav ol span strong sup table ul".split()
)
"""What a box may stand before."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What stopped the making of a page."""

    message: Message | None
    hint: Message | None = None
    told: str = ""
    """Lines to be shown as they are."""
    findings: tuple[Finding, ...] = ()
    """Those of what failed: a theme, a template."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A page with findings at their place."""

    html: str
    numbers: Mapping[int, int]
    """Of the boxes, by the `id()` of the finding."""


def marked(html: str, findings: Mapping[str, Sequence[Finding]], say: Say) -> Marked:
    """Put `findings`, which are by the id of an element, at these elements of `html`."""
    numbers: dict[int, int] = {}
    left = {id_: group for id_, group in findings.items() if id_}

    def boxes(group: Sequence[Finding]) -> str:
        for finding in group:
            numbers[id(finding)] = len(numbers) + 1
        return "".join(_box(finding, numbers[id(finding)], say) for finding in group)

    def with_boxes(found: re.Match[str]) -> str:
        told = _ID.search(found["attributes"] or "")
        id_ = (told[1] or told[2]) if told else ""
        name = (found["name"] or "").lower()
        if id_ not in left or name not in _INSIDE | _BEFORE:
            return found[0]
        box = boxes(left.pop(id_))
        return found[0] + box if name in _INSIDE else box + found[0]

    return Marked(_ELEMENT.sub(with_boxes, html) if left else html, numbers)


def _box(finding: Finding, number: int, say: Say) -> str:
    return Markup(
        '<span class="watch-finding watch-{kind}" id="watch-{number}" role="note">{told}</span>'
    ).format(kind=finding.severity.value, number=number, told=_told(finding, say))


def _told(finding: Finding, say: Say, link: str = "") -> Markup:
    name = say(message("error") if finding.is_error else message("warning"))
    place = f"{finding.path}:{finding.line}" if finding.line else finding.path
    code = Markup("<b>{} {}</b>").format(name, finding.code)
    if link:
        code = Markup('<a href="{}">{}</a>').format(link, code)
    return Markup("{} {}{} <code>{}</code>").format(
        code, say(finding.message), _hint(finding.hint, say), place
    )


def _hint(hint: Message | None, say: Say) -> Markup:
    return Markup('<span class="watch-hint">→ {}</span>').format(say(hint)) if hint else Markup("")


def told_together(
    findings: Sequence[Finding],
    troubles: Sequence[Trouble],
    say: Say,
    numbers: Mapping[int, int] | None = None,
) -> Markup:
    """Return all that is wrong as a list under its count, "" if nothing is.

    Errors come first, unfolded; warnings are folded. A finding with one of `numbers` leads to
    its box.
    """
    errors = [_trouble(trouble, say) for trouble in troubles]
    warnings: list[Markup] = []
    for finding in findings:
        number = (numbers or {}).get(id(finding))
        told = _told(finding, say, f"#watch-{number}" if number else "")
        line = Markup('<li class="watch-{}">{}</li>').format(finding.severity.value, told)
        (errors if finding.is_error else warnings).append(line)
    if not errors and not warnings:
        return Markup("")
    count = message(
        "errors: {errors}; warnings: {warnings}", errors=len(errors), warnings=len(warnings)
    )
    if not errors:
        return _folded(say(count), warnings)
    if warnings:
        folded = _folded(say(message("warnings: {count}", count=len(warnings))), warnings)
        errors.append(Markup("<li>{}</li>").format(folded))
    return _folded(say(count), errors, mark=" open")


def _folded(summary: str, lines: Sequence[Markup], mark: str = "") -> Markup:
    return Markup("<details{}><summary>{}</summary><ul>{}</ul></details>").format(
        mark, summary, Markup("").join(lines)
    )


def _trouble(trouble: Trouble, say: Say) -> Markup:
    parts = [_told(finding, say) for finding in trouble.findings]
    if trouble.message:
        name, text = say(message("error")), say(trouble.message)
        head = Markup("<b>{}</b> {}{}").format(name, text, _hint(trouble.hint, say))
        parts.insert(0, head)
    if trouble.told:
        parts.append(Markup("<pre>{}</pre>").format(trouble.told))
    return Markup('<li class="watch-error">{}</li>').format(Markup("<br>").join(parts))
