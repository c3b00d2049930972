"""`briefing feed`: from a dossier to a feed, options, faults."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest

from tests.feeding.making import BASE, page
from tests.support import CONFIG, extract_text, fiche_text, invoke, write_dossier

TWO = CONFIG + '\n[publics.grand-public]\ntlp = "clear"\n\n[publics.cercle]\ntlp = "amber"\n'
MARKED = extract_text("Un propos réservé.", "le cercle seul le sait", id="secret", tlp="amber")


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """Write a page into a folder."""
    folder = tmp_path / "build"
    folder.mkdir()
    (folder / "note.html").write_bytes(page())
    return folder


def test_a_built_dossier_becomes_a_feed(tmp_path: Path) -> None:
    dossier, out = write_dossier(tmp_path / "d"), tmp_path / "build"
    assert invoke("build", dossier, "--out", out).exit_code == 0
    result = invoke("feed", out, "--base", BASE, "--out", out / "feed.xml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "feed.xml  1 edition · " in result.stdout
    (entry,) = feedparser.parse((out / "feed.xml").read_bytes()).entries
    assert entry.title == "Un train de nuit pour Valmont"
    assert entry.link == f"{BASE}/un-train-de-nuit-pour-valmont.html"
    (enclosure,) = entry.enclosures
    size = (out / "un-train-de-nuit-pour-valmont.pdf").stat().st_size
    assert (enclosure.href, enclosure.length) == (entry.link[:-4] + "pdf", str(size))


def test_what_is_withheld_is_in_no_feed(tmp_path: Path) -> None:
    fiches = {"martin-2025": fiche_text(extract_text(), MARKED)}
    dossier = write_dossier(tmp_path / "d", config=TWO, fiches=fiches)
    for name in ("grand-public", "cercle"):
        out = tmp_path / name
        result = invoke("build", dossier, "--audience", name, "--out", out, "--format", "html")
        assert result.exit_code == 0, result.stderr
        feed = tmp_path / f"{name}.xml"
        result = invoke("feed", out, "--base", BASE, "--out", feed)
        assert feed.exists() is (name == "grand-public")
    assert "it is marked TLP:AMBER, and anybody may read a feed" in result.stderr
    audit = ("--dossier", dossier, "--audience", "grand-public")
    assert invoke("audit", tmp_path / "grand-public.xml", *audit).exit_code == 0
    result = invoke("feed", tmp_path / "cercle", "--base", BASE, "--out", feed, "--tlp", "amber")
    assert result.exit_code == 0


def test_faults_are_shown_with_what_to_do(build: Path) -> None:
    (build / "autre.html").write_text("Bonjour", "utf-8")
    result = invoke("feed", build, build / "absent", "--base", BASE, "--out", build / "feed.xml")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"{build / 'absent'}: there is no such folder",
        f"{build / 'autre.html'}: it isn't a page that briefing made",
        "    → take it out of the folder, or name another folder",
        "2 errors: nothing was written.",
    ]
    assert not (build / "feed.xml").exists()


def test_options_reach_the_feed(build: Path) -> None:
    out = build / "flux.xml"
    options = ("--title", "Nos notes", "--rights", "© Valmont", "--tag", "exemple.org,2026")
    result = invoke("feed", build, "--base", BASE, "--self", f"{BASE}/f", "--out", out, *options)
    assert result.exit_code == 0, result.stderr
    feed = feedparser.parse(out.read_bytes())
    assert (feed.feed.title, feed.feed.rights) == ("Nos notes", "© Valmont")
    assert feed.feed.id == "tag:exemple.org,2026:feed/flux.xml"
    assert feed.entries[0].id == "tag:exemple.org,2026:briefing/note"
    assert feed.feed.links[0].href == f"{BASE}/f"


def test_the_limit_and_the_audience_choose(build: Path) -> None:
    other = page().replace(b"audience-complet", b"audience-presse")
    other = other.replace(b"2025-06-02", b"2025-06-03")
    (build / "presse.html").write_bytes(other)
    for options, found in {
        ("--limit", "1"): ["presse"],
        ("--audience", "complet"): ["note"],
        (): ["presse", "note"],
    }.items():
        assert invoke("feed", build, "--base", BASE, "--out", build / "f", *options).exit_code == 0
        links = [entry.link for entry in feedparser.parse((build / "f").read_bytes()).entries]
        assert links == [f"{BASE}/{name}.html" for name in found]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "Missing option '--base'"),
        (("--base", "exemple.org"), "“exemple.org” isn't an address"),
        (("--base", BASE, "--self", "x"), "“x” isn't an address"),
        (("--base", BASE, "--tag", "exemple.org"), "isn't a domain and a date"),
        (("--base", BASE, "--limit", "0"), "0 is not in the range"),
        (("--base", BASE, "--tlp", "pink"), "'pink' is not one of"),
    ],
)
def test_a_wrong_option_is_told(options: tuple[str, ...], told: str, build: Path) -> None:
    result = invoke("feed", build, *options)
    assert result.exit_code == 2
    assert told in result.stderr
