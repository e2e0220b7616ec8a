"""Reading: files under the knowledge base come in, documents that know every line and column go out."""
