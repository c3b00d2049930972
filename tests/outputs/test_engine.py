"""Loading the layout engine: nothing said, nothing left changed, and a word if it can't."""

from __future__ import annotations

import builtins
import ctypes.util
import gc
import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from briefing.errors import MachineError
from briefing.outputs.engine import load_weasyprint, patient_collector, still_clock


@pytest.fixture
def without_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine where the import of WeasyPrint fails as it does without Pango."""
    original: Callable[..., Any] = builtins.__import__

    def fail(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0': no such file. Additionally, …")
        return original(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", fail)


def test_a_missing_library_is_told_with_the_packages_to_install(without_pango: None) -> None:
    with pytest.raises(MachineError, match="libpango") as caught:
        load_weasyprint()
    hint = str(caught.value.hint)
    assert "apt install libpango-1.0-0" in hint
    assert "brew install pango" in hint
    assert caught.value.exit_code == 3
    assert "Additionally" not in str(caught.value)


@pytest.mark.usefixtures("without_pango")
def test_a_failed_load_leaves_the_lookup_of_libraries_as_it_was() -> None:
    before = ctypes.util.find_library
    with pytest.raises(MachineError):
        load_weasyprint()
    assert ctypes.util.find_library is before


def test_loading_says_nothing_and_leaves_the_lookup_as_it_was(
    capfd: pytest.CaptureFixture[str],
) -> None:
    before = ctypes.util.find_library
    assert load_weasyprint().__version__.startswith("70.")
    assert ctypes.util.find_library is before
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("epoch", [None, "1000000000"])
def test_the_clock_is_set_back_afterwards(
    epoch: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with suppress(ZeroDivisionError), still_clock():
        assert os.environ["SOURCE_DATE_EPOCH"] == "0"
        raise ZeroDivisionError
    assert os.environ.get("SOURCE_DATE_EPOCH") == epoch


def test_the_garbage_collector_is_set_back_afterwards() -> None:
    before = gc.get_threshold()
    with suppress(ZeroDivisionError), patient_collector():
        assert gc.get_threshold()[0] > before[0]
        raise ZeroDivisionError
    assert gc.get_threshold() == before
