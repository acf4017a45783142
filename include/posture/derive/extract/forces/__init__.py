"""Whose posture it is: who a name, a short form or a role in a clause stands for.

`parties` asks a noun phrase, `actors` a clause, `referents` what the text has said before, `cast` the text as a whole.
"""
