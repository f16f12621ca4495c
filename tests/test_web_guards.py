"""Who is let in, and what is refused before any page is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.web.door import Door
from tests.served import PORT, visitor


@pytest.fixture
def case(tmp_path: Path) -> Path:
    from hearsay.case import Case

    path = tmp_path / "empty.hearsay"
    with Case.create(str(path)):
        pass
    return path


def test_who_is_not_signed_in_is_told_where_the_way_in_stands(case: Path) -> None:
    with visitor(case, signed_in=False) as client:
        answer = client.get("/claims?q=raid")
    assert answer.status_code == 401
    assert "hearsay serve" in answer.text
    assert 'href="/claims?q=raid"' in answer.text


def test_a_link_lets_one_browser_in_once() -> None:
    door = Door()
    word = door.link()
    assert door.knows(door.enter(word))
    assert door.enter(word) is None


def test_a_new_link_ends_the_one_before_it() -> None:
    door = Door()
    old = door.link()
    assert door.enter(door.link()) is not None
    assert door.enter(old) is None


def test_who_has_left_is_out() -> None:
    door = Door()
    cookie = door.enter(door.link())
    door.leave(cookie)
    assert not door.knows(cookie)


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(case: Path) -> None:
    with visitor(case, signed_in=False) as client:
        door = client.app.state  # the word is not to be had from outside
        assert not hasattr(door, "door")
    with visitor(case) as client:
        assert client.get("/").status_code == 200


def test_a_name_that_only_leads_here_is_refused(case: Path) -> None:
    with visitor(case) as client:
        answer = client.get("/", headers={"host": "attacker.example"})
    assert answer.status_code == 421
    assert "Hearsay" in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://attacker.example"},
        {"origin": f"http://127.0.0.1:{PORT + 1}"},
        {"sec-fetch-site": "cross-site"},
        {"origin": "null"},
    ],
)
def test_a_form_of_another_site_is_refused(case: Path, headers: dict[str, str]) -> None:
    with visitor(case) as client:
        assert client.post("/out", headers=headers).status_code == 403
        assert client.get("/").status_code == 200


def test_another_site_may_link_here_and_may_not_embed(case: Path) -> None:
    with visitor(case) as client:
        click = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
        picture = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
        assert client.get("/", headers=click).status_code == 200
        assert client.get("/", headers=picture).status_code == 403


@pytest.mark.parametrize(
    "to", ["//attacker.example", "http://attacker.example", "/\\attacker", "/\t/attacker.example"]
)
def test_the_way_in_leads_to_no_other_site(case: Path, to: str) -> None:
    with visitor(case, signed_in=False) as client:
        page = client.get("/signed-out", params={"to": to}).text
    assert "attacker" not in page


def test_every_answer_forbids_all_that_is_not_ours(case: Path) -> None:
    with visitor(case) as client:
        for path in ("/", "/nowhere", "/static/hearsay.css"):
            answer = client.get(path)
            policy = answer.headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert answer.headers["referrer-policy"] == "same-origin"
            assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_page_that_is_not_there_says_so_in_a_page(case: Path) -> None:
    with visitor(case) as client:
        answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "There is no such page here." in answer.text
    assert "To the front page" in answer.text


def test_an_empty_case_says_what_to_do_next(case: Path) -> None:
    with visitor(case) as client:
        assert "hearsay read YOUR-FOLDER" in client.get("/").text
