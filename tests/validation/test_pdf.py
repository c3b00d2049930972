"""Every PDF conforms to PDF/UA-1 and PDF/A-3a, is sound, and looks as it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.outputs.engine import load_weasyprint
from tests.validation import gates, pictures
from tests.validation.conformance import PROFILES, Verdict, verdicts
from tests.validation.dossiers import NAMES
from tests.verifying.making import assert_sound

pytestmark = [pytest.mark.validation]

Verdicts = dict[tuple[str, str], Verdict]


@pytest.fixture(scope="session")
def found(printed: dict[str, Path], faulty_pdf: Path) -> Verdicts:
    """What veraPDF says, by standard and dossier; it is started once for all."""
    return verdicts({**printed, "faulty": faulty_pdf})


@pytest.fixture(scope="session")
def faulty_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF without title, language, tags or metadata."""
    path = tmp_path_factory.mktemp("faulty") / "faulty.pdf"
    load_weasyprint().HTML(string="<p>Un mot.").write_pdf(path)
    return path


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("standard", PROFILES)
def test_every_pdf_conforms(standard: str, name: str, found: Verdicts) -> None:
    verdict = found[standard, name]
    assert verdict.conforms, "\n".join(verdict.faults)


@pytest.mark.parametrize("standard", PROFILES)
def test_the_gate_tells_what_does_not_conform(standard: str, found: Verdicts) -> None:
    verdict = found[standard, "faulty"]
    assert not verdict.conforms
    assert verdict.faults
    assert all("First at root" in fault for fault in verdict.faults)


@pytest.mark.parametrize("standard", PROFILES)
def test_the_gate_knows_every_rule(standard: str, found: Verdicts) -> None:
    """A profile that was read in part would let anything pass."""
    verdict = found[standard, "sample"]
    assert verdict.rules > 100
    assert verdict.checks > 1000 * verdict.rules


@pytest.mark.parametrize("name", NAMES)
def test_every_pdf_is_sound(name: str, printed: dict[str, Path]) -> None:
    gates.run("qpdf", "--check", printed[name])


@pytest.mark.parametrize("name", NAMES)
def test_every_pdf_prints_what_it_carries(name: str, printed: dict[str, Path]) -> None:
    assert_sound(printed[name], draft=name == "draft", quotes=name != "decideurs")


def test_a_broken_pdf_is_not_sound(printed: dict[str, Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(printed["tiny"].read_bytes().replace(b"\nendobj", b"\nendobk", 3))
    # 2 and 3: errors, warnings.
    assert gates.run("qpdf", "--check", broken, ok=(2, 3)).stderr


# ---- Looks ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", pictures.PAGES)
def test_the_pages_look_as_they_did(
    name: str, printed: dict[str, Path], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    count, update = pictures.PAGES[name], bool(request.config.getoption("--update-golden"))
    drawn = pictures.draw_pages(printed[name], count, tmp_path / f"{name}-page")
    assert len(drawn) == count
    for path in drawn:
        pictures.check(pictures.read(path), path.stem, update=update)
