"""Pages: a knowledge base comes in, titles and bodies in both languages go out; no site engine is needed."""
