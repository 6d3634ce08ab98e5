"""The only readers of content: YAML records and Markdown texts, each value with its place."""
