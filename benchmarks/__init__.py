"""How right and how fast: accuracy against gold, speed as ratios. Nothing in the product imports this."""
