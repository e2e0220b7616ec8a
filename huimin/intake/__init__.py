"""The way in for people without Git: spreadsheets come in, cases in state ``submitted`` or findings by cell go out.

The other way round a template to fill in goes out; both rest on one definition of the columns, ``columns.yaml``.
"""
