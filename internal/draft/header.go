package draft

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// header is what the name of a column says.
type header struct {
	has     map[concept]bool
	order   []concept // as they stand, each once
	unknown []string  // words that the vocabulary does not have
	ordinal int       // a number in the name that counts: the 2 of address_2
	first   string    // the word that the name begins with, "" for a number
}

// says reports whether the name has all concepts of a list.
func (h *header) says(concepts ...concept) bool {
	for _, c := range concepts {
		if !h.has[c] {
			return false
		}
	}
	return true
}

// any reports whether the name has one of a list.
func (h *header) any(concepts ...concept) bool {
	return slices.ContainsFunc(concepts, func(c concept) bool { return h.has[c] })
}

// IsPersonal reports whether the name of a column, in any language that is known, says
// that it holds names of people or where to find them, and no list of codes.
func IsPersonal(column string) bool {
	h := readHeader(column)
	return h.any("name", "address", "street", "city", "email", "phone", "login", "other", "staff", "reason") &&
		!h.any("type", "status", "condition", "result", "country", "gender", "document", "code", "flag")
}

// nothing is the concept of words that say nothing by themselves.
const nothing = "-"

// readHeader tells what the name of a column says.
func readHeader(name string) header {
	const longest = 200 // nobody names a column so; bounds the work
	if len(name) > longest {
		name = strings.ToValidUTF8(name[:longest], "")
	}
	h := header{has: map[concept]bool{}}
	if meaning, whole := meaningOfWhole(name); whole {
		for _, c := range meaning {
			h.has[c] = true
			h.order = append(h.order, c)
		}
		return h
	}
	name = elements.ReplaceAllStringFunc(name, func(at string) string {
		if n := number(strings.Trim(at, "[]")); n > 0 {
			h.ordinal = max(h.ordinal, n+1) // they count from nought
		}
		return "."
	})
	name, kinds := cutKinds(cutCopied(name))
	name = outOfName(cutSilent(ordinals.Replace(name)))
	name = stores.ReplaceAllString(sapTables.ReplaceAllString(name, ""), " image")
	name = ownFields.ReplaceAllString(packages.ReplaceAllString(name, "$1"), "$1")
	if sign := strings.TrimSpace(name); sign != "№" {
		name = strings.ReplaceAll(name, "№", " no ")
	}
	if at := strings.IndexByte(name, '#'); at > 0 {
		name = name[:at] + " no " + name[at+1:]
	}
	name = forms.ReplaceAllString(elided.ReplaceAllString(customs.ReplaceAllString(name, ""), " "), " ")
	list := tokens(name)
	if len(list) > 1 && typeLetter(name) {
		list = list[1:]
	}
	if len(list) > 1 && list[0].text == "cif" {
		list[0].text = "customer" // the name of the table, and not the number in it
	}
	var run []token
	for i, t := range list {
		if !t.number {
			if i == 0 {
				h.first = t.text
			}
			run = append(run, t)
			continue
		}
		h.read(run)
		run = run[:0]
		if h.numbersAddress(list[i+1:]) {
			if number(t.text) > 1 {
				h.add("secondary")
			}
			continue
		}
		h.count(t.text)
	}
	h.read(run)
	if kinds {
		h.add("type")
	}
	h.dropDescribed(list)
	if h.says("country", "expiry") && !h.any("date", "issue") {
		h.replace("expiry", "issue") // no country expires: EXP is short for expedition
	}
	return h
}

// examples are what stands in brackets behind the name of a column for what may be in it.
var examples = regexp.MustCompile(`\(([^()]+[,/|;][^()]+)\)\s*$`)

// cutKinds cuts a list of kinds of documents off a name, as in Identificación (INE, pasaporte,
// etc.), and reports whether there was one: the column has which of them it is.
func cutKinds(name string) (rest string, kinds bool) {
	const least = 2
	at := examples.FindStringSubmatchIndex(name)
	if at == nil || at[0] == 0 {
		return name, false
	}
	known := 0
	for kind := range strings.FieldsFuncSeq(name[at[2]:at[3]], func(r rune) bool { return strings.ContainsRune(",/|;", r) }) {
		h := readHeader(kind)
		known += b2i(h.any("passport", "license", "idcard", "permit", "national", "visa") && len(h.unknown) == 0)
	}
	if h := readHeader(name[:at[0]]); known < least || h.any("number", "date", "issue", "expiry", "image", "country") {
		return name, false
	}
	return name[:at[0]], true
}

