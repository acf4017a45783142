"""What a sentence states: triggers become readings, readings drafts, drafts of one fact one record.

`triggers` and `frames` read (a frame's `needs` are the package beside this one), `contest` decides between frames,
`gapping` and `presences` tell several facts of one sentence apart, `onefact` and `merge` join what is told twice.
"""
