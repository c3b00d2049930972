"""Changes are noticed, in bursts, and folders that go are waited for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from briefing.watching.noticing import EVERYTHING, Root, bursts, roots
from briefing.watching.touching import Part

PATIENCE = 20.0

Seen = list[frozenset[Part]]


def follow(
    watched: list[Root], act: Callable[[Seen, Callable[[int], Awaitable[None]]], Awaitable[None]]
) -> Seen:
    """Watch while `act` is done; it may wait until there are so many bursts."""
    seen: Seen = []

    async def run() -> None:
        stop = asyncio.Event()

        async def collect() -> None:
            async for parts in bursts(watched, stop):
                seen.append(parts)

        async def until(count: int) -> None:
            while len(seen) < count:
                await asyncio.sleep(0.01)

        task = asyncio.create_task(collect())
        await asyncio.wait_for(act(seen, until), PATIENCE)
        stop.set()
        await asyncio.wait_for(task, PATIENCE)

    asyncio.run(run())
    return seen


def test_a_save_by_renaming_is_one_burst_and_other_files_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("un", "utf-8")

    async def act(seen: Seen, until: Callable[[int], Awaitable[None]]) -> None:
        await until(1)
        (tmp_path / ".a.md.swp").write_text("x", "utf-8")
        (tmp_path / "a.md~").write_text("deux", "utf-8")
        (tmp_path / "a.md~").rename(tmp_path / "a.md")
        await until(2)
        (tmp_path / "b~").write_text("x", "utf-8")
        await asyncio.sleep(0.3)

    seen = follow([Root(tmp_path)], act)
    assert seen == [EVERYTHING, frozenset({Part.TEXTS})]


def test_what_changes_is_told_by_its_part(tmp_path: Path) -> None:
    dossier, house = tmp_path / "dossier", tmp_path / "house"
    (dossier / "themes" / "maison").mkdir(parents=True)
    house.mkdir()

    async def act(seen: Seen, until: Callable[[int], Awaitable[None]]) -> None:
        await until(1)
        (house / "logo.svg").write_text("x", "utf-8")
        await until(2)
        (dossier / "themes" / "maison" / "tokens.css").write_text("x", "utf-8")
        await until(3)

    seen = follow(roots(dossier, [str(house)]), act)
    assert seen[1:] == [frozenset({Part.TEMPLATES}), frozenset({Part.THEMES})]


def test_a_folder_that_goes_and_comes_back_is_followed(tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()

    async def act(seen: Seen, until: Callable[[int], Awaitable[None]]) -> None:
        await until(1)
        folder.rename(tmp_path / "away")
        await until(len(seen) + 1)
        folder.mkdir()
        count = len(seen)
        await until(count + 2)  # it is there, and it is watched
        (folder / "a.md").write_text("x", "utf-8")
        await until(count + 3)

    assert follow([Root(folder)], act)[-1] == frozenset({Part.TEXTS})


def test_a_root_knows_its_files_through_links(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    root = Root(tmp_path / "link", "gabarits")
    assert root.part(tmp_path / "link" / "a.css") is Part.TEMPLATES
    assert root.part(tmp_path / "real" / "a.css") is Part.TEMPLATES
    assert root.part(tmp_path / "other" / "a.css") is None


@pytest.mark.parametrize("theme", ["presse", ""])
def test_a_theme_by_its_name_is_no_folder(tmp_path: Path, theme: str) -> None:
    assert roots(tmp_path, (), theme) == [Root(tmp_path)]
    assert len(roots(tmp_path, (), str(tmp_path))) == 2
