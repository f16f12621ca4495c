"""The closed classes of English words that clauses are recognised by."""

from __future__ import annotations

BE_HAVE_DO = frozenset(
    """
    is are was were am has have had does do did isn't aren't wasn't weren't hasn't haven't hadn't
    doesn't don't didn't ain't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t doesn’t don’t didn’t
    ain’t
    """.split()
)
MODALS = frozenset(
    """
    will would can could may might must shall should cannot won't wouldn't can't couldn't mustn't
    shouldn't mightn't won’t wouldn’t can’t couldn’t mustn’t shouldn’t mightn’t ought
    """.split()
)
SINGULAR_VERBS = frozenset(
    "is was has does isn't wasn't hasn't doesn't isn’t wasn’t hasn’t doesn’t".split()
)
PLURAL_VERBS = frozenset("are were have do aren't weren't haven't don't aren’t weren’t haven’t don’t".split())
SUBJECT_PRONOUNS = frozenset("i he she it we they you who there this that these those".split())
PERSONAL = frozenset("i he she it we they you".split())
CONTRACTED = frozenset(
    """
    he's she's it's that's there's who's he’s she’s it’s that’s there’s who’s i'm we're they're you're
    i’m we’re they’re you’re i've we've they've you've i’ve we’ve they’ve you’ve he'd she'd they'd we'd
    i'd it'd you'd he’d she’d they’d we’d i’d it’d you’d i'll we'll they'll he'll she'll it'll you'll
    i’ll we’ll they’ll he’ll she’ll it’ll you’ll
    """.split()
)
DETERMINERS = frozenset(
    """
    the a an this that these those some any no every each all both several many most much few more
    another other such his her its their our my your whose either neither certain various one two
    three four five six seven eight nine ten half
    """.split()
)
COORDINATORS = frozenset("and but or yet nor".split())
RELATIVES = frozenset("which who whom whose".split())
SUBORDINATORS = frozenset(
    """
    as because since while whereas although though if unless until when whenever where wherever
    after before once that whether how why what whatever whoever lest so
    """.split()
)
PREPOSITIONS = frozenset(
    """
    of in on at by for from with without to into onto over under against between among during
    despite through throughout across about around after before since until till behind beyond
    near within toward towards upon per via than as like amid amidst including following regarding
    concerning alongside besides except beneath above below off outside inside along past
    """.split()
)
ADVERBS = frozenset(
    """
    also still now then not never always often even just only soon later again already once
    instead therefore thus hence however ever so too yet sometimes thereby together almost
    subsequently eventually finally consequently rather indeed meanwhile first further today tomorrow yesterday tonight
    """.split()
)
NEGATIONS = frozenset("not never n't".split())
OBJECT_PRONOUNS = frozenset(
    "me him her it us them himself herself itself themselves myself ourselves this that".split()
)
