"""The closed vocabularies: what an analyst may write, told apart without accents or case."""

from __future__ import annotations

import inspect
from enum import StrEnum

import pytest

from briefing.model import vocabulary
from briefing.model.vocabulary import Voice
from briefing.reading.findings import fold

VOCABULARIES = [
    found
    for _, found in inspect.getmembers(vocabulary, inspect.isclass)
    if issubclass(found, StrEnum) and found is not StrEnum
]


@pytest.mark.parametrize("values", VOCABULARIES, ids=lambda values: values.__name__)
def test_no_two_values_fold_to_one(values: type[StrEnum]) -> None:
    folded = [fold(value) for value in values]
    assert len(set(folded)) == len(folded)


@pytest.mark.parametrize("values", VOCABULARIES, ids=lambda values: values.__name__)
def test_no_value_holds_what_parts_values(values: type[StrEnum]) -> None:
    assert not any("," in value or ":" in value for value in values)


def test_voices_go_from_the_partys_own_words_outwards() -> None:
    assert sorted(Voice, key=lambda voice: voice.rank) == [
        Voice.DIRECT,
        Voice.REPORTED,
        Voice.ATTRIBUTED,
        Voice.OWN,
    ]
