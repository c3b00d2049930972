"""Every sentence and every label is in its catalogues, whole, and nothing else is.

When one of these fails: `make catalogues`, then translate what is empty: in French the messages
of the program (`briefing.po`), in English and German the labels of editions (`edition.po`).
"""

from __future__ import annotations

import ast
import gettext
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from babel.messages import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from briefing.locale import catalogues
from briefing.locale.hatch_build import CatalogueHook, compile_catalogues
from briefing.locale.labels import in_module, in_template
from briefing.locale.labels import marked as marked_labels

PACKAGE = Path(__file__).resolve().parent.parent / "briefing"


TEMPLATES = PACKAGE.parent / "templates"
ALL = [
    *(("briefing", locale) for locale in catalogues.LOCALES),
    *(("edition", locale) for locale in catalogues.EDITION_LOCALES),
]
"""Every catalogue, by its domain and locale."""
PERCENT = re.compile(r"%\((\w+)\)s")


def po_file(locale: str, domain: str = "briefing") -> Path:
    return PACKAGE / "locale" / locale / "LC_MESSAGES" / f"{domain}.po"


def sentences(entry: Message) -> tuple[str, ...]:
    return (entry.id,) if isinstance(entry.id, str) else tuple(entry.id)


def fields(text: str) -> set[str]:
    """Return the fields of `text`: `{name}` in Python, `%(name)s` in templates."""
    braces = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return braces | set(PERCENT.findall(text))


def faults(source: Catalog, catalog: Catalog) -> Iterator[str]:
    """Yield what `catalog` lacks or has too much of, next to `source`."""
    wanted = {entry.id for entry in catalogues.entries(source)}
    present = {entry.id: entry for entry in catalogues.entries(catalog)}
    yield from (f"missing: {sentence!r}" for sentence in wanted - present.keys())
    yield from (f"not in the source: {sentence!r}" for sentence in present.keys() - wanted)
    yield from (f"obsolete: {sentence!r}" for sentence in catalog.obsolete)
    for entry in present.values():
        yield from entry_faults(entry)


def entry_faults(entry: Message) -> Iterator[str]:
    """Yield what is wrong in one translation."""
    if entry.fuzzy:
        yield f"fuzzy: {entry.id!r}"
    wanted = {name for sentence in sentences(entry) for name in fields(sentence)}
    for text in catalogues.forms(entry):
        if not text.strip():
            yield f"empty: {entry.id!r}"
        # A plural may leave out the number (« une source »), never invent a field.
        elif fields(text) != wanted and not (entry.pluralizable and fields(text) <= wanted):
            yield f"other fields: {entry.id!r} → {text!r}"


@pytest.fixture(scope="module")
def source() -> Catalog:
    return catalogues.extract(PACKAGE)


@pytest.fixture(scope="module")
def labels_source() -> Catalog:
    return catalogues.extract_labels(PACKAGE, TEMPLATES)


@pytest.mark.parametrize("locale", catalogues.LOCALES)
def test_each_catalogue_says_exactly_what_the_source_says(source: Catalog, locale: str) -> None:
    assert list(faults(source, catalogues.read(po_file(locale)))) == []


@pytest.mark.parametrize("locale", catalogues.EDITION_LOCALES)
def test_every_label_is_translated(labels_source: Catalog, locale: str) -> None:
    assert list(faults(labels_source, catalogues.read(po_file(locale, "edition")))) == []


@pytest.mark.parametrize("locale", catalogues.EDITION_LOCALES)
def test_no_translated_label_is_set_as_french(locale: str) -> None:
    """No space before a high sign, no guillemets, no straight quotation mark or apostrophe."""
    said = [t for e in catalogues.entries(labels(locale)) for t in catalogues.forms(e)]
    assert [text for text in said if re.search("\u202f|[\\s\u00a0][:;?!]|[«»\"']", text)] == []


@pytest.mark.parametrize("locale", catalogues.EDITION_LOCALES)
def test_a_label_keeps_its_outer_spaces_and_its_sign(locale: str) -> None:
    """What follows a label is put after it as it stands."""
    for entry in catalogues.entries(labels(locale)):
        french = sentences(entry)[0]
        for text in catalogues.forms(entry):
            assert (text[:1] == " ", text[-1] == " ") == (french[0] == " ", french[-1] == " ")
            if french.rstrip().endswith(":"):
                assert text.rstrip().endswith(":"), text


def labels(locale: str) -> Catalog:
    return catalogues.read(po_file(locale, "edition"))


def test_labels_come_from_templates_and_modules(labels_source: Catalog) -> None:
    known = {text for entry in catalogues.entries(labels_source) for text in sentences(entry)}
    assert {"Points clés", "Retour au texte, note %(number)s", "discours"} <= known
    assert {"%(num)s extrait", "%(num)s extraits", "traduit par {names}"} <= known


