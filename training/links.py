"""The last stage: what links mentions learns on, while the encoder stands still.

Links are rare, and their head is small. With the encoder at rest its hidden states are computed
once, so that fifty rounds over all links cost less than one over all texts.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training.instances import Instance, batched, instances_of, prepare
from training.losses import Network, known_entropy
from training.network import Linking
from training.stages import Stage, documents_of

_Held = tuple[Instance, Tensor]
"""A window and its hidden states [pieces, 384]."""
AT_A_TIME = 12
"""Windows in a batch."""


def train_links(options: argparse.Namespace, stage: Stage, before: Path) -> Path:
    """Goes on with the links from the checkpoint before; the new checkpoint."""
    out: Path = options.out / f"{stage.name}.pt"
    if out.exists():
        return out
    torch.manual_seed(options.seed)
    network = Network()
    network.load_state_dict(torch.load(before, weights_only=True)["network"])
    held = list(_windows(network, options, stage))
    random = np.random.default_rng(options.seed)
    linking = network.linking.train()
    optimizer = torch.optim.AdamW(linking.parameters(), lr=stage.rate, weight_decay=0.01)
    steps = stage.epochs * -(-len(held) // AT_A_TIME)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, max_lr=stage.rate, total_steps=steps, pct_start=0.06
    )
    for epoch in range(stage.epochs):
        total = 0.0
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


def _windows(network: Network, options: argparse.Namespace, stage: Stage) -> list[_Held]:
    """Every window with links, from several cuts where the stage shows a text several times."""
    random = np.random.default_rng(options.seed)
    network.eval()
    held: list[_Held] = []
    for times, document in documents_of(stage, options.shared):
        prepared = prepare(document)
        for _ in range(times):
            for instance in instances_of(prepared, first=int(random.integers(64, 255))):
                if instance.links is not None and len(instance.links.ends) > 1:
                    held.append((instance, _hidden(network, instance)))
    return held


def _hidden(network: Network, instance: Instance) -> Tensor:
    given = (instance.ids, instance.shapes, instance.layouts, np.ones_like(instance.ids))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        hidden, _, _ = network.tagger(*(torch.from_numpy(one)[None] for one in given))
    return hidden[0].to(torch.bfloat16)


def _loss(linking: Linking, windows: list[_Held], relations: float) -> Tensor:
    batch = batched([instance for instance, _ in windows])
    hidden = torch.nn.utils.rnn.pad_sequence([h for _, h in windows], batch_first=True)
    names = ("end_window", "end_first", "end_last", "end_track")
    names += ("link_left", "link_right", "link_distance", "link_alike")
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = linking(hidden, *(torch.from_numpy(getattr(batch, name)) for name in names))
    pieces = int(batch.mask.sum())
    labels = torch.from_numpy(batch.link_labels)
    return known_entropy(scores.float(), labels, relations=relations) / pieces
