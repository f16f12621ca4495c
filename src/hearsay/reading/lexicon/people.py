"""Words that tell people, bodies and documents apart, and the gender of names and titles."""

from __future__ import annotations

from hearsay.reading.lexicon import listed

DOCUMENTS = listed(
    """
    report study survey audit document statement letter memo memorandum review paper book
    article complaint lawsuit filing indictment affidavit ruling bulletin dossier assessment
    analysis poll communique communiqué circular cable email transcript editorial column essay
    release leaflet brief briefing investigation inquiry probe suit petition resolution
    declaration manifesto research
    """
)
BODIES = listed(
    """
    agency army administration alliance assembly association authority authorities bank board
    body brigade broadcaster bureau cabinet campaign center centre channel church club coalition
    command commission committee company congress corporation corps council country court
    department directorate embassy establishment faction firm force forces foundation government
    group headquarters house industry inspectorate institute institution judiciary legislature
    magazine media militia military ministry mission movement network newspaper ngo office
    organisation organization outlet paper parliament party police press regime secretariat
    senate service site station team think-tank tribunal union unit university watchdog website
    wing daily weekly outfit journal
    """
)
OUTLETS = listed(
    """
    newspaper paper outlet agency network channel station broadcaster magazine website site
    daily weekly journal
    """
)
PAPERS = listed(
    """
    argus beacon bulletin chronicle courier dispatch echo examiner express gazette globe guardian
    herald independent inquirer journal ledger mail mercury messenger mirror monitor observer
    post record register review sentinel standard star sun telegraph times tribune voice weekly
    """
)
"""What newspapers are called for short: "the Courier" is the Calder Courier."""
PEOPLE_PLURAL = listed(
    """
    officials people residents witnesses sources critics analysts experts activists soldiers
    officers lawmakers senators researchers investigators prosecutors lawyers voters supporters
    members leaders commanders diplomats reporters journalists relatives authorities police
    scientists republicans democrats economists observers opponents aides
    """
)


MALE_WORDS = listed(
    """
    mr sir lord king prince sheikh sheik imam father brother mister sultan emir congressman
    spokesman chairman businessman policeman man husband son boy uncle grandfather
    """
)
FEMALE_WORDS = listed(
    """
    mrs ms miss madam lady queen princess dame sister congresswoman spokeswoman chairwoman
    businesswoman policewoman woman wife daughter mother girl aunt grandmother
    """
)

MALE_NAMES = listed(
    """
    john james robert michael william david richard joseph thomas charles christopher daniel
    matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy
    ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin
    scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry
    tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter noah jeremy
    christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan
    jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent
    mason roy ralph bobby russell bradley philip eugene bill bob ted jim mike tom tim ben ken
    ron rick dan matt steve jeff greg barack bernie marco jeb rand lindsey newt mitt mitch harry
    chuck rudy hugh martin lincoln nigel boris simon ian graham neil mohammed muhammad mohamed
    muhammed ahmed ahmad ali hassan hussein hussain omar osama mustafa mahmoud khalid khaled
    ibrahim yusuf yousef youssef abdullah abdul saddam bashar qassem qasem hadi haider haidar
    nouri moqtada muqtada ayad adel faleh falih karim jamal tariq bilal hamid hamed rashid said
    saeed salman salah samir nasser vladimir sergei dmitry ivan mikhail nikolai igor oleg viktor
    emmanuel francois pierre jean jacques hans klaus helmut benjamin xi recep ashraf hamza reza
    hossein
    """
)
FEMALE_NAMES = listed(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty
    margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah
    stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma
    nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather
    diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith
    megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn
    janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle
    beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori hillary
    carly sarah kellyanne melania ivanka huma cheryl loretta elena sonia theresa angela fatima
    aisha khadija zainab zaynab maryam mariam leila layla amina nadia samira huda hanan rania
    asma susan condoleezza madeleine nikki kamala tulsi marine nicola anne jane kate claire
    katie megyn rachel
    """
)
