"""A dossier as it is edited: what is shown, what is told, what stays."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing import building, verification
from briefing.errors import UsageError
from briefing.watching.session import Session, Wanted
from briefing.watching.touching import Part
from tests.support import CONFIG, extract_text, fiche_text, write_dossier

ITEM = 'id="position-martin-2025:offre:region:financement"'
TEXTS = {Part.TEXTS}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_dossier(tmp_path / "dossier")


def started(folder: Path, **wanted: object) -> Session:
    session = Session(Wanted(folder, **wanted))  # type: ignore[arg-type]
    session.start()
    return session


def edit(path: Path, change: Callable[[str], str]) -> None:
    before = path.read_text("utf-8")
    after = change(before)
    assert after != before
    path.write_text(after, "utf-8")


def edit_fiche(folder: Path, old: str, new: str) -> None:
    edit(folder / "martin-2025.md", lambda text: text.replace(old, new))


def test_the_page_is_that_of_a_build_with_ours_around(folder: Path, tmp_path: Path) -> None:
    html = started(folder).page("complet").html
    checked = verification.check(folder)
    built = building.build(
        checked.buildable(), tmp_path / "out", formats=["html"], evidence=checked.evidence
    )
    page = built.files[0].path.read_text("utf-8")
    body = page[page.index("<main") : page.index("</main>")]
    assert body[:200] in html


def test_an_edit_shows_and_changes_the_digest(folder: Path) -> None:
    session = started(folder)
    before = session.page("complet")
    assert session.page("complet") is before
    edit_fiche(folder, "de payer la moitié", "de régler la moitié")
    assert session.refresh(TEXTS)
    after = session.page("complet")
    assert "de régler la moitié" in after.html
    assert after.digest != before.digest


def test_what_changes_nothing_tells_nobody(folder: Path) -> None:
    session = started(folder)
    version, page = session.version, session.page("complet")
    (folder / "build").mkdir()
    assert not session.refresh(TEXTS)
    assert session.version == version
    assert session.page("complet") is page


def test_a_fault_stands_at_its_place_over_the_last_good_page(folder: Path) -> None:
    session = started(folder)
    good = session.page("complet")
    edit_fiche(folder, "- partie : Région", "- partie : Regon")
    session.refresh(TEXTS)
    html = session.page("complet").html
    item = html[html.index(ITEM) :][:900]
    assert "BR401" in item
    assert "martin-2025.md:" in item
    assert "did you mean" in item
    assert "de payer la moitié" in html
    edit_fiche(folder, "- partie : Regon", "- partie : Région")
    session.refresh(TEXTS)
    assert session.page("complet").digest == good.digest


@pytest.mark.parametrize("broken", [b"titre = ", b"\xff\xfe", b"", b"titre = 1\n[publics.x]\n"])
def test_an_unreadable_configuration_leaves_the_page(folder: Path, broken: bytes) -> None:
    session = started(folder)
    session.page("complet")
    (folder / "dossier.toml").write_bytes(broken)
    session.refresh(TEXTS)
    html = session.page("complet").html
    assert ITEM in html
    assert "dossier.toml" in html
    assert "watch-error" in html.partition("</style>")[2]


def test_a_dossier_that_goes_and_comes_back_is_survived(folder: Path, tmp_path: Path) -> None:
    session = started(folder)
    good = session.page("complet")
    folder.rename(tmp_path / "away")
    session.refresh(set(Part))
    html = session.page("complet").html
    assert ITEM in html
    assert "doesn&#39;t exist" in html
    (tmp_path / "away").rename(folder)
    session.refresh(set(Part))
    assert session.page("complet").digest == good.digest


def test_a_dossier_that_never_was_sound_is_shown_as_a_draft(tmp_path: Path) -> None:
    broken = fiche_text(extract_text(partie="Regon"))
    folder = write_dossier(tmp_path / "dossier", fiches={"martin-2025": broken})
    session = started(folder)
    assert session.is_draft
    assert "Brouillon" in session.page("complet").html
    edit_fiche(folder, "Regon", "Région")
    session.refresh(TEXTS)
    assert "Brouillon" not in session.page("complet").html


def test_without_anything_to_show_the_index_tells_why(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "dossier", config="titre = ")
    session = started(folder)
    assert session.audiences == ()
    assert "BR3" in session.index().html
    with pytest.raises(KeyError):
        session.page("complet")
    (folder / "dossier.toml").write_text(CONFIG, "utf-8")
    session.refresh(TEXTS)
    assert ITEM in session.page("complet").html


def test_a_template_that_fails_is_told_over_the_last_page(folder: Path) -> None:
    place = folder / "gabarits" / "maison"
    place.mkdir(parents=True)
    template = place / "briefing.html.j2"
    good = '{% set briefing_api = 1 %}\n{% extends "base.html.j2" %}\n'
    template.write_text(good, "utf-8")
    edit(
        folder / "dossier.toml", lambda t: f'{t}\n[publics.maison]\nnom = "M"\ngabarit = "maison"\n'
    )
    session = started(folder)
    assert ITEM in session.page("maison").html
    template.write_text(good + "{% block method %}{{ nothing_of_the_kind }}{% endblock %}", "utf-8")
    session.refresh({Part.TEMPLATES})
    html = session.page("maison").html
    assert ITEM in html
    assert "briefing.html.j2:3" in html
    assert "nothing_of_the_kind" in html
    template.write_text(good + "{% block method %}<p>Mot à mot.</p>{% endblock %}", "utf-8")
    session.refresh({Part.TEMPLATES})
    html = session.page("maison").html
    assert "Mot à mot." in html
    assert "nothing_of_the_kind" not in html


def test_a_theme_that_is_unfit_is_told_and_mended(folder: Path) -> None:
    themes = Path(__file__).resolve().parent.parent.parent / "styles" / "themes"
    shutil.copytree(themes / "presse", folder / "themes" / "maison")
    tokens = folder / "themes" / "maison" / "tokens.css"
    session = started(folder, theme="maison")
    good = session.page("complet")
    kept = tokens.read_text("utf-8")
    tokens.write_text(kept + "\n:root { --ink: #eee; --unknown: 1px; }\n", "utf-8")
    session.refresh({Part.THEMES})
    html = session.page("complet").html
    assert ITEM in html
    assert "tokens.css" in html
    tokens.write_text(kept, "utf-8")
    session.refresh({Part.THEMES})
    assert session.page("complet").digest == good.digest


def test_whatever_is_raised_the_session_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = started(folder)
    session.page("complet")

    def fail(*_: object) -> None:
        raise ZeroDivisionError("of the kind that no one foresees")

    monkeypatch.setattr(session._renderer, "html", fail)
    session.refresh({Part.TEMPLATES})
    html = session.page("complet").html
    assert "ZeroDivisionError: of the kind" in html
    assert ITEM in html
    monkeypatch.setattr(
        verification, "check", lambda *_: (_ for _ in ()).throw(OSError(28, "full"))
    )
    assert session.refresh(TEXTS)
    assert "No space left on device" in session.page("complet").html


def test_each_audience_has_its_page(folder: Path) -> None:
    more = '\n[publics.a]\nnom = "Un"\n[publics.b]\nnom = "Deux"\nsections = ["positions", "sources"]\n'
    edit(folder / "dossier.toml", lambda text: text + more)
    session = started(folder)
    assert session.audiences == (("a", "Un"), ("b", "Deux"))
    assert "points-cles" in session.page("a").html
    assert "points-cles" not in session.page("b").html
    assert "Deux" in session.index().html
    chosen = started(folder, audiences=("b", "complet"))
    assert [id_ for id_, _ in chosen.audiences] == ["b", "complet"]


def test_the_page_of_the_pdf_follows_the_version(folder: Path) -> None:
    session = started(folder)
    before = session.sheets("complet")
    edit_fiche(folder, "de payer", "de régler")
    session.refresh(TEXTS)
    assert session.sheets("complet").digest != before.digest
    with pytest.raises(KeyError):
        session.sheets("autre")


@pytest.mark.parametrize(
    "wanted", [{"audiences": ("nobody",)}, {"theme": "nothing"}, {"documents": ("/nowhere",)}]
)
def test_what_does_not_exist_at_the_start_is_an_error(
    folder: Path, wanted: dict[str, object]
) -> None:
    with pytest.raises(UsageError):
        started(folder, **wanted)


def test_nothing_is_written_into_the_dossier(folder: Path) -> None:
    def listing() -> list[tuple[str, int]]:
        return sorted((str(p), p.stat().st_mtime_ns) for p in folder.rglob("*"))

    before = listing()
    session = started(folder)
    session.page("complet")
    session.refresh(set(Part))
    session.page("complet")
    assert listing() == before
