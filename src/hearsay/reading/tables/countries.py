"""Countries as tables name them, and their codes of ISO 3166."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

# Code and names: the first is the usual English one, the others as tables write them besides.
_COUNTRIES = """
AE United Arab Emirates, UAE|AF Afghanistan|AG Antigua and Barbuda|AL Albania|AM Armenia
AN Netherlands Antilles|AO Angola|AR Argentina|AT Austria|AU Australia|AZ Azerbaijan
BA Bosnia and Herzegovina|BB Barbados|BD Bangladesh|BE Belgium|BF Burkina Faso|BG Bulgaria
BH Bahrain|BI Burundi|BJ Benin|BN Brunei|BO Bolivia|BR Brazil|BS Bahamas, The Bahamas|BT Bhutan
BW Botswana|BY Belarus|BZ Belize|CA Canada|CF Central African Republic|CH Switzerland
CD Democratic Republic of the Congo, Democratic Republic of Congo, Congo Kinshasa, Congo DROC
CG Republic of the Congo, Republic of Congo, Congo Brazzaville, Congo
CI Cote d'Ivoire, Ivory Coast|CL Chile|CM Cameroon|CN China|CO Colombia|CR Costa Rica|CU Cuba
CV Cape Verde, Cabo Verde|CY Cyprus|CZ Czech Republic, Czechia|DE Germany|DJ Djibouti|DK Denmark
DM Dominica|DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia|EG Egypt|ER Eritrea|ES Spain
ET Ethiopia|FI Finland|FJ Fiji|FM Micronesia|FR France|GA Gabon|GB United Kingdom|GD Grenada
GE Georgia|GH Ghana|GM Gambia, The Gambia|GN Guinea|GQ Equatorial Guinea|GR Greece|GT Guatemala
GW Guinea-Bissau, Guinea Bissau|GY Guyana|HN Honduras|HR Croatia|HT Haiti|HU Hungary|ID Indonesia
IE Ireland|IL Israel|IN India|IQ Iraq|IR Iran|IS Iceland|IT Italy|JM Jamaica|JO Jordan|JP Japan
KE Kenya|KG Kyrgyzstan, Kyrgyz Republic|KH Cambodia|KI Kiribati|KM Comoros
KN Saint Kitts and Nevis|KP North Korea|KR South Korea, Republic of Korea, Korea
KW Kuwait|KZ Kazakhstan|LA Laos|LB Lebanon|LC Saint Lucia|LI Liechtenstein|LK Sri Lanka
LR Liberia|LS Lesotho|LT Lithuania|LU Luxembourg|LV Latvia|LY Libya|MA Morocco|MC Monaco
MD Moldova|ME Montenegro|MG Madagascar|MH Marshall Islands|MK North Macedonia, Macedonia|ML Mali
MM Myanmar, Burma|MN Mongolia|MR Mauritania|MT Malta|MU Mauritius|MV Maldives|MW Malawi|MX Mexico
MY Malaysia|MZ Mozambique|NA Namibia|NE Niger|NG Nigeria|NI Nicaragua|NL Netherlands|NO Norway
NP Nepal|NR Nauru|NZ New Zealand|OM Oman|PA Panama|PE Peru|PG Papua New Guinea|PH Philippines
PK Pakistan|PL Poland|PS Palestine, Palestinian Authority|PT Portugal|PW Palau|PY Paraguay
QA Qatar|RO Romania|RS Serbia|CS Serbia and Montenegro|RU Russia|RW Rwanda|SA Saudi Arabia
SB Solomon Islands|SC Seychelles|SD Sudan|SE Sweden|SG Singapore|SI Slovenia|SK Slovakia
SL Sierra Leone|SM San Marino|SN Senegal|SO Somalia|SR Suriname
SS South Sudan, Southern Sudan, Republic of South Sudan, Republic of Southern Sudan
ST Sao Tome and Principe|SV El Salvador|SY Syria|SZ Eswatini, Swaziland|TD Chad|TG Togo
TH Thailand|TJ Tajikistan|TL Timor-Leste, East Timor|TM Turkmenistan|TN Tunisia|TO Tonga
TR Turkey, Turkiye|TT Trinidad and Tobago|TV Tuvalu|TW Taiwan|TZ Tanzania|UA Ukraine|UG Uganda
US United States, United States of America, USA|UY Uruguay|UZ Uzbekistan|VA Holy See
VC Saint Vincent and the Grenadines, Saint Vincent and Grenadines|VE Venezuela|VN Vietnam
VU Vanuatu|WS Samoa|XK Kosovo|YE Yemen|ZA South Africa|ZM Zambia|ZW Zimbabwe
"""
# "Tanzania, United Republic of", "Sudan, Government of Southern": what stands after the comma.
_FORM_OF_STATE = re.compile(
    r"\b(?:united|arab|islamic|federal|democratic|people s)* ?(?:republic|government|kingdom) of\b|"
    r"\b(?:republic|the)\b"
)


@lru_cache(maxsize=4096)
def country_code(words: str | None) -> str | None:
    """The two letters for a country's code or name; `None` for what is neither."""
    if words is None:
        return None
    code = words.strip().rsplit("country:", 1)[-1]
    if len(code) == 2 and code.isalpha():
        return code.upper()
    plain = _plain(words)
    head, _, tail = words.partition(",")
    turned = _plain(f"{tail} {head}") if tail else plain
    for name in (plain, turned):
        found = _CODES.get(name) or _CODES.get(" ".join(_FORM_OF_STATE.sub(" ", name).split()))
        if found:
            return found
    return None


def name_of_country(code: str) -> str | None:
    """The English name of the country with these two letters."""
    return _NAMES.get(code.upper())


def _plain(words: str) -> str:
    """Small letters without accents and signs: `cote d ivoire`."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    bare = bare.lower().replace("&", " and ")
    bare = re.sub(r"\bst\b\.?", "saint", bare)
    split = re.sub(r"[^a-z]+", " ", bare).split()
    # "Republic of Congo (Congo - Brazzaville)" says it twice.
    return " ".join(word for before, word in pairwise(["", *split]) if word != before)


_CODES = {
    _plain(name): entry[:2]
    for entry in _COUNTRIES.replace("\n", "|").split("|")
    if entry
    for name in entry[3:].split(",")
}
_NAMES = {
    entry[:2]: entry[3:].split(",", maxsplit=1)[0]
    for entry in _COUNTRIES.replace("\n", "|").split("|")
    if entry
}
