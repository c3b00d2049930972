"""The confined process: the same bytes as here, its faults as they were, nothing inherited."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from briefing.building import build
from briefing.confinement import Limits, confined, parent, wire
from briefing.confinement.letters import write_letter
from briefing.confinement.words import Stopped, crashed, ran_out, refused
from briefing.errors import (
    BriefingError,
    DossierError,
    FaultyTemplateError,
    MachineError,
    UsageError,
)
from briefing.houses import find_templates
from briefing.model.briefing import Briefing
from briefing.model.dossier import Dossier
from briefing.model.finding import message
from briefing.producing import Job, Produced, produce
from briefing.reading.findings import error, warning
from briefing.themes import built_in_theme
from tests.rendering.houses import EXTENDS, PROMISE, write_house
from tests.support import write_dossier

T = TypeVar("T")

PLAIN = f"{EXTENDS}\n{PROMISE}\n"
FINDING = error("BR802", "a.j2", 3, message("“{a}”", a="x"), message("→"))


@pytest.mark.parametrize("format_", ["html", "pdf"])
def test_a_confined_edition_has_the_same_bytes(
    tmp_path: Path, starter: Dossier, format_: str
) -> None:
    place = write_house(tmp_path / "gabarits", {"complet/briefing.html.j2": PLAIN})
    templates = find_templates(None, [place])
    here = build(starter, tmp_path / "here", formats=[format_])
    there = build(starter, tmp_path / "there", formats=[format_], templates=templates)
    (ours,), (theirs,) = here.files, there.files
    assert ours.path.read_bytes() == theirs.path.read_bytes()
    assert ours.pages == theirs.pages
    assert here.warnings == there.warnings


@pytest.mark.parametrize("format_", ["html", "pdf"])
def test_the_first_edition_on_a_machine_makes_its_fonts(
    starter_briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    job = Job(starter_briefing, format_, built_in_theme(), name="a")
    assert confined(job, Limits()).data
    assert list((tmp_path / "briefing").iterdir())


def test_progress_and_stages_are_heard(starter_briefing: Briefing) -> None:
    heard: list[float] = []
    job = Job(starter_briefing, "pdf", built_in_theme(), name="a.pdf")
    made = confined(job, Limits(), heard.append)
    assert made.data.startswith(b"%PDF")
    assert heard == sorted(heard)
    assert len(heard) >= 5


def test_secrets_of_the_environment_stay_out(
    starter_briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[dict[str, str]] = []
    original = subprocess.Popen

    def popen(*args: object, env: dict[str, str], **options: object) -> object:
        seen.append(env)
        return original(*args, env=env, **options)  # type: ignore[call-overload]

    monkeypatch.setenv("API_KEY", "secret")
    monkeypatch.setattr(subprocess, "Popen", popen)
    confined(Job(starter_briefing, "html", built_in_theme(), name="a.html"), Limits())
    assert "API_KEY" not in seen[0]


def test_a_process_out_of_time_is_killed_with_its_group(
    starter_briefing: Briefing, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    later = f"import time; time.sleep(1.5); open({str(tmp_path / 'late')!r}, 'w')"
    sleeping = f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {later!r}])"
    monkeypatch.setattr(parent, "_START", f"{sleeping}; time.sleep(60)")
    began = time.monotonic()
    with pytest.raises(BriefingError, match=r"a\.html” wasn't begun within 0\.5 s"):
        confined(Job(starter_briefing, "html", built_in_theme(), name="a.html"), Limits(0.5))
    assert time.monotonic() - began < 30
    time.sleep(2)
    assert not (tmp_path / "late").exists()


@pytest.mark.parametrize(
    "code",
    [
        "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
        "pass",
        'print(\'{"done": {"size": 9, "pages": 0, "warnings": [], "boxes": ""}}\')',
    ],
)
def test_a_process_that_dies_is_told_of(
    starter_briefing: Briefing, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(parent, "_START", code)
    with pytest.raises(BriefingError, match="couldn't be begun within 2048 MB"):
        confined(Job(starter_briefing, "html", built_in_theme(), name="a.html"), Limits())


# ---- The child, run in a process of the test's --------------------------------------------

CHILD = """
import io, pickle, sys, time
sys.dont_write_bytecode = True
from briefing.confinement import child
from briefing.confinement.limits import Limits
job, limits, began = pickle.load(sys.stdin.buffer)
def attempt(job, progress, stage):
    {body}
