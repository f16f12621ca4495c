"""The closed classes of English words that clauses are recognised by."""

from __future__ import annotations

from hearsay.reading.lexicon import listed

BE_HAVE_DO = listed(
    """
    is are was were am has have had does do did isn't aren't wasn't weren't hasn't haven't
    hadn't doesn't don't didn't ain't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t doesn’t
    don’t didn’t ain’t
    """
)
MODALS = listed(
    """
    will would can could may might must shall should cannot won't wouldn't can't couldn't
    mustn't shouldn't mightn't won’t wouldn’t can’t couldn’t mustn’t shouldn’t mightn’t ought
    """
)
SINGULAR_VERBS = listed("is was has does isn't wasn't hasn't doesn't isn’t wasn’t hasn’t doesn’t")
PLURAL_VERBS = listed(
    """
    are were have do aren't weren't haven't don't aren’t weren’t haven’t don’t
    """
)
SUBJECT_PRONOUNS = listed("i he she it we they you who there this that these those")
PERSONAL = listed("i he she it we they you")
CONTRACTED = listed(
    """
    he's she's it's that's there's who's he’s she’s it’s that’s there’s who’s i'm we're they're
    you're i’m we’re they’re you’re i've we've they've you've i’ve we’ve they’ve you’ve he'd
    she'd they'd we'd i'd it'd you'd he’d she’d they’d we’d i’d it’d you’d i'll we'll they'll
    he'll she'll it'll you'll i’ll we’ll they’ll he’ll she’ll it’ll you’ll
    """
)
DETERMINERS = listed(
    """
    the a an this that these those some any no every each all both several many most much few
    more another other such his her its their our my your whose either neither certain various
    one two three four five six seven eight nine ten half
    """
)
COORDINATORS = listed("and but or yet nor")
RELATIVES = listed("which who whom whose")
SUBORDINATORS = listed(
    """
    as because since while whereas although though if unless until when whenever where wherever
    after before once that whether how why what whatever whoever lest so
    """
)
PREPOSITIONS = listed(
    """
    of in on at by for from with without to into onto over under against between among during
    despite through throughout across about around after before since until till behind beyond
    near within toward towards upon per via than as like amid amidst including following
    regarding concerning alongside besides except beneath above below off outside inside along
    past
    """
)
ADVERBS = listed(
    """
    also still now then not never always often even just only soon later again already once
    instead therefore thus hence however ever so too yet sometimes thereby together almost
    subsequently eventually finally consequently rather indeed meanwhile first further today
    tomorrow yesterday tonight
    """
)
NEGATIONS = listed("not never n't")
OBJECT_PRONOUNS = listed(
    "me him her it us them himself herself itself themselves myself ourselves this that"
)
