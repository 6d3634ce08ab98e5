"""Measuring tools: they make their own input and are not part of the site."""
