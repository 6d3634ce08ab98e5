"""Links that work from a folder on a disk: each names its file, and what is elsewhere is named in full."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

_TAG = re.compile(r'<[a-zA-Z](?:[^>"]|"[^"]*")*>')
_LINK = re.compile(r'( (?:href|src|action)=")([^"]*)"')
_OUTSIDE = re.compile(r"[a-zA-Z][\w+.-]*:|//|#|$")
_PARTS = re.compile(r"([^?#]*)(.*)", re.DOTALL)

INDEX = "index.html"


@dataclass
class Folder:
    """The files of a site that go into a pack, by their path in the site, and where each lies in the pack.

    `used` are those that a page of the pack names.
    """

    placed: Mapping[str, str]
    site_address: str
    used: set[str] = field(default_factory=set)

    def with_links(self, html: str, page: str) -> str:
        """Return a page, which is the file `page` of the site, with links that hold in the pack."""
        here, there = posixpath.dirname(page), posixpath.dirname(self.placed[page])

        def moved(match: re.Match[str]) -> str:
            return f'{match[1]}{self._moved(match[2], here, there)}"'

        return _within_tags(lambda tag: _LINK.sub(moved, tag), html)

    def _moved(self, link: str, here: str, there: str) -> str:
        if _OUTSIDE.match(link):
            return link
        parts = _PARTS.fullmatch(link)
        assert parts  # it matches every text
        path, rest = parts.groups()
        if not path:  # only a query: the same page
            return link
        target = posixpath.normpath(posixpath.join(here, path)).removeprefix("./")
        target = "" if target == "." else target
        is_folder = path.endswith(("/", ".")) or not target
        file = posixpath.join(target, INDEX) if is_folder else target
        if file in self.placed:
            self.used.add(file)
            return posixpath.relpath(self.placed[file], there or ".") + rest
        address = f"{target}/" if is_folder and target else target
        return f"{self.site_address.rstrip('/')}/{address}{rest}"


def _within_tags(change: Callable[[str], str], html: str) -> str:
    return _TAG.sub(lambda match: change(match[0]), html)
