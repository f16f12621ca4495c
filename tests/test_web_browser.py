"""The pages in a real browser: nothing is blocked or broken, and everybody can use them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.served import Served, served

VENDOR = Path(__file__).parent / "vendor"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="NO CHROMIUM: the pages are not tried in a browser (apt: chromium)"
)

PAGES = (
    "/",
    "/documents",
    "/documents/calder-courier.html",
    "/claims?q=division",
    "/echoes",
    "/changes",
    "/conflicts",
    "/who",
    "/who?q=Heydar+Salmani",
    "/force",
    "/force?q=Federal+Police",
    "/paths?start=Commonwealth&end=Oshand",
    "/network?q=Federal+Police",
    "/incidents",
    "/commitments",
    "/sources",
    "/review",
    "/review/names",
    "/judgements",
    "/problems",
    "/nowhere",
)


@pytest.fixture(scope="module")
def site(demo_once: Path) -> Iterator[Served]:
    with served(demo_once) as site:
        yield site


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Any, site: Served) -> Iterator[Any]:
    """A page of somebody who has come in, with what the browser complained of."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda said: page.complaints.append(said.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(site.link())
    yield page
    context.close()


def trace_path(page: Any, site: Served) -> str:
    page.goto(site.address + "/")
    path: str = page.locator(".echoes .gist a").first.get_attribute("href")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_wcag(page: Any, site: Served, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    axe = (VENDOR / "axe-core" / "axe.min.js").read_text("utf-8")
    found = {}
    for path in (*PAGES, trace_path(page, site)):
        page.goto(site.address + path)
        page.evaluate(axe)
        result = page.evaluate(
            "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
        )
        for one in result["violations"]:
            found[path, one["id"]] = [node["html"][:160] for node in one["nodes"][:3]]
    assert not found


def test_the_browser_complains_of_nothing(page: Any, site: Served) -> None:
    for path in (*PAGES, trace_path(page, site)):
        if path != "/nowhere":
            page.goto(site.address + path)
    assert page.complaints == []


@pytest.mark.parametrize("width", [320, 768, 1600])
def test_nothing_runs_out_of_the_page_sideways(page: Any, site: Served, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    wide = {}
    for path in (*PAGES, trace_path(page, site)):
        page.goto(site.address + path)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide[path] = page.evaluate("document.documentElement.scrollWidth")
    assert not wide


def test_claims_are_gone_through_by_keys(page: Any, site: Served) -> None:
    page.goto(site.address + "/documents/calder-courier.html")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(".card.lit").get_attribute("id") == "c2"
    assert page.evaluate("document.activeElement.id") == "c2"
    page.keyboard.press("k")
    assert page.locator(".card.lit").get_attribute("id") == "c1"
    assert page.locator(".t.lit").count() >= 1


def test_ten_uncertain_claims_are_reviewed_by_one_key_each(
    browser: Any, demo_once: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own.hearsay"
    shutil.copy(demo_once, own)
    with served(own) as site:
        page = browser.new_page()
        page.goto(site.link())
        page.goto(site.address + "/review")
        for at, key in enumerate("aruaruarua"):
            assert page.locator(".question").count() == 1, at
            with page.expect_navigation():
                page.keyboard.press(key)
        page.goto(site.address + "/judgements")
        assert page.locator("tbody tr").count() == 10
        page.close()


def test_words_that_are_clicked_light_their_claim(page: Any, site: Served) -> None:
    page.goto(site.address + "/documents/calder-courier.html")
    words = page.locator("[data-claims]").first
    number = words.get_attribute("data-claims").split()[-1]
    words.click()
    assert page.locator(".card.lit").get_attribute("id") == f"c{number}"


def test_everything_is_reached_by_the_tab_key_alone(page: Any, site: Served) -> None:
    page.goto(site.address + "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_shared_address_comes_back_after_signing_in(browser: Any, site: Served) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(site.address + "/claims?q=division")
    assert "not signed in" in page.content()
    page.goto(site.link())
    page.goto(site.address + "/claims?q=division")
    assert page.locator("#find").input_value() == "division"
    context.close()


def test_the_back_button_leads_back(page: Any, site: Served) -> None:
    page.goto(site.address + "/")
    page.locator(".echoes .gist a").first.click()
    page.go_back()
    assert page.url == site.address + "/"


def test_a_drawing_is_had_as_png(page: Any, site: Served) -> None:
    page.goto(site.address + trace_path(page, site))
    with page.expect_download() as download:
        page.locator("[data-png]").click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


def test_a_network_is_drawn_and_grows_by_a_click_in_its_table(page: Any, site: Served) -> None:
    page.goto(site.address + "/network?q=Federal+Police")
    page.locator("[data-network] canvas").first.wait_for(state="attached")
    before = page.locator("[data-edges] tr").count()
    page.locator("[data-expand]").nth(1).click()
    page.locator("[data-edges] tr").nth(before).wait_for()
    assert page.complaints == []


def test_a_page_without_the_library_of_the_network_is_light(page: Any, site: Served) -> None:
    import gzip

    sizes = {}
    for path in (*PAGES, "/static/hearsay.css", "/static/hearsay.js", "/drawing.css"):
        answer = page.request.get(site.address + path)
        sizes[path] = len(gzip.compress(answer.body()))
    shared = sum(sizes[path] for path in sizes if path.startswith(("/static", "/drawing")))
    assert max(sizes.values()) + shared < 300_000
