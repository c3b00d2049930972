"""Editions for audiences: their names, their pages, what they may be told of earlier ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing import building
from briefing.assembling import assemble
from briefing.comparing import Snapshot, read_snapshot
from briefing.documents.finished import read_finished
from briefing.errors import BriefingError, UsageError
from briefing.model.audience import Anonymous, Audience, Depth, NoteStyle
from briefing.model.briefing import Draft
from briefing.model.dossier import Dossier
from briefing.model.theme import NamedTheme
from briefing.model.vocabulary import Tlp
from briefing.outputs.attached.structure import to_json
from briefing.outputs.page_limit import lines_beyond
from briefing.reading.audiences import BUILT_IN
from briefing.themes import built_in_theme
from briefing.versions import tell_changes
from tests.builders import assembled, audience, dossier, extract, key_point

WHAT = dossier(
    extract("minic#a", supports=("kp",)),
    extract("minic#b", said_by="anonyme, un diplomate"),
    key_points=[key_point("kp")],
)


def declared(what: Dossier, **audiences: Audience) -> Dossier:
    return replace(what, audiences=audiences)


# ---- Names of files ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("", "negocier-sans-l-ukraine.pdf"),
        ("{titre}", "negocier-sans-l-ukraine.pdf"),
        ("{date}_{public}-{langue}", "2025-11-21_complet-fr.pdf"),
        ("Note-{titre}", "Note-negocier-sans-l-ukraine.pdf"),
        ("{date}", "2025-11-21.pdf"),
    ],
)
def test_files_are_named_after_the_pattern_of_their_audience(pattern: str, name: str) -> None:
    assert building.file_name(assembled(WHAT), "pdf", pattern) == name


def test_an_empty_field_leaves_no_trace() -> None:
    briefing = assembled(dossier(title="Un titre", date=""))
    assert building.file_name(briefing, "html", "{date}-{titre}") == "un-titre.html"
    assert building.file_name(briefing, "html", "{date}") == "briefing.html"


def test_a_draft_says_so_whatever_the_pattern() -> None:
    briefing = assembled(WHAT, draft=Draft())
    assert building.file_name(briefing, "pdf", "{public}") == "complet-brouillon.pdf"


def test_a_title_leads_to_no_other_folder() -> None:
    briefing = assembled(dossier(title="../../etc/passwd"))
    assert building.file_name(briefing, "pdf", "{titre}") == "etc-passwd.pdf"


# ---- Pages ---------------------------------------------------------------------------------


def test_an_edition_that_is_too_long_stops_the_build_and_says_by_how_much(tmp_path: Path) -> None:
    points = [key_point(f"k{n}", f"Le point {n} dit encore autre chose. " * 6) for n in range(40)]
    short = replace(audience("points-clés", "sources", id_="court"), pages=1, formats=("pdf",))
    other = replace(audience("sources", id_="autre"), formats=("html",))
    what = declared(replace(WHAT, key_points=tuple(points)), court=short, autre=other)
    with pytest.raises(BriefingError) as raised:
        building.build(what, tmp_path / "out")
    values = raised.value.message.values
    assert (values["name"], values["limit"]) == ("court", 1)
    assert "[publics.court]" in str(raised.value.hint)
    assert int(values["pages"]) > 1
    assert int(values["lines"]) > 20
    assert not (tmp_path / "out").exists() or list((tmp_path / "out").iterdir()) == []


def test_an_audience_whose_template_there_is_not_is_named(tmp_path: Path) -> None:
    short = replace(audience("points-clés", "sources", id_="court"), template="complt")
    with pytest.raises(UsageError, match="“complt” for the audience “court”") as raised:
        building.build(declared(WHAT, court=short), tmp_path)
    assert "“complet”" in str(raised.value.hint)


def test_an_edition_that_fits_is_built(tmp_path: Path) -> None:
    short = replace(audience("points-clés", "sources", id_="court"), pages=1, file="note")
    built = building.build(declared(WHAT, court=short), tmp_path)
    assert sorted(file.path.name for file in built.files) == ["note.html", "note.pdf"]
    (data,) = [f.path.read_bytes() for f in built.files if f.path.suffix == ".pdf"]
    assert lines_beyond(data, 1) == 1, "at least"


def test_two_audiences_cannot_share_a_pattern(tmp_path: Path) -> None:
    one, two = (replace(audience(id_=name), file="note") for name in ("un", "deux"))
    with pytest.raises(BriefingError, match="same file"):
        building.build(declared(WHAT, un=one, deux=two), tmp_path)


def test_the_sample_for_those_who_decide_is_one_page_and_sound(
    sample: Dossier, tmp_path: Path
) -> None:
    from briefing.finished import verify

    one_page = replace(BUILT_IN["decideurs"], formats=("pdf",))
    (file,) = building.build(declared(sample, decideurs=one_page), tmp_path).files
    assert file.pages == 1
    report = verify(file.path)
    assert [check.name for check in report.checks if check.faults] == []


def test_one_page_that_cannot_hold_its_texts_says_by_how_much(tmp_path: Path) -> None:
    points = tuple(key_point(f"k{n}", f"Le point {n} en dit trop. " * 60) for n in range(5))
    with pytest.raises(BriefingError) as raised:
        building.build(replace(WHAT, key_points=points), tmp_path, audiences=["decideurs"])
    assert int(raised.value.message.values["lines"]) > 5


# ---- Whose edition is built ----------------------------------------------------------------


def test_those_that_a_dossier_declares_are_built_else_the_complete_one() -> None:
    assert building.choose_audiences(WHAT) == [BUILT_IN["complet"]]
    own = audience(id_="presse")
    assert building.choose_audiences(declared(WHAT, presse=own)) == [own]
    named = building.choose_audiences(declared(WHAT, presse=own), ["complet", "presse"])
    assert named == [BUILT_IN["complet"], own]


def test_the_press_reads_the_look_of_the_house_else_that_of_a_newspaper() -> None:
    press = BUILT_IN["presse"]
    named = replace(WHAT, theme=NamedTheme("classique"))
    presse, classique = (built_in_theme(name) for name in ("presse", "classique"))
    assert building.theme_of(press, WHAT, {}) == presse
    assert building.theme_of(press, named, {}) == classique
    assert building.theme_of(BUILT_IN["complet"], WHAT, {}) == classique


# ---- What is carried -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [
        {"notes": NoteStyle.SHORT},
        {"anonymous": Anonymous.SUMMARISED},
        {"depth": Depth.NONE, "notes": NoteStyle.NONE},
    ],
)
def test_a_pdf_that_shows_no_quotation_carries_none_and_is_sound(
    changes: dict[str, object], tmp_path: Path
) -> None:
    who = replace(audience(id_="x"), formats=("pdf",), **changes)  # type: ignore[arg-type]
    (file,) = building.build(declared(WHAT, x=who), tmp_path).files
    from briefing.finished import verify

    report = verify(file.path)
    assert [check.name for check in report.checks if check.faults] == []
    carried = read_finished(file.path.name, file.path.read_bytes()).attachments
    hidden = [name for name, data in carried.items() if b"un diplomate" in data]
    assert hidden == [] or "notes" in changes


# ---- What changed --------------------------------------------------------------------------


def version(what: Dossier, id_: str) -> Snapshot:
    return read_snapshot(to_json(assemble(what, audience(id_=id_))), "version")


def test_an_audience_is_told_of_changes_since_a_version_of_its_own_alone() -> None:
    old = dossier(extract("minic#a"), key_points=[key_point("kq", "Un point retiré.")])
    who = replace(audience(id_="x"), clearance=Tlp.CLEAR)
    now = assemble(WHAT, who)
    assert tell_changes(now, version(old, "complet"), who).changes is None
    told = tell_changes(now, version(old, "x"), who).changes
    assert told is not None
    assert "Un point retiré" not in repr(told)
    whole = audience(id_="x")
    open_ = tell_changes(assemble(WHAT, whole), version(old, "x"), whole).changes
    assert "Un point retiré" in repr(open_)
