"""The values of the model: frozen, slotted, and alike where they say the same."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest

import briefing.model


def values() -> Iterator[type]:
    """Yield every dataclass of the model."""
    for module in pkgutil.iter_modules(briefing.model.__path__):
        home = importlib.import_module(f"briefing.model.{module.name}")
        for _, found in inspect.getmembers(home, inspect.isclass):
            if dataclasses.is_dataclass(found) and found.__module__ == home.__name__:
                yield found


VALUES = sorted(set(values()), key=lambda value: value.__name__)


def test_the_model_holds_values() -> None:
    names = {value.__name__ for value in VALUES}
    assert {"Extract", "Source", "Dossier", "Briefing", "Finding", "Date"} <= names


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_a_value_never_changes(value: type) -> None:
    parameters = value.__dataclass_params__  # type: ignore[attr-defined]
    assert parameters.frozen
    assert "__slots__" in vars(value)
    assert parameters.eq


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_what_a_value_holds_cannot_change_either(value: type) -> None:
    """No list, dict or set in a field: a template must not be able to alter a briefing."""
    for field in dataclasses.fields(value):
        assert not str(field.type).startswith(("list", "dict", "set")), field.name
