"""Small closed lists of words that tell a named source from a text and from nobody."""

from __future__ import annotations

from hearsay.origins.language.lists import among

words_of_text = among

CROWD_HEADS = words_of_text(
    """
    official officials source sources diplomat diplomats resident residents witness witnesses
    eyewitness eyewitnesses analyst analysts expert experts observer observers critic critics
    activist activists doctor doctors medic medics lawmaker lawmakers politician politicians
    commander commanders officer officers soldier soldiers journalist journalists reporter
    reporters correspondent newspaper newspapers outlets media people local locals villager
    villagers shopkeeper shopkeepers protester protesters militant militants rebel rebels leader
    leaders member members group groups driver colonel captain general sergeant policeman
    policemen man men woman women aide aides adviser advisers advisor advisors prosecutors
    investigators investigator relatives relative families family neighbour neighbours neighbor
    neighbors teacher student students worker workers fighter fighters refugees survivor
    survivors victim victims lawyer lawyers historian professor researcher researchers economist
    trader traders supporter supporters opponent opponents insider insiders counterpart
    bystander passer-by colleague colleagues friend friends guard guards engineer accounts
    insiders senator senators congressman deputies figure figures spectators scholars
    authorities opposition
    """
)
"""What somebody is called who cannot be found again by it; plural or with an article."""

VOICES = words_of_text(
    """
    spokesman spokeswoman spokesperson spokespeople spokesmen office offices representative
    representatives service press mouthpiece
    """
)
"""Who or what speaks for the body named beside it."""

HEADS = words_of_text(
    """
    head chief chairman chairwoman chair director secretary president
    """
)
"""Who speaks for a body of which he is "the chairman", where his name is not given."""

PUBLICATIONS = words_of_text(
    """
    report reports document documents study statement statements letter memo memorandum paper
    papers dossier survey assessment audit indictment filing filings complaint transcript
    briefing communiqué communique release book article articles investigation inquiry findings
    review accounts publication notice affidavit warrant judgment ruling summary announcement
    bulletin newsletter testimony declaration tweet post posts website site
    """
)
"""Texts that speak for whoever issued them."""

EMPTY = words_of_text(
    """
    the a an of for and in on at to by from with own s its their his her our this that these
    those same latest last new newest recent annual quarterly monthly weekly daily final interim
    official joint page pages year month week published declassified leaked classified detailed
    first second initial earlier previous current here there now today yesterday own subsequent
    himself herself itself according several some years former special
    """
) - {"joint", "first", "second", "special", "daily"}
"""Words of a name that do not tell it from another."""

LOOSE = frozenset({"lead", "chief", "national", "republic", "commonwealth", "state"})
"""Words that one writer gives and another leaves out, of the same body."""

TITLES = words_of_text(
    """
    mr mrs ms dr prof sir lord lady dame rep representative sen senator gov governor gen general
    maj major col colonel lt lieutenant capt captain brig brigadier sgt sergeant adm admiral
    president prime minister vice deputy chancellor king queen prince princess sheikh ayatollah
    imam pope cardinal archbishop bishop rev reverend judge justice secretary chairman
    chairwoman chair ambassador foreign defence defense interior speaker congressman
    congresswoman mp commissioner director chief premier pm inspector mayor excellency attorney
    """
)
"""What stands before a person's name and is no part of it."""

CALLED = words_of_text(
    """
    mr mrs ms dr prof sir lord lady rep sen gov gen maj col lt capt brig sgt adm sheikh
    ayatollah rev mp congressman congresswoman colonel lieutenant sergeant major brigadier
    """
)
"""Those of them that stand before nothing but a person's name."""

PARTICLES = words_of_text(
    """
    al el bin ibn bint ben de del della di da van von der den la le du
    """
)

SPELLINGS = {
    "defense": "defence",
    "dept": "department",
    "centre": "center",
    "organisation": "organization",
    "labour": "labor",
    "govt": "government",
    "missions": "mission",
    "forces": "force",
    "services": "service",
    "affairs": "affair",
    "relations": "relation",
    "units": "unit",
    "nations": "nation",
    "states": "state",
}

ALIASES: dict[str, str] = {
    "dod": "Department of Defense",
    "us department of defense": "Department of Defense",
    "ig": "inspector general",
    "un": "United Nations",
    "eu": "European Union",
    "fbi": "Federal Bureau of Investigation",
    "cia": "Central Intelligence Agency",
    "idf": "Israel Defence Forces",
    "irgc": "Islamic Revolutionary Guard Corps",
    "mod": "Ministry of Defence",
    "fco": "Foreign Office",
    "centcom": "Central Command",
    "hrw": "Human Rights Watch",
    "gao": "Government Accountability Office",
    "icrc": "International Committee of the Red Cross",
    "nato": "North Atlantic Treaty Organization",
    "iaea": "International Atomic Energy Agency",
    "sohr": "Syrian Observatory for Human Rights",
}
"""Short names that need no introduction, and the long ones."""

INSTITUTIONS = words_of_text(
    """
    office ministry command department commission inspector inspectorate court council police
    army force government parliament party embassy bureau committee secretariat mission
    authority staff presidency directorate front brigade division navy assembly treasury
    gendarmerie prosecutor ombudsman auditor corps foundation institute university centre center
    organization union tribunal registry congress senate
    """
)
"""Heads of names of bodies that publish what they themselves say."""

OFFICES = frozenset(
    ["inspector", "ombudsman", "prosecutor", "auditor", "comptroller", "registrar", "coroner"]
)
"""Offices of which a country has one: the nationality before it adds nothing."""

_PEOPLE = """
source insider people officer person
official authority aide
soldier troop army military
police policeman constable
resident villager local witness eyewitness neighbour survivor shopkeeper
doctor medic nurse hospital paramedic
rebel militant insurgent fighter gunman militia militiaman
diplomat
lawmaker deputy senator politician
prosecutor investigator judge
analyst expert observer researcher historian economist
activist campaigner
relative family
critic opponent
"""


PEOPLE = {
    word: kind for kind, line in enumerate(_PEOPLE.strip().splitlines()) for word in line.split()
}
"""A word for people who are cited without a name, to the kind of people; what stands in the first
line may be said of all of them."""

SAYING = among(
    "said says say told tells according reported reports claimed claims alleged stated states "
    "announced confirmed added adds warned citing wrote writes tweeted saying adding found judged "
    "assessed counted noted noting writing described"
)
"""Cues by which somebody is plainly the source of what follows."""
