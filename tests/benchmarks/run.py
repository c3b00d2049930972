"""`make bench`: how fast the program is, beside Python and WeasyPrint measured in the same run.

Every time is CPU time, user and system, because a wall clock also measures who else is at work.
Nothing fails here: a bound is marked OK or OVER, and the reader judges.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from briefing import __version__, api
from briefing.building import build
from briefing.errors import BriefingError
from briefing.outputs.fonts import fontconfig_file
from briefing.reading.dossier import read_raw_dossier
from briefing.verification import check
from tests.benchmarks.anchoring import anchoring
from tests.benchmarks.dossiers import generated_dossier
from tests.benchmarks.figures import Figure
from tests.benchmarks.measuring import Command, Job, measure, median, ratio, seconds_of
from tests.benchmarks.pages import print_html, with_font_faces
from tests.benchmarks.typesetting import typesetting

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
BRIEFING = str(Path(sys.executable).with_name("briefing"))

PASS = 0.02
"""Seconds of `python -c pass` on the machine that the bound of a start was written for."""

START_BOUND = 0.15
BUILD_BOUND = 1.1
READING_BOUND = 2.0
SIZE_BOUNDS = {"pdf": 600.0, "html": 400.0}
"""kB of each edition of the sample, by format."""
LINEAR_BOUND = 2.5
"""Twice the work, and a little for a heap that no longer fits the processor's cache."""

EXTRACTS_IN_FICHE = 20
Figures = Iterator[Figure]
Benchmark = Callable[[int], Figures]


def starting(repeat: int) -> Figures:
    """Help and version: nothing heavy may be loaded for them."""
    jobs = {
        "python": Command((sys.executable, "-c", "pass")),
        "--help": Command((BRIEFING, "--help")),
        "--version": Command((BRIEFING, "--version")),
    }
    rounds = measure(jobs, repeat=repeat)
    yield Figure("python -c pass", median(rounds, "python"), "s")
    for name in ("--help", "--version"):
        yield Figure(f"briefing {name}", median(rounds, name), "s")
        scaled = ratio(rounds, name, "python") * PASS
        yield Figure(f"  where python -c pass takes {PASS} s", scaled, "s", START_BOUND)


def building(repeat: int) -> Figures:
    """A build in a new process, against WeasyPrint's command on the same HTML and styles."""
    with tempfile.TemporaryDirectory() as folder:
        rounds = measure(build_jobs(SEEDS, Path(folder)), repeat=repeat)
    yield Figure("briefing build seeds --format pdf", median(rounds, OURS), "s")
    for name in BARE:
        yield Figure(f"weasyprint page.html out.pdf --pdf-tags, {name}", median(rounds, name), "s")
        yield Figure("  briefing takes, of that", ratio(rounds, OURS, name), "", BUILD_BOUND)


OURS = "briefing"
BARE = ("our fontconfig", "@font-face", "system fonts")
"""How WeasyPrint's own command comes by its fonts; the system has others than ours."""


def build_jobs(dossier: Path, folder: Path) -> dict[str, Job]:
    """Return the builds to compare, each of which writes its PDF into `folder`."""
    html = print_html(str(dossier))
    page, faces = folder / "page.html", folder / "faces.html"
    page.write_text(html, encoding="utf-8")
    faces.write_text(with_font_faces(html), encoding="utf-8")
    ours = (BRIEFING, "build", str(dossier), "--format", "pdf", "--out", str(folder))
    return {
        OURS: Command(ours),
        BARE[0]: weasyprint(page, {"FONTCONFIG_FILE": str(fontconfig_file())}),
        BARE[1]: weasyprint(faces, {}),
        BARE[2]: weasyprint(page, {}),
    }


def weasyprint(page: Path, environment: dict[str, str]) -> Command:
    """Return WeasyPrint's own command on `page`."""
    out = str(page.with_suffix(".pdf"))
    return Command((sys.executable, "-m", "weasyprint", str(page), out, "--pdf-tags"), environment)


def sizes(_: int) -> Figures:
    """The editions of the sample: what a reader downloads."""
    with tempfile.TemporaryDirectory() as folder:
        made = editions(SEEDS, Path(folder))
    for format_, bound in SIZE_BOUNDS.items():
        yield Figure(f"{format_.upper()} of the sample", made[format_], "kB", bound)


def editions(dossier: Path, folder: Path) -> dict[str, float]:
    """Return the size in kB of each edition of `dossier`, by format."""
    checked = check(str(dossier))
    sound, formats = checked.buildable(), [*SIZE_BOUNDS]
    files = build(sound, folder, formats=formats, evidence=checked.evidence).files
    return {file.path.suffix.lstrip("."): file.size / 1000 for file in files}


def reading(repeat: int) -> Figures:
    """Reading and assembling: twice the extracts must cost twice the time."""
    sizes = (5_000, 10_000, 20_000)
    rounds = measure({str(size): reading_job(size) for size in sizes}, repeat=repeat)
    for size in sizes:
        bound = READING_BOUND if size == 10_000 else None
        label = f"{size:,} extracts in {size // EXTRACTS_IN_FICHE:,} fiches"
        yield Figure(label, median(rounds, str(size)), "s", bound)
    for small, large in pairwise(sizes):
        growth = ratio(rounds, str(large), str(small))
        yield Figure(f"  {large:,} take, of {small:,}", growth, "", LINEAR_BOUND)


def reading_job(extracts: int) -> Job:
    """Return the reading and assembling of a generated dossier of so many extracts."""
    raw = generated_dossier(extracts, fiches=extracts // EXTRACTS_IN_FICHE)
    return lambda: seconds_of(lambda: api.assemble(api.require_sound(read_raw_dossier(raw))))


BENCHMARKS: dict[str, Benchmark] = {
    "Starting": starting,
    "Building": building,
    "Sizes": sizes,
    "Reading and assembling": reading,
    "Typesetting": typesetting,
    "Anchoring": anchoring,
}


def main() -> None:
    """Print every figure, each under the title of its benchmark."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--repeat", type=int, default=5, help="measure so many times (5)")
    repeat = options.parse_args().repeat
    print(f"briefing {__version__}, Python {platform.python_version()}, ", end="")
    print(f"{os.cpu_count()} processors; CPU time, medians of {repeat}")
    for title, benchmark in BENCHMARKS.items():
        print(f"\n{title}", flush=True)
        _show(benchmark, repeat)


def _show(benchmark: Benchmark, repeat: int) -> None:
    try:
        for figure in benchmark(repeat):
            print(figure, flush=True)
    except (BriefingError, OSError, subprocess.CalledProcessError) as fault:
        print(f"  not measured: {fault}")


if __name__ == "__main__":
    main()
