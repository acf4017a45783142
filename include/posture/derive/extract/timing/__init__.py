"""When: dates in all their forms, which of them a fact takes, and the day from which a text speaks."""
