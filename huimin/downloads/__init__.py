"""Downloads: a knowledge base comes in, files by path from the site's root go out."""
