"""The workbench: a knowledge base comes in; its page's data go out as scripts, with the format of filled checklists."""
