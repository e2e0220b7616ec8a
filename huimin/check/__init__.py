"""Checking: documents come in, entries and findings go out; every finding has a rule with a page."""
