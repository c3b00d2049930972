"""`briefing templates`, and `briefing build --templates`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.manual import manual
from tests.rendering.houses import ENTRY, EXTENDS, LOGO, PROMISE, write_house
from tests.support import invoke, write_dossier

BLOCK = f"{EXTENDS}\n{PROMISE}\n{{% block logo %}}\nTEXT\n{{% endblock %}}\n"


def of_block(text: str) -> str:
    return BLOCK.replace("TEXT", text)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Write a dossier with a house template."""
    folder = write_dossier(tmp_path / "dossier")
    logo = '<img src="{{ asset("logo.svg") }}" alt="Maison">'
    files: dict[str, str | bytes] = {ENTRY: of_block(logo), "complet/logo.svg": LOGO}
    write_house(folder / "gabarits", files)
    return folder


def test_the_templates_at_hand_are_listed(dossier: Path, tmp_path: Path) -> None:
    more = write_house(tmp_path / "more", {"maison/briefing.html.j2": EXTENDS})
    done = invoke("templates", "list", "--dossier", dossier, "--templates", more)
    assert done.exit_code == 0
    listed = dict(line.split(maxsplit=1) for line in done.output.splitlines())
    assert listed["complet"] == f"({dossier / 'gabarits'})"
    assert listed["maison"] == f"({more})"


def test_the_list_as_json(tmp_path: Path) -> None:
    entries = json.loads(invoke("templates", "list", "--dossier", tmp_path, "--json").output)
    assert {"name", "from", "path"} == set(entries[0])
    assert {"complet": "built in"}.items() <= {e["name"]: e["from"] for e in entries}.items()


def test_a_template_is_shown(dossier: Path) -> None:
    done = invoke("templates", "show", "complet", "--dossier", dossier)
    assert (dossier / "gabarits" / ENTRY).read_text("utf-8") in done.output
    assert invoke("templates", "show", "rien", "--dossier", dossier).exit_code == 2


def test_a_block_is_copied_to_a_file_that_there_isnt(tmp_path: Path) -> None:
    out = tmp_path / "maison" / "briefing.html.j2"
    arguments = ("templates", "copy", "complet", "masthead", "--dossier", tmp_path, "--out", out)
    assert invoke(*arguments).output == f"{out}\n"
    text = out.read_text("utf-8")
    assert text.startswith("{# Copied from briefing ")
    assert "{% block masthead %}" in text
    again = invoke(*arguments)
    assert again.exit_code == 2
    assert "exists already" in again.output
    assert invoke("templates", "copy", "complet", "masthead", "--dossier", tmp_path).output == text


def test_a_sound_house_passes(dossier: Path) -> None:
    done = invoke("templates", "check", "--dossier", dossier)
    assert (done.exit_code, done.output) == (0, "1 template · 0 errors · 0 warnings\n")


def test_what_only_running_shows_is_told(tmp_path: Path) -> None:
    texts = "{% set t = namespace(v=briefing.title) %}{{ t.v | whole_names }}"
    text = texts + "{{ (briefing.authors | first).name }}"
    place = write_house(tmp_path / "own", {ENTRY: of_block(text)})
    done = invoke("templates", "check", place, "--dossier", tmp_path, "--json")
    assert done.exit_code == 1
    found = json.loads(done.output)["findings"]
    assert {finding["code"] for finding in found} == {"BR802", "BR806"}
    (unescaped,) = (f for f in found if f["code"] == "BR806")
    assert "briefing.title" in unescaped["message"]


def test_a_template_that_cant_be_read_is_not_run(tmp_path: Path) -> None:
    place = write_house(tmp_path / "own", {ENTRY: of_block("{% if %}")})
    done = invoke("templates", "check", place, "--dossier", tmp_path)
    assert done.exit_code == 1
    assert "briefing.html.j2:4: error BR801" in done.output
    assert "1 error ·" in done.output


def test_there_must_be_something_to_check(tmp_path: Path) -> None:
    assert invoke("templates", "check", "--dossier", tmp_path).exit_code == 2


def test_the_manual_lists_every_name(tmp_path: Path) -> None:
    done = invoke("templates", "doc")
    for line in ("## Variables", "- `asset`: ", "- `logo`: ", "- `closing(call, stop)`: "):
        assert line in done.output
    assert "- `corroborated` (bool)" not in done.output
    assert "- `single` (bool): Whether one source alone says so." in done.output
    sections = json.loads(invoke("templates", "doc", "--json").output)
    assert [section["title"] for section in sections][:4] == [
        "Variables",
        "Functions",
        "Filters",
        "Blocks",
    ]


def test_the_manual_says_something_of_every_block_and_filter() -> None:
    by_title = {section.title: section for section in manual()}
    for title in ("Variables", "Functions", "Filters", "Blocks"):
        assert [e.name for e in by_title[title].entries if not e.about] == []
    assert {"Briefing", "Support", "NoteEntry", "Date"} <= by_title.keys()


def test_a_build_takes_the_template_of_the_dossier(dossier: Path, tmp_path: Path) -> None:
    done = invoke("build", dossier, "--format", "html", "--out", tmp_path / "out")
    assert done.exit_code == 0
    (page,) = (tmp_path / "out").glob("*.html")
    assert 'alt="Maison"' in page.read_text("utf-8")


