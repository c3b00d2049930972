"""Templates and style sheets that mean harm: a clear error within the limits, nothing left behind."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.building import build
from briefing.confinement import Limits
from briefing.errors import BriefingError
from briefing.houses import find_templates
from briefing.model.dossier import Dossier
from tests.rendering.houses import EXTENDS, PROMISE, write_house

QUICK = Limits(timeout=4.0, memory=900)
CANARY = "CANARI-2f9c"
NESTED = "{% for i in range(500) %}<div>{% endfor %}x{% for i in range(500) %}</div>{% endfor %}"
DOUBLING = "".join(f"--a{i}:var(--a{i - 1})var(--a{i - 1});" for i in range(1, 60))


@pytest.fixture
def port() -> Iterator[socket.socket]:
    """Listen on the loopback; who is called can tell."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.settimeout(0)
        yield listening


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """Write a file that no edition may hold."""
    path = tmp_path / "canary.txt"
    path.write_text(CANARY, encoding="utf-8")
    return path


class Attempt:
    """A template with its style sheet, built."""

    def __init__(self, folder: Path, dossier: Dossier) -> None:
        self.folder = folder
        self.out = folder / "out"
        self._dossier = dossier

    def fails(
        self, body: str, css: str = "", *, format_: str = "html", limits: Limits = QUICK
    ) -> str:
        """Return what is said of an attempt, which must fail and leave nothing."""
        files = {
            "complet/briefing.html.j2": (
                f"{EXTENDS}\n{PROMISE}\n{{% block logo %}}\n{body}\n{{% endblock %}}"
            ),
            "complet/print.css": css,
        }
        place = write_house(self.folder / "gabarits", dict(files))
        with pytest.raises(BriefingError) as caught:
            build(
                self._dossier,
                self.out,
                formats=[format_],
                templates=find_templates(None, [place]),
                limits=limits,
            )
        assert not self.out.exists()
        findings = getattr(caught.value, "findings", ())
        said = " ".join(f"{f.path}:{f.line} {f.message}" for f in findings) or str(caught.value)
        assert CANARY not in said
        return f"{said} → {caught.value.hint}"


@pytest.fixture
def attempt(tmp_path: Path, starter: Dossier) -> Attempt:
    """A house of one template, to be written."""
    return Attempt(tmp_path, starter)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("{% for i in range(10**9) %}x{% endfor %}", "MAX_RANGE"),
        ("{{ 'a' * 10**9 }}", "the product is too long"),
        ("{{ 9**(9**9) }}", "the number is too large"),
        ("{{ '%999999999d' % 1 }}", "the field is too wide"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "without end"),
        ("{% include 'complet/briefing.html.j2' %}{{ 1 // 0 }}", "ZeroDivisionError"),
    ],
)
def test_what_is_too_much_is_told_at_its_line(attempt: Attempt, body: str, said: str) -> None:
    told = attempt.fails(body)
    assert said in told
    assert "complet/briefing.html.j2:" in told


def test_an_endless_template_is_interrupted_and_told_at_its_line(attempt: Attempt) -> None:
    loop = "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}"
    told = attempt.fails(loop, limits=Limits(timeout=2.0))
    assert "briefing.html.j2:4: the template was still running here after 2 s" in told
    assert "--timeout" in told


def test_a_template_that_eats_memory_is_stopped(attempt: Attempt) -> None:
    text = "{% set ns = namespace(s='ab') %}{% for i in range(60) %}{% set ns.s = ns.s ~ ns.s %}"
    told = attempt.fails(f"{text}{{% endfor %}}", limits=Limits(timeout=20.0, memory=500))
    assert "its template needed more than 500 MB → " in told
    assert "--memory" in told


@pytest.mark.parametrize(
    ("body", "css", "said"),
    [
        ("x", "p { font-size: 1e9px }", "can't be laid out → a length is beyond all measure"),
        (NESTED, "", "can't be laid out → elements, or values, are nested too deep"),
        ("<table><tr><td colspan=100000>x</td></tr></table>", "", "laid out after 3 s"),
        ("x", f":root{{--a0:xxxxxxxx;{DOUBLING}}} p{{color:var(--a59)}}", "laid out after 3 s"),
    ],
)
def test_a_page_that_is_too_much_for_the_layout(
    attempt: Attempt, body: str, css: str, said: str
) -> None:
    limits = Limits(timeout=3.0 if "3 s" in said else 30.0)
    assert said in attempt.fails(body, css, format_="pdf", limits=limits)


def test_nothing_is_read_and_nothing_called(
    attempt: Attempt, canary: Path, port: socket.socket
) -> None:
    address = f"http://127.0.0.1:{port.getsockname()[1]}/x.png"
    for place in (address, f"file://{canary}", str(canary), f"../../{canary.name}"):
        assert "outside of" in attempt.fails(f'<img src="{place}" alt="">')
        assert "outside of" in attempt.fails(f"{{{{ asset('{place}') }}}}")
        css = f'.x {{ background: url("{place}") }}'
        told = attempt.fails("x", css)
        assert "print.css:1" in told
        assert "outside of" in told
        assert "there is no template" in attempt.fails(f"{{% include '{place}' %}}")
    assert "@import" in attempt.fails("x", f'@import "{address}";')
    with pytest.raises(BlockingIOError):
        port.accept()


def test_links_that_lead_out_are_refused(attempt: Attempt, canary: Path) -> None:
    place = write_house(attempt.folder / "gabarits" / "complet", {"a.txt": ""})
    (place / "logo.svg").symlink_to(canary)
    (place / "part.html.j2").symlink_to(canary)
    (place / "ailleurs").symlink_to(canary.parent)
    assert "through a link" in attempt.fails('<img src="{{ asset("logo.svg") }}" alt="">')
    assert "through a link" in attempt.fails("{% include 'complet/part.html.j2' %}")
    assert "through a link" in attempt.fails("{% include 'complet/ailleurs/canary.txt' %}")
    assert "through a link" in attempt.fails("x", "p { background: url(logo.svg) }")


@pytest.mark.parametrize(
    "svg",
    [
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
        "<svg><script>1</script></svg>",
        '<svg onload="1"/>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>',
        "<svg><style>@import 'http://127.0.0.1/';</style></svg>",
    ],
)
def test_a_picture_that_leads_out_is_refused(attempt: Attempt, svg: str) -> None:
    write_house(attempt.folder / "gabarits" / "complet", {"logo.svg": svg})
    told = attempt.fails('<img src="{{ asset("logo.svg") }}" alt="">')
    assert "logo.svg" in told
    assert "briefing.html.j2:4" in told
