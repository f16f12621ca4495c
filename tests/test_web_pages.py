"""The pages on the sample case, asked for as a browser asks."""

from __future__ import annotations

import io
import re
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from hearsay.web.inbox import Inbox
from tests.served import served, visitor


@pytest.fixture(scope="module")
def client(demo_once: Path) -> Iterator[TestClient]:
    with visitor(demo_once) as client:
        yield client


def links_of(page: str) -> set[str]:
    found = {unescape(one) for one in re.findall(r'href="([^"]+)"', page)}
    return {one.partition("#")[0] for one in found if one.startswith("/")}


def ids_of(page: str) -> set[str]:
    return set(re.findall(r'id="([^"]+)"', page))


def test_every_link_of_every_page_leads_somewhere(client: TestClient) -> None:
    waiting, seen = ["/"], {"/"}
    while waiting and len(seen) < 260:
        path = waiting.pop(0)
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.text[:300])
        for link in (
            sorted(links_of(answer.text)) if "html" in answer.headers["content-type"] else ()
        ):
            if link not in seen:
                seen.add(link)
                waiting.append(link)
    assert len(seen) > 100


def test_the_front_page_shows_what_is_most_echoed_and_from_how_many(client: TestClient) -> None:
    page = client.get("/").text
    first = page.index("Most echoed</h2>")
    assert "name those responsible within 30 days" in page[first : first + 1500]
    assert '<b class="big">7</b>' in page[first : first + 2500]
    assert '<b class="big from">1</b>' in page[first : first + 2500]


def test_a_document_has_its_claims_beside_its_words(client: TestClient) -> None:
    page = client.get("/documents/calder-courier.html").text
    assert "Police and army units we pay for lean to Oshand" in page
    cards = re.findall(r'id="c(\d+)"', page)
    references = re.findall(r'href="#c(\d+)"', page)
    assert cards == [str(n) for n in range(1, len(cards) + 1)]
    assert set(references) == set(cards)


def test_no_page_has_one_id_twice(client: TestClient) -> None:
    for path in ("/", "/documents/calder-courier.html", "/claims?q=division", "/changes"):
        every = re.findall(r'\bid="([^"]+)"', client.get(path).text)
        assert len(every) == len(set(every)), path


def test_a_trace_says_how_many_and_sets_wordings_beside_each_other(client: TestClient) -> None:
    front = client.get("/").text
    path = re.findall(r'href="(/trace/[0-9a-f]+)"[^>]*>[^<]*strongest Oshandi', front)[0]
    page = client.get(path).text
    assert "<b>from 1 origin</b>" in page
    assert "none confirms another" in page
    assert "<del>thought to be</del>" in page
    assert "<svg" in page
    assert "<style>" not in page


