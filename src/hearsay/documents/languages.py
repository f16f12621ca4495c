"""Which language a text is in: by its script, and within a script by its commonest small words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

# The small words that no text of a language does without, and others seldom have.
_WORDS: dict[str, str] = {
    "en": "the of and to in that is was for on with as by at from it has have are were be this "
    "which not his said he they will an would their who been but its had or more after",
    "fr": "le la les de des du et à en un une est que qui dans pour par sur au aux pas il elle "
    "ce cette avec son sa ses ont été sont plus d l n s qu ne se leur mais ou nous",
    "es": "el la los las de del y que en un una por con para se no es al lo como su sus más ha "
    "han fue pero este esta son entre sobre sin también hasta desde",
    "pt": "o a os as de do da dos das e que em um uma por com para se não é ao no na nos nas "
    "foi mais são pelo pela como mas também seu sua à até",
    "it": "il lo la gli le di del della dei delle e che in un una per con non è si da dal nel "
    "nella al alla sono ha più anche come su questo ma i degli",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch "
    "es an werden aus er hat dass sie nach bei um wird sind war",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er die om ook als door naar "
    "bij uit maar heeft werd wordt hij zij nog over",
    "sv": "och att det i en på är som för av med den till inte har ett om de var från men vi kan "
    "så eller sig ska hans efter vid",
    "da": "og at det i en på er som for af med den til ikke har et om de var fra men vi kan så "
    "eller sig skal hans efter ved blev",
    "no": "og at det i en på er som for av med den til ikke har et om de var fra men vi kan så "
    "eller seg skal hans etter ved ble",
    "fi": "ja on että ei se oli hän mutta ovat myös kun joka sekä mukaan kuin vuoden olisi ollut "
    "tai jos niin sen tämä",
    "pl": "w i na z do że się nie jest to o od za przez po dla jak ale są oraz który która było "
    "został tym jego czy co",
    "cs": "a v na se je že z o s do i to pro za by ve jsou ale jako podle k po který která bylo "
    "při jeho už",
    "ro": "de și în a la cu pe că din o un nu este pentru care mai au fost sunt al ale sau prin "
    "după fi ca",
    "hu": "a az és hogy nem is egy van volt ez meg de csak már mint még vagy után által szerint "
    "azt kell",
    "tr": "ve bir bu da de için ile olarak olan daha gibi kadar çok ancak sonra en ise değil "
    "tarafından olduğu her ya",
    "id": "yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh ke adalah juga telah "
    "bahwa sebagai mereka karena para atas",
    "so": "iyo ka ku oo in waa ay la u ah ee uu soo aan si ayaa kale badan waxaa",
    "sw": "na ya wa kwa ni katika za la kuwa hii huo baada yake watu wake kama hiyo pia cha vya",
    "ha": "da a na ta ya ba shi su wannan cewa don sai kuma amma yi domin daga cikin ne ce",
    "ku": "û di de ku li ji bi jî ev ew ne na bo wek her xwe hat dike ser",
    "ar": "في من على إلى أن عن التي الذي هذا هذه ما لا كان قد مع بعد ذلك كما أو بين لم خلال ان "
    "الى وقال وأن كانت حيث",
    "fa": "در به از که این را با است برای آن یک خود تا بر شد می هم نیز کرد شده ها اما",
    "ur": "کے میں کی ہے اور سے کا کو نے پر ہیں کہ اس یہ بھی تھا کر گیا ایک",
    "ckb": "لە بۆ و بە کە ئەم لەگەڵ ئەو سەر دەکات کرد یان ھەروەھا هەروەها بوو دوای",
    "ru": "и в не на что с по он как это из за от его к но для был до также была является они",
    "uk": "і в не на що з та до як за це від його але для був про також є які у й",
    "bg": "и в на се за да от с не са по като че до това при след или беше което към",
    "sr": "и у на је се да за са од не су као или што био који по из",
}
_SCRIPT_ONLY = {
    "HEBREW": "he",
    "GREEK": "el",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "THAI": "th",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "ETHIOPIC": "am",
}
_FAMILY = {"ar": "ARABIC", "fa": "ARABIC", "ur": "ARABIC", "ckb": "ARABIC"} | {
    code: "CYRILLIC" for code in ("ru", "uk", "bg", "sr")
}
_PROFILES = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_OWNERS = Counter(word for words in _PROFILES.values() for word in words)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20000
# The share of running words that must be small words of the language. English news has about
# 0.30 by this count, its shortest briefs 0.08, lists of names 0.02. Below 0.12 the language must
# lead the next one clearly.
_ENOUGH_SHARE, _SAFE_SHARE, _CLEAR_LEAD = 0.06, 0.12, 1.5
_ENOUGH_LETTERS = 20


def language_of(text: str) -> str | None:
    """The ISO 639 code of the language most of the text is in; `None` where that is not clear."""
    sample = _sample(text)
    words = [w.lower() for w in _WORD.findall(unicodedata.normalize("NFC", sample))]
    if sum(map(len, words)) < _ENOUGH_LETTERS:
        return None
    script = _script(words)
    if script in _SCRIPT_ONLY:
        return _SCRIPT_ONLY[script]
    counts = Counter(words)
    scored = sorted(
        (
            (_share(counts, code, len(words)), code)
            for code in _PROFILES
            if _FAMILY.get(code, "LATIN") == script
        ),
        reverse=True,
    )
    if not scored or scored[0][0] < _ENOUGH_SHARE:
        return None
    clearly = len(scored) == 1 or scored[0][0] >= _CLEAR_LEAD * scored[1][0]
    if not clearly and scored[0][0] < _SAFE_SHARE:
        return None
    best = scored[0][1]
    return "ku" if best == "ckb" else best  # ISO 639-1 has one code for both Kurdish scripts


def _sample(text: str) -> str:
    """Beginning, middle and end of a long text."""
    if len(text) <= _SAMPLE:
        return text
    third = _SAMPLE // 3
    middle = len(text) // 2
    return "\n".join((text[:third], text[middle : middle + third], text[-third:]))


def _script(words: list[str]) -> str:
    """The script that most letters are in; Japanese shows by its kana, however few."""
    letters = "".join(word[:3] for word in words)
    if letters.isascii():
        return "LATIN"
    scripts: Counter[str] = Counter()
    for char, times in Counter(letters).items():
        scripts[_script_of(char)] += times
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    if kana * 5 > scripts["CJK"] and kana:
        return "HIRAGANA"
    return scripts.most_common(1)[0][0]


@lru_cache(maxsize=4096)
def _script_of(char: str) -> str:
    """The first word of a letter's Unicode name: LATIN, ARABIC, CJK."""
    return re.split("[ -]", unicodedata.name(char, "UNKNOWN"), maxsplit=1)[0]


def _share(counts: Counter[str], code: str, total: int) -> float:
    """The share of running words that are the language's own, shared ones counted in part."""
    return sum(counts[w] * _weight(w) for w in _PROFILES[code] & counts.keys()) / total


def _weight(word: str) -> float:
    if len(word) == 1 and word.isascii():
        return 0.3  # initials, and what an apostrophe cuts off, look like Czech and Polish
    return 1.0 if _OWNERS[word] == 1 else 0.7
