"""The house itself: layers, pins, start-up, what the documents say."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "hearsay"


def lint_imports(tree: Path) -> subprocess.CompletedProcess[str]:
    code = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", code, "--no-cache"],
        cwd=tree,
        env={"PYTHONPATH": f"{tree / 'src'}:{tree}", "PATH": "/usr/bin:/bin", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    leave = shutil.ignore_patterns("__pycache__", "work", "weights", "*.onnx")
    for folder in ("src", "evaluation", "training", "benchmarks", "tools"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=leave)
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def test_every_import_points_down(copy: Path) -> None:
    done = lint_imports(copy)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("where", "line", "contract"),
    [
        ("reading/labels.py", "from hearsay.ledger import store", "never import each other"),
        (
            "reading/labels.py",
            "import typing\nif typing.TYPE_CHECKING:\n    from hearsay.ledger.store import Entry",
            "never import each other",
        ),
        ("vocabulary/spans.py", "import hearsay.plugins", "point down"),
        ("cli/printing.py", "from hearsay.ledger.opening import open_case", "reaches the ledger"),
        ("reading/labels.py", "import torch", "nothing of its training"),
    ],
)
def test_a_planted_violation_of_the_layers_is_caught(
    copy: Path, where: str, line: str, contract: str
) -> None:
    with (copy / "src" / "hearsay" / where).open("a") as file:
        file.write(f"\n{line}\n")
    done = lint_imports(copy)
    assert done.returncode != 0
    broken = [one for one in done.stdout.splitlines() if one.endswith("BROKEN")]
    assert any(contract in one for one in broken), done.stdout


def test_a_new_part_without_a_layer_is_caught(copy: Path) -> None:
    (copy / "src" / "hearsay" / "attic.py").write_text("")
    assert lint_imports(copy).returncode != 0


def test_the_vocabulary_needs_only_the_standard_library() -> None:
    for path in (PACKAGE / "vocabulary").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                first = name.split(".")[0]
                assert first == "hearsay" or first in sys.stdlib_module_names, (path, name)


def test_nothing_heavy_is_imported_for_the_help() -> None:
    code = (
        "import sys; from hearsay.cli.main import run; run(['--help']); run(['read', '--help']); "
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    heavy = {"onnxruntime", "numpy", "trafilatura", "lxml", "pypdfium2", "apsw", "httpx"}
    heavy |= {"tokenizers", "charset_normalizer", "concurrent.futures", "asyncio", "hearsay.case"}
    assert not heavy & loaded


def test_reading_leaves_nothing_in_the_users_home_and_counts_nobody(tmp_path: Path) -> None:
    """onnxruntime would keep an identifier and a log of events there, and send them off."""
    home, report = tmp_path / "home", tmp_path / "a.txt"
    home.mkdir()
    report.write_text("The governor said that the road was open.\n")
    done = subprocess.run(
        [sys.executable, "-m", "hearsay", "annotate", str(report)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT / "src"), "HOME": str(home), "ORT_DISABLE_TELEMETRY": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["attributions"]
    assert done.stderr == ""
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_only_one_module_loads_onnxruntime() -> None:
    loading = [
        path.relative_to(ROOT).as_posix()
        for folder in ("src", "benchmarks", "evaluation")
        for path in (ROOT / folder).rglob("*.py")
        if re.search(r"^(?:import|from) onnxruntime", path.read_text("utf-8"), re.M)
    ]
    assert loading == ["src/hearsay/reading/runtime.py"]


def pins(name: str) -> str:
    return (ROOT / "requirements" / name).read_text()


@pytest.mark.parametrize("name", ["build", "run", "dev", "train", "encoder"])
def test_every_requirement_is_pinned_with_hashes_and_without_an_address(name: str) -> None:
    text = pins(f"{name}.txt")
    assert not re.search(
        r"https?://|file:|--(extra-)?index-url|--find-links|/tmp|/root|/work", text
    )
    requirements = re.split(
        r"\n(?=[A-Za-z0-9])", re.sub(r"^\s*#.*\n", "", text, flags=re.M).strip()
    )
    for one in requirements:
        assert re.match(r"[A-Za-z0-9._-]+==", one), one
        assert "--hash=sha256:" in one, one


def test_the_requirements_are_those_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = {re.split(r"[<>=]", one)[0].strip() for one in project["dependencies"]}
    listed = {line for line in pins("run.in").splitlines() if line and line[0] not in "#-"}
    assert declared == listed
    assert project["requires-python"] == ">=3.11,<3.14"


def test_no_file_of_the_project_names_a_place_on_somebodys_machine() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    for name in filter(None, tracked):
        path = ROOT / name
        if (
            path.suffix in {".onnx", ".pdf", ".txt"}
            or not path.is_file()
            or name.startswith("tests/")
        ):
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        assert not re.search(r"/(root|home/\w+|work/main|tmp/\w+)/", text), name


def test_every_command_has_a_help_text_and_every_option_says_what_it_does() -> None:
    import click

    from hearsay.cli.main import hearsay

    context = click.Context(hearsay)
    names = hearsay.list_commands(context)
    assert names[:3] == ["read", "import", "claims"]
    for name in names:
        command = hearsay.get_command(context, name)
        assert command is not None
        assert command.help, name
        assert command.short_help, name
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, (name, parameter.name)


def test_the_command_reference_is_up_to_date() -> None:
    from tools.write_reference import PAGE, reference

    assert PAGE.read_text(encoding="utf-8") == reference(), "run: make docs"


def test_every_shape_is_valid_json_schema() -> None:
    from jsonschema import Draft202012Validator

    shapes = list((ROOT / "docs" / "reference" / "shapes").glob("*.json"))
    assert {path.name for path in shapes} >= {"annotate.json", "when.json", "claims.json"}
    for path in shapes:
        Draft202012Validator.check_schema(json.loads(path.read_text()))


def test_the_documents_for_people_are_there() -> None:
    readme = (ROOT / "README.md").read_text()
    for said in ("make demo", "make test", "claims, not facts", "does not do yet"):
        assert said in readme, said
    headings = re.findall(r"^## (.+)$", (ROOT / "ARCHITECTURE.md").read_text(), re.M)
    assert headings
    assert all(heading.endswith("?") for heading in headings)
    assert "Apache License" in (ROOT / "LICENSE").read_text()[:400]
    assert (ROOT / "CHANGELOG.md").read_text().startswith("# ")


@pytest.mark.parametrize(
    ("reason", "expected"), [("no time today", 1), ("needs ../shared, which is missing", 0)]
)
def test_a_skip_that_could_have_run_fails_the_checks(
    tmp_path: Path, reason: str, expected: int
) -> None:
    tests = tmp_path / "project" / "tests"
    tests.mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "conftest.py", tests)
    (tests / "test_it.py").write_text(
        f"import pytest\n\ndef test_runs(): pass\n\ndef test_skips(): pytest.skip({reason!r})\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", tests],
        cwd=tmp_path,
        env={"HEARSAY_CI": "1", "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == expected, done.stdout
