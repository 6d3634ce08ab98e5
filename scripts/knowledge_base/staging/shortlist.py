"""The page of the shortlist; what stands on it is known to the reader's browser only."""

from knowledge_base.staging.page import FrontMatter, View, base


def shortlist_page(view: View) -> FrontMatter:
    """Return the page, which a script fills; search engines have nothing to find there."""
    page = base(view, "shortlist", view.words("shortlist"), view.words("shortlist_summary"))
    return page | {"indexed": False, "all": view.link("/cases/"), "scripts": ["comparison.js"]}
