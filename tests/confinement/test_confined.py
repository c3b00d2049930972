"""The confined process: the same bytes as here, its faults as they were, nothing inherited."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

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
    letter = write_letter((job, Limits(60, 3000), time.monotonic()))
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
