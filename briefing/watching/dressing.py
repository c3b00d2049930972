"""The script and the styles that a served page gets; the edition itself has no script."""

from __future__ import annotations

from typing import Final

SCRIPT: Final = (
    "(()=>{const me=document.currentScript.dataset;"
    "new EventSource(me.events).onmessage="
    "event=>{if(event.data!==me.digest)location.reload()}})()"
)
"""Reloads when the server has another page than this one; the browser keeps the place."""
STYLE: Final = (
    ".watch,.watch-finding{font:400 14px/1.4 system-ui,sans-serif;text-align:left;color:#1b1b1b;"
    "background:#fff;border-radius:4px}"
    ".watch{position:fixed;z-index:2147483647;inset:.5rem .5rem auto auto;max-width:min(30rem,92vw);"
    "max-height:45vh;overflow:auto;padding:.4rem .7rem;box-shadow:0 0 0 1px #8886,0 2px 10px #0004}"
    ".watch nav a{margin-right:.8em;color:#0b4a8f}.watch nav [aria-current]{font-weight:600}"
    ".watch summary{cursor:pointer;font-weight:600}.watch ul{list-style:none;margin:0;padding:0}"
    ".watch li{margin:.4rem 0}.watch pre{white-space:pre-wrap;margin:.3rem 0}"
    ".watch-finding{display:block;grid-column:1/-1;margin:.3rem 0;padding:.35rem .6rem}"
    ".watch-error{border-left:4px solid #b3001b;background:#fdecee}"
    ".watch-warning{border-left:4px solid #9a6700;background:#fff8e5}"
    ".watch li.watch-error,.watch li.watch-warning{padding-left:.5rem}"
    ".watch code,.watch-finding code{font:12px/1.4 ui-monospace,monospace;overflow-wrap:anywhere}"
    ".watch-hint{display:block}"
    ".watch iframe{border:0}"
    "@media print{.watch,.watch-finding{display:none}}"
)
SHEETS_STYLE: Final = "html,body{height:100%;margin:0}body>iframe{border:0;width:100%;height:100%}"