def test_the_drawing_is_to_be_had_as_a_file(client: TestClient) -> None:
    front = client.get("/").text
    path = re.findall(r'href="(/trace/[0-9a-f]+)"', front)[0]
    answer = client.get(f"{path}/drawing.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "attachment" in answer.headers["content-disposition"]
    assert answer.text.startswith("<svg")


def test_claims_are_narrowed_by_words_speaker_and_outlet(client: TestClient) -> None:
    page = client.get("/claims", params={"q": "drones", "outlet": "Harbour"}).text
    lines = re.findall(r'<span class="outlet" dir="auto">([^<]+)</span>', page)
    assert lines
    assert all("Harbour" in one for one in lines)
    assert "No claim fits" in client.get("/claims", params={"q": "zeppelin"}).text


def test_words_that_look_like_markup_stay_words(client: TestClient) -> None:
    page = client.get("/claims", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in page


def test_a_day_that_is_none_is_refused_in_a_page(client: TestClient) -> None:
    answer = client.get("/claims", params={"as_of": "last Tuesday"})
    assert answer.status_code == 400
    assert "is no day" in answer.text


def test_somebody_has_denials_and_room_for_a_reply(client: TestClient) -> None:
    page = client.get("/who", params={"q": "Heydar Salmani"}).text
    assert "What they say themselves" in page
    assert "Posts" in page
    assert "Read by machine" in page


def test_a_title_before_the_name_is_still_the_one_who_speaks(own: TestClient) -> None:
    text = b"General Arvo Tennick said that his men had left Mira. Arvo Tennick leads the Guard."
    answer = own.post("/reading", files={"files": ("t.txt", text)}, follow_redirects=False)
    finished(own, answer.headers["location"])
    page = own.get("/who", params={"q": "Arvo Tennick"}).text
    assert "No reply of theirs" not in page
    assert "his men had left Mira" in page[page.index("What they say themselves") :]


def test_a_force_has_its_chart_and_the_same_in_words(client: TestClient) -> None:
    page = client.get("/force", params={"q": "Federal Police"}).text
    assert "<svg" in page
    assert "The same in words" in page
    assert "5th Division" in page


def test_who_is_asked_for_by_a_near_name_is_offered_names(client: TestClient) -> None:
    page = client.get("/who", params={"q": "Salmany"}).text
    assert "near to it" in page
    assert "Salmani" in page


def test_an_id_that_nobody_has_is_said_to_be_nobodys(client: TestClient) -> None:
    assert client.get("/who/e000000000000").status_code == 404
    assert client.get("/documents/ffffffffffff").status_code == 404
    assert client.get("/trace/ffffffffffffffff").status_code == 404


@pytest.fixture
def own(demo_once: Path, tmp_path: Path) -> Iterator[TestClient]:
    """Somebody with a copy of the case, to decide things in."""
    path = tmp_path / "own.hearsay"
    shutil.copy(demo_once, path)
    with visitor(path) as client:
        yield client


def asked_of(page: str, name: str) -> str:
    return unescape(re.findall(rf'name="{name}" value="([^"]*)"', page)[0])


def test_two_names_are_decided_and_the_decision_taken_back(own: TestClient) -> None:
    page = own.get("/review/names").text
    answer = {name: asked_of(page, name) for name in ("one", "other", "at")}
    later = own.post("/review/names", data={**answer, "verdict": "same", "why": "one badge"})
    assert later.status_code == 200
    kept = own.get("/judgements").text
    assert "one badge" in kept
    assert "tester" in kept
    own.post("/judgements/undo", data={"id": asked_of(kept, "id")})
    assert "taken back" in own.get("/judgements").text


def test_who_decides_sees_what_somebody_else_decided_meanwhile(own: TestClient) -> None:
    page = own.get("/review").text
    claim = asked_of(page, "claim")
    own.post("/review/claims", data={"claim": claim, "verdict": "wrong", "at": "0"})
    assert "Misread" in own.get("/review?at=1").text
    beside = own.get("/review", params={"at": "0", "fresh": "1"}).text
    assert asked_of(beside, "claim") != claim


def test_a_verdict_that_is_none_is_refused(own: TestClient) -> None:
    claim = asked_of(own.get("/review").text, "claim")
    answer = own.post("/review/claims", data={"claim": claim, "verdict": "nonsense"})
    assert answer.status_code == 400


def test_a_report_has_its_pages_as_pictures_and_its_bytes_as_they_came(
    client: TestClient, demo_once: Path
) -> None:
    from hearsay.case import Case

    with Case.open(str(demo_once)) as case:
        report = next(row for row in case.documents() if row.address.endswith(".pdf"))
        content = case.content(report.capture)
    picture = client.get(f"/documents/{report.capture[:16]}/pages/2.png")
    assert picture.headers["content-type"] == "image/png"
    answer = client.get(f"/documents/{report.capture[:16]}/original")
    assert answer.content == content
    assert answer.headers["content-disposition"].startswith("attachment")


def test_incidents_and_promises_are_listed_with_what_bears_on_them(client: TestClient) -> None:
    assert "at least" in client.get("/incidents").text
    assert "promised" in client.get("/commitments").text
    assert client.get("/incidents", params={"by": "nonsense"}).status_code == 400


def finished(client: TestClient, path: str) -> str:
    for _ in range(600):
        page = client.get(path).text
        if 'data-poll="on"' not in page:
            return page
        time.sleep(0.1)
    raise AssertionError("it is never done")


def test_a_file_that_is_dropped_is_read_into_the_case(own: TestClient, tmp_path: Path) -> None:
    text = b"The Harbour Command said on Friday that two of its boats had been sunk off Port Sable."
    answer = own.post(
        "/reading",
        files={"files": ("../boats.txt", text)},
        data={"publisher": "Harbour Gazette", "published": "2022-03-05"},
        follow_redirects=False,
    )
    assert answer.status_code == 303
    page = finished(own, answer.headers["location"])
    assert "/boats.txt" in page
    assert "new, 1 claim" in page
    assert "Harbour Gazette" in own.get("/claims", params={"q": "boats sunk"}).text
    assert not (tmp_path / "own.hearsay.inbox").exists()
    again = own.post("/reading", files={"files": ("boats.txt", text)}, follow_redirects=False)
    assert "held it already" in finished(own, again.headers["location"])


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(own: TestClient) -> None:
    files = [("files", ("empty.txt", b"")), ("files", ("good.txt", b"The army said it left Mira."))]
    answer = own.post("/reading", files=files, follow_redirects=False)
    page = finished(own, answer.headers["location"])
    assert "empty.txt" in page
    assert "not read" in page
    assert "new, 1 claim" in page


def test_what_was_dropped_before_the_server_was_killed_is_gone_on_with(
    own: TestClient, tmp_path: Path
) -> None:
    inbox = Inbox(str(tmp_path / "own.hearsay"))
    inbox.put("left.txt", io.BytesIO(b"The ministry said that the bridge at Ilvan was open."))
    (tmp_path / "own.hearsay.inbox" / ".half-written").write_bytes(b"The min")
    assert "1 file dropped earlier" in " ".join(own.get("/reading").text.split())
    answer = own.post("/reading", data={"urls": ""}, follow_redirects=False)
    assert "/left.txt" in finished(own, answer.headers["location"])


@pytest.mark.parametrize("asked", [{"urls": "file:///etc/passwd"}, {"published": "Tuesday"}, {}])
def test_what_names_nothing_to_read_is_refused(own: TestClient, asked: dict[str, str]) -> None:
    assert own.post("/reading", data=asked).status_code == 400


def test_an_address_of_this_machine_is_not_fetched(own: TestClient) -> None:
    asked = {"urls": "http://127.0.0.1:9/x"}
    answer = own.post("/reading", data=asked, follow_redirects=False)
    assert "not read" in finished(own, answer.headers["location"])


def test_what_is_labelled_or_redacted_is_no_longer_asked_about(
    own: TestClient, tmp_path: Path
) -> None:
    from hearsay.case import Case

    page = own.get("/review/names").text
    capture = asked_of(page, "one").partition(":")[0]
    passage = re.findall(r'<blockquote dir="auto">([^<]+)', page)[0]
    assert passage in own.get("/review/names?at=0").text
    with Case.open(str(tmp_path / "own.hearsay")) as case:
        case.label(capture, label="witness", by="tester")
    for at in range(4):
        assert passage not in own.get("/review/names", params={"at": at}).text
    assert own.get("/judgements").status_code == 200


def test_every_claim_of_the_sample_has_its_trace(client: TestClient, demo_once: Path) -> None:
    from hearsay.case import Case

    with Case.open(str(demo_once)) as case:
        ids = [row.claim.id for row in case.claims()][::7]
    for id in ids:
        assert client.get(f"/trace/{id}").status_code == 200, id


def test_more_requests_than_seats_are_all_answered(demo_once: Path) -> None:
    with served(demo_once) as site, httpx.Client(follow_redirects=True, timeout=60) as one:
        one.get(site.link())
        with ThreadPoolExecutor(90) as many:
            pages = many.map(lambda _: one.get(site.address + "/problems").status_code, range(90))
            assert set(pages) == {200}


def test_a_name_in_another_script_is_kept_however_long(own: TestClient) -> None:
    name = "ع" * 200 + ".txt"
    files = {"files": (name, b"The army said that it had left Mira.")}
    answer = own.post("/reading", files=files, follow_redirects=False)
    assert "1 claim" in finished(own, answer.headers["location"])


def test_a_form_that_names_nothing_is_refused(own: TestClient) -> None:
    for place in ("a", "a:b:c", "5:3", "x:5:3"):
        answer = own.post("/review/names", data={"one": place, "other": place, "verdict": "same"})
        assert answer.status_code in (400, 404), place
