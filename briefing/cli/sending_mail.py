"""What `briefing send --smtp` says: what it is about to do, and what it did."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import click

from briefing.cli.progress import progress_bar
from briefing.cli.reporting import human_size, report_error
from briefing.messages import _, decimal, ngettext, shown, translate
from briefing.sending.outcomes import Result, Status, Verdict
from briefing.sending.reporting import result_json
from briefing.sending.running import Patience
from briefing.sending.server import Security, parse_server
from briefing.sending.smtp import Plan, RecipientsError, Request, perform, prepare
from briefing.sending.timing import parse_rate


def send_mail(options: dict[str, Any]) -> int:
    """Show, send unless it is a dry run, report; return the exit code."""
    try:
        plan = prepare(_request(options))
    except RecipientsError as fault:
        for one in fault.faults:
            click.echo(f"{shown(str(one.place))}: {translate(one.message)}", err=True)
        raise
    text = options["format_"] == "text"
    if text:
        for line in _summary(plan, options["rate"]):
            click.echo(line)
    if options["dry_run"] or (len(plan.recipients.addresses) > 1 and not options["yes"]):
        if text:
            click.echo(_intention(plan, asked=options["dry_run"]))
        else:
            click.echo(result_json(plan, None, translate), nl=False)
        return 0
    with progress_bar(_("Sending")) as progress:
        result = perform(plan, progress)
    if text:
        _report(result)
    else:
        click.echo(result_json(plan, result, translate), nl=False)
    return _conclude(result)


def _conclude(result: Result) -> int:
    if result.stopped:
        report_error(result.stopped)
        return result.stopped.exit_code
    return 0 if result.complete else 1


def _request(options: dict[str, Any]) -> Request:
    return Request(
        Path(options["target"]),
        parse_server(options["smtp"], options["security"] or "", options["ca_file"] or ""),
        to=options["to"],
        list_file=Path(options["list_"]) if options["list_"] else None,
        sender=options["sender"] or "",
        user=options["user"] or "",
        journal=Path(options["journal"]) if options["journal"] else None,
        timeout=options["timeout"],
        patience=Patience(
            attempts=options["attempts"],
            wait=options["wait"],
            interval=parse_rate(options["rate"]) if options["rate"] else 0.0,
            uncertain_too=options["retry_uncertain"],
            refused_too=options["retry_refused"],
        ),
    )


def _summary(plan: Plan, rate: str | None) -> Iterator[str]:
    outgoing, server = plan.outgoing, plan.request.server
    size = human_size(len(outgoing.body) + sum(map(len, outgoing.fields)))
    yield _("Message: {subject} ({file}, {size})").format(
        subject=shown(outgoing.subject), file=shown(str(plan.request.file)), size=size
    )
    if outgoing.attachments:
        names = ", ".join(map(shown, outgoing.attachments))
        yield _("Attached: {names}").format(names=names)
    yield _("From: {author}; bounces to {sender}").format(
        author=shown(outgoing.author), sender=outgoing.sender.mailbox
    )
    yield _("By: {server} ({security})").format(
        server=shown(str(server)), security=_security_words(server.security)
    )
    for one in plan.recipients.duplicates:
        yield f"{shown(str(one.place))}: {translate(one.message)}"
    yield _("To: {counts}").format(counts=" · ".join(_expected(plan)))
    if rate and plan.left > 1:
        time = _time_words((plan.left - 1) * plan.request.patience.interval)
        yield _("At {rate}: at least {time}").format(rate=rate, time=time)
    yield _("Journal: {path}").format(path=shown(str(plan.journal)))
    unread = plan.history.unread
    if unread:
        text = ngettext(
            "{count} line of the journal can't be read, as after a crash",
            "{count} lines of the journal can't be read, as after a crash",
            unread,
        )
        yield text.format(count=unread)


def _time_words(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f}\u00a0s"
    return f"{decimal(seconds / 60, '.1f')}\u00a0min"


def _security_words(security: Security) -> str:
    words = {
        Security.STARTTLS: _("STARTTLS, certificate checked"),
        Security.TLS: _("TLS, certificate checked"),
        Security.PLAIN: _("in clear, to this machine alone"),
    }
    return words[security]


def _expected(plan: Plan) -> Iterator[str]:
    count = len(plan.recipients.addresses)
    yield ngettext("{count} recipient", "{count} recipients", count).format(count=count)
    yield ngettext("{count} to be sent", "{count} to be sent", plan.left).format(count=plan.left)
    before = list(plan.kept.values())
    for status in (Status.SENT, Status.REFUSED, Status.UNCERTAIN):
        settled = sum(verdict.status is status for verdict in before)
        if settled:
            yield _("{counted} by an earlier run").format(counted=_counted(status, settled))


def _intention(plan: Plan, *, asked: bool) -> str:
    if not plan.left:
        return _("Nothing is left to be sent.")
    if asked:
        return _("Nothing was sent: this was a dry run.")
    text = ngettext(
        "Nothing was sent: with --yes, {count} message would be.",
        "Nothing was sent: with --yes, {count} messages would be.",
        plan.left,
    )
    return text.format(count=plan.left)


def _report(result: Result) -> None:
    """Show all who haven't their message for sure, then how many there are of each."""
    for address, verdict in result.verdicts.items():
        if verdict.status not in (Status.SENT, Status.UNTRIED):
            click.echo(f"{shown(address.shown)}: {_verdict_words(verdict)}")
    verdicts = result.verdicts.values()
    if all(verdict.earlier for verdict in verdicts):
        click.echo(_("Nothing is left to be sent."))
    click.echo(" · ".join((*_tally(verdicts, earlier=False), *_tally(verdicts, earlier=True))))
    if result.count(Status.UNCERTAIN):
        click.echo(
            _("Uncertain: it may have arrived. Ask, or send it again with --retry-uncertain.")
        )
    hinted = result.stopped and result.stopped.hint
    if (result.count(Status.DEFERRED) or result.count(Status.UNTRIED)) and not hinted:
        click.echo(_("The same command, run later, goes on from here."))


def _tally(verdicts: Collection[Verdict], *, earlier: bool) -> Iterator[str]:
    """Yield how many there are of each status, of this run or of those before."""
    for status in Status:
        count = sum(one.status is status and one.earlier is earlier for one in verdicts)
        if count:
            told = _counted(status, count)
            yield _("{counted} by an earlier run").format(counted=told) if earlier else told


def _verdict_words(verdict: Verdict) -> str:
    status = click.style(_status_words(verdict.status), fg="yellow")
    reason = translate(verdict.reason) if verdict.reason.template else ""
    return f"{status} – {reason}" if reason else status


def _counted(status: Status, count: int) -> str:
    words = {
        Status.SENT: ngettext("{count} sent", "{count} sent", count),
        Status.REFUSED: ngettext("{count} refused", "{count} refused", count),
        Status.DEFERRED: ngettext("{count} put off", "{count} put off", count),
        Status.UNCERTAIN: ngettext("{count} uncertain", "{count} uncertain", count),
        Status.UNTRIED: ngettext("{count} not tried", "{count} not tried", count),
    }
    return words[status].format(count=count)


def _status_words(status: Status) -> str:
    words = {
        Status.SENT: _("sent"),
        Status.REFUSED: _("refused"),
        Status.DEFERRED: _("put off"),
        Status.UNCERTAIN: _("uncertain"),
        Status.UNTRIED: _("not tried"),
    }
    return words[status]
