"""Bring the message catalogues up to date with the source: `make catalogues`.

The English sentence in the source is the msgid. The English catalogue repeats it; the French
one is translated by hand, and a sentence it lacks is left empty for the tests to report.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from briefing.locale.hatch_build import compile_catalogues

FOLDER = Path(__file__).resolve().parent
LOCALES = ("en", "fr")
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "message": None,
    "ngettext": (1, 2),
    "plural": (1, 2),
}
# A fixed date: without a new sentence, an update leaves the catalogues as they are.
DATE = datetime(2026, 1, 1, tzinfo=UTC)


def extract(package: Path) -> Catalog:
    """Return the template of all sentences marked in the source of `package`."""
    template = _catalog()
    found = extract_from_dir(package, [("**.py", "python")], keywords=KEYWORDS)
    for name, _line, sentence, comments, context in sorted(found, key=lambda row: row[:2]):
        # Without line numbers, which change with every edit of the source.
        location = [(f"{package.name}/{name}", 0)]
        template.add(sentence, None, location, auto_comments=comments, context=context)
    return template


def read(path: Path) -> Catalog:
    """Return the catalogue at `path`, which lies in the folder of its locale."""
    with path.open("rb") as file:
        return read_po(file, locale=locale_of(path), domain="briefing")


def locale_of(path: Path) -> str:
    """Return the locale whose folder holds `path`."""
    return path.parent.parent.name


def entries(catalog: Catalog) -> Iterable[Message]:
    """Return the sentences of `catalog`, without its header."""
    return (entry for entry in catalog if entry.id)


def updated(path: Path, template: Catalog) -> Catalog:
    """Return the catalogue at `path`, with the sentences of `template` and no other."""
    catalog = read(path) if path.exists() else _catalog(locale_of(path))
    catalog.fuzzy = False
    # A guess among near sentences would have to be reviewed; an empty entry can't be missed.
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    if locale_of(path) == "en":
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
    template = extract(FOLDER.parent)
    write(FOLDER / "briefing.pot", template)
    for locale in LOCALES:
        path = FOLDER / locale / "LC_MESSAGES" / "briefing.po"
        catalog = updated(path, template)
        write(path, catalog)
        missing = sum(not all(_forms(entry)) for entry in entries(catalog))
        print(f"{locale}: {len(catalog)} messages, {missing} to translate")
    compile_catalogues(FOLDER)


def _forms(entry: Message) -> tuple[str, ...]:
    """Return the translations of `entry`: one, or one for each plural form."""
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string)


def _catalog(locale: str | None = None) -> Catalog:
    """Return an empty catalogue of ours."""
    return Catalog(
        locale=locale,
        domain="briefing",
        header_comment="# Messages of briefing.",
        project="briefing",
        creation_date=DATE,
        revision_date=DATE,
        fuzzy=False,
    )


if __name__ == "__main__":
    sys.exit(main())
