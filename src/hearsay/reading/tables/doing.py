"""Clusters of 2026 that say what was done: incidents and training."""

from __future__ import annotations

from hearsay.reading.tables.claimed import Claimed
from hearsay.reading.tables.countries import country_code
from hearsay.reading.tables.numbers import number_of
from hearsay.reading.tables.sheet import shown
from hearsay.vocabulary.statements import Assistance, Incident, Party


def incident(claimed: Claimed) -> None:
    """What is alleged to have been done, by whom, to whom and where."""
    country = country_code(claimed.value("country:annotation"))
    places = claimed.parties(
        "incident:location:refs:assertion", "incident:location:names:qa", "place", country=country
    )
    violations = claimed.entries("incident:violation:types:assertion")
    described = claimed.spans("incident:violation:descriptions:assertion")
    trigger = violations[0][1] if violations else described[0] if described else None
    claimed.value("incident:violation:descriptions:assertion")
    if trigger is None:
        claimed.report("incident:violation:types:assertion", "no-name", "no violation is named.")
        return
    claimed.sheet.state(
        Incident(
            claimed.grounds(
                *(label for label in claimed.labels if label.startswith("incident:")),
                "country:annotation",
                # The table repeats what its sources allege, and alleges nothing of its own.
                hedges=("alleged",),
            ),
            "violation",
            trigger,
            "accomplished",
            actors=claimed.parties(
                "incident:perpetrator:refs:assertion", "incident:perpetrator:names:qa", "unit"
            ),
            places=places,
            victims=claimed.parties(
                "incident:victim:refs:assertion", "incident:victim:names:qa", "person"
            ),
            violations=tuple(entry for entry, _ in violations),
        )
    )


def training(claimed: Claimed) -> None:
    """Who trains whom in what."""
    trainers = claimed.parties(
        "training:trainer_unit:refs:assertion",
        "training:trainer_unit:names:qa",
        "unit",
        country=country_code(claimed.value("training:trainer_country:annotation")),
    )
    trainer_country = _country_of(claimed, "training:trainer_country:annotation")
    # By its key the recipient's country is the row's own.
    home = "training:recipient_country:annotation"
    home = home if home in claimed else "country:annotation"
    receivers = claimed.parties(
        # Both are misspelt in the handbook, each in its own way.
        "training:recepient_unit:refs:assertion",
        "training:recipent_unit:names:qa",
        "unit",
        country=country_code(claimed.value(home)),
    ) or _country_of(claimed, home)
    places = claimed.parties(
        "training:location:refs:assertion", "training:location:names:qa", "place"
    )
    quantity = claimed.value("training:quantity:assertion")
    people = number_of(quantity)
    if quantity is not None and people is None:
        claimed.report(
            "training:quantity:assertion", "broken-number", f'"{shown(quantity)}" is no number.'
        )
    cost, currency = (
        claimed.value("training:cost:assertion"),
        claimed.value("training:cost_currency:assertion"),
    )
    giver = (trainer_country or trainers)[:1]
    if not giver or not receivers:
        claimed.report("training:course:refs:assertion", "no-name", "no giver, or no receiver.")
        return
    grounds = claimed.grounds(*(label for label in claimed.labels if label.startswith("training:")))
    for receiver in receivers:
        claimed.sheet.state(
            Assistance(
                grounds,
                giver=giver[0],
                receiver=receiver,
                kind="trains",
                what=claimed.value("training:course:refs:assertion"),
                amount=" ".join(filter(None, (cost, currency))) or None,
                people=people,
                place=places[0] if places else None,
                provider=trainers[0] if trainers and trainer_country else None,
                program=claimed.value("training:program:refs:assertion"),
            )
        )


def _country_of(claimed: Claimed, label: str) -> tuple[Party, ...]:
    return tuple(
        Party(name, "organization", (span,), country=country_code(name))
        for name, span in claimed.entries(label)
    )
