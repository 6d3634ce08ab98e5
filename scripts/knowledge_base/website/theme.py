"""Material's base.html without the widgets that stand outside its blocks.

Its menu, overlays and dialog work by scripts and styles that no page of ours loads: what is left would be
unlabelled check boxes on every page.
"""

import re
from collections.abc import Callable

from jinja2 import BaseLoader, Environment

BASE = "base.html"

_WIDGETS = (
    re.compile(r'<input class="md-toggle".*?(?=\{% if config\.extra\.version %\})', re.DOTALL),
    re.compile(r'<div class="md-dialog".*?</div>\s*</div>', re.DOTALL),
)


class WithoutWidgets(BaseLoader):
    """Loads templates as another loader does, and takes the widgets out of the one."""

    def __init__(self, loader: BaseLoader) -> None:
        self._loader = loader

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return source, path, and what tells whether it is up to date.

        Raises RuntimeError when the theme's template is not as we know it.
        """
        source, path, is_fresh = self._loader.get_source(environment, template)
        if template == BASE:
            for widget in _WIDGETS:
                source, found = widget.subn("", source)
                if found != 1:
                    raise RuntimeError(f"Material's {BASE} has changed: see {__file__}")
        return source, path, is_fresh
