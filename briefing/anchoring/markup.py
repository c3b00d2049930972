"""Markdown and HTML around the words: left out, and filled so that the length stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from briefing.anchoring.signs import FILL

Match = re.Match[str]
Rule = tuple[str, re.Pattern[str], Callable[[Match], str]]

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TAG = r"</?(?:a|abbr|b|cite|em|i|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]{0,300})?>"
_LABEL = r"[^\[\]]{0,500}"
_TARGET = r"\((?:[^()\s]|\([^()\s]*\))*(?: \"[^\"]*\")?\)"


def _blank(match: Match) -> str:
    return FILL * len(match[0])


def _keep_first(match: Match) -> str:
    """Leave out all but the first group."""
    before = match.start(1) - match.start()
    return FILL * before + match[1] + FILL * (match.end() - match.end(1))


def _entity(match: Match) -> str:
    sign = unescape(match[0])
    return sign.ljust(len(match[0]), FILL) if len(sign) == 1 else match[0]


def _line(match: Match) -> str:
    return " ".ljust(len(match[0]), FILL)


def _raised(match: Match) -> str:
    """Raised digits stay raised until it is known whether they call a note."""
    return match[1].translate(_RAISED).ljust(len(match[0]), FILL)


def _number_sign(match: Match) -> str:
    return "°".ljust(len(match[0]), FILL)


def _keep_line(match: Match) -> str:
    """Leave out all but the line end that it begins with."""
    return "\n".ljust(len(match[0]), FILL)


def _bullet(match: Match) -> str:
    """A hyphen at the head of a line is a bullet, unless a sentence runs on to it."""
    before = match.string[max(0, match.start() - 8) : match.start()].rstrip(" \0")
    if before and before[-1] not in '.!?…:;,")]\n':
        return match[0]
    return match[0].replace("-", FILL)


ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8}\d{0,2});")

# Each begins with a sign of its own, not with what precedes it: the engine then skips all the rest.
RULES: tuple[Rule, ...] = (
    ("<", re.compile(r"<[bB][rR] ?/?>"), _line),
    ("<", re.compile(r"<sup>(?<=[nN]<sup>)[o°]</sup>"), _number_sign),
    ("<", re.compile(r"<sup>\s*(?:<a [^<>]{0,300}>)?\[?(\d{1,3})\]?(?:</a>)?\s*</sup>"), _raised),
    ("<", re.compile(_TAG, re.IGNORECASE), _blank),
    ("[^", re.compile(r"\[\^[^\]\s]{1,40}\](?!:)"), _blank),
    ("](", re.compile(rf"!\[({_LABEL})\]{_TARGET}"), _keep_first),
    ("](", re.compile(rf"\[({_LABEL})\]{_TARGET}"), _keep_first),
    ("\\", re.compile(r"\\(?=[\\*_#\[\]()<>.!+~|-])"), _blank),
    ("\n", re.compile(r"\n[ \0]*(?:(?:\*[ \0]*){3,}|-{3,}[ \0]*)(?=\n|\Z)"), _keep_line),
    ("*", re.compile(r"\*(?:\*{1,2}|(?<!\w\*)(?=\S)|(?<=\S\*)(?!\w)|(?<=\n\*)(?= ))"), _blank),
    ("_", re.compile(r"_(?:(?<![\w/]_)_{0,2}(?=[\w\"'(\0])|(?<=[^\W_]_)_{0,2}(?![\w/])|(?<=[.,;!?…\"')\0]_)_{0,2}(?![\w/]))"), _blank),
    ("~~", re.compile(r"~~"), _blank),
    ("\n", re.compile(r"\n[ \0]*(?:#{1,6}(?= )|>[> \0]*|[•▪►‣◦●■+](?= ))"), _keep_line),
    ("\n", re.compile(r"\n[ \0]*-(?= )"), _bullet),
)  # fmt: skip


def without_entities(text: str) -> str:
    """Return `text`, of the same length, with the characters that HTML names."""
    return ENTITY.sub(_entity, text) if "&" in text else text


def without_markup(text: str) -> str:
    """Return `text`, of the same length, without the marks of Markdown and HTML."""
    text = f"\n{text}"  # the head of a line is what follows a line end
    for sign, pattern, replace in RULES:
        if sign in text:
            text = pattern.sub(replace, text)
    return text[1:]
