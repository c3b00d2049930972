"""Whether PDFs conform, as veraPDF sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.validation import gates

PROFILES = {"PDF/UA-1": "PDFUA-1", "PDF/A-3a": "PDFA-3A"}
"""Each standard, and its file of rules in veraPDF."""

DRIVER = Path(__file__).with_name("Conformance.java")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF says of one file."""

    conforms: bool
    rules: int
    checks: int
    faults: tuple[str, ...] = ()
    """One a rule that is broken: its clause, how often, what it asks for, and the first place."""


def verdicts(files: Mapping[str, Path]) -> dict[tuple[str, str], Verdict]:
    """Return the verdict on each of `files`, which are by name, by standard and name."""
    gates.program("javac")
    rules = ",".join(PROFILES.values())
    done = gates.run("java", "-cp", gates.verapdf(), DRIVER, rules, *files.values())
    lines = done.stdout.splitlines()
    standards = {code: standard for standard, code in PROFILES.items()}
    names = {str(path): name for name, path in files.items()}
    found = {(standards[p], names[f]): v for p, f, v in _read(line.split("\t") for line in lines)}
    assert len(found) == len(PROFILES) * len(files), lines
    return found


def _read(lines: Iterable[list[str]]) -> Iterable[tuple[str, str, Verdict]]:
    """Yield profile, file and verdict; the faults of a verdict follow its line."""
    read: list[tuple[str, str, Verdict]] = []
    for kind, *fields in lines:
        if kind == "verdict":
            profile, file, said, rules, checks = fields
            read.append((profile, file, Verdict(said == "PASS", int(rules), int(checks))))
        else:
            profile, file, verdict = read.pop()
            rule, times, text, place = fields
            faults = (*verdict.faults, f"{rule} ({times} times): {text} First at {place}")
            read.append(
                (profile, file, Verdict(verdict.conforms, verdict.rules, verdict.checks, faults))
            )
    yield from read
