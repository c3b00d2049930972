"""What holds of any page, whatever its dossier; each check returns the faults it finds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from tests.rendering.pages import Node

PHRASING_ONLY = ("p", "h1", "h2", "h3", "h4", "span", "a", "em", "strong", "sup", "caption", "b")
BLOCKS = frozenset(
    "p ul ol li table section article div header footer main h1 h2 h3 h4 figure".split()
)
FETCHED = ("src", "srcset", "poster", "data", "action", "formaction", "background", "cite")
DATA = "application/ld+json"
"""The type of a script that no browser runs."""
ATTRIBUTES = re.compile(
    r"aria-[a-z]+|charset|class|colspan|content|data-bookmark|data-party|href|http-equiv|id|lang|name|property|role|rowspan|scope|type"
    r"|cx|cy|height|points|r|rx|tabindex|viewbox|width|x|x1|x2|xmlns|y|y1|y2"  # of drawings
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def repeated_ids(page: Node) -> list[str]:
    """Return the ids that more than one element has."""
    count = Counter(node.get("id") for node in page.walk() if node.get("id"))
    return [id_ for id_, times in count.items() if times > 1]


def bad_ids(page: Node) -> list[str]:
    """Return the ids that a link could not name as they stand."""
    ids = [node.get("id") for node in page.walk() if node.get("id")]
    return [id_ for id_ in ids if not re.fullmatch(r"[A-Za-z][A-Za-z0-9:._-]*", id_)]


def dead_links(page: Node) -> list[str]:
    """Return the internal links that lead nowhere."""
    ids = {node.get("id") for node in page.walk()}
    links = (node.get("href") for node in page.all("a"))
    return [href for href in links if href.startswith("#") and href[1:] not in ids]


def dangling_labels(page: Node) -> list[str]:
    """Return the ids that `aria-labelledby` names in vain."""
    ids = {node.get("id") for node in page.walk()}
    named = (id_ for node in page.walk() for id_ in node.get("aria-labelledby").split())
    return [id_ for id_ in named if id_ not in ids]


def outside_references(page: Node) -> list[str]:
    """Return what a browser or a printer would fetch: only a reader may follow a link."""
    return [
        *(f"<{node.tag}>" for node in page.all("link", "iframe", "object", "base")),
        *("<script>" for node in page.all("script") if node.get("type") != DATA),
        *(f"{name}={node.get(name)}" for node in page.walk() for name in FETCHED if node.get(name)),
        *(
            f"href={node.get('href')}"
            for node in page.walk()
            if node.get("href") and node.tag != "a"
        ),
        *(url for node in page.all("style") for url in style_references(node)),
        *("style attribute" for node in page.walk() if "style" in node.attributes),
    ]


def style_references(style: Node) -> list[str]:
    """Return what a style sheet would fetch."""
    css = "".join(child for child in style.children if isinstance(child, str))
    urls = re.findall(r"url\(\s*[\"']?([^\"')]{0,60})", css)
    return [*(url for url in urls if not url.startswith("data:")), *re.findall("@import.*", css)]


def unsafe_links(page: Node) -> list[str]:
    """Return the links that are neither inside the page nor to the web."""
    links = [node.get("href") for node in page.all("a")]
    return [href for href in links if not re.match(r"#|https?://|mailto:", href)]


def foreign_attributes(page: Node) -> list[str]:
    """Return the attributes that no template writes: text has broken out of its place."""
    names = (name for node in page.walk() for name in node.attributes)
    return [name for name in names if not ATTRIBUTES.fullmatch(name)]


def nested_links(page: Node) -> list[str]:
    """Return the links inside a link."""
    return [inner.text for outer in page.all("a") for inner in outer.all("a")]


def misplaced_blocks(page: Node) -> list[str]:
    """Return the blocks that stand where HTML wants words."""
    places = (node for node in page.walk() if node.tag in PHRASING_ONLY)
    return [f"<{block.tag}> in <{n.tag}>" for n in places for block in n.all(*BLOCKS)]


def skipped_headings(page: Node) -> list[str]:
    """Return the headings that stand more than one level below the one before."""
    levels = [int(node.tag[1]) for node in page.all(*HEADINGS)]
    skips = [f"h{a} → h{b}" for a, b in pairwise(levels) if b > a + 1]
    return [*skips, *(["not one h1"] if levels.count(1) != 1 or levels[:1] != [1] else [])]


def empty_headings(page: Node) -> list[str]:
    """Return the headings without words."""
    return [node.tag for node in page.all(*HEADINGS) if not node.text.strip()]


CHECKS: tuple[Callable[[Node], list[str]], ...] = (
    bad_ids,
    dangling_labels,
    dead_links,
    empty_headings,
    foreign_attributes,
    misplaced_blocks,
    nested_links,
    outside_references,
    repeated_ids,
    skipped_headings,
    unsafe_links,
)


def faults(page: Node) -> list[str]:
    """Return every fault of the page."""
    return [f"{check.__name__}: {fault}" for check in CHECKS for fault in check(page)]
