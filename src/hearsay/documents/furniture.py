"""Recognises page furniture: what stands around an article and is no part of what it says.

Precision comes first: a line is furniture only when all of it is a known formula. What follows a
heading such as "Related news" at the end of a page is furniture as long as it looks like links.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from hearsay.vocabulary.documents import Passage

_NETWORKS = (
    r"facebook|twitter|x|whats ?app|linked ?in|telegram|e-?mail|print|pinterest|reddit|messenger|"
    r"instagram|you ?tube|tumblr|copy(?: the)? link|flipboard|google\+?|viber|line|vk|skype|"
    r"bluesky|threads|mastodon|sms|pocket|rss|tweet|connect|comment|more"
)
_HEADS = (
    r"(?:the )?(?:latest|related|more|top|trending|breaking|other|recent|popular|most[ -](?:read|"
    r"popular|viewed|shared|commented|recent)|recommended|featured|similar|sponsored|promoted|"
    r"suggested|editor'?s'?)"
    r"(?: (?:&|and) (?:latest|related|top|popular|trending))?"
    r"(?: (?:on|from|in|by|for)(?: [\w&'-]+){1,3}| news| stories| story| "
    r"articles?| content| posts?|"
    r" topics?| coverage| headlines?| links?| reading| videos?| picks?| choices?| tags?| world|"
    r" nation| &| and| this| now| today| here| galleries| photos?| local| "
    r"politics| media| you| for|"
    r" might| may| like| also| from| around| the| web| national| international| updates?)*"
)
# Each alternative is a whole line; the comment says what it is.
_LINES = (
    rf"{_HEADS}",  # headings of link lists
    r"(?:you (?:may|might|will|'ll)(?: also)? (?:like|enjoy|be interested in)|also (?:read|see|on)"
    r"|don'?t miss|what'?s hot|in case you missed it|from (?:around )?(?:the|our) "
    r"(?:web|partners?|network|archives?)|paid (?:content|post)|around the web|trending now"
    r"|more to explore|popular now|up next|now playing|just watched|must watch|watch live"
    r"|recommended video|related topics|in this article|in this story|table of contents)",
    rf"(?:share|share (?:this|on|via|with|story|article|post|by)\b.{{0,40}}|"
    rf"follow (?:us|@\w+)\b.{{0,60}}"
    rf"|like us on\b.{{0,30}}|(?:{_NETWORKS})(?:[\s|/,·•]*(?:{_NETWORKS}))*)",  # share buttons
    r"(?:tweet|pin|e-?mail|print|save|share|close|copy|like|reply|report|comment|comments?|menu|"
    r"search|home|login|log ?in|log out|sign ?in|sign ?up|sign me up!?|register|subscribe|"
    r"subscribe(?: now| today| here)?!?|donate(?: now| today)?|advertisements?|advertising|ad|"
    r"sponsored(?: by .{1,30})?|ads by .{1,30}|skip(?: ad)?|play|pause|mute|unmute|fullscreen|"
    r"full screen|zoom|previous|prev|next|prev next|first|last|back|back to (?:top|gallery|home)|"
    r"top|loading\W*|load more|show (?:more|less|all)|view (?:all|more|comments?|gallery)|see all|"
    r"see more|more|less|expand|collapse|toggle (?:menu|navigation)|skip to (?:main )?content|"
    r"scroll to top(?: of page)?|tags?|topics?|categor(?:y|ies)|image|photo|video|audio|gallery|"
    r"none|edit|hide|open|read (?:more|full|next|on|the full (?:story|article))"
    r"|continue reading\b.{0,40}|click (?:here|to)\b.{0,60}|tap (?:here|to)\b.{0,40}"
    r"|story continues? below\b.{0,30}|article continues?\b.{0,40}|more_vert|video_youtube|amp|"
    r"listen(?: to this article)?|(?:\d+ ?|no |leave a |post a |add a |write a )comments?|"
    r"comments? (?:\(\d+\)|off|are closed)|\d+ shares?|\d+ views?|print this page|a\s*a|"
    r"contact(?: us)?|about(?: us)?|careers|advertise(?: with us)?|privacy(?: policy)?|site ?map|"
    r"terms(?: (?:of (?:use|service)|(?:&|and) conditions))?|cookie (?:policy|settings)|help|faqs?|"
    r"manage (?:cookies|preferences)|accept(?: all)?(?: cookies)?|reject(?: all)?|got it!?|ok|"
    r"i agree|dismiss|cancel|submit|go|[\W_]+)",  # buttons and menu entries
    r"(?:read (?:more|also|next)|see also|more|related|watch|also read|read it here|don'?t miss|"
    r"more on this|more info|must read|recommended|listen)(?: stor(?:y|ies)| articles?| content| "
    r"video)?\s*[:»>|→].{0,200}",  # links within the text
    r"(?:we|this (?:web)?site|our (?:web)?site|by (?:continuing|using|"
    r"browsing))\b.{0,120}\bcookies?\b.{0,400}",
    r"(?:sign up|subscribe|register|enter your e-?mail|get (?:the|our|breaking|all|daily)|join)\b"
    r".{0,160}\b(?:newsletters?|inbox|e-?mail(?:s|ed)?|alerts?|"
    r"notifications?|mailing list)\b.{0,160}",
    r"thank(?:s| you) for (?:signing up|subscribing)\b.{0,120}",
    r"(?:please )?(?:enable|turn on|allow) (?:javascript|notifications|cookies)\b.{0,80}",
    r"(?:©|\(c\)|copyright\b|trademark and copyright\b).{0,250}",  # copyright footers
    r"all rights reserved\b.{0,200}",
    r"(?:this material may not be|no part of this) (?:published|reproduced).{0,200}",
    r"(?:\d+|one|an?|few|several) ?(?:second|sec|minute|min|hour|hr|day|week|month|year)s?"
    r"(?:\s*(?:ago|read))",
    r"(?:updated|posted|published|modified)\s*[;:]?",
    r"(?:today|yesterday|\d+\s*(?:/|of)\s*\d+)",
    r"(?:photo|image|picture|video|media|graphic)s?(?: credit)?s?\s*(?:by|:|courtesy of).{1,80}",
    r"credit:.{1,60}",
    # photo marks
    r"\(?(?:[A-Z]{2,7}|Getty|Reuters|Lehtikuva)[\w ]* (?:Photo|Images?)/[^.]{2,60}\)?",
    r"purchase: order reprint|return visitors:|conversation guidelines.{0,60}",
    r"to find out more about facebook commenting\b.{0,120}",
    r"(?:your|the) weather is set to\b.{0,120}|you are signed in as|enter "
    r"city and state or zip code",
    r"page \d+(?: of \d+)?|sections?|question of the day|watch|show chapters"
    r"|open interactive graphic"
    r"|newsletter sign ?up|be the first to know|story continued below",
    r"(?:published|posted|updated):? \d+ (?:min(?:ute)?|hour|hr|day)s? ago",
    # subscription offers and the messages of sign-up forms
    r"(?:unlimited digital access|(?:your )?subscription supports|already a subscriber|"
    r"no one covers what is happening|you(?:'ve| have) (?:reached|read) your|start your free trial)"
    r"\b.{0,160}",
    r"(?:please verify (?:that )?you(?:'re| are) not a robot|invalid e-?mail address|"
    r"you must select a newsletter|an error has occurred|you are already subscribed|"
    r"you (?:can|may) (?:unsubscribe|opt[ -]out)|opt out or contact us|view "
    r"all .{0,30}newsletters?)"
    r"\b.{0,120}",
    r".{0,80}\bno longer supports (?:internet explorer|your browser|this browser)\b.{0,80}",
    r"follow .{1,40} on (?:twitter|facebook|instagram|x|telegram)\b.{0,60}|send tips to .{1,60}"
    r"|(?:e-?mail|contact) (?:the )?(?:author|reporter|writer)\b.{0,60}",
    r"% of readers think\b.{0,80}",
    # picture marks that are nothing else: "Jane Doe/Getty Images", "Jane Doe | TASS | Getty Images"
    r"\(?(?:photo: )?[\w .,'/|-]{0,60}(?:/|\| ?|via )(?:getty(?: images)?|tass|ap|reuters|afp|epa|"
    r"bloomberg|lehtikuva)(?: images)?(?:, file)?\)?",
)
_FURNITURE = re.compile("|".join(f"(?:{line})" for line in _LINES), re.IGNORECASE)
_HEAD_LINE = re.compile(
    rf"(?:{_HEADS}|you (?:may|might)(?: also)? (?:like|enjoy|be interested in)|also (?:read|on)|"
    r"from (?:around )?the web|around the web|trending now|in case you missed it)\W*",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?…:][\"'”’)\]]*$")
_LONGEST = 600
# A link list holds headlines; prose lines in news are longer (median 180 characters).
_LONGEST_LINK = 140


def is_furniture(line: str) -> bool:
    """Whether all of a line is a formula of page furniture, such as "Related news"."""
    words = " ".join(line.split()).replace("’", "'").rstrip(" :»>›→|")
    return len(words) <= _LONGEST and _is_formula(words)


@lru_cache(maxsize=4096)  # the menu of a site stands on each of its pages
def _is_formula(words: str) -> bool:
    return not words or _FURNITURE.fullmatch(words) is not None


def opens_link_list(line: str) -> bool:
    """Whether a line is a heading under which a page lists its other articles."""
    words = " ".join(line.split()).replace("’", "'")
    return len(words) < 80 and _HEAD_LINE.fullmatch(words) is not None


def mark_furniture(text: str, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The same passages, those that are furniture marked so; nothing is taken away."""
    marked = list(passages)
    for place, passage in enumerate(marked):
        if passage.kind in ("paragraph", "heading", "list_item", "caption") and is_furniture(
            passage.span.of(text)
        ):
            marked[place] = replace(passage, kind="furniture")
    for place in _listed_links(text, marked):
        marked[place] = replace(marked[place], kind="furniture")
    return tuple(marked)


def _listed_links(text: str, passages: Sequence[Passage]) -> list[int]:
    """Places of the headlines under a link-list heading, where only such follow to the end."""
    last_prose = max(
        (i for i, p in enumerate(passages) if _reads_as_prose(p.span.of(text), p)), default=-1
    )
    start = next(
        (
            i
            for i, p in enumerate(passages)
            if i > last_prose and p.kind == "furniture" and opens_link_list(p.span.of(text))
        ),
        None,
    )
    if start is None:
        return []
    return [
        i for i in range(start, len(passages)) if passages[i].kind in ("paragraph", "list_item")
    ]


def _reads_as_prose(words: str, passage: Passage) -> bool:
    if passage.kind in ("furniture", "table_row", "note"):
        return False
    return len(words) > _LONGEST_LINK or bool(_STOP.search(words.rstrip()))
