"""The guide's package: a knowledge base in YAML goes in, pages and downloads come out.

It never imports MkDocs; ``hooks/`` is the adapter that hands its results to the site engine.
"""

import os

# openpyxl would read spreadsheets with lxml where python-docx has brought it along; defusedxml guards only the
# standard library's parser.
os.environ["OPENPYXL_LXML"] = "False"

__version__ = "0.1.0"

LANGUAGES = ("zh", "en")
"""The languages of every page, Chinese first."""
