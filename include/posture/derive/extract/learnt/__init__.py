"""What annotated sentences teach beside the rules: how much a trigger's words are like those that state facts."""
