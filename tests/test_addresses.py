"""Links between addresses."""

import posixpath

import pytest

from knowledge_base.addresses import relative

ORIGINS = ("/", "/cases/", "/cases/a/", "/cases/b/", "/casesx/", "/ru/cases/a/", "/cases/by/theme/x/page/2/")
TARGETS = (*ORIGINS, "/data/cases.csv", "/cases/a/picture.png", "/feed.sv.xml")


@pytest.mark.parametrize("origin", ORIGINS)
@pytest.mark.parametrize("target", TARGETS)
def test_a_link_leads_where_the_address_says(origin: str, target: str) -> None:
    link = relative(origin, target)
    assert posixpath.normpath(posixpath.join(origin, link)) == posixpath.normpath(target)
    assert link.endswith("/") == target.endswith("/")
    assert not link.startswith("/")


def test_a_link_keeps_its_fragment_and_is_no_longer_than_it_must() -> None:
    assert relative("/cases/a/", "/glossary/#cluster") == "../../glossary/#cluster"
    assert relative("/cases/a/", "/cases/b/") == "../b/"
    assert relative("/cases/a/", "/cases/a/") == "./"
