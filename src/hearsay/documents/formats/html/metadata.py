"""What a page says of itself in its head: JSON-LD first, then meta tags, then the markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from hearsay.documents.dates import iso_date
from hearsay.vocabulary.captures import Particulars

_ARTICLES = re.compile(r"Article|BlogPosting|Report|NewsArticle|WebPage|Posting|CreativeWork")
_DATE_TAGS = (
    "article:published_time", "og:article:published_time", "datepublished", "date.published",
    "publishdate", "publish-date", "pubdate", "publication_date", "citation_publication_date",
    "citation_date", "dcterms.created", "dcterms.issued", "dc.date.issued", "dc.date",
    "dcterms.date", "parsely-pub-date", "sailthru.date", "article.published", "og:pubdate",
    "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
_AUTHOR_TAGS = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author",
                "parsely-author", "sailthru.author", "byl")  # fmt: skip
_SITE_TAGS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher",
              "citation_journal_title", "publisher", "apple-mobile-web-app-title")  # fmt: skip
_TITLE_TAGS = ("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title", "title")
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?:[/-]|$)")
_PARTS = re.compile(r"\s+[|»–—·:-]\s+")
_LONGEST = 300


def metadata_of(
    tree: HtmlElement, *, received: Mapping[str, str]
) -> tuple[Particulars, tuple[tuple[str, str], ...]]:
    """The page's particulars, and for each how it was found."""
    tags = _meta_tags(tree)
    linked = _linked_data(tree)
    url = _url(tree, tags, received)
    publisher = _first(_publisher(linked, tags))
    candidates: dict[str, tuple[str, str] | None] = {
        "url": url,
        "publisher": publisher,
        "published": _first(_published(tree, linked, tags, url[0] if url else None)),
        "title": _first(_title(tree, linked, tags, publisher[0] if publisher else None)),
        "byline": _first(_byline(tree, linked, tags)),
        "language": _first(_language(tree, linked)),
    }
    found = {name: pair for name, pair in candidates.items() if pair}
    return (
        Particulars(**{name: value for name, (value, _) in found.items()}),
        tuple((name, how) for name, (_, how) in found.items()),
    )


def _first(pairs: Iterator[tuple[str | None, str]]) -> tuple[str, str] | None:
    for value, how in pairs:
        words = " ".join((value or "").split())
        if words and len(words) <= _LONGEST:
            return words, how
    return None


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = meta.get("content")
        if name and content and content.strip():
            tags.setdefault(name.strip().lower(), content.strip())
    return tags


def _linked_data(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD object that describes the article, if the page has one."""
    best: dict[str, Any] = {}
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            loaded = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(loaded):
            kind = str(item.get("@type", ""))
            if _ARTICLES.search(kind) and (
                not best or ("headline" in item and "headline" not in best)
            ):
                best = item
    return best


def _objects(loaded: Any) -> Iterator[dict[str, Any]]:
    """The objects at the top of linked data: alone, in a list, or in a graph."""
    waiting = [loaded]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend(item[:200])
        elif isinstance(item, dict):
            yield item
            waiting.extend(
                item[k] for k in ("@graph", "mainEntity", "mainEntityOfPage") if k in item
            )


def _names(value: Any) -> str | None:
    """The name or names in a linked-data person or organisation."""
    if isinstance(value, str):
        return None if value.startswith("http") else value
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        names = [n for n in map(_names, value[:20]) if n]
        return ", ".join(dict.fromkeys(names)) or None
    return None


def _published(
    tree: HtmlElement, linked: Mapping[str, Any], tags: Mapping[str, str], url: str | None
) -> Iterator[tuple[str | None, str]]:
    for key in ("datePublished", "dateCreated"):
        yield iso_date(str(linked.get(key) or "")), f"JSON-LD {key}"
    for name in _DATE_TAGS:
        yield iso_date(tags.get(name)), f"meta {name}"
    for element in tree.iter("time", "abbr", "span"):
        marks = f"{element.get('itemprop')} {element.get('class')} {element.get('pubdate')}".lower()
        if element.tag == "time" or "datepublished" in marks:
            shown = element.get("datetime") or element.get("content") or element.text_content()
            if "modified" not in marks and "updated" not in marks:
                yield iso_date(str(shown)), f"{element.tag} element"
    match = _URL_DATE.search(url or "")
    yield ("-".join(match.groups()) if match else None), "date in the address"


def _publisher(
    linked: Mapping[str, Any], tags: Mapping[str, str]
) -> Iterator[tuple[str | None, str]]:
    yield _names(linked.get("publisher")), "JSON-LD publisher"
    for name in _SITE_TAGS:
        yield tags.get(name), f"meta {name}"


def _title(
    tree: HtmlElement, linked: Mapping[str, Any], tags: Mapping[str, str], publisher: str | None
) -> Iterator[tuple[str | None, str]]:
    yield _names(linked.get("headline")), "JSON-LD headline"
    for name in _TITLE_TAGS:
        yield _without_site(tags.get(name), publisher), f"meta {name}"
    headings = list(tree.iter("h1"))
    if len(headings) == 1:
        yield str(headings[0].text_content()), "h1 element"
    title = tree.find(".//head/title")
    yield (
        (_without_site(str(title.text_content()), publisher) if title is not None else None),
        ("title element"),
    )


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """A title without the site's name that many pages append ("… | The Daily Gazette")."""
    parts = _PARTS.split((title or "").strip())
    if publisher and len(parts) > 1 and parts[-1].casefold() == publisher.casefold():
        return (title or "")[: (title or "").rindex(parts[-1])].rstrip(" |»–—·:-")
    return title


def _byline(
    tree: HtmlElement, linked: Mapping[str, Any], tags: Mapping[str, str]
) -> Iterator[tuple[str | None, str]]:
    yield _names(linked.get("author")), "JSON-LD author"
    for name in _AUTHOR_TAGS:
        value = tags.get(name)
        yield (None if value and value.startswith("http") else value), f"meta {name}"
    for element in tree.iter("a", "span", "div", "p", "address"):
        marks = f"{element.get('itemprop')} {element.get('rel')}".lower().split()
        if "author" in marks:
            yield (
                re.sub(r"^by\s+", "", str(element.text_content()).strip(), flags=re.I),
                "author markup",
            )


def _url(
    tree: HtmlElement, tags: Mapping[str, str], received: Mapping[str, str]
) -> tuple[str, str] | None:
    base = received.get("url", "")
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            return _web(urljoin(base, link.get("href") or ""), "link canonical")
    if tags.get("og:url"):
        return _web(urljoin(base, tags["og:url"]), "meta og:url")
    return _web(base, "address fetched") if base else None


def _web(url: str, how: str) -> tuple[str, str] | None:
    return (url, how) if urlsplit(url).scheme in ("http", "https") else None


def _language(tree: HtmlElement, linked: Mapping[str, Any]) -> Iterator[tuple[str | None, str]]:
    yield (tree.get("lang") or "")[:2].lower() or None, "html lang"
    yield (str(linked.get("inLanguage") or "")[:2].lower() or None), "JSON-LD inLanguage"
