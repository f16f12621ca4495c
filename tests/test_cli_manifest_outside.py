"""A manifest that somebody sent can be held to what stands beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Hearsay

INSIDE = "The governor said that two police units had been withdrawn from the port.\n"
SECRET = "The informant said that she would testify.\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A folder as received, and a file of the user's own beside it."""
    folder = tmp_path / "pack"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "inside.txt").write_text(INSIDE)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "secret.txt").write_text(SECRET)
    return folder


def manifest(folder: Path, *paths: object) -> str:
    (folder / "list.csv").write_text("path,publisher\n" + "".join(f"{p},Gazette\n" for p in paths))
    return "pack/list.csv"


@pytest.mark.parametrize("how", ["upwards", "absolute", "from here", "link", "link in a folder"])
def test_what_stands_elsewhere_is_one_line_and_not_read(
    hearsay: Hearsay, pack: Path, tmp_path: Path, how: str
) -> None:
    secret = tmp_path / "own" / "secret.txt"
    if how.startswith("link"):
        (pack / "sub" / "more").symlink_to(secret.parent)
    path = {
        "upwards": "../own/secret.txt",
        "absolute": secret,
        "from here": "own/secret.txt",
        "link": "sub/more/secret.txt",
        "link in a folder": "sub",
    }[how]
    listed = manifest(pack, path, "sub/inside.txt")
    ran = hearsay("read", "--manifest", listed, "--only-beside")
    assert ran.code == 2
    (line,) = [line for line in ran.err.splitlines() if "outside the folder" in line]
    assert "secret.txt" in line or "sub/more" in line
    assert "Name it on the command line, or leave out --only-beside" in line
    assert "pack/sub/inside.txt: new" in ran.out
    assert hearsay("search", "informant").out == ""
    assert "outside the folder" in hearsay("problems").out


def test_a_link_is_shown_with_what_it_leads_to(hearsay: Hearsay, pack: Path) -> None:
    secret = pack.parent / "own" / "secret.txt"
    (pack / "innocent.txt").symlink_to(secret)
    ran = hearsay("read", "--manifest", manifest(pack, "innocent.txt"), "--only-beside")
    says = "pack/innocent.txt: outside the folder of the manifest that lists it (it is a link to "
    assert f"{says}{secret}), and so not read." in ran.err


def test_annotating_keeps_to_the_same_rule(hearsay: Hearsay, pack: Path) -> None:
    listed = manifest(pack, "../own/secret.txt")
    ran = hearsay("annotate", "--manifest", listed, "--only-beside")
    assert ran.code == 2
    assert "informant" not in ran.out
    assert json.loads(ran.out)["problems"][0]["code"] == "outside"


def test_a_list_of_ones_own_reads_files_anywhere(hearsay: Hearsay, pack: Path) -> None:
    listed = manifest(pack, "../own/secret.txt", "sub/inside.txt")
    ran = hearsay("read", "--manifest", listed, "--json")
    assert ran.code == 0
    assert [one["change"] for one in json.loads(ran.out)] == ["new", "new"]
    assert "informant" in hearsay("search", "informant").out


def test_what_the_user_names_is_read_with_what_the_manifest_states_of_it(
    hearsay: Hearsay, pack: Path
) -> None:
    listed = manifest(pack, "../own/secret.txt")
    (one,) = json.loads(hearsay("read", "own", "--manifest", listed, "--json").out)
    assert (one["change"], one["publisher"]) == ("new", "Gazette")


def test_a_manifest_reached_by_a_link_still_has_its_folder(hearsay: Hearsay, pack: Path) -> None:
    manifest(pack, "sub/inside.txt")
    Path("reports").symlink_to(pack)
    ran = hearsay("read", "--manifest", "reports/list.csv")
    assert (ran.code, "inside.txt: new" in ran.out) == (0, True)


def test_a_misspelt_column_is_said_kept_and_no_failure(hearsay: Hearsay, pack: Path) -> None:
    (pack / "list.csv").write_text("path,publsher\nsub/inside.txt,Gazette\n")
    for _ in range(2):
        ran = hearsay("read", "--manifest", "pack/list.csv")
        assert ran.code == 0
        said = [line for line in ran.err.splitlines() if "publsher" in line]
        assert said == [
            'pack/list.csv: the column "publsher" is not known and passed over (first in row 2); '
            "the rest of each row counts. The columns are: path, published, publisher, url, "
            "title, period."
        ]
    assert hearsay("problems").out.count("publsher") == 1
    assert hearsay("verify").code == 0
    assert 'column "publsher"' in hearsay("annotate", "--manifest", "pack/list.csv").err
