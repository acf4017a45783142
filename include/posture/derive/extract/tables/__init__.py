"""Tables and lists of figures: lines that are rows (`grid`), what their columns hold (`columns`), what is in a cell
(`cells`), and the facts that a row states (`rows`). Rows of which nothing can be made are read as sentences."""
