"""Pages of documents that arrived."""
