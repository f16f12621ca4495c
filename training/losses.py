"""The network as it is trained, all parts together, and what each of them has to learn."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from hearsay.reading.labels import LINKS
from training.instances import IGNORED, Batch
from training.network import Linking, Pairing, Tagger


class Network(nn.Module):
    """The three parts that are trained together."""

    def __init__(self) -> None:
        super().__init__()
        self.tagger, self.pairing, self.linking = Tagger(), Pairing(), Linking()


LOSSES = ("cue", "mention", "pair", "link")
WEIGHTS = (2.0, 1.0, 1.0, 1.0)
"""What each loss counts; cues are few and all else hangs on them."""


HELD = 2.0
"""What a link that holds counts against one that does not; there are a hundred times as many."""


def losses(network: Network, batch: Batch, *, relations: float = 1.0) -> tuple[Tensor, ...]:
    """Cross-entropy of cues, of tracks' tags, of pair tags and of links, in the order of `LOSSES`.

    Cues, tracks and links are divided by all pieces of the batch, labelled or not: a mean over the
    labelled ones would let a batch with a few labelled pieces outweigh all others.
    """
    given = {name: torch.from_numpy(getattr(batch, name)) for name in Batch.__slots__}
    pieces = int(batch.mask.sum())
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden, cues, mentions = network.tagger(
            given["ids"], given["shapes"], given["layouts"], given["mask"]
        )
        cue = _entropy(cues, given["cues"]) / pieces
        mention = _entropy(mentions, given["mentions"]) / pieces
        pair = link = torch.zeros(())
        if len(given["pair_window"]):
            names = ("window", "kind", "first", "last", "distance")
            tags = network.pairing(hidden, *(given[f"pair_{name}"] for name in names))
            pair = _entropy(tags, given["pair_tags"]) / int((batch.pair_tags != IGNORED).sum())
        if len(given["link_left"]):
            ends = (given[f"end_{name}"] for name in ("window", "first", "last", "track"))
            between = (given[f"link_{name}"] for name in ("left", "right", "distance", "alike"))
            scores = network.linking(hidden, *ends, *between).float()
            link = known_entropy(scores, given["link_labels"], relations=relations) / pieces
    return cue, mention, pair, link


def _entropy(logits: Tensor, labels: Tensor) -> Tensor:
    """Summed over what is labelled."""
    flat, wanted = logits.float().reshape(-1, logits.shape[-1]), labels.reshape(-1)
    return functional.cross_entropy(flat, wanted, ignore_index=IGNORED, reduction="sum")


def known_entropy(logits: Tensor, labels: Tensor, *, relations: float = 1.0) -> Tensor:
    """Binary, summed over the links of which something is known.

    With `relations` above 1, every kind of link but being the same counts so many times, and what
    holds counts `HELD` times what does not.
    """
    known = (labels >= 0).float()
    wanted = labels.clamp(min=0).float()
    if relations > 1:
        kinds = torch.tensor([1.0 if link == "refers" else relations for link in LINKS])
        known = known * kinds * (1 + (HELD - 1) * wanted)
    return functional.binary_cross_entropy_with_logits(logits, wanted, known, reduction="sum")
