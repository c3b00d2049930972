"""A listmonk on this machine that behaves as its documentation says (listmonk.app/docs).

What it does, and where that is told:

- `Authorization: token api_user:token`, 403 otherwise – APIs › Introduction, “Auth”.
- answers are `{"data": …}`, errors `{"message": …}` with 400, 403, 404, 405, 500 … – APIs ›
  Introduction, “API HTTP response codes”.
- `GET /api/lists/{id}` gives one list – APIs › Lists.
- `GET /api/media` lists files, page by page (all at once, as a bare list, in older versions);
  `POST /api/media` takes a multipart form whose field is `file` and gives `id`, `filename`, `url` (`uri` before);
  `DELETE /api/media/{id}` gives `true` – APIs › Media. A file type that the settings don't allow is
  refused with 400.
- `GET /api/campaigns` pages with `page`, `per_page`, `no_body`; `POST /api/campaigns` wants `name`,
  `subject`, `lists`, `type`, `content_type`, `body`; takes `altbody`, `messenger`, `tags`,
  `template_id`; makes a draft – APIs › Campaigns. `media`, numbers of uploaded files, is what its own
  pages send (`campaignReq` in its cmd/campaigns.go).
- `PUT /api/campaigns/{id}/status` starts one – APIs › Campaigns; here, whoever asks for it fails.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "token api:secret-é"  # noqa: S105 - of nobody
Answer = tuple[int, Any]


@dataclass
class Listmonk:
    """What it holds; `trouble` may answer in its place, or hang up by answering 0."""

    lists: dict[int, dict[str, Any]] = field(
        default_factory=lambda: {
            1: {"id": 1, "name": "Abonnés", "subscriber_count": 120},
            2: {"id": 2, "name": "Presse", "subscriber_count": 1},
        }
    )
    media: dict[int, tuple[str, str, bytes]] = field(default_factory=dict)
    campaigns: dict[int, dict[str, Any]] = field(default_factory=dict)
    trouble: Callable[[str, str], Answer | None] = lambda _method, _path: None
    after: Callable[[str, str], Answer | None] = lambda _method, _path: None
    """The same, once it has done what was asked."""
    old: bool = False
    """Whether it is a version before media had pages and campaigns had attachments."""
    asked: list[str] = field(default_factory=list)
    address: str = ""
    next_id: int = 1

    def answer(self, method: str, target: str, kind: str, body: bytes) -> Answer:
        path = urlsplit(target).path
        self.asked.append(f"{method} {path}")
        assert not path.endswith("/status"), "a draft was started"
        query = {name: values[0] for name, values in parse_qs(urlsplit(target).query).items()}
        routes: dict[tuple[str, str], Callable[[], Answer]] = {
            ("GET", "/api/media"): lambda: self._paged(self._all_media(), query, bare=self.old),
            ("POST", "/api/media"): lambda: self._upload(kind, body),
            ("GET", "/api/campaigns"): lambda: self._paged([*self.campaigns.values()], query),
            ("POST", "/api/campaigns"): lambda: self._make(json.loads(body)),
        }
        parent, _, last = path.rpartition("/")
        if (method, path) in routes:
            return routes[method, path]()
        if (method, parent) == ("GET", "/api/lists") and int(last) in self.lists:
            return 200, {"data": self.lists[int(last)]}
        if (method, parent) == ("DELETE", "/api/media") and int(last) in self.media:
            del self.media[int(last)]
            return 200, {"data": True}
        return (400, {"message": "list not found"}) if "lists" in path else (404, "not found")

    def _all_media(self) -> list[dict[str, Any]]:
        return [{"id": number, "filename": one[0]} for number, one in self.media.items()]

    def _paged(self, entries: list[Any], query: dict[str, str], *, bare: bool = False) -> Answer:
        if bare:
            return 200, {"data": entries}
        size, page = int(query["per_page"]), int(query["page"])
        shown = entries[(page - 1) * size : page * size]
        return 200, {"data": {"results": shown, "total": len(entries), "page": page}}

    def _upload(self, kind: str, body: bytes) -> Answer:
        form = message_from_bytes(
            b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body, policy=policy.HTTP
        )
        (part,) = form.iter_parts()
        assert part.get_param("name", header="content-disposition") == "file"
        name, data = part.get_filename(), part.get_payload(decode=True)
        assert name
        assert isinstance(data, bytes)
        self.media[self._number()] = (name, part.get_content_type(), data)
        number = self.next_id - 1
        # In its older documentation `uri`, from the root; in the newer `url`, whole.
        place = (
            {"uri": f"/uploads/{number}"}
            if self.old
            else {"url": f"https://images.fr/{number}?a&b"}
        )
        return 200, {"data": {"id": number, "uuid": "u", "filename": name, **place}}

    def _make(self, asked: dict[str, Any]) -> Answer:
        for needed in ("name", "subject", "lists", "type", "content_type", "body"):
            if not asked.get(needed):
                return 400, {"message": f"Invalid {needed}"}
        unknown = [one for one in asked["media"] if one not in self.media]
        if unknown:
            return 400, {"message": "media not found"}
        number = self._number()
        media = [{"id": one, "filename": self.media[one][0]} for one in asked["media"]]
        shown = {**asked, "id": number, "status": "draft", "media": [] if self.old else media}
        self.campaigns[number] = shown
        return 200, {"data": shown}

    def _number(self) -> int:
        self.next_id += 1
        return self.next_id - 1


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    monk: Listmonk

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        path = urlsplit(self.path).path
        answer = self.monk.trouble(self.command, path)
        sent = self.headers.get("Authorization", "").encode("latin-1").decode()
        if answer is None and sent != TOKEN:
            answer = (403, {"message": "invalid API credentials"})
        if answer is None:
            kind = self.headers.get("Content-Type", "")
            answer = self.monk.answer(self.command, self.path, kind, body)
            answer = self.monk.after(self.command, path) or answer
        self._reply(*answer)

    do_GET = do_POST = do_DELETE = do_PUT = _serve  # noqa: N815 - as http.server calls them

    def _reply(self, status: int, content: Any) -> None:
        self.close_connection = True
        if not status:
            return
        data = json.dumps(content).encode() if not isinstance(content, bytes) else content
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *_arguments: Any) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def standing_in() -> Iterator[Listmonk]:
    """Serve until the end of the block."""
    monk = Listmonk()
    handler = type("Handler", (_Handler,), {"monk": monk})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        monk.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield monk
        finally:
            server.shutdown()
            thread.join(30)
