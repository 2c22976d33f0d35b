"""Generated from the schema by `python -m service.generate`; not edited by hand."""
