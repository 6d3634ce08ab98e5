"""The RED knowledge base: records in, checked pages and data out.

Imports point one way only: values (languages, findings, schema, vocabularies), then loading,
then checks, then the command line.
"""
