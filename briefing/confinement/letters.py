"""Values handed to a confined process: pickled, by the one that started it alone."""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any


def write_letter(value: Any) -> bytes:  # noqa: ANN401 - any value of ours
    """Return a value pickled, its mappings that can't be changed too."""
    target = io.BytesIO()
    pickler = pickle.Pickler(target)
    pickler.dispatch_table = copyreg.dispatch_table | {MappingProxyType: _parts}
    pickler.dump(value)
    return target.getvalue()


def sealed(mapping: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """Return a mapping as one that can't be changed."""
    return MappingProxyType(dict(mapping))


def _parts(mapping: MappingProxyType[Any, Any]) -> tuple[Any, tuple[dict[Any, Any]]]:
    return sealed, (dict(mapping),)
