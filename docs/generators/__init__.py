"""One module a generated page; each has `page() -> str`. They read declarations and run nothing of the pipeline."""
