"""How it is said: how far a fact has come, who says so, what is denied, and what is only spoken of."""
