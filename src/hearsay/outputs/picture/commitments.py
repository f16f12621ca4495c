"""How commitments are worded, and the shape in which they leave as JSON."""

from __future__ import annotations

from hearsay.outputs.picture.saying import Json, Saying, row_shape, voices_shape
from hearsay.outputs.wording import one_line
from hearsay.picture.commitments import Echo, Given, Standing
from hearsay.picture.listening import Heard
from hearsay.vocabulary.readings import UNSURE
from hearsay.vocabulary.statements import Commitment
from hearsay.vocabulary.traces import capture_of

VERBS = {
    "promise": "promised",
    "demand": "demanded",
    "warning": "warned",
    "recommendation": "recommended",
}
_DONE = {"promise": "kept", "demand": "met", "warning": "borne out", "recommendation": "followed"}


def standing_words(kind: str, standing: Standing) -> str:
    """What later claims say of it; never more than one of them does."""
    done = _DONE[kind]
    return {
        "kept": f"a claim says that it was {done}",
        "broken": f"a claim says that it was not {done}",
        "disputed": f"claims disagree on whether it was {done}",
        "open": f"open: no claim here says whether it was {done}",
    }[standing]


def bearing_words(echo: Echo, kind: str) -> str:
    """How a claim bears on a commitment, with the reason."""
    done = _DONE[kind]
    lead = {
        "kept": f"{done}, by its words “{echo.by}”",
        "broken": f"not {done}, by its words “{echo.by}”",
        "repeated": "given again",
        "bears": "speaks of the same",
    }[echo.bearing]
    reasons = []
    if echo.follows:
        reasons.append("it stands right after a report of it")
    if echo.party is not None:
        reasons.append(f"both name {one_line(echo.party)}")
    if echo.shared and not echo.follows:
        reasons.append(f"{len(echo.shared)} rare words in common")
    return f"{lead} ({'; '.join(reasons)})" if reasons else lead


def party_of(given: Given, saying: Saying) -> str:
    """Whose word it is."""
    if given.party is None:
        return "somebody not named"
    return saying.name(given.party)


def addressee_of(given: Given) -> str:
    """To whom it was given, where a report says."""
    statements = (row.statement for row in given.rows)
    named = (s.to.name for s in statements if isinstance(s, Commitment) and s.to is not None)
    return one_line(next(named, ""))


def commitment_shape(given: Given, saying: Saying) -> Json:
    """A commitment with its reports and all that bears on it."""
    due = given.due
    return {
        "id": given.id,
        "kind": given.kind,
        "party": None if given.party is None else saying.who_shape(given.party),
        "party_by_others": list(given.others),
        "to": addressee_of(given) or None,
        "words": given.fullest.own,
        "condition": given.condition or None,
        "due": None if due is None else {"day": due[0], "words": due[1]},
        "standing": given.standing,
        "unsure": given.unsure,
        "said": [row_shape(row) for row in given.rows],
        "origins": voices_shape(saying.voices(given.rows)),
        "bearing": [
            {
                "how": echo.bearing,
                "by": echo.by or None,
                "shared": list(echo.shared),
                "party": echo.party,
                "follows": echo.follows,
                "claim": heard_shape(echo.claim),
            }
            for echo in given.echoes
        ],
    }


def heard_shape(claim: Heard) -> Json:
    """A claim that bears on something, with the way home from it."""
    return {
        "claim": claim.id,
        "document": capture_of(claim.document),
        "address": claim.address,
        "publisher": claim.publisher,
        "published": claim.published,
        "place": claim.place,
        "speakers": list(claim.speakers),
        "words": claim.words,
        "score": round(claim.score, 4),
        "unsure": claim.score < UNSURE,
    }