child.produce = attempt
answer = io.BytesIO()
child.run(job, limits, answer, time.monotonic())
sys.stdout.buffer.write(answer.getvalue())
"""


def told(briefing: Briefing, body: str) -> dict[str, object]:
    """Return what the child tells when its work is `body`."""
    job = Job(briefing, "html", built_in_theme(), name="a.html")
    done = subprocess.run(
        [sys.executable, "-c", CHILD.format(body=body)],
        input=write_letter((job, Limits(20, 1500), 0.0)),
        capture_output=True,
        check=False,
    )
    assert done.stdout, done.stderr.decode()
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("open('/etc/passwd')", "/etc/passwd"),
        ("import os; os.open('/etc/hostname', os.O_RDONLY)", "/etc/hostname"),
        ("open(sys.prefix + '/written', 'w')", "written"),
        ("import socket; socket.socket().connect(('127.0.0.1', 9))", "socket."),
        ("import subprocess; subprocess.run(['true'])", "subprocess.Popen"),
        ("import os; os.system('true')", "os.system"),
        ("import os; os.fork()", "os.fork"),
    ],
)
def test_doors_are_closed(starter_briefing: Briefing, body: str, what: str) -> None:
    assert what in str(told(starter_briefing, body)["refused"])


def test_what_was_refused_is_told_though_somebody_caught_it(starter_briefing: Briefing) -> None:
    body = "import contextlib\n    with contextlib.suppress(OSError): open('/etc/passwd')"
    assert told(starter_briefing, body) == {"refused": "/etc/passwd"}


def test_memory_and_crashes_are_told(starter_briefing: Briefing) -> None:
    assert told(starter_briefing, "bytearray(10**12)") == {"memory": True}
    assert told(starter_briefing, "1 / 0") == {"crash": "ZeroDivisionError"}


def test_the_child_does_the_job(starter_briefing: Briefing) -> None:
    job = Job(starter_briefing, "html", built_in_theme(), name="a.html")
    letter = write_letter((job, Limits(60, 3000), time.monotonic(), os.getpid(), None))
    done = subprocess.run(
        [sys.executable, "-B", "-c", "from briefing.confinement.child import main; main()"],
        input=letter,
        capture_output=True,
        check=True,
    )
    lines, _, data = done.stdout.partition(b'{"done"')
    assert b'{"stage": "rendering"}' in lines
    assert data.partition(b"\n")[2] == produce(job).data


# ---- The wire ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault",
    [
        BriefingError(message("a {b}", b="c"), message("hint")),
        UsageError(message("u")),
        MachineError(message("m")),
        DossierError(message("d"), [FINDING, warning("BR804", "b", 0, message("w"))]),
        FaultyTemplateError(FINDING, [(2, "a"), (3, "b")]),
    ],
)
def test_a_fault_goes_over_the_wire(fault: BriefingError) -> None:
    back = wire.fault(json.loads(wire.fault_line(fault))["fault"])
    assert type(back) is type(fault)
    assert (back.message, back.hint) == (fault.message, fault.hint)
    assert getattr(back, "findings", None) == getattr(fault, "findings", None)
    assert getattr(back, "excerpt", None) == getattr(fault, "excerpt", None)


def test_what_was_made_goes_over_the_wire() -> None:
    made = Produced(b"a\nb", 3, ("w",), "x")
    first, _, data = wire.done(made).partition(b"\n")
    assert wire.made(json.loads(first)["done"], data) == made


def test_a_fault_of_an_unknown_kind_is_a_fault() -> None:
    told_ = {"kind": "SystemExit", "message": ["x", {"a": [1]}], "hint": None}
    assert type(wire.fault(told_)) is BriefingError


@pytest.mark.parametrize("stage", ["starting", "rendering", "layout", "elsewhere"])
def test_what_was_stopped_says_what_it_was_doing(stage: str) -> None:
    stopped = Stopped("a.pdf", stage, Limits(7, 300))
    assert "7 s" in str(ran_out(stopped, killed=True))
    assert "300 MB" in str(ran_out(stopped, killed=False))
    assert "a.pdf" in str(refused(stopped, "x")) + str(crashed(stopped, "OverflowError"))
    assert "(KeyError)" in str(crashed(stopped, "KeyError").hint)


def test_a_face_that_a_house_brings_is_printed_and_leaves_nothing(
    tmp_path: Path, starter: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    face = '@font-face { font-family: m; src: url("m.ttf") } p { font-family: m }'
    files = {"complet/briefing.html.j2": PLAIN, "complet/print.css": face}
    place = write_house(tmp_path / "gabarits", dict(files))
    (place / "complet" / "m.ttf").write_bytes(_face())
    templates = find_templates(None, [place])
    built = build(starter, tmp_path / "out", formats=["pdf"], templates=templates)
    assert built.warnings == ()
    assert built.files[0].pages
    assert list(scratch.iterdir()) == []


def _face() -> bytes:
    """Make a font of two letters."""
    builder = FontBuilder(1000)
    names = [".notdef", "e", "a"]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord("e"): "e", ord("a"): "a"})
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 500))
    pen.lineTo((500, 500))
    pen.closePath()
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "M", "styleName": "Regular", "psName": "M"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    target = BytesIO()
    builder.save(target)
    return target.getvalue()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process die with another")
def test_nothing_outlives_the_process_that_started_it(tmp_path: Path) -> None:
    endless = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    text = f"{PLAIN}{{% block logo %}}{endless}{{% endblock %}}"
    place = write_house(tmp_path / "gabarits", {"complet/briefing.html.j2": text})
    folder = write_dossier(tmp_path / "dossier")
    words = ["build", str(folder), "--format", "html", "--out", str(tmp_path / "out")]
    with subprocess.Popen(
        [sys.executable, "-m", "briefing", *words, "--templates", str(place)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as started:
        child = _until(lambda: _rendering_child(started.pid))
        started.kill()
    assert _until(lambda: not _runs(child))
    assert not (tmp_path / "out").exists()


def _rendering_child(parent_: int) -> int:
    """Return the child that has made sure to die with its parent, which it does first of all."""
    listed = Path(f"/proc/{parent_}/task/{parent_}/children").read_text("utf-8").split()
    ready = [pid for pid in listed if "Max address space    " in _told(pid, "limits")]
    limited = (pid for pid in ready if "unlimited" not in _address_space(pid))
    return next(map(int, limited), 0)


def _address_space(pid: str) -> str:
    lines = _told(pid, "limits").splitlines()
    return next(line for line in lines if line.startswith("Max address space"))


def _runs(pid: int) -> bool:
    state = _told(str(pid), "stat").rpartition(")")[2].split()
    return bool(state) and state[0] != "Z"


def _told(pid: str, name: str) -> str:
    try:
        return Path(f"/proc/{pid}/{name}").read_text("utf-8")
    except OSError:
        return ""


def _until(found: Callable[[], T]) -> T:
    """Return what is found, once there is something."""
    for _ in range(600):
        if value := found():
            return value
        time.sleep(0.1)
    raise AssertionError
