"""The invented news sites whose saved pages the sample holds: what stands around their articles."""

from __future__ import annotations

from dataclasses import dataclass

Frame = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """How a site dresses its articles."""

    layout: str
    menu: Frame
    share: Frame
    related_heading: str
    related: Frame
    cookies: str
    footer: str
    colour: str


SITES = {
    "courier": Site(
        "paper",
        ("Home", "World", "Assembly", "Money", "Opinion", "Sport"),
        ("Share", "E-mail", "Copy link", "Print"),
        "Related articles",
        (
            "Treasury freezes new posts until summer",
            "Border town counts the cost of a closed road",
            "What the Assembly can and cannot ask the Defence Department",
        ),
        "We use cookies to keep you signed in and to count readers. Read our cookie policy.",
        "© 2022 The Calder Courier Company. All rights reserved.",
        "#7a1f1f",
    ),
    "observer": Site(
        "blocks",
        ("News", "Region", "Harbour", "Courts", "Letters"),
        ("Facebook", "WhatsApp", "Telegram"),
        "Latest news",
        (
            "Coast Guard tows ferry off Cape Sarn",
            "Price of bread rises for third month",
            "Coach of national side resigns",
        ),
        "This website uses cookies. By continuing to browse you accept their use.",
        "© 2022 Observer Press, Port Sable",
        "#12405a",
    ),
    "post": Site(
        "tables",
        ("Front page", "Borderlands", "Business", "Faith", "Cartoons"),
        ("Tweet", "Share on Facebook"),
        "You may also like",
        (
            "Ten things to know about the patrol boats",
            "He found a coin of the old republic in his well",
        ),
        "Zherin Daily Post and its partners use cookies to show you advertisements.",
        "Copyright 2022 Zherin Daily Post",
        "#444444",
    ),
    "ledger": Site(
        "blocks",
        ("Today", "Foreign", "Markets", "Arts"),
        ("Share this article", "LinkedIn", "E-mail"),
        "More from Foreign",
        (
            "Oshand opens second rail line to the coast",
            "Crown steady against talari",
        ),
        "We value your privacy. Our website uses cookies for the purposes set out in our notice.",
        "© 2022 Ledger Group",
        "#0b3d2e",
    ),
    "radio": Site(
        "paper",
        ("Live", "Programmes", "Interviews", "Contact us"),
        ("Listen to this article", "Share"),
        "Related news",
        (
            "Court of audit presents its yearly report",
            "River ferry to run again on Thursdays",
        ),
        "Our site uses cookies.",
        "© 2022 Radio Velan, English service",
        "#2f2f6b",
    ),
    "harbour": Site(
        "tables",
        ("Home", "Shipping", "Wire", "Weather"),
        ("Print this page",),
        "Most read",
        (
            "Two trawlers fined off Alder Point",
            "Storm warning lifted",
            "Dock workers accept new hours",
        ),
        "By using this site you agree to our use of cookies.",
        "© 2021 Harbour Times. Wire copy © APA.",
        "#1b4f72",
    ),
    "tribune": Site(
        "blocks",
        ("Velan", "Provinces", "Parliament", "Sport", "English"),
        ("Telegram", "Copy link"),
        "Related news",
        (
            "Schools in the river quarter reopen",
            "Parliament to meet on Wednesday",
        ),
        "This site uses cookies to remember your language.",
        "© 2021 Velan Tribune",
        "#5d4037",
    ),
}
