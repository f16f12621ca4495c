"""Forms of English verbs: irregular ones in full, common regular ones by their base."""

from __future__ import annotations

from hearsay.reading.lexicon import listed

# base past participle; alternatives with a slash
_IRREGULAR = """
arise arose arisen|awake awoke awoken|bear bore borne/born|beat beat beaten|become became become
begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten
bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought
broadcast broadcast broadcast|build built built|burn burnt burnt|burst burst burst|buy bought bought
cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come
cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|draw drew drawn
dream dreamt dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung
fly flew flown|forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen
forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|freeze froze frozen
get got got/gotten|give gave given|go went gone|grow grew grown|hang hung hung|hear heard heard
hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt
know knew known|lay laid laid|lead led led|lean leant leant|leap leapt leapt|learn learnt learnt
leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost
make made made|mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken
overcome overcame overcome|oversee oversaw overseen|overtake overtook overtaken
overthrow overthrew overthrown|pay paid paid|prove proved proven|put put put|quit quit quit
read read read|rebuild rebuilt rebuilt|retake retook retaken|rewrite rewrote rewritten
ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen
seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed
shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut
sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken
spend spent spent|spill spilt spilt|spin spun spun|split split split|spread spread spread
spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung
strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum
swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told
think thought thought|throw threw thrown|undergo underwent undergone
understand understood understood|undertake undertook undertaken|undo undid undone
uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|weave wove woven
weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld
withstand withstood withstood|write wrote written|be was been|have had had|do did done
"""

_REGULAR = """
abandon accelerate accept accompany account accuse achieve acknowledge acquire add address adopt
advance advise affect afford agree aim align allege allow amount announce answer anticipate appeal
appear apply appoint approach approve argue arm arrange arrest arrive ask assassinate assert
assess assign assist assume assure attach attack attempt attend attract authorize avoid back ban
base battle beg behave belong believe benefit blame block bomb boost bury call campaign cancel
capture carry cause cease challenge change characterize charge choose cite claim clarify clash
clear close collapse collect combat command comment commit compare compel compete complain
complete concede concern conclude condemn conduct confirm confront consider consist constitute
consult contact contain continue contradict contribute control convict convince coordinate
cooperate cover crack create criticize cross damage date deal debate decide declare declassify
decline decrease deepen defeat defend define delay deliver demand demolish demonstrate deny depend
deploy describe deserve designate destroy detain detect deteriorate determine develop die differ
diminish direct disagree disappear disband disclose discover discuss dismiss disperse displace
display dispute disrupt dissolve distribute divide dominate donate double doubt draft drag drop
dub earn ease elect eliminate embrace emerge emphasize employ enable encourage end endorse endure
enforce engage enhance enjoy ensure enter entitle equip erupt escalate escape establish estimate
evacuate evolve examine exceed exclude execute exercise exert exist expand expect expel experience
explain explode exploit explore export expose express extend face facilitate fail fear feature
figure fill finance finish fire flow focus follow force form found free fuel fulfil fulfill
function fund gain gather generate govern grant guarantee guard guide halt hamper hand handle
happen hate head help hesitate highlight hire honor hope host house identify ignore illustrate
imagine impact implement imply import impose imprison improve include increase indicate infiltrate
inflict influence inform infringe inherit initiate injure insist inspect inspire install instruct
integrate intend intensify interfere interpret intervene interview introduce invade invest
investigate invite involve isolate issue join judge jump justify kick kidnap kill knock label lack
land last launch leak legislate lift like limit link list listen live load lobby locate lock look
loot love lower maintain manage march mark matter measure mention merge mention monitor mount move
murder name need negotiate nominate note notice notify object oblige observe obtain occupy occur
offer open operate oppose order organize originate oust outline outnumber own participate pass
patrol penetrate perform permit persist persuade pick place plan play plead pledge point pose
possess post postpone pour practice praise predict prefer prepare present preserve press pressure
prevail prevent proceed process proclaim produce prohibit promise promote prompt propose prosecute
protect protest provide provoke publish pull punish purchase pursue push question quote raid raise
range rank rate reach react realize reappear reassure recall receive recognize recommend reconcile
record recover recruit redeploy reduce refer reflect refuse regain regard regret reinforce
reiterate reject relate release relocate rely remain remember remind remove renew renounce repeat
repel replace reply report represent request require rescue research reserve reshape reside resign
resist resolve respect respond restore restrain restrict result resume retain retaliate retire
retreat return reveal reverse review revive revoke reward risk rob rule rush sabotage sacrifice
sanction save scale scatter schedule seal search secure seem seize sentence separate serve settle
shape share shell shift sign signal slow smuggle solve sort sound spark specify spell sponsor
stage start state stay stem stop store strengthen stress struggle study submit succeed suffer
suggest summon supervise supply support suppose suppress surge surprise surrender surround survive
suspect suspend sustain switch sympathize target tell tend terminate test testify thank threaten
torture total touch trace track trade train transfer transform transport travel treat trigger
triple trust try turn underline undermine underscore unite unveil update upgrade urge use value
vary veto view violate visit voice volunteer vote vow wait walk want warn waste watch weaken weigh
welcome widen withdraw witness wonder work worry worsen wound yield argue tie work talk
"""