def test_a_fault_in_a_template_is_shown_with_its_lines(dossier: Path, tmp_path: Path) -> None:
    path = dossier / "gabarits" / ENTRY
    path.write_text(of_block("{{ breifing.title }}"), encoding="utf-8")
    done = invoke("build", dossier, "--format", "html", "--out", tmp_path / "out")
    assert done.exit_code == 1
    assert f"{path}:4: error BR802: there is no name “breifing” here" in done.output
    assert "    → did you mean “briefing”?" in done.output
    assert "       3 | {% block logo %}\n  >    4 | {{ breifing.title }}\n" in done.output
    assert "Traceback" not in done.output
    assert not (tmp_path / "out").exists()


def test_limits_are_those_of_the_user(dossier: Path, tmp_path: Path) -> None:
    text = "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}"
    (dossier / "gabarits" / ENTRY).write_text(of_block(text), encoding="utf-8")
    arguments = ("build", dossier, "--format", "html", "--out", tmp_path / "out", "--timeout", "1")
    done = invoke(*arguments)
    assert done.exit_code == 1
    assert " 1 s" in done.output
    assert invoke("build", dossier, "--memory", "1").exit_code == 2


# ---- E-mails -------------------------------------------------------------------------------

MAIL = '{% extends "complet/email.html.j2" %}\n{% set briefing_api = 1 %}\n'


def test_the_template_of_an_email_is_shown_and_copied(tmp_path: Path) -> None:
    shown = invoke("templates", "show", "complet/email.txt.j2", "--dossier", tmp_path)
    assert '{% extends "email.txt.j2" %}' in shown.output
    copied = invoke(
        "templates", "copy", "complet/email.html.j2", "masthead", "--dossier", tmp_path
    ).output
    assert copied.splitlines()[1] == '{% extends "complet/email.html.j2" %}'
    assert "{% block masthead %}" in copied
    assert "{% block title %}" not in copied
    whole = invoke("templates", "copy", "presse/email.html.j2", "--dossier", tmp_path).output
    assert "{% block title %}" in whole


@pytest.mark.parametrize("name", ["complet/absent.html.j2", "absent/email.html.j2"])
def test_there_is_no_other_email(tmp_path: Path, name: str) -> None:
    assert invoke("templates", "show", name, "--dossier", tmp_path).exit_code == 2


def test_a_folder_may_end_in_a_slash(tmp_path: Path) -> None:
    done = invoke("templates", "show", "complet/", "--dossier", tmp_path)
    assert '{% extends "base.html.j2" %}' in done.output


@pytest.mark.parametrize(
    ("block", "code"),
    [
        ("{% block logo %}{{ carried.nom }}{% endblock %}", "BR802"),
        ("{% block logo %}{{ briefing.title | safe }}{% endblock %}", "BR806"),
        ("{% block banniere %}{% endblock %}", "BR808"),
        ('{% block logo %}<img src="https://a.fr/x.png" alt="">{% endblock %}', "BR807"),
    ],
)
def test_the_email_of_a_house_is_checked(tmp_path: Path, block: str, code: str) -> None:
    plain = '{% extends "complet/briefing.html.j2" %}\n{% set briefing_api = 1 %}\n'
    files = {"maison/briefing.html.j2": plain, "maison/email.html.j2": MAIL + block}
    place = write_house(tmp_path / "own", files)
    done = invoke("templates", "check", place, "--dossier", tmp_path)
    assert done.exit_code == 1
    assert "email.html.j2:3" in done.output
    assert code in done.output


def test_a_sound_email_passes(tmp_path: Path) -> None:
    plain = '{% extends "complet/briefing.html.j2" %}\n{% set briefing_api = 1 %}\n'
    logo = "{% block logo %}<p>{{ carried.name }} {{ subject }}</p>{% endblock %}\n"
    files = {"maison/briefing.html.j2": plain, "maison/email.html.j2": MAIL + logo}
    place = write_house(tmp_path / "own", files)
    done = invoke("templates", "check", place, "--dossier", tmp_path)
    assert done.output == "1 template · 0 errors · 0 warnings\n"


def test_an_email_without_an_edition_of_its_own_is_checked(tmp_path: Path) -> None:
    logo = "{% block logo %}{{ briefing.title | safe }}{% endblock %}\n"
    place = write_house(tmp_path / "own", {"complet/email.html.j2": MAIL + logo})
    done = invoke("templates", "check", place, "--dossier", tmp_path)
    assert done.exit_code == 1
    assert "BR806" in done.output
    assert done.output.splitlines()[-1].startswith("1 template · ")
    lost = write_house(tmp_path / "lost", {"maison/email.html.j2": MAIL})
    done = invoke("templates", "check", lost, "--dossier", tmp_path)
    assert done.output == "0 templates · 0 errors · 0 warnings\n"


def test_the_manual_says_something_of_every_block_of_an_email() -> None:
    by_title = {section.title: section for section in manual()}
    entries = by_title["Blocks of an e-mail"].entries
    assert [entry.name for entry in entries if not entry.about] == []
    assert {"read", "key_points", "legal"} <= {entry.name for entry in entries}
    assert "Carried" in by_title
