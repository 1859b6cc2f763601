"""The sections of the report of a plan: facts into words, one module a section."""
