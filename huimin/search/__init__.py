"""The search: what it shows, and how good it was measured to be."""
