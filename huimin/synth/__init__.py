"""Synthetic cases for measuring: a checked knowledge base comes in, a copy with made-up cases goes out.

Every title and summary says that its case is made up.
"""
