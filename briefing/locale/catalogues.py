"""Bring the catalogues up to date with the source: `make catalogues`.

Messages of the program, domain `briefing`: the English sentence in the source is the msgid. The
English catalogue repeats it; the French one is translated by hand. Labels of editions, domain
`edition`: the French label is the msgid, and English and German are translated. What a catalogue
lacks is left empty for the tests to report.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import read_po, write_po

from briefing.locale import labels
from briefing.locale.hatch_build import compile_catalogues

FOLDER = Path(__file__).resolve().parent
LOCALES = ("en", "fr")
EDITION_LOCALES = ("de", "en")

# The calls that take sentences, and where: a pair is a singular and its plural. Babel's own
# extractor doesn't know a call with two sentences apart, as `fault(code, line, text, hint)`.
KEYWORDS: dict[str, tuple[tuple[int, ...], ...]] = {
    "_": ((0,),),
    "fault": ((2,), (3,)),
    "message": ((0,),),
    "ngettext": ((0, 1),),
    "plural": ((0, 1),),
}
# A fixed date: without a new sentence, an update leaves the catalogues as they are.
DATE = datetime(2026, 1, 1, tzinfo=UTC)


def extract(package: Path) -> Catalog:
    """Return the template of all sentences marked in the source of `package`."""
    template = _catalog(domain="briefing")
    for path in sorted(package.rglob("*.py")):
        # Without line numbers, which change with every edit of the source.
        location = (path.relative_to(package.parent).as_posix(), 0)
        for texts in extract_file(path):
            template.add(texts if len(texts) > 1 else texts[0], locations=[location])
    return template


def extract_labels(package: Path, templates: Path) -> Catalog:
    """Return the template of all labels marked in `templates` and in the source of `package`."""
    catalog = _catalog(domain="edition")
    for folder, pattern, found in (
        (templates, "*.j2", labels.in_template),
        (package, "*.py", labels.in_module),
    ):
        for path in sorted(folder.rglob(pattern)):
            location = (path.relative_to(folder.parent).as_posix(), 0)
            for texts in found(path):
                catalog.add(texts if len(texts) > 1 else texts[0], locations=[location])
    return catalog


def extract_file(path: Path) -> Iterator[tuple[str, ...]]:
    """Yield the sentences marked in the module at `path`: one, or a singular and its plural."""
    for arguments in marked(ast.parse(path.read_text("utf-8"))):
        texts = tuple(filter(None, map(literal, arguments)))
        if len(texts) == len(arguments):
            yield texts


def marked(tree: ast.Module) -> Iterator[tuple[ast.expr, ...]]:
    """Yield the arguments of `tree` that are sentences, in the order of the source."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        for places in KEYWORDS.get(_name(call.func), ()):
            arguments = tuple(call.args[place] for place in places if place < len(call.args))
            if len(arguments) == len(places):
                yield arguments


def literal(expression: ast.expr) -> str:
    """Return the text that `expression` is, or nothing if it is made at run time."""
    is_text = isinstance(expression, ast.Constant) and isinstance(expression.value, str)
    return str(ast.literal_eval(expression)) if is_text else ""


def read(path: Path) -> Catalog:
    """Return the catalogue at `path`, which lies in the folder of its locale."""
    with path.open("rb") as file:
        return read_po(file, locale=locale_of(path), domain=path.stem)


def locale_of(path: Path) -> str:
    """Return the locale whose folder holds `path`."""
    return path.parent.parent.name


def entries(catalog: Catalog) -> Iterable[Message]:
    """Return the sentences of `catalog`, without its header."""
    return (entry for entry in catalog if entry.id)


def forms(entry: Message) -> tuple[str, ...]:
    """Return the translations of `entry`: one, or one for each plural form."""
    text = entry.string or ""
    return (text,) if isinstance(text, str) else tuple(text)


def updated(path: Path, template: Catalog) -> Catalog:
    """Return the catalogue at `path`, with the sentences of `template` and no other."""
    catalog = read(path) if path.exists() else _catalog(locale_of(path), path.stem)
    catalog.fuzzy = False
    # A copy, since its entries become those of the catalogue. Without guesses among near
    # sentences, which would have to be reviewed: an empty entry can't be missed.
    catalog.update(deepcopy(template), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    if locale_of(path) == "en" and path.stem == "briefing":
        for entry in entries(catalog):
            entry.string = entry.id
    return catalog


def write(path: Path, catalog: Catalog) -> None:
    """Write `catalog` to `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=96, ignore_obsolete=True, include_lineno=False)


def main() -> None:
    """Extract, update and compile the catalogues, and say what is left to translate."""
    _bring_up_to_date("briefing", extract(FOLDER.parent), LOCALES)
    templates = FOLDER.parent.parent / "templates"
    _bring_up_to_date("edition", extract_labels(FOLDER.parent, templates), EDITION_LOCALES)
    compile_catalogues(FOLDER)


def _bring_up_to_date(domain: str, template: Catalog, locales: Iterable[str]) -> None:
    write(FOLDER / f"{domain}.pot", template)
    for locale in locales:
        path = FOLDER / locale / "LC_MESSAGES" / f"{domain}.po"
        catalog = updated(path, template)
        write(path, catalog)
        missing = sum(not all(forms(entry)) for entry in entries(catalog))
        print(f"{locale}: {len(catalog)} {_NOUNS[domain]}, {missing} to translate")


_NOUNS = {"briefing": "messages", "edition": "labels"}


def _name(function: ast.expr) -> str:
    """Return the last name of what is called: `message`, or `fault` for `table.fault`."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _catalog(locale: str | None = None, domain: str = "briefing") -> Catalog:
    """Return an empty catalogue of ours."""
    what = {"briefing": "Messages", "edition": "Labels of the editions"}[domain]
    return Catalog(
        locale=locale,
        domain=domain,
        header_comment=f"# {what} of briefing.",
        project="briefing",
        version="0.1",
        last_translator="The briefing maintainers",
        creation_date=DATE,
        revision_date=DATE,
        fuzzy=False,
    )


if __name__ == "__main__":
    main()
