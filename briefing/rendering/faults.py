"""What is wrong in a template, at its line: no traceback, the lines around, the nearest name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Final, TypeAlias

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateError, TemplateRuntimeError

from briefing import model
from briefing.errors import FaultyTemplateError
from briefing.model.finding import Message, message
from briefing.reading.findings import did_you_mean, error
from briefing.rendering.sandbox import RefusedError, attributes

SUFFIX: Final = ".j2"
"""Of a template; no Python file ends so."""
Words: TypeAlias = tuple[str, Message, Message | None]
"""Code, message and hint."""
AROUND: Final = 2
"""Lines shown before and after the one at fault."""
_NO_NAME: Final = re.compile(r"'(\w+)' is undefined")
_NO_ATTRIBUTE: Final = re.compile(r"'([\w.]+)(?: object)?' has no attribute '(\w+)'")
_UNKNOWN: Final = re.compile(r"No (filter|test) named '([^']*)'")
_TAG: Final = re.compile(r"Encountered unknown tag '(\w+)'")


class AssetError(TemplateRuntimeError):
    """A template asks for a file that it may not have, or that isn't there."""

    def __init__(self, told: Message, hint: Message | None) -> None:
        super().__init__(str(told))
        self.told = told
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Known:
    """What messages are made with: the texts of templates by path, the names that there are."""

    entry: str
    """The path, or name, of the template that was asked for."""
    texts: Mapping[str, str]
    names: Iterable[str] = ()
    filters: Iterable[str] = ()
    templates: Iterable[str] = ()


def told(fault: Exception, known: Known) -> FaultyTemplateError:
    """Return `fault`, raised by a template, as a sentence at its place."""
    path, line = _place(fault, known)
    code, said, hint = _words(fault, known)
    finding = error(code, path, line, said, hint)
    return FaultyTemplateError(finding, excerpt(known.texts.get(path, ""), line))


def excerpt(text: str, line: int, around: int = AROUND) -> tuple[tuple[int, str], ...]:
    """Return the lines around one, with their numbers; nothing for a line that there isn't."""
    lines = text.splitlines()
    if not 0 < line <= len(lines):
        return ()
    first = max(line - around, 1)
    return tuple(enumerate(lines[first - 1 : line + around], first))


def _place(fault: Exception, known: Known) -> tuple[str, int]:
    """Return path and line: those of the innermost template that was running."""
    if isinstance(fault, TemplateSyntaxError):
        return fault.filename or fault.name or known.entry, fault.lineno
    places = [place for place in _frames(fault.__traceback__) if place[0].endswith(SUFFIX)]
    return places[-1] if places else (known.entry, 0)


def _frames(trace: TracebackType | None) -> Iterator[tuple[str, int]]:
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def _words(fault: Exception, known: Known) -> Words:
    """Return code, message and hint."""
    if isinstance(fault, AssetError):
        return "BR807", fault.told, fault.hint
    if isinstance(fault, RefusedError | SecurityError):
        return _denied(fault)
    if isinstance(fault, TemplateNotFound):
        name = str(fault.name).partition("@")[0]
        said = message("there is no template “{name}”", name=name)
        return "BR807", said, did_you_mean(name, known.templates)
    if isinstance(fault, UndefinedError):
        return _undefined(str(fault.message), known)
    if isinstance(fault, TemplateSyntaxError):
        return _syntax(str(fault.message), known)
    return _failed(fault)


def _denied(fault: SecurityError) -> Words:
    name = fault.what if isinstance(fault, RefusedError) else str(fault)
    said = message("a template has no use of “{name}”", name=name)
    if isinstance(fault, RefusedError) and str(fault) != name:
        said = message("“{name}”: {reason}", name=name, reason=str(fault))
    return "BR803", said, message("“briefing templates doc” lists what a template may use")


def _failed(fault: Exception) -> Words:
    if isinstance(fault, RecursionError):
        return (
            "BR809",
            message("templates, macros or expressions go into themselves without end"),
            None,
        )
    if isinstance(fault, TimeoutError):
        said = message("the template was still running here after {seconds} s", seconds=str(fault))
        return "BR809", said, message("--timeout allows more")
    reason = str(fault) if isinstance(fault, TemplateError) else f"{type(fault).__name__}: {fault}"
    said = message("this fails with the values of the dossier: {reason}", reason=reason)
    return "BR809", said, None


def _undefined(reason: str, known: Known) -> Words:
    if found := _NO_NAME.search(reason):
        said = message("there is no name “{name}” here", name=found[1])
        return "BR802", said, did_you_mean(found[1], known.names)
    if found := _NO_ATTRIBUTE.search(reason):
        kind = found[1].rpartition(".")[2]
        said = message("“{kind}” has no “{name}”", kind=kind, name=found[2])
        return "BR802", said, did_you_mean(found[2], _attributes(found[1]))
    return "BR802", message("{reason}", reason=reason), None


def _syntax(reason: str, known: Known) -> Words:
    if (found := _UNKNOWN.search(reason)) and found[1] == "filter":
        said = message("there is no filter “{name}”", name=found[2])
        return "BR802", said, did_you_mean(found[2], known.filters)
    if found := _TAG.search(reason):
        tags = ("block", "endblock", "for", "endfor", "if", "endif", "else", "elif", "extends")
        said = message("there is no tag “{name}” here", name=found[1])
        return "BR801", said, did_you_mean(found[1], (*tags, "include", "import", "macro", "set"))
    hint = message("look at what stands between {{{{ and }}}}, or {{% and %}}, on this line")
    return "BR801", message("this can't be read: {reason}", reason=reason), hint


def _attributes(kind: str) -> Iterable[str]:
    """Return what a value of ours has, by the full name of its type."""
    place, _, name = kind.rpartition(".")
    if not place.startswith(f"{model.__name__}."):
        return ()
    from importlib import import_module

    return attributes(getattr(import_module(place), name))
