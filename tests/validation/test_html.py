"""Every page is valid HTML and CSS, as the Nu HTML checker sees it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.validation import gates
from tests.validation.dossiers import NAMES

pytestmark = [pytest.mark.validation]

UNKNOWN = re.compile(
    r"CSS: .*“(?:scroll-target-group|:target-current)”"  # what is newer than the checker
    r"|Inline (?:style|script) violates Content Security Policy"  # hashes, and data, are allowed
    r"|Resource violates Content Security Policy \(meta tag\): image “data:"  # `data:` is too
)
"""What the checker can't judge: `tests/rendering/test_metadata.py` holds the policy to the style."""
FAULTY = "<!DOCTYPE html><html lang=fr><title>Un titre</title><p id=a><b id=a>Un mot.</p>"


@pytest.fixture(scope="session")
def messages(
    pages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[str]]:
    """Errors and warnings by dossier; the checker is started once for all."""
    faulty = tmp_path_factory.mktemp("faulty") / "faulty.html"
    faulty.write_text(FAULTY, "utf-8")
    return check({**pages, "faulty": faulty})


def check(pages: Mapping[str, Path], unknown: re.Pattern[str] = UNKNOWN) -> dict[str, list[str]]:
    """Return the messages by the name of the page, but for those that are `unknown`."""
    jar = gates.module("vnu-jar/build/dist/vnu.jar")
    options = ("-jar", jar, "--format", "json", "--exit-zero-always")
    told = json.loads(gates.run("java", *options, *pages.values()).stderr)["messages"]
    by_page: dict[Path, list[str]] = {page: [] for page in pages.values()}
    for message in told:
        page = Path(unquote(urlsplit(message["url"]).path))
        if unknown.search(message["message"]):
            continue
        by_page[page].append(f"line {message.get('lastLine')}: {message['message']}")
    return {name: by_page[page] for name, page in pages.items()}


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_valid(name: str, messages: dict[str, list[str]]) -> None:
    assert messages[name] == []


def test_the_gate_tells_what_is_not_valid(messages: dict[str, list[str]]) -> None:
    assert any("Duplicate ID" in message for message in messages["faulty"])
