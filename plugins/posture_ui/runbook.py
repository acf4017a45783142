"""docs/runbook.md as HTML, each heading reachable under its own words."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from posture.settings import REPOSITORY

PATH = REPOSITORY / "docs" / "runbook.md"
_MISSING = "# Runbook\n\nThis installation comes without `docs/runbook.md`; read it in the repository."


def html(path: Path = PATH) -> Markup:
    """Rendered without raw HTML: whatever the file says, it can't hold a tag of its own."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(path.read_text("utf-8") if path.is_file() else _MISSING)
    for token, content in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_open" and content:
            token.attrSet("id", content.content.replace("`", "").strip().replace(" ", "-"))
    return Markup(parser.renderer.render(tokens, parser.options, {}))  # noqa: S704 - made of escaped text and its own tags
