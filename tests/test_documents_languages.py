"""The language of a text is told by its script and its small words."""

from __future__ import annotations

import pytest

from hearsay.documents.languages import language_of

TEXTS = {
    "en": "The minister said that most of the army was loyal and that it had followed his orders.",
    "fr": "Le ministre a dit que l'armée est restée fidèle et qu'elle a suivi les ordres.",
    "de": "Der Minister sagte, dass die Armee dem Staat treu geblieben ist und den Befehlen folgt.",
    "es": "El ministro dijo que el ejército se mantuvo leal y que había seguido las órdenes de él.",
    "it": "Il ministro ha detto che l'esercito è rimasto fedele e che ha seguito gli ordini.",
    "pt": "O ministro disse que o exército se manteve leal e que as ordens foram seguidas por ele.",
    "tr": "Bakan, ordunun devlete bağlı kaldığını ve bu emirlerin çok önemli olduğunu için",
    "id": "Menteri itu mengatakan bahwa tentara tetap setia dan mereka akan mengikuti perintah.",
    "pl": "Minister powiedział, że wojsko jest wierne i nie ma powodu do obaw, ale to się okaże.",
    "ar": "قال الوزير إن الجيش ظل على ولائه للدولة وإن الجنود الذين كانوا في المدينة مع القائد",
    "fa": "وزیر گفت که ارتش به دولت وفادار است و این سربازان از فرماندهان خود پیروی می‌کنند",
    "ur": "وزیر نے کہا کہ فوج ملک کی وفادار ہے اور سپاہی احکامات پر عمل کر رہے ہیں",
    "ru": "Министр заявил, что армия верна государству и что она не была в городе.",
    "uk": "Міністр заявив, що армія вірна державі та що вона не була у місті з початку року.",
    "he": "השר אמר כי הצבא נאמן למדינה וכי החיילים ממלאים אחר הפקודות שלו",
    "zh": "部长说，军队仍然忠于国家，士兵们服从命令，情况已经得到控制。",
    "ja": "大臣は、軍は国家に忠実であり、兵士たちは命令に従っていると述べた。",
}


@pytest.mark.parametrize("code", TEXTS)
def test_one_sentence_shows_its_language(code: str) -> None:
    assert language_of(TEXTS[code]) == code


def test_a_short_foreign_quotation_does_not_make_a_text_foreign() -> None:
    assert language_of(TEXTS["en"] * 4 + TEXTS["fr"]) == "en"


def test_figures_and_a_word_or_two_have_no_language() -> None:
    assert language_of("12.4 37.9 – 2022 ok") is None


def test_a_list_of_names_is_not_called_english() -> None:
    assert language_of("Samir Dhafari\nKarim Osman\nNuraddin Bahri\nAnton Rusk\n" * 5) is None


def test_capitals_do_not_hide_the_language() -> None:
    assert language_of(TEXTS["en"].upper()) == "en"
