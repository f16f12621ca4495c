"""Which class each verb, noun and phrase that introduces speech or thought belongs to."""

from __future__ import annotations

from functools import lru_cache

from hearsay.vocabulary.readings import CueClass

_BASES: dict[CueClass, str] = {
    "said": """
        say tell state add note report announce declare describe remark comment explain observe
        mention point reply respond answer write tweet post quote cite speak talk brief inform
        recount relate recall reveal disclose detail outline specify highlight list show stress
        emphasize emphasise underline underscore reiterate repeat read dub label publish
        release broadcast testify chronicle narrate summarize summarise tout praise hail
        congratulate thank joke quip mock sneer scoff laugh shout yell scream whisper mutter chant
        sing greet introduce refer discuss debate present issue relay pass convey
        communicate signal indicate message text email phone lecture advise notify reassure address
        continue interject interrupt begin conclude open close finish go elaborate clarify expand
        express voice hint imply remind update record document ridicule deride lament bemoan
        apologize apologise defend laud celebrate caption
        headline portray characterize characterise brand term define accord statement remark
        comment speech address testimony briefing announcement account word words interview letter
        message tweet post article story reply answer response description declaration
        find hear learn remember conclude finding conclusion name identify count
    """,
    "claimed": """
        claim allege assert argue contend maintain insist accuse charge blame purport profess
        pretend suggest posit reason counter retort rebuke complain object protest criticize
        criticise condemn denounce decry slam blast attack fault impugn castigate lambast lambaste
        hammer rip chide assail berate scold deplore attribute ascribe propagandize hype exaggerate
        claims allegation accusation argument assertion contention insistence criticism complaint
        narrative propaganda rumor rumour smear charge
        boast brag call swear insinuate speculation
    """,
    "confirmed": """
        confirm affirm verify corroborate certify prove establish substantiate validate attest
        authenticate demonstrate vouch uphold reaffirm agree concur recognize recognise evidence
        confirmation proof verification agreement
    """,
    "admitted": """
        admit acknowledge concede confess own grant allow acknowledgement
        acknowledgment admission confession concession
    """,
    "denied": """
        deny reject refute rebut dispute dismiss contradict repudiate disavow disown gainsay
        disagree discount debunk disprove denial rejection rebuttal refutation dismissal
        refuse refusal
    """,
    "warned": """
        warn caution alert threaten forewarn menace concern threat warning caution
    """,
    "promised": """
        promise vow pledge guarantee assure commit undertake ensure offer volunteer plan
        intend mean resolve vow pledge promise commitment guarantee assurance intention oath
        undertaking offer plan
    """,
    "demanded": """
        demand urge order command call-for require request recommend propose insist-on appeal plead
        beg implore exhort encourage press push instruct direct tell-to advocate petition
        lobby pressure ask-for oblige rule decree mandate forbid ban prohibit counsel summon
        demand request order recommendation proposal plea instruction directive ruling decree
        mandate
    """,
    "asked": """
        ask question wonder inquire enquire query interrogate quiz grill probe challenge question
        query inquiry
    """,
    "thought": """
        think believe feel consider know suspect assume suppose presume reckon deem judge regard
        view see understand realize realise doubt decide determine assess estimate
        calculate infer guess imagine surmise theorize theorise speculate perceive conceive hold
        interpret discover notice forget ponder appreciate trust sense
        mistake misunderstand dream muse reflect ascertain gather love like hate prefer enjoy
        believe belief opinion view thought feeling conviction suspicion doubt assessment
        judgement judgment assumption understanding impression sense estimate
        speculation theory idea
        want wish hope fear worry dread dislike support favour favor oppose welcome endorse back
        applaud regret accept sympathise sympathize fears worries hopes
    """,
    "expected": """
        expect predict forecast project anticipate foresee await envision envisage
        prophesy foretell bet prediction forecast projection expectation
    """,
}

