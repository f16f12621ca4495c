"""Words of saying, for telling where a corpus may have left a cue unmarked."""

from __future__ import annotations

import re

REPORTING = re.compile(
    r"\b(?:said|says|saying|told|tells|telling|stated|states|stating|claimed|claims|claiming"
    r"|alleged|alleges|alleging|warned|warns|warning|announced|announces|declared|denied|denies"
    r"|denying|admitted|admits|confirmed|confirms|promised|promises|pledged|pledges|vowed|insisted"
    r"|insists|reported|reports|reporting|reportedly|testified|acknowledged|asserted|asserts"
    r"|argued|argues|wrote|writes|assessed|assesses|concluded|concludes|estimated|estimates"
    r"|believed|believes|demanded|demands|guaranteed|accused|accuses|accusing|urged|urges"
    r"|recommended|described|describes|suggested|suggests|according to|quoted as|quoted"
    r"|citing|cited|showed|shows|found that)\b",
    re.I,
)
