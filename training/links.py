"""The last stage: what links mentions learns on, while the encoder stands still.

Links are rare, and their head is small. With the encoder at rest its hidden states are computed
once, by the very graph that the reader runs, int8 and all, so that many rounds over all links cost
less than one over all texts. What the encoder makes of its own training texts is surer than what it
makes of others: leaving out some of it at random keeps the head from leaning on that.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from hearsay.reading import network as reading
from hearsay.reading.windows import WINDOW, windows_of
from training.export import export
from training.instances import Instance, Prepared, batched, instances_of, prepare
from training.losses import Network, known_entropy
from training.network import Linking
from training.stages import Stage, documents_of

_Held = tuple[Instance, Tensor]
"""A window and its hidden states [pieces, 384], nought at its two end marks."""
AT_A_TIME = 12
"""Windows in a batch."""
LEFT_OUT, LEFT_OUT_OF_HIDDEN = 0.3, 0.1
"""Shares left out at random before the last layers, and of the hidden states. With the usual tenth
and nothing, relations of the tuning part stand at 59.6; with these at 61.2."""


def train_links(options: argparse.Namespace, stage: Stage, before: Path) -> Path:
    """Goes on with the links from the checkpoint before; the new checkpoint."""
    out: Path = options.out / f"{stage.name}.pt"
    if out.exists():
        return out
    torch.manual_seed(options.seed)
    network = Network()
    network.load_state_dict(torch.load(before, weights_only=True)["network"])
    cuts = _cuts(before, options, stage)
    random = np.random.default_rng(options.seed)
    linking = network.linking.train()
    linking.dropout.p = LEFT_OUT
    optimizer = torch.optim.AdamW(linking.parameters(), lr=stage.rate, weight_decay=0.01)
    steps = sum(-(-len(cuts[epoch % 2]) // AT_A_TIME) for epoch in range(stage.epochs))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, max_lr=stage.rate, total_steps=steps, pct_start=0.06
    )
    for epoch in range(stage.epochs):
        total, held = 0.0, cuts[epoch % 2]
        order = random.permutation(len(held))
        for start in range(0, len(order), AT_A_TIME):
            windows = [held[n] for n in order[start : start + AT_A_TIME]]
            loss = _loss(linking, windows, stage.relations)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(linking.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            schedule.step()
            total += float(loss.detach())
        row = dict(stage=stage.name, epoch=epoch, link=round(total * AT_A_TIME / len(held), 4))
        print(json.dumps(row), flush=True)
    torch.save({"network": network.state_dict()}, out)
    return out


def _cuts(
    before: Path, options: argparse.Namespace, stage: Stage
) -> tuple[list[_Held], list[_Held]]:
    """Every window with links: the texts cut as the reader cuts them, and cut anew at random."""
    random = np.random.default_rng(options.seed)
    as_read: list[_Held] = []
    anew: list[_Held] = []
    with tempfile.TemporaryDirectory() as folder:
        export(before, Path(folder))
        graphs = reading.Network(weights=Path(folder))
        for _, document in documents_of(stage, options.shared):
            prepared = prepare(document)
            as_read += _windows(graphs, prepared, WINDOW)
            anew += _windows(graphs, prepared, int(random.integers(64, 255)))
    return as_read, anew


def _windows(graphs: reading.Network, prepared: Prepared, first: int) -> Iterator[_Held]:
    windows = windows_of(prepared.pieces, first=first)
    for window, instance in zip(windows, instances_of(prepared, first=first), strict=True):
        if instance.links is not None and len(instance.links.ends) > 1:
            hidden = graphs.tag(prepared.pieces, window).result().hidden
            yield instance, torch.from_numpy(np.pad(hidden, ((1, 1), (0, 0)))).to(torch.float16)


def _loss(linking: Linking, windows: Sequence[_Held], relations: float) -> Tensor:
    batch = batched([instance for instance, _ in windows])
    hidden = torch.nn.utils.rnn.pad_sequence([h for _, h in windows], batch_first=True).float()
    ends = ("end_window", "end_first", "end_last", "end_track")
    names = (*ends, "link_left", "link_right", "link_distance", "link_alike")
    given = functional.dropout(hidden, LEFT_OUT_OF_HIDDEN)
    scores = linking(given, *(torch.from_numpy(getattr(batch, name)) for name in names))
    pieces = int(batch.mask.sum())
    labels = torch.from_numpy(batch.link_labels)
    return known_entropy(scores, labels, relations=relations) / pieces
