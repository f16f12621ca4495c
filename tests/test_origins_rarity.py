"""How common a word is among the documents of a case."""

from lineage_cases import account

from hearsay.origins.citing.rarity import ENOUGH, Rarity
from hearsay.origins.descent.rewording import rare_in_both


def case(number):
    papers = [account(f"The summit of {at} began. Depot{at} burned.") for at in range(number)]
    return Rarity({one.id: one for one in papers})


def test_what_all_documents_say_is_not_rare():
    rarity = case(ENOUGH)
    assert not rarity.rare("summit")
    assert rarity.rare("depot7")


def test_few_documents_show_nothing_of_what_is_common():
    assert case(ENOUGH - 1).rare("summit")


def test_two_tellings_are_alike_by_the_rare_words_in_both():
    rare = case(ENOUGH).rare
    assert rare_in_both(["summit", "began", "merek"], ["merek", "summit", "began"], rare) == 1
