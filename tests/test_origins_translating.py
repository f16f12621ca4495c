"""Which text in another language renders which."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lineage_cases import account

from evaluation.translations import linked, score
from hearsay.origins.descent.anchors import anchors_of
from hearsay.origins.descent.translating import _in_one_order, renderings

ENGLISH = (
    "Judge Omar Sadiqi said on Monday that ballots from 212 places in Zherin and Kalat would be "
    "counted again. Salma Barakat had won 43 of 120 seats, Nuraddin Bahri 51. In Dorn the result "
    "differs by 318 votes; in Lamissa 6 boxes were opened, in Harroud the power failed 47 minutes."
)
GERMAN = (
    "Richter Omar Sadiqi sagte am Montag, die Stimmen aus 212 Orten in Zherin und Kalat würden "
    "neu gezählt. Salma Barakat hatte 43 von 120 Sitzen, Nuraddin Bahri 51. In Dorn fehlen 318 "
    "Stimmen; in Lamissa wurden 6 Kisten geöffnet, in Harroud fiel 47 Minuten der Strom aus."
)
OWN = (
    "In Harroud und Dorn protestierten Anhänger von Salma Barakat. Nuraddin Bahri war in Kalat. "
    "Die Polizei nahm 47 Leute fest, 120 nach anderen Angaben. Omar Sadiqi kam aus Zherin."
)


def written(text, language, publisher):
    made = account(text, publisher=publisher, published="2022-02-10")
    stated = replace(made.document.stated, language=language)
    return replace(made, document=replace(made.document, stated=stated))


def rendered(*accounts):
    held = {one.id: one for one in accounts}
    return [(r.one, r.other) for r in renderings(held)]


def test_the_same_names_and_numbers_in_one_order_are_a_translation():
    english, german = written(ENGLISH, "en", "Alder Post"), written(GERMAN, "de", "Dorner Bote")
    assert rendered(english, german) == [(german.id, english.id)]


def test_the_same_names_in_another_order_are_a_report_of_its_own():
    english, own = written(ENGLISH, "en", "Alder Post"), written(OWN, "de", "Dorner Bote")
    assert rendered(english, own) == []


def test_what_is_shown_stands_in_both_texts():
    english, german = written(ENGLISH, "en", "Alder Post"), written(GERMAN, "de", "Dorner Bote")
    (found,) = renderings({one.id: one for one in (english, german)})
    words = [(a.of(GERMAN), b.of(ENGLISH)) for a, b in zip(found.here, found.there, strict=True)]
    assert ("Barakat", "Barakat") in words
    assert ("318", "318") in words


@pytest.mark.parametrize(
    ("text", "name"),
    [("وصل إلى ميريك", "Merek"), ("بحسب الدهفاري", "Dhafari"), ("в Велане", "Velan"),
     ("из Калдера", "Calder"), ("در کالات", "Kalat")],
)  # fmt: skip
def test_a_name_in_another_script_is_known_by_its_sound(text, name):
    (sound,) = anchors_of(account(f"They saw {name} there.")).places
    assert anchors_of(account(text)).find(sound) is not None


def test_numbers_are_one_however_they_are_written():
    keys = [list(anchors_of(account(t)).places) for t in ("9,400 a", "9.400 a", "٩٤٠٠ ا")]
    assert keys == [["9400"]] * 3


def test_made_up_translations_are_found_and_reports_of_their_own_are_not():
    assert score().right == score().wanted
    assert not any(to for _, to, of in linked() if of is None)


@given(st.lists(st.integers(0, 30), max_size=12))
def test_the_longest_rising_row_rises_and_none_longer_does(places):
    kept = [places[at] for at in _in_one_order(places)]
    assert all(a < b for a, b in pairwise(kept))
    best = [1] * len(places)
    for at, place in enumerate(places):
        best[at] = 1 + max((best[b] for b in range(at) if places[b] < place), default=0)
    assert len(kept) == max(best, default=0)
