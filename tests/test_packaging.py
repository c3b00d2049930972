"""What is published: a wheel and an sdist that hold everything, and a wheel that works alone.

The dependencies come from the running environment, so that nothing is downloaded.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

import briefing

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.slow


def run(*command: object, cwd: Path) -> str:
    """Run `command` away from the checkout's own settings, and return what it printed."""
    hidden = ("PYTHON", "COVERAGE", "COV_CORE")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    result = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def build(target: str, source: Path, folder: Path) -> Path:
    """Build `target`, a wheel or an sdist, from `source` into `folder`."""
    run(
        *(sys.executable, "-m", "build", f"--{target}", "--no-isolation", "--outdir", folder),
        source,
        cwd=folder.parent,
    )
    (built,) = folder.iterdir()
    return built


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def tree(folder: Path, prefix: str) -> set[str]:
    """Return the files under `folder`, as they are named in an archive under `prefix`."""
    return {f"{prefix}/{path}" for path in relative_files(folder)}


def relative_files(folder: Path) -> Iterable[str]:
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return (path.as_posix() for path in paths if "__pycache__" not in path.parts)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked sdist."""
    packed = build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))
    folder = tmp_path_factory.mktemp("unpacked")
    # By `tar`: early releases of 3.11 lack the filter that later ones of Python demand.
    run("tar", "-xf", packed, "-C", folder, cwd=folder)
    (unpacked,) = folder.iterdir()
    return unpacked


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment that has the wheel, and sees no checkout."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "install")
    run(*pip, "--quiet", "--no-deps", "--no-index", wheel, cwd=folder)
    # Added by name, the folder's own `.pth` files are not read: an editable install stays out.
    site_packages = folder.joinpath(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    paths = {sysconfig.get_path(name) for name in ("purelib", "platlib")}
    (site_packages / "dependencies.pth").write_text("\n".join(sorted(paths)), "utf-8")
    return folder / "bin"


def test_the_wheel_holds_every_template_and_style(wheel: Path) -> None:
    for folder in ("templates", "styles"):
        wanted = tree(ROOT / folder, f"briefing/{folder}")
        assert wanted
        assert {name for name in names(wheel) if name.startswith(f"briefing/{folder}/")} == wanted


def test_the_wheel_holds_the_package_and_its_data(wheel: Path) -> None:
    held = names(wheel)
    package = tree(ROOT / "briefing", "briefing")
    assert {name for name in package if "/locale/" not in name} - held == set()
    assert "briefing/py.typed" in held
    schemas = tree(ROOT / "briefing" / "schema", "briefing/schema")
    assert schemas
    assert schemas <= held


@pytest.mark.parametrize("locale", ["en", "fr"])
@pytest.mark.parametrize("suffix", ["po", "mo"])
def test_the_wheel_holds_the_catalogues_compiled(wheel: Path, locale: str, suffix: str) -> None:
    assert f"briefing/locale/{locale}/LC_MESSAGES/briefing.{suffix}" in names(wheel)


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in names(wheel)}
    assert tops == {"briefing", f"briefing-{briefing.__version__}.dist-info"}
    assert [name for name in names(wheel) if "/locale/" in name and name.endswith(".py")] == []


def test_the_sdist_holds_what_a_packager_needs(sdist: Path) -> None:
    held = set(relative_files(sdist))
    for folder in ("templates", "styles", "seeds", "tests"):
        assert tree(ROOT / folder, folder) - held == set()
    for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile"):
        assert name in held


def test_a_wheel_from_the_sdist_is_the_wheel_from_the_checkout(
    wheel: Path, sdist: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    rebuilt = build("wheel", sdist, tmp_path_factory.mktemp("rebuilt"))
    assert names(rebuilt) == names(wheel)


def test_the_installed_program_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = "import briefing, sys; print(briefing.__file__)"
    where = run(installed / "python", "-c", code, cwd=tmp_path).strip()
    assert Path(where).is_relative_to(installed.parent)
    assert briefing.__version__ in run(installed / "briefing", "--version", cwd=tmp_path)


def test_the_installed_program_builds_the_sample(installed: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(installed / "briefing", "build", ROOT / "seeds", "--out", out, cwd=tmp_path)
    (pdf,) = out.rglob("*.pdf")
    (page,) = out.rglob("*.html")
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert "</html>" in page.read_text("utf-8")


def test_the_extra_and_the_group_for_developers_are_the_same() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extra = settings["project"]["optional-dependencies"]["dev"]
    assert extra == settings["dependency-groups"]["dev"]
