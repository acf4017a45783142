"""Words and grammar: lines, sentences and tokens, the compiled lexicon, names, the trees and their repair.

Nothing here knows what a force or a record is. `text` cuts, `vocabulary` and `names` match, `syntax` parses,
`misreadings` helps the parser before and `mending` after.
"""
