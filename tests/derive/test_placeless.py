"""Acts that are nowhere are rejected, and whatever points at records goes on pointing at the right ones."""

import pytest

from posture.derive.extract.draft import Draft, Extraction
from posture.derive.extract.geography.placeless import drop_placeless

from .reading import facts


@pytest.mark.parametrize(("denied", "left"), [(1, 0), (0, None), (None, None)])
def test_a_denial_still_names_the_claim_that_it_denies(denied: int | None, left: int | None) -> None:
    patrol, claim = Draft("patrol", ("NER",)), Draft("withdrawal", ("TCD",))
    denial = Draft("withdrawal", ("TCD",), status="denied", denies=denied)
    out = Extraction([patrol, claim, denial])
    drop_placeless(out)
    assert out.drafts == [claim, denial]
    assert denial.denies == left
    assert [r.reason for r in out.rejections] == ["no_place_named"]


def test_a_mission_that_ends_is_a_fact_wherever_it_was() -> None:
    out = Extraction([Draft("mission_end", ("DEU",)), Draft("patrol", ("DEU",))])
    drop_placeless(out)
    assert [d.type_code for d in out.drafts] == ["mission_end"]


def test_who_is_disbanded_is_not_placed_where_he_served():
    text = (
        "Spanish troops have served in Kosovo since 1999. The 7th Regiment of the Spanish army was disbanded in March."
    )
    found = [f for f in facts(text) if f["type"] == "restructuring"]
    assert found
    assert all("place" not in f for f in found)