_IRREGULAR = {
    "said": "say",
    "told": "tell",
    "wrote": "write",
    "written": "write",
    "spoke": "speak",
    "spoken": "speak",
    "thought": "think",
    "felt": "feel",
    "knew": "know",
    "known": "know",
    "held": "hold",
    "found": "find",
    "understood": "understand",
    "saw": "see",
    "seen": "see",
    "swore": "swear",
    "sworn": "swear",
    "meant": "mean",
    "heard": "hear",
    "showed": "show",
    "shown": "show",
    "sang": "sing",
    "began": "begin",
    "went": "go",
    "gone": "go",
    "foresaw": "foresee",
    "foreseen": "foresee",
    "undertook": "undertake",
    "begged": "beg",
    "forbade": "forbid",
    "forbidden": "forbid",
    "banned": "ban",
    "forgot": "forget",
    "forgotten": "forget",
    "bet": "bet",
    "learnt": "learn",
    "dreamt": "dream",
    "put": "say",
    "has": "",
    "was": "",
    "mistook": "mistake",
    "slammed": "slam",
    "ripped": "rip",
    "quizzed": "quiz",
    "admitted": "admit",
    "referred": "refer",
    "committed": "commit",
    "rebutted": "rebut",
    "planned": "plan",
    "quipped": "quip",
    "led": "",
    "dubbed": "dub",
    "owned": "own",
    "bragged": "brag",
    "labelled": "label",
    "told-to": "tell-to",
}

# Words after which the plain verb means another thing; longest first in use.
PHRASES: tuple[tuple[str, CueClass], ...] = (
    (
        r"\b(?:call(?:s|ed|ing)?|ask(?:s|ed|ing)?|push(?:es|ed|ing)?|press(?:es|ed|ing)?)\s+(?:\w+\s+){0,2}(?:for|on|upon)\b",
        "demanded",
    ),
    (
        r"\b(?:refus(?:es?|ed|ing)|declin(?:es?|ed|ing))\s+to\s+(?:comment|say|answer|respond|discuss|elaborate|speculate)",
        "said",
    ),
    (
        r"\braise[sd]?\s+(?:\w+\s+)?(?:concerns?|alarms?|fears?)|\bexpress(?:es|ed|ing)?\s+(?:\w+\s+)?(?:concerns?|fears?|alarm|worr(?:y|ies))",
        "warned",
    ),
    (r"\bexpress(?:es|ed|ing)?\s+(?:\w+\s+)?hopes?", "expected"),
    (r"\bexpress(?:es|ed|ing)?\s+(?:\w+\s+)?(?:doubts?|belief|confidence|views?)", "thought"),
    (r"\bexpress(?:es|ed|ing)?\s+(?:\w+\s+)?regrets?", "admitted"),
    (r"\bagree(?:s|d|ing)?\s+to\b", "promised"),
    (
        r"\bto\s+(?:his|her|its|their|my|our)\s+knowledge\b|\bin\s+(?:\w+['’]?s?\s+){1,3}(?:opinion|view|mind|eyes|judge?ment)\b",
        "thought",
    ),
    (
        r"\bmade?\s+(?:it\s+)?clear\b|\bma(?:kes|king)\s+(?:it\s+)?clear\b|\bpoint(?:s|ed|ing)?\s+(?:out|to)\b",
        "said",
    ),
    (r"\baccording\s+to\b", "said"),
    (
        r"\btak(?:es?|ing)\s+(?:issue|exception)\b|\btook\s+(?:issue|exception)\b|\bpush(?:es|ed|ing)?\s+back\b",
        "denied",
    ),
    (r"\b(?:rul(?:es?|ed|ing))\s+out\b", "denied"),
    (r"\bturn(?:s|ed|ing)?\s+down\b", "denied"),
    (
        r"\b(?:gives?|gave|given|giving)\s+(?:\w+\s+)?(?:assurances?|guarantees?|(?:his|her|their|its)\s+word)",
        "promised",
    ),
    (
        r"\bask(?:s|ed|ing)?\s+(?:\w+\s+){0,4}to\b|\btell(?:s|ing)?\s+(?:\w+\s+){0,3}to\b",
        "demanded",
    ),
    (r"\bgave\s+an?\s+(?:ultimatum|order)", "demanded"),
)


def _classes() -> dict[str, CueClass]:
    found: dict[str, CueClass] = {}
    # Later classes say more than "said": a word listed twice keeps the more telling one.
    for cue_class, bases in _BASES.items():
        for base in bases.split():
            if base not in found or found[base] == "said":
                found[base] = cue_class
    found.update({"offer": "promised", "address": "said", "attack": "claimed", "back": "thought"})
    return found


CLASSES = _classes()


@lru_cache(maxsize=8192)
def lemma(word: str) -> str:
    """The base form under which a small-letter word is listed, or the word itself."""
    if word in CLASSES:
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            base = word[: -len(ending)] + instead
            if base in CLASSES:
                return base
            if len(base) > 3 and base[-1] == base[-2] and base[:-1] in CLASSES:
                return base[:-1]
    return word


_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("'s", ""),
    ("’s", ""),
)
