"""One small mechanism finds every plugin by the name of its file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from hearsay import plugins
from hearsay.vocabulary.errors import BrokenPlugin, NothingByThatName


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    package = tmp_path / "shelf_of_plugins"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "beta.py").write_text("VERSION = '2'\n")
    (package / "alpha.py").write_text("VERSION = '1'\n")
    (package / "_shared.py").write_text("VERSION = '0'\n")
    (package / "gamma").mkdir()
    (package / "gamma" / "__init__.py").write_text("VERSION = '3'\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in [n for n in sys.modules if n.startswith("shelf_of_plugins")]:
        del sys.modules[name]
    plugins.names.cache_clear()
    return "shelf_of_plugins"


def test_a_file_in_the_folder_is_a_plugin_by_its_name(folder: str) -> None:
    assert plugins.find(folder, "alpha", kind="letter").VERSION == "1"


def test_a_package_in_the_folder_is_a_plugin_too(folder: str) -> None:
    assert plugins.find(folder, "gamma", kind="letter").VERSION == "3"


def test_names_come_in_alphabetical_order_without_underscored_ones(folder: str) -> None:
    assert plugins.names(folder) == ("alpha", "beta", "gamma")


def test_an_unknown_name_says_which_ones_there_are(folder: str) -> None:
    with pytest.raises(NothingByThatName, match='No letter "delta"; there are: alpha, beta, gamma'):
        plugins.find(folder, "delta", kind="letter")


def test_a_path_is_no_name(folder: str) -> None:
    with pytest.raises(NothingByThatName):
        plugins.find(folder, "alpha.beta", kind="letter")


def test_a_plugin_that_breaks_its_promise_is_named(folder: str) -> None:
    with pytest.raises(BrokenPlugin, match='The letter "beta" has no draft'):
        plugins.find(folder, "beta", kind="letter", promises=("VERSION", "draft"))
