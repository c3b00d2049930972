"""What a run was to do and what it did, for a script."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from briefing.model.finding import Message
from briefing.sending.addresses import Address
from briefing.sending.listmonk.draft import Campaign, Survey
from briefing.sending.listmonk.folder import Newsletter
from briefing.sending.outcomes import Result, Status, Verdict
from briefing.sending.smtp import Plan

VERSION = 1
"""Raised when a field changes its meaning or goes."""

_UNPRINTED = re.compile(r"[\x7f-\x9f\ud800-\udfff]")
"""C1 controls, and lone surrogates: bytes of a name of a file."""
Translate = Callable[[Message], str]


def result_json(plan: Plan, result: Result | None, translate: Translate) -> str:
    """Return the whole report; without `result`, what would be done (`dry_run`)."""
    outgoing = plan.outgoing
    shown: Mapping[Address, Verdict | None] = result.verdicts if result else _before(plan)
    stopped = result.stopped if result else None
    document = {
        "version": VERSION,
        "dry_run": result is None,
        "message": {
            "file": str(plan.request.file),
            "subject": outgoing.subject,
            "from": outgoing.author,
            "sender": outgoing.sender.mailbox,
            "fingerprint": outgoing.fingerprint,
            "attachments": list(outgoing.attachments),
        },
        "server": str(plan.request.server),
        "journal": str(plan.journal),
        "duplicates": [
            {"place": str(one.place), "message": translate(one.message)}
            for one in plan.recipients.duplicates
        ],
        "counts": _counts(shown),
        "recipients": [
            _recipient(plan, address, verdict, translate) for address, verdict in shown.items()
        ],
        "stopped": translate(stopped.message) if stopped else None,
    }
    return _written(document)


def draft_json(newsletter: Newsletter, survey: Survey, campaign: Campaign | None, url: str) -> str:
    """Return what is in listmonk now; without `campaign`, what would be (`dry_run`)."""
    document = {
        "version": VERSION,
        "dry_run": campaign is None,
        "newsletter": {
            "subject": newsletter.subject,
            "attachment": newsletter.pdf_name,
            "fingerprint": newsletter.fingerprint,
        },
        "server": url,
        "lists": [
            {"id": one.id, "name": one.name, "subscribers": one.subscribers} for one in survey.lists
        ],
        "media_of_this_name": list(survey.media),
        "campaign": campaign
        and {
            "id": campaign.id,
            "name": campaign.name,
            "status": campaign.status,
            "media": list(campaign.media),
            "made": campaign.made,
            "url": f"{url}/admin/campaigns/{campaign.id}",
        },
    }
    return _written(document)


def _written(document: object) -> str:
    """Return JSON in which what is no UTF-8, or what a terminal obeys, is escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return _UNPRINTED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def _before(plan: Plan) -> dict[Address, Verdict | None]:
    kept = plan.kept
    return {address: kept.get(address) for address in plan.recipients.addresses}


def _counts(shown: Mapping[Address, Verdict | None]) -> dict[str, int]:
    return {
        status.value: sum(_status(verdict) is status for verdict in shown.values())
        for status in Status
    }


def _status(verdict: Verdict | None) -> Status:
    return verdict.status if verdict else Status.UNTRIED


def _recipient(
    plan: Plan, address: Address, verdict: Verdict | None, translate: Translate
) -> dict[str, Any]:
    return {
        "address": address.mailbox,
        "name": address.name,
        "message_id": plan.outgoing.message_id(address),
        "status": _status(verdict).value,
        "earlier": bool(verdict and verdict.earlier),
        "attempts": verdict.attempts if verdict else 0,
        "code": verdict.code if verdict else 0,
        "reason": translate(verdict.reason) if verdict and verdict.reason.template else "",
    }
