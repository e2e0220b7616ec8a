"""The entries of the knowledge base: plain values come in, frozen and typed entries go out."""
