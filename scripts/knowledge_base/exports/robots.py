"""What programs that collect pages may read: everything, and where the list of it is."""

from knowledge_base.loading.settings import Settings


def robots(settings: Settings) -> str:
    """Return `robots.txt`."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {settings.site_address.rstrip('/')}/sitemap.xml\n"
