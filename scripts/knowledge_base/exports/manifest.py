"""What a phone needs to know to put the site on its home screen, in one language."""

import json

from knowledge_base.languages import FACTS
from knowledge_base.loading.words import Words

MANIFEST = "manifest.webmanifest"
"""Its name, at the root of each language."""

GROUND = "#0b3543"
"""The colour of the head of every page, `--deep` in base.css."""

ICONS = [
    {"src": "assets/mark.svg", "sizes": "any", "type": "image/svg+xml"},
    {"src": "assets/icons/icon-192.png", "sizes": "192x192", "type": "image/png"},
    {"src": "assets/icons/icon-512.png", "sizes": "512x512", "type": "image/png"},
    {
        "src": "assets/icons/icon-maskable.png",
        "sizes": "512x512",
        "type": "image/png",
        "purpose": "maskable",
    },
]


def manifest(words: Words) -> str:
    """Return the manifest; its addresses hold wherever the site is put."""
    content = {
        "name": words("site_name"),
        "short_name": "RED",
        "description": words("site_claim"),
        "lang": FACTS[words.language].locale.replace("_", "-"),
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": GROUND,
        "theme_color": GROUND,
        "icons": ICONS,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
