package draft

import _ "embed"

// worldWords are of all kinds, by language, with the phrases that mean something else
// than their words do. Of those, as of furtherWords, the shorter ones stand alone. A
// line in brackets names the language. The words are as fold leaves them.
//
//go:embed world.txt
var worldWords string
