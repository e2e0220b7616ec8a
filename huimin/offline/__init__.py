"""The edition that goes on without a network: from a disc, and in a browser that has been to the site."""
