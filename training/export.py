"""Writes a trained network as three int8 ONNX graphs beside the reader."""

from __future__ import annotations

import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from hearsay.reading.network import GRAPHS
from training.fused import fused
from training.losses import Network
from training.network import HIDDEN


def export(checkpoint: Path, out: Path) -> None:
    """Exports and quantises; the weights of matrices are int8 by column, activations by tensor."""
    kept = torch.load(checkpoint, weights_only=True, map_location="cpu")
    network = Network().eval()
    network.load_state_dict(kept["network"])
    out.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(2, 16, dtype=torch.long)
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder)
        _write(
            fused(network.tagger),
            (ids, ids * 0, ids * 0, ids),
            raw / "tagger.onnx",
            ["ids", "shapes", "layouts", "mask"],
            ["hidden", "cue", "tracks"],
            {name: {0: "windows", 1: "pieces"} for name in ("ids", "shapes", "layouts", "mask")}
            | {name: {0: "windows", 1: "pieces"} for name in ("hidden", "cue", "tracks")},
        )
        cue = torch.tensor([3, 5])
        hidden = torch.zeros(2, 16, HIDDEN)
        _write(
            network.pairing,
            (hidden, cue * 0, cue * 0, cue, cue + 1, torch.ones(2, 16).long()),
            raw / "pairing.onnx",
            ["hidden", "window", "kind", "first", "last", "distance"],
            ["tags"],
            {
                "hidden": {0: "windows", 1: "pieces"},
                "distance": {0: "pairs", 1: "pieces"},
                "tags": {0: "pairs", 1: "pieces"},
                **{name: {0: "pairs"} for name in ("window", "kind", "first", "last")},
            },
        )
        ends = ("window", "first", "last", "track")
        between = ("left", "right", "distance", "alike")
        _write(
            network.linking,
            (hidden, cue * 0, cue, cue + 1, cue * 0, cue * 0, cue * 0 + 1, cue, cue * 0),
            raw / "linking.onnx",
            ["hidden", *ends, *between],
            ["links"],
            {
                "hidden": {0: "windows", 1: "pieces"},
                **{name: {0: "ends"} for name in ends},
                **{name: {0: "pairs"} for name in (*between, "links")},
            },
        )
        for name in GRAPHS:
            quantize_dynamic(
                str(raw / name),
                str(out / name),
                per_channel=True,
                weight_type=QuantType.QInt8,
                op_types_to_quantize=["MatMul", "Gather", "Attention"],
                # Outputs of the fused attention have no inferred type; they are float.
                extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
            )
            print(name, (out / name).stat().st_size, "bytes")


def _write(
    module: torch.nn.Module,
    example: tuple[torch.Tensor, ...],
    path: Path,
    inputs: list[str],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
) -> None:
    torch.onnx.export(
        module,
        example,
        str(path),
        input_names=inputs,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )
