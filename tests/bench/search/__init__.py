"""Our search beside Pagefind and Material's own, on the same entries in one run."""