// copied is what stands in brackets behind the name of a column for what its values were copied from:
// Full Name (as per IC/Passport), Name (laut Ausweis).
var copied = regexp.MustCompile(`(?i)\s*\((?:(?:exactly )?as (?:per|in|on|shown|printed|stated|appears?|it appears|written|given)|according to|laut|gemäß|wie (?:im|auf|in)|selon|d'après|comme sur|según|segun|tal como|conforme|como (?:en|no|na|consta)|come (?:da|in|sul)|secondo|volgens|zoals (?:op|in)|zgodnie z|wg|dle|podle|podľa|sesuai|seperti|mengikut|theo|согласно|как в|по паспорту|за паспортом)\s[^()]*\)\s*$`)

// cutCopied cuts that off a name.
func cutCopied(name string) string {
	if at := copied.FindStringIndex(name); at != nil && at[0] > 0 {
		return name[:at[0]]
	}
	return name
}

// dropDescribed takes away the word for a description behind what is no remark: a place,
// an address, a kind.
func (h *header) dropDescribed(list []token) {
	if n := len(list); n > 1 && describing[list[n-1].text] && !h.any("other", "status", "kyc", "result", "document", "name") && h.any("city", "state", "country", "email", "district", "zip") {
		h.drop("reason")
	}
}

// drop forgets a concept.
func (h *header) drop(c concept) {
	h.order = slices.DeleteFunc(slices.Clone(h.order), func(o concept) bool { return o == c })
	delete(h.has, c)
}

// typeLetter reports whether a name begins with a small letter for the type of its values:
// dBirthDate, sName, nAmount.
func typeLetter(name string) bool {
	return len(name) > 4 && strings.IndexByte("abcdfilnst", name[0]) >= 0 && name[1] >= 'A' && name[1] <= 'Z' && (name[2] >= 'a' && name[2] <= 'z' || name[2] >= 'A' && name[2] <= 'Z' && name[3] >= 'A' && name[3] <= 'Z')
}

// numbersAddress reports whether a number behind what was read is that of an address,
// of which the rest of the name is a part: address1_city, Address 2: Street. Behind
// them it is that of a line.
func (h *header) numbersAddress(rest []token) bool {
	if n := len(h.order); n == 0 || h.order[n-1] != "address" || len(rest) == 0 {
		return false
	}
	var part header
	part.has = map[concept]bool{}
	part.read(slices.DeleteFunc(slices.Clone(rest), func(t token) bool { return t.number }))
	return part.any("city", "state", "zip", "country", "street", "line", "house")
}

// add notes a concept, once.
func (h *header) add(c concept) {
	if !h.has[c] {
		h.has[c] = true
		h.order = append(h.order, c)
	}
}

// replace puts one concept in the place of another one.
func (h *header) replace(old, now concept) {
	h.order = slices.DeleteFunc(slices.Clone(h.order), func(c concept) bool { return c == old || c == now })
	delete(h.has, old)
	h.has[now] = true
	h.order = append(h.order, now)
}

// ordinals are those that English writes with a number.
var ordinals = strings.NewReplacer("1st", "first", "2nd", "second", "3rd", "third", "1ST", "FIRST", "2ND", "SECOND", "3RD", "THIRD")

// elements are the places in a list of JSON, as a path names them.
var elements = regexp.MustCompile(`\[[0-9]{1,3}\]`)

// customs are the forms of the tax office and of immigration that a name begins with, as
// I-9 and W-9, and the letter of a bank's own fields in Temenos, what Salesforce puts behind the names of fields that are its user's own,
// and Temenos behind those of the first of several values.
var customs = regexp.MustCompile(`(?i:__p?[cr]\b)|(_[0-9])?_V[0-9]$|^[IiWw]-[0-9]\b|^(L|LT|LOCAL\.REF)\.`)

// packages are the names of what was bought for Salesforce, which stand before the names of
// its fields: FinServ__TaxId__pc.
var packages = regexp.MustCompile(`(?i)^[a-z][a-z0-9]*__([a-z0-9_]+__p?c)$`)

// sapTables are those of business partners and their papers in SAP, as they stand before the
// names of fields.
var sapTables = regexp.MustCompile(`^(BUT000|BUT0ID|BUT020|KNA1|BP000)-`)

// stores are where a lake has the files that the rest of a name is of: poi_front_s3,
// selfie_s3_key.
var stores = regexp.MustCompile(`(?i)[_.-](s3|gcs|minio)([_.-]?(key|uri|url|path|object))?$`)

// ownFields are what SAP begins the names of fields with that are its user's own.
var ownFields = regexp.MustCompile(`(^|-)(?:ZZ|YY)_?`)

