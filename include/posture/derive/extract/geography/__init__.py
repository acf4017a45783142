"""Where: places that a sentence names, points at or leaves unsaid, and which of them a fact takes.

`places`, `unknown`, `sites`, `unlisted` and `grounds` find them, `placegroups` joins lists, `pointing` resolves
"the base" and "there", `where` fills the slots, `unsaid` and `theatre` are the last resort.
"""
