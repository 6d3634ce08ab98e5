"""What the preview adds to a page: findings about it, and the script that loads it again."""

from collections.abc import Iterable
from html import escape

from knowledge_base.addresses import RULES
from knowledge_base.digests import digest_of
from knowledge_base.findings import Finding, Severity
from knowledge_base.inspection import owner_of
from knowledge_base.languages import FACTS, Language, split_path
from knowledge_base.reporting import language_of_system, said, said_in

BASE = "/_preview/"
FINDINGS = f"{BASE}findings"

STYLE = """
.preview { position: fixed; inset: auto 0 0 0; max-height: 45vh; overflow: auto; z-index: 9; margin: 0;
  padding: .75rem 1rem; font: 1rem/1.4 system-ui, sans-serif; color: #1a1a1a; background: #fff4d6;
  border-top: 3px solid #a15c00; }
.preview--error { background: #ffe3e0; border-color: #b3261e; }
.preview summary { cursor: pointer; font-weight: 700; }
.preview ul { margin: 0; padding-left: 1.2rem; }
.preview code { overflow-wrap: anywhere; }
@media print { .preview { display: none; } }
"""

SCRIPT = """
const { page, version } = document.currentScript.dataset;
const events = new EventSource(`/_preview/events?page=${encodeURIComponent(page)}&version=${version}`);
events.onmessage = () => { events.close(); location.reload(); };
addEventListener("pagehide", () => events.close());
"""


def with_overlay(html: str, route: str, findings: Iterable[Finding], failure: str) -> str:
    """Return a page with its findings, a way to all others, and the script that reloads it."""
    overlay = overlay_of(route, findings, failure)
    version = version_of(html, overlay)
    script = f'<script src="{BASE}preview.js" data-page="{escape(route)}" data-version="{version}"></script>'
    style = f'<link rel="stylesheet" href="{BASE}preview.css">'
    # The 404 page opens no connection and runs no script; the preview needs both.
    allowed = "default-src 'none'"
    for kind in ("connect-src", "script-src"):
        if f"{kind} 'self'" not in html:
            allowed += f"; {kind} 'self'"
    html = html.replace("default-src 'none'", allowed, 1)
    return html.replace("</body>", f"{style}{overlay}{script}</body>", 1)


def version_of(html: str, overlay: str) -> str:
    """Return a mark that changes when what the reader sees changes."""
    return digest_of(html, overlay)[:16]


def overlay_of(route: str, findings: Iterable[Finding], failure: str) -> str:
    """Return the panel for the page at this route, or nothing when there is nothing to say."""
    here, errors_elsewhere = [], 0
    language, path = split_path(route.removeprefix("/"))
    for finding in findings:
        if route_of(finding.path) == f"/{path}":
            here.append(finding)
        elif finding.severity is Severity.ERROR:
            errors_elsewhere += 1
    words = said_in(language)
    parts = [f"<p>{escape(words('preview_failed', reason=failure))}</p>"] if failure else []
    errors_here = sum(finding.severity is Severity.ERROR for finding in here)
    if here:
        # Warnings stay on one line until asked for: most pages have one, and it would hide their foot.
        count = escape(words("findings_count", errors=errors_here, warnings=len(here) - errors_here))
        items = "".join(_item(finding, language) for finding in here)
        opened = " open" if errors_here else ""
        parts.append(f"<details{opened}><summary>{count}</summary><ul>{items}</ul></details>")
    if errors_elsewhere:
        elsewhere = escape(words("preview_elsewhere", n=errors_elsewhere))
        parts.append(f'<p><a href="{FINDINGS}">{elsewhere}</a></p>')
    if not parts:
        return ""
    bad = failure or errors_elsewhere or errors_here
    modifier = " preview--error" if bad else ""
    label = escape(words("preview_findings"))
    return f'<aside class="preview{modifier}" role="status" aria-label="{label}">{"".join(parts)}</aside>'


def findings_page(findings: Iterable[Finding]) -> str:
    """Return a page of all findings, each with a link to the page that it is about."""
    language = language_of_system()
    items = "".join(_item(finding, language) for finding in findings)
    words = said_in(language)
    title, none = escape(words("preview_findings")), f"<li>{escape(words('preview_none'))}</li>"
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><h1>{title}</h1><ul>{items or none}</ul></body></html>"
    )


def route_of(path: str) -> str:
    """Return the address of the page that a file of the content is shown on."""
    owner = owner_of(path)
    if owner == "docs/index":
        return "/"
    return f"/{owner.removeprefix('practices/').removeprefix('docs/')}/"


def _item(finding: Finding, language: Language) -> str:
    what, severity = said(finding, language), said_in(language)(f"severity_{finding.severity}")
    rule = f"{FACTS[language].root}{RULES.lstrip('/')}{finding.rule}/"
    return (
        f"<li><strong>{escape(severity)}</strong> {escape(what.message)} "
        f'<a href="{escape(route_of(finding.path))}"><code>{escape(finding.path)}:{finding.line}</code></a>'
        f'<br>{escape(what.remedy)} <a href="{rule}"><code>{escape(finding.rule)}</code></a></li>'
    )