// elided are articles that run into the next word: Date d'expiration. forms are
// remarks on how a value is written: (M/F), (DD/MM/YYYY), or that a day is of the calendar
// that most of the world has, beside one of another calendar.
var (
	elided = regexp.MustCompile(`(?i)\b[dl]['’]`)
	forms  = regexp.MustCompile(`\((م|ميلادي|ميلادية|Gregorian|AD|CE)\)|\(\pL([/|,] ?\pL)+\)|\([DMYTJAdmytja./ -]+\)`)
)

// count takes up a number; that of a standard's codes counts nothing, nor does a length.
func (h *header) count(digits string) {
	if n := len(h.order); n > 0 && (h.order[n-1] == "code" || length(h.order[n-1], digits)) || len(digits) > 2 {
		return
	}
	h.ordinal = max(h.ordinal, number(digits))
}

// read adds what words that stand together mean.
func (h *header) read(run []token) {
	if len(run) == 0 {
		return
	}
	text, ends := "", map[int]bool{0: true}
	for _, t := range run {
		text += t.text
		ends[len(text)] = true
	}
	for _, p := range cheapest(text, ends) {
		if p.concepts == nil {
			h.unknown = append(h.unknown, text[p.from:p.to])
			continue
		}
		for _, c := range p.concepts {
			if c != nothing {
				h.add(c)
			}
		}
	}
}

// piece is a part of a name and what it means, nil where nobody knows.
type piece struct {
	from, to int
	concepts []concept
}

// What a piece costs: as few as possible, at the ends of words if possible, and
// what is unknown only where nothing else fits.
const (
	costPiece   = 1.0
	costInside  = 0.4 // for an end within a word
	costSingle  = 0.3 // a single character
	costUnknown = 10.0
	costRune    = 4.0 // an unknown character of a script without spaces
)

// cheapest cuts a text into the pieces that cost least together.
func cheapest(text string, ends map[int]bool) []piece {
	cost := make([]float64, len(text)+1)
	last := make([]piece, len(text)+1)
	for i := 1; i <= len(text); i++ {
		cost[i] = math.Inf(1)
	}
	try := func(p piece, price float64) {
		if c := cost[p.from] + price; c < cost[p.to] {
			cost[p.to], last[p.to] = c, p
		}
	}
	words := vocabulary()
	for i := range text {
		if math.IsInf(cost[i], 1) {
			continue
		}
		for j := i + 1; j <= len(text) && j-i <= longestWord; j++ {
			if e, known := words[text[i:j]]; known && fits(text, ends, i, j) && !(e.alone && spaced(text[i:j]) && !(ends[i] && ends[j])) {
				try(piece{i, j, e.concepts}, price(text, ends, i, j))
			}
		}
		leap(text, ends, i, try)
	}
	var list []piece
	for at := len(text); at > 0; at = last[at].from {
		list = append(list, last[at])
	}
	slices.Reverse(list)
	return list
}

// briefWords are words of two letters that may be a part of another one.
var briefWords = map[string]bool{"id": true, "no": true, "nr": true, "nm": true, "dt": true, "cd": true, "of": true, "ip": true, "tp": true}

// fits reports whether a word may stand there. What runs over several words
// must begin and end where they do, and few words of two letters are a part of
// another one.
func fits(text string, ends map[int]bool, i, j int) bool {
	if !spaced(text[i:j]) || ends[i] && ends[j] {
		return true
	}
	if j-i < 3 && !briefWords[text[i:j]] {
		return false
	}
	for k := i + 1; k < j; k++ {
		if ends[k] {
			return false
		}
	}
	return true
}

func price(text string, ends map[int]bool, i, j int) float64 {
	c := costPiece
	if spaced(text[i:j]) {
		if !ends[i] {
			c += costInside
		}
		if !ends[j] {
			c += costInside
		}
	} else if utf8.RuneCountInString(text[i:j]) == 1 {
		c += costSingle
	}
	return c
}

// leap passes over what is unknown: a whole word, or a character of a script
// without spaces.
func leap(text string, ends map[int]bool, i int, try func(piece, float64)) {
	_, size := utf8.DecodeRuneInString(text[i:])
	if !spaced(text[i : i+size]) {
		try(piece{from: i, to: i + size}, costRune)
		return
	}
	if before, _ := utf8.DecodeLastRuneInString(text[:i]); !ends[i] && spaced(string(before)) {
		return
	}
	for j := i + size; ; j += size {
		if j >= len(text) || ends[j] {
			try(piece{from: i, to: min(j, len(text))}, costUnknown)
			return
		}
		if _, size = utf8.DecodeRuneInString(text[j:]); !spaced(text[j : j+size]) {
			try(piece{from: i, to: j}, costUnknown)
			return
		}
	}
}
