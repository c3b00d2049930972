"""What a served page says besides: links, findings at their place or in a panel, and the reload."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from markupsafe import Markup, escape

from briefing.model.finding import Finding
from briefing.watching.boxes import ATTRIBUTES, Say, Trouble, marked, told_together
from briefing.watching.dressing import SCRIPT, SHEETS_STYLE, STYLE
from briefing.watching.policy import admit
from briefing.watching.routes import Kind, address

_BODY: Final = re.compile(rf"<body\b{ATTRIBUTES}>", re.IGNORECASE)
_HEAD: Final = re.compile(r"</head\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a page: where it is, what else there is, in which language to say so."""

    audiences: Sequence[tuple[str, str]]
    """Ids and names of all that are served."""
    say: Say
    language: str = "en"
    audience: str = ""
    kind: Kind = Kind.INDEX


@dataclass(frozen=True, slots=True)
class Served:
    """A page as the browser gets it."""

    html: str
    digest: str
    """Changes whenever the page does."""


def overlaid(
    html: str,
    around: Around,
    findings: Mapping[str, Sequence[Finding]],
    troubles: Sequence[Trouble] = (),
) -> Served:
    """Return the page `html` with our links, `findings` by the id that they concern, a reload.

    Those under "", and those whose element can't hold a box, stand in the panel alone.
    """
    page = marked(html, findings, around.say)
    every = [finding for group in findings.values() for finding in group]
    return _closed(page.html, around, told_together(every, troubles, around.say, page.numbers))


def sheets(around: Around, pdf: str, made: str, troubles: Sequence[Trouble] = ()) -> Served:
    """Return the page that shows the PDF at the path `pdf`, "" if there is none.

    `made` tells which it is.
    """
    frame = Markup('<iframe src="{}?{}" title="PDF"></iframe>').format(pdf, made) if pdf else ""
    page = _page(around.language, f"{around.audience} – PDF", str(frame), SHEETS_STYLE)
    return _closed(page, around, told_together([], troubles, around.say), made)


def index(around: Around, findings: Sequence[Finding], troubles: Sequence[Trouble] = ()) -> Served:
    """Return the page that leads to each audience."""
    lines = Markup("").join(
        Markup('<li><a href="{}">{}</a> · <a href="{}">PDF</a></li>').format(
            address(Kind.PAGE, id_), name, address(Kind.SHEETS, id_)
        )
        for id_, name in around.audiences
    )
    page = blank(around.language, f"<h1>briefing watch</h1><ul>{lines}</ul>")
    return _closed(page, around, told_together(findings, troubles, around.say))


def blank(language: str, content: str = "") -> str:
    """Return a page of ours that holds `content`, which is HTML, and no more."""
    return _page(language, "briefing watch", f"<main>{content}</main>")


def _page(language: str, title: str, content: str, style: str = "") -> str:
    head = f'<meta charset="utf-8"><title>{escape(title)}</title>'
    head += f"<style>{style}</style>" if style else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head>{head}</head>'
        f"<body>{content}</body></html>\n"
    )


def _closed(html: str, around: Around, told: Markup, digest: str = "") -> Served:
    """Put our style, links, `told` and script into the page, and let them run there."""
    panel = Markup('<div class="watch" lang="{}"><nav>{}</nav>{}</div>').format(
        around.language, _links(around), told
    )
    events = address(Kind.EVENTS, around.audience) if around.audience else "/events"
    events += "?pdf" if around.kind is Kind.SHEETS else ""
    digest = digest or sha256(f"{html}{panel}".encode()).hexdigest()[:16]
    script = Markup('<script data-events="{}" data-digest="{}">{}</script>').format(
        events,
        digest,
        Markup(SCRIPT),  # noqa: S704 - ours, and a script isn't escaped
    )
    page = _put(admit(html, SCRIPT, STYLE), _HEAD, f"<style>{STYLE}</style>", after=False)
    return Served(_put(page, _BODY, f"{panel}{script}", after=True), digest)


def _put(html: str, place: re.Pattern[str], piece: str, *, after: bool) -> str:
    """Put `piece` at the first `place` of `html`, at its end if a template left it out."""
    found = place.search(html)
    at = len(html) if found is None else found.end() if after else found.start()
    return html[:at] + piece + html[at:]


def _links(around: Around) -> Markup:
    here = (around.audience, around.kind)
    links = [
        _link(address(Kind.PAGE, id_), name, current=here == (id_, Kind.PAGE))
        for id_, name in around.audiences
    ]
    if around.audience:
        path = address(Kind.SHEETS, around.audience)
        links.append(_link(path, "PDF", current=around.kind is Kind.SHEETS))
    return Markup("").join(links)


def _link(path: str, name: str, *, current: bool) -> Markup:
    mark = Markup(' aria-current="page"') if current else ""
    return Markup('<a href="{}"{}>{}</a>').format(path, mark, name)
