"""The open data and the sitemap: files at fixed addresses that other programs read."""
