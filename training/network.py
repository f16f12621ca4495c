"""The network: a small BERT encoder, word shape and layout beside it, and three heads."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from hearsay.reading.labels import ALIKE, ANCHORS, DISTANCES, LINKS, PAIR_TAGS, TRACKS
from hearsay.reading.pieces import LAYOUTS, SHAPES

HIDDEN, LAYERS, HEADS, INNER, PAIR, LINK = 384, 6, 12, 1536, 192, 128


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT (Devlin et al., 2019)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query = nn.Linear(HIDDEN, HIDDEN)
        self.key = nn.Linear(HIDDEN, HIDDEN)
        self.value = nn.Linear(HIDDEN, HIDDEN)
        self.mixed = nn.Linear(HIDDEN, HIDDEN)
        self.mixed_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.wide = nn.Linear(HIDDEN, INNER)
        self.narrow = nn.Linear(INNER, HIDDEN)
        self.narrow_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` is [windows, pieces, 384]; `bias` [windows, 1, 1, pieces] is added to attention."""
        n, t, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(n, t, HEADS, HIDDEN // HEADS).transpose(1, 2)

        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = query @ key.transpose(-1, -2) / math.sqrt(HIDDEN // HEADS) + bias
        seen = (scores.softmax(-1) @ value).transpose(1, 2).reshape(n, t, HIDDEN)
        x = self.mixed_norm(x + self.dropout(self.mixed(seen)))
        inner = functional.gelu(self.wide(x))
        out: Tensor = self.narrow_norm(x + self.dropout(self.narrow(inner)))
        return out


class Tagger(nn.Module):
    """Encoder with heads for cues and mentions, one tag set a piece."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, HIDDEN)
        self.places = nn.Embedding(512, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        self.layouts = nn.Embedding(LAYOUTS, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.cue = nn.Linear(HIDDEN, 3)
        self.mention = nn.Linear(HIDDEN, 3 * TRACKS)
        for added in (self.shapes, self.layouts):
            nn.init.zeros_(added.weight)

    def forward(
        self, ids: Tensor, shapes: Tensor, layouts: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Four [windows, pieces] inputs to hidden states, cue logits and mention logits."""
        x = self.dropout(self.embedded(ids, shapes, layouts))
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x, *self.scores(x)

    def embedded(self, ids: Tensor, shapes: Tensor, layouts: Tensor) -> Tensor:
        """Pieces, their places, shapes and layouts as the first layer's input."""
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.kind
        out: Tensor = self.norm(x + self.shapes(shapes) + self.layouts(layouts))
        return out

    def scores(self, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """Cue logits [windows, pieces, 3] and mention logits [windows, pieces, tracks, 3]."""
        n, t, _ = hidden.shape
        return self.cue(hidden), self.mention(hidden).view(n, t, TRACKS, 3)

    def start_from(self, weights: Path) -> None:
        """Take over the weights of a published MiniLM encoder (safetensors)."""
        given = load_file(str(weights))
        took = {
            "words.weight": given["embeddings.word_embeddings.weight"],
            "places.weight": given["embeddings.position_embeddings.weight"],
            "kind": given["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": given["embeddings.LayerNorm.weight"],
            "norm.bias": given["embeddings.LayerNorm.bias"],
        }
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "mixed": "attention.output.dense",
            "mixed_norm": "attention.output.LayerNorm",
            "wide": "intermediate.dense",
            "narrow": "output.dense",
            "narrow_norm": "output.LayerNorm",
        }
        for number in range(LAYERS):
            for ours, theirs in names.items():
                for part in ("weight", "bias"):
                    took[f"layers.{number}.{ours}.{part}"] = given[
                        f"encoder.layer.{number}.{theirs}.{part}"
                    ]
        missing, unexpected = self.load_state_dict(took, strict=False)
        heads = ("cue.", "mention.", "shapes.", "layouts.")
        if unexpected or any(not name.startswith(heads) for name in missing):
            raise ValueError(f"{weights}: not the encoder expected ({unexpected or missing}).")


class Pairing(nn.Module):
    """For one cue, what each piece of its window is to it: source, content or neither.

    The marker of a cause is an anchor like a cue, with cause and effect for source and content.
    A cue is told by its first and last piece, as arguments are tagged for a given predicate in
    semantic role labelling (He et al., 2017); contents may thus nest, overlap and be torn. What
    is not linear in it is cut at nought, a quarter of the work of the encoder's smoother form.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.piece = nn.Linear(HIDDEN, PAIR)
        self.first = nn.Linear(HIDDEN, PAIR, bias=False)
        self.last = nn.Linear(HIDDEN, PAIR, bias=False)
        self.distance = nn.Embedding(DISTANCES, PAIR)
        self.kind = nn.Embedding(ANCHORS, PAIR)
        self.near = nn.Conv1d(PAIR, PAIR, 7, padding=3, groups=PAIR)
        self.mix = nn.Linear(PAIR, PAIR)
        self.tag = nn.Linear(PAIR, PAIR_TAGS)
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.distance.weight, std=0.1)
        nn.init.zeros_(self.kind.weight)

    def forward(
        self,
        hidden: Tensor,
        window: Tensor,
        kind: Tensor,
        first: Tensor,
        last: Tensor,
        distance: Tensor,
    ) -> Tensor:
        """[pairs, pieces, 5] logits; `window` to `last` are [pairs], of `hidden`."""
        piece = self.piece(hidden)[window]
        cue = self.first(hidden[window, first]) + self.last(hidden[window, last])
        cue = cue + self.kind(kind)
        x = functional.relu(piece + cue[:, None, :] + self.distance(distance))
        x = self.dropout(x)
        near = self.near(x.transpose(1, 2)).transpose(1, 2)
        x = x + functional.relu(self.mix(near))
        out: Tensor = self.tag(x)
        return out


class Linking(nn.Module):
    """What holds from one mention or trigger to another: relations, roles, and being the same.

    Each end is told by its first and last piece and its track; the two are added, as for spans in
    Dozat and Manning (ICLR 2017) without their products, and multiplied place by place. What
    stands between them is told by the mean over its pieces, as in Eberts and Ulges (ECAI 2020),
    who take the greatest; and whether the two share their words, by a bucket.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.left = nn.Linear(2 * HIDDEN, LINK)
        self.right = nn.Linear(2 * HIDDEN, LINK)
        self.left_track = nn.Embedding(TRACKS, LINK)
        self.right_track = nn.Embedding(TRACKS, LINK)
        self.distance = nn.Embedding(DISTANCES, LINK)
        self.alike = nn.Embedding(ALIKE, LINK)
        self.between = nn.Linear(HIDDEN, LINK)
        self.mix = nn.Linear(3 * LINK, LINK)
        self.out = nn.Linear(LINK, len(LINKS))
        self.dropout = nn.Dropout(dropout)
        for table in (self.left_track, self.right_track, self.distance, self.alike):
            nn.init.normal_(table.weight, std=0.1)
        # Nearly no two mentions are linked: begin by saying so.
        nn.init.constant_(self.out.bias, -5.0)

    def forward(
        self,
        hidden: Tensor,
        window: Tensor,
        first: Tensor,
        last: Tensor,
        track: Tensor,
        left: Tensor,
        right: Tensor,
        distance: Tensor,
        alike: Tensor,
    ) -> Tensor:
        """[links, kinds] logits; `window` to `track` are [ends], `left` and `right` among them."""
        ends = torch.cat([hidden[window, first], hidden[window, last]], -1)
        from_each = self.left(ends) + self.left_track(track)
        to_each = self.right(ends) + self.right_track(track)
        from_end, to_end = from_each[left], to_each[right]
        added = functional.relu(from_end + to_end + self.distance(distance) + self.alike(alike))
        between = self._between(
            hidden,
            window[left],
            torch.minimum(last[left], last[right]) + 1,
            torch.maximum(first[left], first[right]),
        )
        both = torch.cat([added, from_end * to_end, between], -1)
        out: Tensor = self.out(functional.relu(self.mix(self.dropout(both))))
        return out

    def _between(self, hidden: Tensor, window: Tensor, start: Tensor, end: Tensor) -> Tensor:
        """[links, 128] means over pieces [start, end), nought where there are none."""
        each = functional.relu(self.between(hidden)).float()
        sums = functional.pad(each.cumsum(1), (0, 0, 1, 0))
        end = torch.maximum(end, start)
        size = (end - start).clamp(min=1).unsqueeze(-1)
        return (sums[window, end] - sums[window, start]) / size
