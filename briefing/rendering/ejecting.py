"""Copies of templates, whole or by the block, for a house to change."""

from __future__ import annotations

import re
from typing import Final

from briefing.errors import UsageError
from briefing.model.finding import message
from briefing.model.templates import BASE, ENTRY, TemplateFile, Templates
from briefing.reading.findings import did_you_mean
from briefing.rendering.contract import NAME, VERSION

_BLOCK: Final = re.compile(r"{%-?\s*(?P<end>end)?block\b\s*(?P<name>\w*)[^%]*%}")
_EXTENDS: Final = re.compile(r"{%-?\s*extends\s+[\"']([^\"']+)[\"']\s*-?%}")
_IMPORT: Final = re.compile(r"^{%-?\s*import\s+\"[^\"]+\"\s+as\s+(\w+).*?%}$", re.MULTILINE)


def eject(name: str, templates: Templates, generator: str, block: str = "") -> str:
    """Return a copy of the template `name`, or a template that overrides one `block` of it.

    `complet` is the template of an edition, `complet/email.html.j2` that of its e-mail.
    Its header says what it is a copy of; `generator` is the name and version of the program.
    Raises `UsageError` if there is no such block.
    """
    name = name if "/" in name else f"{name}/{ENTRY}"
    chain = _chain(name, templates)
    if not block:
        place, file = next((f for f in chain if _BLOCK.search(f[1].text)), chain[0])
        text = _standing_on(name, file.text) if place == f"{name}/{ENTRY}" else file.text
        return f"{_header(generator, place)}{_promise(text)}"
    for place, file in chain:
        if body := _body(file.text, block):
            imports = "".join(f"{line}\n" for line in _imports(file.text, body))
            head = f'{{% extends "{name}" %}}\n{_line()}'
            return f"{_header(generator, place, block)}{head}{imports}{body}\n"
    known = [found["name"] for _, f in chain for found in _BLOCK.finditer(f.text) if found["name"]]
    raise UsageError(message("there is no block “{name}”", name=block), did_you_mean(block, known))


def _header(generator: str, place: str, block: str = "") -> str:
    what = f"the block “{block}” of {place}" if block else place
    return f"{{# Copied from {generator}: {what}. #}}\n"


def _line() -> str:
    return f"{{% set {NAME} = {VERSION} %}}\n"


def _standing_on(name: str, text: str) -> str:
    """Return a copy of the template `name` that extends it, for its look goes with its name.

    One that calls `super()` means the base, and goes on extending that.
    """
    found = _EXTENDS.search(text)
    if found is None or found[1] != BASE or "super()" in text:
        return text
    return text[: found.end()].replace(BASE, f"{name}/{ENTRY}") + text[found.end() :]


def _promise(text: str) -> str:
    """Return a whole template that says for which names it was written, where it may say so."""
    found = _EXTENDS.search(text)
    if NAME in text:
        return text
    at = found.end() + 1 if found else 0
    return text[:at] + _line() + text[at:]


def _chain(name: str, templates: Templates) -> list[tuple[str, TemplateFile]]:
    """Return a template and those that it extends, each with its name."""
    found: list[tuple[str, TemplateFile]] = []
    after = 0
    while (place := templates.find(name, after)) is not None and len(found) < 20:
        found.append((name, place[1]))
        extends = _EXTENDS.search(place[1].text)
        if extends is None:
            break
        after, name = (place[0] + 1, name) if extends[1] == name else (0, extends[1])
    return found


def _body(text: str, block: str) -> str:
    """Return a block from its tag to that of its end, those inside it too."""
    depth, start = 0, -1
    for found in _BLOCK.finditer(text):
        if found["end"]:
            depth -= start >= 0
            if start >= 0 and depth == 0:
                return text[start : found.end()]
        elif start >= 0:
            depth += 1
        elif found["name"] == block:
            start, depth = found.start(), 1
    return ""


def _imports(text: str, body: str) -> list[str]:
    """Return the imports of a template that a part of it uses: a template of one's own has none."""
    found = _IMPORT.finditer(text)
    return [line[0] for line in found if re.search(rf"\b{line[1]}\.", body)]