LABELS = """
by.frame.say("consulté le {date}", date=day)
self.frame.count("{n} mot", "{n} mots", 2, n=2)
frame.say(name)
text.count("a", "b", 3)
label("discours")
pieces.label("rien")
"""


def test_labels_of_a_module_are_those_of_a_frame(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(LABELS, "utf-8")
    assert list(in_module(path)) == [
        ("consulté le {date}",),
        ("{n} mot", "{n} mots"),
        ("discours",),
    ]


def test_labels_of_a_template_are_its_calls_of_gettext(tmp_path: Path) -> None:
    path = tmp_path / "a.html.j2"
    path.write_text(
        '<p title="{{ _("Un") }}">{{ {1: _("Deux %(n)s", n=1)}[1] }}{# _("Rien") #}\n'
        '{{ ngettext("%(num)s mot", "%(num)s mots", n) }}</p>',
        "utf-8",
    )
    assert list(in_template(path)) == [("Un",), ("Deux %(n)s",), ("%(num)s mot", "%(num)s mots")]


def test_no_label_is_put_together_at_run_time() -> None:
    """A name hands on what `label` marked; a text made of parts would never be found."""
    made = [
        f"{path.name}:{argument.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for group in marked_labels(ast.parse(path.read_text("utf-8")))
        for argument in group
        if not isinstance(argument, ast.Constant | ast.Name | ast.Attribute | ast.Subscript)
    ]
    assert made == []


def test_the_source_has_messages(source: Catalog) -> None:
    assert len(source) > 0


def test_no_marked_sentence_is_put_together_at_run_time() -> None:
    """It would never be found in a catalogue."""
    assert [place for path in sorted(PACKAGE.rglob("*.py")) for place in put_together(path)] == []


def put_together(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    for argument in (argument for group in catalogues.marked(tree) for argument in group):
        # A name, an attribute or an entry hands on a sentence that was marked elsewhere.
        if not isinstance(argument, ast.Constant | ast.Name | ast.Attribute | ast.Subscript):
            yield f"{path.name}:{argument.lineno}"


def test_every_sentence_is_marked(source: Catalog) -> None:
    """A text that quotes a field is for a person: “{name}” is in no other kind of text."""
    known = {text for entry in catalogues.entries(source) for text in sentences(entry)}
    assert [text for text in sorted(texts(PACKAGE)) if "“{" in text and text not in known] == []


def test_click_says_what_we_translate_for_it() -> None:
    ours = catalogues.extract_file(PACKAGE / "locale" / "click_messages.py")
    assert {text for group in ours for text in group} <= texts(Path(click.__file__).parent)


def texts(package: Path) -> set[str]:
    """Return every text that is written in the source of `package`."""
    return {
        node.value
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


SOURCE = """
message("The tag {tag} is unknown.")
plural("{count} source", "{count} sources", count=2)
table.fault("BR301", 1, "The key is empty.", "Fill it.", key="key")
"""
WHOLE = """
msgid "The tag {tag} is unknown."
msgstr "La clé {tag} est inconnue."

msgid "{count} source"
msgid_plural "{count} sources"
msgstr[0] "une source"
msgstr[1] "{count} sources"

msgid "The key is empty."
msgstr "La clé est vide."

msgid "Fill it."
msgstr "Remplissez-la."
"""


def verdicts(tmp_path: Path, po: str) -> list[str]:
    """Return the faults of the catalogue `po` for a package that holds `SOURCE`."""
    package = tmp_path / "package"
    package.mkdir()
    (package / "module.py").write_text(SOURCE, "utf-8")
    path = tmp_path / "fr.po"
    path.write_text('msgid ""\nmsgstr ""\n"Language: fr\\n"\n' + po, "utf-8")
    with path.open("rb") as file:
        return list(faults(catalogues.extract(package), read_po(file, locale="fr")))


def test_a_whole_catalogue_has_no_fault(tmp_path: Path) -> None:
    assert verdicts(tmp_path, WHOLE) == []


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('msgid "The', 'msgid "One', "missing"),
        ('msgid "The', 'msgid "One', "not in the source"),
        ("La clé {tag} est inconnue.", "", "empty"),
        ("La clé est vide.", "", "empty"),
        ('msgid "Fill', 'msgid "Empty', "missing"),
        ("La clé {tag}", "La clé {key}", "other fields"),
        ("La clé {tag}", "Cette clé", "other fields"),
        ('[1] "{count} sources"', '[1] "{number} sources"', "other fields"),
        ('[1] "{count} sources"', '[1] ""', "empty"),
        ('msgid "The', '#, fuzzy\nmsgid "The', "fuzzy"),
        ('msgid "{count}', '#~ msgid "Gone"\n#~ msgstr "Parti"\n\nmsgid "{count}', "obsolete"),
    ],
)
def test_each_fault_is_seen(tmp_path: Path, before: str, after: str, fault: str) -> None:
    assert before in WHOLE
    found = verdicts(tmp_path, WHOLE.replace(before, after, 1))
    assert any(verdict.startswith(fault) for verdict in found), found


def test_an_update_repeats_english_empties_french_and_drops_what_is_gone(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text('message("New {thing}")', "utf-8")
    template = catalogues.extract(tmp_path)
    strings = {}
    for locale in catalogues.LOCALES:
        path = tmp_path / locale / "LC_MESSAGES" / "briefing.po"
        path.parent.mkdir(parents=True)
        path.write_text('msgid "Old"\nmsgstr "Vieux"\n', "utf-8")
        catalogues.write(path, catalogues.updated(path, template))
        strings[locale] = {e.id: e.string for e in catalogues.entries(catalogues.read(path))}
    assert strings == {"en": {"New {thing}": "New {thing}"}, "fr": {"New {thing}": ""}}


def test_a_second_update_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text(SOURCE, "utf-8")
    path = tmp_path / "fr" / "LC_MESSAGES" / "briefing.po"
    written = []
    for _ in range(2):
        catalogues.write(path, catalogues.updated(path, catalogues.extract(tmp_path)))
        written.append(path.read_text("utf-8"))
    assert written[0] == written[1]


def test_the_command_extracts_updates_and_compiles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package = tmp_path / "package"
    (package / "locale").mkdir(parents=True)
    (package / "module.py").write_text(SOURCE, "utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.j2").write_text('{{ _("Notes") }}', "utf-8")
    monkeypatch.setattr(catalogues, "FOLDER", package / "locale")
    catalogues.main()
    assert capsys.readouterr().out.splitlines() == [
        "en: 4 messages, 0 to translate",
        "fr: 4 messages, 4 to translate",
        "de: 1 labels, 1 to translate",
        "en: 1 labels, 1 to translate",
    ]
    written = {path.name for path in (package / "locale").rglob("*") if path.is_file()}
    assert written == {f"{d}.{e}" for d in ("briefing", "edition") for e in ("pot", "po", "mo")}


def test_the_build_backend_runs_the_hook(tmp_path: Path) -> None:
    path = tmp_path / "briefing" / "locale" / "fr" / "LC_MESSAGES" / "briefing.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\nmsgstr ""\n"Language: fr\\n"\n' + WHOLE, "utf-8")
    nothing: Any = None
    CatalogueHook(str(tmp_path), {}, nothing, nothing, "", "wheel").initialize("standard", {})
    assert path.with_suffix(".mo").is_file()


def test_the_hook_compiles_what_gettext_reads(tmp_path: Path) -> None:
    path = tmp_path / "fr" / "LC_MESSAGES" / "briefing.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\nmsgstr ""\n"Language: fr\\n"\n' + WHOLE, "utf-8")
    assert compile_catalogues(tmp_path) == (path.with_suffix(".mo"),)
    french = gettext.translation("briefing", tmp_path, ["fr"])
    assert french.gettext("The tag {tag} is unknown.") == "La clé {tag} est inconnue."
    assert french.ngettext("{count} source", "{count} sources", 0) == "une source"


def test_the_hook_leaves_an_up_to_date_catalogue_alone(tmp_path: Path) -> None:
    path = tmp_path / "fr" / "LC_MESSAGES" / "briefing.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\nmsgstr ""\n"Language: fr\\n"\n' + WHOLE, "utf-8")
    (target,) = compile_catalogues(tmp_path)
    before = target.stat().st_mtime_ns
    compile_catalogues(tmp_path)
    assert target.stat().st_mtime_ns == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["briefing.mo", "briefing.po"]


@pytest.mark.parametrize(("domain", "locale"), ALL)
def test_the_installed_catalogues_are_up_to_date(domain: str, locale: str, tmp_path: Path) -> None:
    """Compiled at installation: a stale one means that `make demo` has to run again."""
    copy = tmp_path / locale / "LC_MESSAGES" / f"{domain}.po"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(po_file(locale, domain).read_bytes())
    (fresh,) = compile_catalogues(tmp_path)
    assert compiled(po_file(locale, domain).with_suffix(".mo")) == compiled(fresh)


def compiled(path: Path) -> dict[tuple[str, ...], tuple[str, ...]]:
    with path.open("rb") as file:
        found = catalogues.entries(read_mo(file))
        return {sentences(entry): catalogues.forms(entry) for entry in found}
