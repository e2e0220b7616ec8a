"""Reviewing a change: two states of the knowledge base come in, who may make it and what it means for readers go out."""