# Forms in -s or bare that are at least as often nouns in news text.
NOUNS_TOO = listed(
    """
    account address advance aim amount answer appeal approach arm arrest attack attempt back ban
    base battle benefit blame block bomb boost call campaign cause challenge change charge claim
    clash combat command comment concern contact control cost cover crack damage date deal
    debate decline decrease delay demand deposit display dispute doubt draft drop end escape
    estimate exercise experience export face fear feature fight figure fill finance fire flow
    focus force form fuel function fund gain grant guarantee guard guide halt hand head help hit
    hope host house impact import increase influence interview issue judge jump kick label lack
    land launch lead leak lift limit link list load look love march mark matter measure mention
    monitor move murder name need note notice object offer open order own pass patrol place plan
    play pledge point post practice present press pressure process produce promise protest
    purchase push question quote raid range rank reach record refuse regard regret release reply
    report request rescue research reserve respect result return reverse review reward risk rule
    run rush sanction save scale seal search sentence share shell shift sign signal slow sort
    sound spark split sponsor spread stage stand start state stay stem stop store stress strike
    struggle study supply support surge surprise suspect switch talk target test threat tie
    total touch trace track trade train transfer transport travel trigger trust try turn update
    upgrade use value veto view visit voice volunteer vote vow wait walk waste watch witness
    wonder work worry wound yield lie show cut set put lay rise fall cast drive win building
    """
)

INTRANSITIVE = listed(
    """
    resigned died fled left escaped returned arrived disappeared emerged collapsed surrendered
    retired stopped survived agreed disagreed laughed smiled paused went came sat stood
    """
)

# Verbs whose object can be a clause without "that": what follows may be a clause of its own.
CLAUSAL = listed(
    """
    say says said think thinks thought believe believes believed know knows knew claim claims
    claimed argue argues argued add adds added insist insists insisted suggest suggests
    suggested note notes noted feel feels felt hope hopes hoped warn warns warned tell tells
    told means mean meant show shows showed find finds found fear fears feared assume assumes
    assumed announce announced announces admit admits admitted acknowledge acknowledged explain
    explained confirm confirmed confirms concede conceded conclude concluded concludes estimate
    estimated expect expects expected predict predicted ensure ensures ensured see sees saw
    understand understood wish wished realize realized report reported reports suspect suspected
    guess guessed
    """
)

_NOT_VERBS_ED = listed(
    """
    need seed feed speed breed weed greed creed deed reed hundred kindred sacred naked wicked
    rugged beloved indeed embed exceed proceed succeed bed red shed sled wed fed led bred fled
    aged armed unarmed supposed so-called alleged united limited crowded gifted talented
    unmanned unprecedented undisputed unlimited unwanted unexpected uncontrolled unconfirmed
    unverified unidentified disabled learned
    """
)


_UN_VERBS = (
    "under",
    "unveil",
    "unleash",
    "uncover",
    "unearth",
    "unravel",
    "unlock",
    "unload",
    "unit",
)


def _forms() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    bases, pasts, participles, thirds = set(), set(), set(), set()
    for entry in _IRREGULAR.replace("\n", "|").split("|"):
        if not entry.strip():
            continue
        base, past, participle = entry.split()
        bases.add(base)
        pasts.add(past)
        participles.update(participle.split("/"))
    bases.update(_REGULAR.split())
    bases.update(b[:-2] + "se" for b in list(bases) if b.endswith("ize"))
    for base in bases:
        if base.endswith(("s", "sh", "ch", "x", "z", "o")):
            thirds.add(base + "es")
        elif base.endswith("y") and base[-2] not in "aeiou":
            thirds.add(base[:-1] + "ies")
        else:
            thirds.add(base + "s")
    thirds -= {"bes", "haves", "dos"}
    return (
        frozenset(bases),
        frozenset(pasts - {"was", "had", "did"}),
        frozenset(participles),
        frozenset(thirds),
    )


BASES, PASTS, PARTICIPLES, THIRDS = _forms()
NOUNS_TOO_THIRDS = frozenset(
    t for t in THIRDS if t[:-1] in NOUNS_TOO or t[:-2] in NOUNS_TOO or t[:-3] + "y" in NOUNS_TOO
)


def regular_past(word: str) -> bool:
    """Whether a small-letter word looks like a regular past form or participle ("scattered")."""
    if not word.endswith("ed") or len(word) < 5 or word in _NOT_VERBS_ED or "-" in word:
        return False
    return not word.startswith("un") or word.startswith(_UN_VERBS)
