"""The scores of phrases for times: what real news marks, taken by our rules."""

from __future__ import annotations

from pathlib import Path

from evaluation.news_times import news_score
from evaluation.times import GOLD, UNSEEN, own_score

ARTICLE = """<Document>
<token t_id="1" sentence="0" number="0">Raid</token>
<token t_id="2" sentence="1" number="0">May</token>
<token t_id="3" sentence="1" number="1">3</token>
<token t_id="4" sentence="2" number="0">Guards</token>
<token t_id="5" sentence="2" number="1">left</token>
<token t_id="6" sentence="2" number="2">Tuesday</token>
<token t_id="7" sentence="2" number="3">after</token>
<token t_id="8" sentence="2" number="4">six</token>
<token t_id="9" sentence="2" number="5">weeks</token>
<token t_id="10" sentence="2" number="6">.</token>
<Markables>
<TIMEX3 type="DATE" value="2023-05-03" functionInDocument="CREATION_TIME">
<token_anchor t_id="2"/><token_anchor t_id="3"/></TIMEX3>
<TIMEX3 type="DATE" value="2023-05-0{day}"><token_anchor t_id="6"/></TIMEX3>
<TIMEX3 type="DURATION" value="P6W"><token_anchor t_id="8"/><token_anchor t_id="9"/></TIMEX3>
</Markables></Document>"""


def put(folder: Path, day: int) -> None:
    topic = folder / "annotation" / "topic"
    topic.mkdir(parents=True, exist_ok=True)
    for name in ("a.xml", "b.xml"):
        (topic / name).write_text(ARTICLE.replace("{day}", str(day)))


def test_every_second_article_is_scored_and_a_duration_has_to_be_no_date(tmp_path: Path) -> None:
    put(tmp_path, 2)
    score = news_score(tmp_path)
    assert (score.right, score.counted, score.misses) == (2, 2, ())


def test_a_wrong_day_is_a_miss(tmp_path: Path) -> None:
    put(tmp_path, 1)
    score = news_score(tmp_path)
    assert (score.right, score.counted) == (1, 2)
    assert "wanted 2023-05-01" in score.misses[0]


def test_what_is_only_scored_shares_no_case_with_what_is_looked_at() -> None:
    seen, unseen = (set(path.read_text("utf-8").splitlines()[1:]) for path in (GOLD, UNSEEN))
    assert not seen & unseen


def test_own_cases_that_were_never_looked_at_are_read_as_well_as_asked_for() -> None:
    assert own_score(UNSEEN).share >= 0.85
