"""Bytes become text by what they are, in any common encoding."""

from __future__ import annotations

import codecs

import pytest
from effort import calls
from hypothesis import given
from hypothesis import strategies as st

from hearsay.documents.encoding import damage, decode

ENGLISH = (
    "The minister’s office said: “We will not go back” – and that was all, it said. Café Ünal."
)
FRENCH = "Le ministère a déclaré que l’armée était restée fidèle à l’État, malgré la crise. " * 3
POLISH = (
    "Minister oświadczył, że wojsko pozostało wierne państwu, a żołnierze słuchają rozkazów. " * 3
)
CZECH = "Ministr řekl, že armáda zůstala věrná státu a vojáci poslouchají příkazy velitelů. " * 3
RUSSIAN = "Министр заявил, что армия осталась верна государству и выполняет приказы. " * 3
ARABIC = "قال الوزير إن الجيش ظل مواليا للدولة وإن الجنود ينفذون الأوامر، كما جاء في التقرير. " * 3
GREEK = "Ο υπουργός δήλωσε ότι ο στρατός παρέμεινε πιστός στο κράτος και εκτελεί εντολές. " * 3
HEBREW = "השר אמר כי הצבא נשאר נאמן למדינה וכי החיילים ממלאים אחר הפקודות. " * 3
TURKISH = "Bakan, ordunun devlete bağlı kaldığını ve askerlerin emirleri dinlediğini söyledi. " * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"), (ENGLISH, "utf-8-sig"), (ENGLISH, "utf-16"), (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"), (ENGLISH, "utf-32"), (ENGLISH, "utf-32-le"), (ENGLISH, "cp1252"),
        (FRENCH, "cp1252"), (FRENCH, "iso-8859-1"), (POLISH, "cp1250"), (POLISH, "iso-8859-2"),
        (CZECH, "cp1250"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (RUSSIAN, "iso-8859-5"),
        (RUSSIAN, "utf-16-le"), (ARABIC, "utf-8"), (ARABIC, "cp1256"), (ARABIC, "iso-8859-6"),
        (ARABIC, "utf-16"), (ARABIC, "utf-16-be"), (GREEK, "cp1253"), (HEBREW, "cp1255"),
        (TURKISH, "cp1254"),
    ],
)  # fmt: skip
def test_text_in_a_common_encoding_comes_out_as_it_was(text: str, encoding: str) -> None:
    text = text.replace("’", "'") if encoding.startswith("iso") else text
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert decoded.text == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Co"]), min_size=1))
def test_utf_8_is_never_taken_for_anything_else(text: str) -> None:
    content = text.encode()
    if content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return
    decoded = decode(content)
    assert decoded is not None
    assert decoded.text == text


def in_halves(text: str) -> bytes:
    """The text in CESU-8: every supplementary character as two halves, each written by itself."""
    units = text.encode("utf-16-be", "surrogatepass")
    halves = (int.from_bytes(units[i : i + 2]) for i in range(0, len(units), 2))
    return b"".join(chr(half).encode("utf-8", "surrogatepass") for half in halves)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Co"])))
def test_characters_in_two_halves_are_joined_and_counted(text: str) -> None:
    text += "\U0001f600."
    if text.startswith("\ufeff"):
        return
    decoded = decode(in_halves(text))
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (text, "utf-8")
    assert decoded.joined == sum(ord(char) > 0xFFFF for char in text)


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_a_lone_half_of_a_character_is_one_damaged_place(mark: bytes) -> None:
    decoded = decode(mark + b"It said \xed\xa0\xbd no, \xed\xb8\x80\xed\xa0\xbd twice.")
    assert decoded is not None
    assert decoded.text == "It said \ufffd no, \ufffd\ufffd twice."
    assert (decoded.encoding, decoded.damaged, decoded.joined) == ("utf-8", 3, 0)


def test_halves_are_a_problem_that_names_the_file() -> None:
    decoded = decode(b"It said \xed\xa0\xbd\xed\xb8\x80 and \xed\xa0\xbd.")
    assert decoded is not None
    assert [p.code for p in damage(decoded, "a.txt")] == ["damaged-text", "joined-halves"]
    assert damage(decoded, "a.txt")[1].line().startswith("a.txt: 1 character was written in two")


def test_an_eight_bit_text_is_not_taken_for_halves() -> None:
    text = "El ministro habló «de lo que ocurrió aquí»” según la versión del periódico."
    decoded = decode(text.encode("cp1252"))
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (text, "cp1252")


def test_newlines_stay_as_they_are() -> None:
    decoded = decode(b"one\r\ntwo\rthree\nfour")
    assert decoded is not None
    assert decoded.text == "one\r\ntwo\rthree\nfour"


def test_utf_8_with_one_damaged_place_is_still_utf_8() -> None:
    decoded = decode(ARABIC.encode()[:-1] + b"\xff" + ARABIC.encode())
    assert decoded is not None
    assert (decoded.encoding, decoded.text.count("الوزير")) == ("utf-8", 6)
    assert decoded.damaged >= 1


def test_a_declared_encoding_is_believed_when_it_fits() -> None:
    decoded = decode("prze\xb6wit".encode("latin-1"), declared="iso-8859-2")
    assert decoded is not None
    assert decoded.text == "prześwit"


def test_a_declared_encoding_that_does_not_fit_is_not_believed() -> None:
    decoded = decode(ARABIC.encode(), declared="ascii")
    assert decoded is not None
    assert decoded.text == ARABIC


def test_japanese_in_an_old_encoding_is_recognised() -> None:
    text = "大臣は軍が国家に忠実であると述べた。兵士たちは命令に従っている。" * 5
    decoded = decode(text.encode("shift_jis"))
    assert decoded is not None
    assert decoded.text == text


def test_random_bytes_are_no_text() -> None:
    assert decode(bytes((i * 7919 + i // 3) % 256 for i in range(4096))) is None


def test_megabytes_of_an_eight_bit_text_take_no_more_calls_than_a_page() -> None:
    page, book = (FRENCH.encode("cp1252") * times for times in (200, 20_000))
    assert decode(book) is not None
    # What is done for each character is done in C; what is tried is tried on a part.
    assert calls(lambda: decode(book)) < 20 * calls(lambda: decode(page))
