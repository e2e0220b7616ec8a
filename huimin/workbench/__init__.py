"""What the workbench gets from the knowledge base: its data, and checklists to fill in without it."""
