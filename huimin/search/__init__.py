"""The search index: a knowledge base comes in, script files by which a browser finds its records go out."""
