"""Which outlet is whose."""

from hearsay.origins.citing.owners import Outlet, Owners


def test_an_outlet_is_found_by_any_of_its_names():
    owners = Owners.known()
    names = ("Associated Press", "The Associated Press", "AP", "apnews.com")
    assert {owners.outlet(name).name for name in names} == {"Associated Press"}


def test_a_credit_line_may_give_the_address_without_its_ending():
    assert Owners.known().outlet("middleeastmonitor").name == "Middle East Monitor"


def test_a_page_is_known_by_its_address():
    assert Owners.known().at("https://www.reuters.com/world/x").name == "Reuters"
    assert Owners.known().at("https://reuters.com.example/x") is None


def test_two_papers_of_one_publisher_are_one_house():
    owners = Owners.known()
    assert owners.one_house("The Wall Street Journal", "New York Post")
    assert not owners.one_house("The Wall Street Journal", "The New York Times")


def test_unknown_outlets_are_one_house_only_with_themselves():
    owners = Owners.known()
    assert owners.one_house("The Calder Courier", "Calder Courier")
    assert not owners.one_house("The Calder Courier", "Port Sable Observer")


def test_a_user_adds_outlets_and_corrects_ours(tmp_path):
    table = tmp_path / "owners.csv"
    table.write_text(
        "name,kind,owner,country,domains,aliases\n"
        "Calder Courier,newspaper,Ledger Group,AV,caldercourier.example,\n"
        "Meridian Ledger,newspaper,Ledger Group,AV,,\n"
        "Reuters,agency,Ledger Group,AV,,\n",
        "utf-8",
    )
    owners = Owners.known(table)
    assert owners.one_house("Calder Courier", "Meridian Ledger")
    assert owners.owner("Reuters") == "Ledger Group"
    assert owners.owner("AFP") == "Agence France-Presse"


def test_a_row_without_an_owner_is_passed_over(tmp_path):
    table = tmp_path / "owners.csv"
    table.write_text("name,owner\nCalder Courier,\n", "utf-8")
    assert Owners.known(table).outlet("Calder Courier") is None


def test_of_two_rows_for_one_name_the_later_holds():
    owners = Owners.of([Outlet("A Post", "", "x", ""), Outlet("A Post", "", "y", "")])
    assert owners.owner("A Post") == "y"


def test_every_row_of_the_table_has_an_owner_and_no_address_is_given_twice():
    owners = Owners.known()
    assert all(outlet.owner and outlet.kind for outlet in owners.by_name.values())
    assert len(owners.by_domain) > 100
