"""Makes saved web pages: an article with everything that a news site puts around it."""

from __future__ import annotations

import html
import json
from datetime import date
from itertools import pairwise

from tools.samples.rendered import Rendered
from tools.samples.sites import SITES, Site
from tools.samples.source import Block, Mark, Source


class _Page:
    """A page in the making: its markup, and its visible words in the same order."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.units: list[Block] = []

    def tag(self, markup: str) -> None:
        self.lines.append(markup)

    def say(self, block: Block, before: str, after: str) -> None:
        self.lines.append(before + _inline(block) + after)
        self.units.append(block)

    def frame(self, words: str, before: str, after: str) -> None:
        self.say(Block("frame", words, (Mark("f", None, 0, len(words)),)), before, after)

    def plain(self, words: str, before: str, after: str) -> None:
        self.say(Block("plain", words), before, after)


def page(source: Source) -> Rendered:
    """The source as a saved page of its site."""
    site = SITES[source.particulars["site"]]
    made = _Page()
    made.tag("<!DOCTYPE html>")
    made.tag('<html lang="en">')
    _head(made, source, site)
    made.tag(f'<body class="{site.layout}-page">')
    _menu(made, source, site)
    _article(made, source, site)
    _after(made, source, site)
    made.tag("<script>window.pageReady = true; // counts readers</script>")
    made.tag("</body>\n</html>\n")
    content = "\n".join(made.lines).encode("utf-8")
    return Rendered(f"{source.name}.html", content, source, tuple(made.units))


def _head(made: _Page, source: Source, site: Site) -> None:
    stated = source.particulars
    title, publisher = html.escape(stated["title"]), html.escape(stated["publisher"])
    summary = html.escape(stated["summary"])
    made.tag("<head>")
    made.tag('<meta charset="utf-8">')
    made.tag(f"<title>{title} | {publisher}</title>")
    made.tag(f'<meta name="description" content="{summary}">')
    made.tag(f'<link rel="canonical" href="{stated["url"]}">')
    made.tag('<meta property="og:type" content="article">')
    made.tag(f'<meta property="og:title" content="{title}">')
    made.tag(f'<meta property="og:site_name" content="{publisher}">')
    made.tag(f'<meta property="og:url" content="{stated["url"]}">')
    if site.layout != "tables":
        made.tag(
            '<meta property="article:published_time" '
            f'content="{stated["published"]}T06:30:00+00:00">'
        )
        made.tag(f'<meta property="article:section" content="{stated["section"]}">')
    if site.layout == "paper":
        card = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": stated["title"],
            "datePublished": stated["published"],
            "author": {"@type": "Person", "name": stated["byline"]},
            "publisher": {"@type": "Organization", "name": stated["publisher"]},
        }
        made.tag('<script type="application/ld+json">')
        made.tag(json.dumps(card, ensure_ascii=False, indent=1))
        made.tag("</script>")
    made.tag(
        f"<style>body {{ font: 17px/1.5 Georgia, serif; margin: 0 }} header {{ background: "
        f"{site.colour} }} .related li {{ display: inline-block }}</style>"
    )
    made.tag("</head>")


def _menu(made: _Page, source: Source, site: Site) -> None:
    made.tag('<div class="cookie-banner" role="dialog" aria-label="Cookies">')
    made.frame(site.cookies, "<p>", "</p>")
    made.frame("Accept all", "<button>", "</button>")
    made.frame("Manage preferences", "<button>", "</button>")
    made.tag("</div>")
    made.tag('<header class="site-header">')
    made.frame(source.particulars["publisher"], '<div class="masthead"><a href="/">', "</a></div>")
    made.tag('<nav class="main-nav"><ul>')
    for entry in site.menu:
        address = entry.lower().replace(" ", "-")
        made.frame(entry, f'<li><a href="/{address}">', "</a></li>")
    made.tag("</ul></nav>\n</header>")


def _article(made: _Page, source: Source, site: Site) -> None:
    stated = source.particulars
    opening, closing = {
        "paper": ('<main><article class="story">', "</article></main>"),
        "blocks": (
            '<div id="content"><div class="post"><div class="entry-content">',
            "</div></div></div>",
        ),
        "tables": ('<table class="layout"><tr><td class="story-cell">', "</td></tr></table>"),
    }[site.layout]
    made.tag(opening)
    made.plain(stated["title"], '<h1 class="headline">', "</h1>")
    if site.layout == "paper":
        made.plain(stated["summary"], '<p class="standfirst">', "</p>")
    if stated["byline"]:
        made.plain(f"By {stated['byline']}", '<p class="byline">', "</p>")
    made.plain(
        _long_date(stated["published"]),
        f'<p><time datetime="{stated["published"]}">',
        "</time></p>",
    )
    made.tag('<div class="share-bar">')
    for button in site.share:
        made.frame(button, '<a class="share" href="#">', "</a>")
    made.tag("</div>")
    body = [b for b in source.blocks if not b.kind.startswith("~")]
    for place, block in enumerate(body):
        before, after = {
            "h2": ("<h2>", "</h2>"),
            "quote": ("<blockquote><p>", "</p></blockquote>"),
        }.get(block.kind, ("<p>", "</p>"))
        made.say(block, before, after)
        if place == 3 and site.layout == "blocks":
            made.frame("Advertisement", '<div class="ad-slot">', "</div>")
    made.tag(closing)


def _after(made: _Page, source: Source, site: Site) -> None:
    made.tag('<aside class="related">')
    made.frame(site.related_heading, "<h3>", "</h3>")
    made.tag("<ul>")
    for n, headline in enumerate(site.related, 1):
        made.frame(headline, f'<li><a href="/story/{n}">', "</a></li>")
    made.tag("</ul></aside>")
    made.tag('<footer class="site-footer">')
    made.frame(site.footer, "<p>", "</p>")
    made.tag("</footer>")


def _inline(block: Block) -> str:
    """The block's words as HTML, its links in place."""
    links = [a for a in block.anchors if a.kind in ("link", "end")]
    cuts = sorted({0, len(block.text), *(a.at for a in links)})
    out = ""
    for start, end in pairwise(cuts):
        for anchor in links:
            if anchor.at == start:
                out += f'<a href="{anchor.text}">' if anchor.kind == "link" else "</a>"
        out += html.escape(block.text[start:end], quote=False)
    return out + ("</a>" if links and links[-1].at == len(block.text) else "")


def _long_date(day: str) -> str:
    found = date.fromisoformat(day)
    return f"{found:%B} {found.day}, {found.year}"
