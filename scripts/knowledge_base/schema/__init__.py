"""One typed model per kind of record: the only definition of its fields.

A field's description and example live beside it; validation, JSON Schema and help read them there.
`fields` holds single values, `parts` the small mappings that several kinds share, and each kind has
a module of its own.
"""
