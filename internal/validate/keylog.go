package validate

import (
	"math/bits"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// What keys are told by the keys of other rows.
const (
	keyNothing = iota // a word that stands for none
	keySpoilt         // what a spreadsheet or a program made of it
	keyUnlike         // of another length, or with other letters and digits than all others
	keyBare           // without the noughts that all others begin with
	numKeyRules
)

// theKey is the field of a finding that is of the key.
const theKey = kyc.NumFields

var keyRules = [numKeyRules]rarityRule{
	keyNothing: {keyUnusual, theKey, "; it stands for none"},
	keySpoilt:  {keyUnusual, theKey, "; a spreadsheet or a program has made it what it is, as 4.7E+06, 4711.0 or '0047"},
	keyUnlike:  {keyUnusual, theKey, "; its length is another one, or letters stand where others have digits"},
	keyBare:    {keyUnusual, theKey, "; it is shorter, and has not the noughts that nearly all others begin with: a spreadsheet may have taken them off"},
}

// customFields are looked at as keys are: a bank's codes are written in one way.
var customFields = [...]kyc.Field{kyc.CF1, kyc.CF2, kyc.CF3}

// customRules are those of keys for each of them.
var customRules = func() (rules [len(customFields) * numKeyRules]rarityRule) {
	for i, f := range customFields {
		for rule := range numKeyRules {
			rules[i*numKeyRules+rule] = rarityRule{customUnusual, f, keyRules[rule].detail}
		}
	}
	return rules
}()

// How many keys must be written in one way before another one is suspect, of how many
// usual ones there may be one that is not, and of how many one of its own form: more
// are the customers of another system.
const (
	leastKeys   = 64
	usualToKey  = 50
	keysToForm  = 500
	fewOfForm   = 2
	mostOddKeys = 1 << 12
)

// keyForm says where a key has digits and letters, as far as it is looked at.
type keyForm struct {
	digits, letters, small [2]text.Octets // of the first bytes, and of the last ones
	length                 int
}

// formOfKey finds the form of a key of ASCII, ok. Keys of other letters are names.
func formOfKey(s string) (f keyForm, ok bool) {
	f.length = len(s)
	if len(s) < text.OctetSize {
		var space [text.OctetSize]byte
		copy(space[:], s)
		short := string(space[:])
		f.digits[0], f.letters[0], ok = classes(text.OctetsAt(short, 0))
		f.small[0] = smallOf(text.OctetsAt(short, 0))
		return f, ok
	}
	f.digits[0], f.letters[0], ok = classes(text.OctetsAt(s, 0))
	f.small[0] = smallOf(text.OctetsAt(s, 0))
	if len(s) > text.OctetSize {
		var too bool
		f.digits[1], f.letters[1], too = classes(text.OctetsAt(s, len(s)-text.OctetSize))
		f.small[1] = smallOf(text.OctetsAt(s, len(s)-text.OctetSize))
		ok = ok && too
	}
	return f, ok
}

// classes marks the digits and the letters of ASCII. ok says that all bytes are ASCII.
func classes(o text.Octets) (digits, letters text.Octets, ok bool) {
	if o.Foreign() != 0 {
		return 0, 0, false
	}
	return o.In('0', '9'), (o | smallLetters).In('a', 'z'), true
}

// smallOf marks the small letters of ASCII.
func smallOf(o text.Octets) text.Octets {
	foreign := o.Foreign()
	return (o^foreign).In('a', 'z') &^ foreign
}

// sum is a form in a number.
func (f *keyForm) sum() uint32 {
	h := uint64(f.length)
	for _, o := range [...]text.Octets{f.digits[0], f.letters[0] >> 1, f.digits[1] >> 2, f.letters[1] >> 3, f.small[0] >> 4, f.small[1] >> 5} {
		h = bits.RotateLeft64(h^uint64(o), 23) * 0x9e3779b97f4a7c15
	}
	return uint32(h >> 32)
}

// pattern is eight bytes of a key, of which other keys have the same form for certain if
// they have digits at its digits, and the same bytes elsewhere.
type pattern struct{ digits, rest text.Octets }

func patternOf(s string, at int) pattern {
	o := text.OctetsAt(s, at)
	digits, _, _ := classes(o)
	all := digits >> 7 * 0xff
	return pattern{digits: all, rest: o&^all | all&zeros}
}

const (
	zeros  text.Octets = 0x30_30_30_30_30_30_30_30 // '0' in each byte
	sixes  text.Octets = 0x06_06_06_06_06_06_06_06
	halves text.Octets = 0xf0_f0_f0_f0_f0_f0_f0_f0
)

func (p *pattern) has(s string, at int) bool {
	x := text.OctetsAt(s, at) ^ p.rest // what digits are worth; elsewhere nothing
	return x&^p.digits == 0 && (x|(x+p.digits&sixes))&halves == 0
}

// keyLog is what is known of how keys are written: as the first ones are, or the first
// ones of most. Values of keys are not kept.
type keyLog struct {
	form   keyForm
	plain  [2]pattern // of the key whose form that is
	usual  int64
	padded int64  // of the usual ones, those whose first digit is a nought
	digit  int    // where the first digit of the usual ones is
	prefix uint32 // a sum of what the usual ones have before that
	counts bool   // they have nothing but digits from there on
	odd    []oddKey
	early  []oddKey   // of the first usual ones, those without a nought: others may prove to be usual
	left   []leftForm // which were taken for the usual one before
	sure   [numKeyRules][]uint32
	nought uint32 // the row whose key is noughts alone
	one    bool   // another is one more than that: keys are counted from there
	nines  uint32 // the row whose key is nines alone
	eight  bool   // another is one less than that: keys are counted up to there
	full   bool   // too many are odd: keys have no one form
}

// leftForm is a form that was taken for the usual one, by so many keys.
type leftForm struct {
	form uint32
	keys int64
}

// oddKey is a key that is not written as the usual ones.
type oddKey struct {
	row   uint32
	form  uint32
	what  uint8   // the rule
	grown int     // how many digits it has, if it may be of another length by nature: see keyLog.grown
	bare  bareKey // what it is without noughts
}

// bareKey is a key that ends in digits of which the first is no nought.
type bareKey struct {
	digits int    // how many; 0 for another key
	prefix uint32 // a sum of what stands before them
}

func bareOf(key string) bareKey {
	from, to := digitsOf(key)
	if from == to || to != len(key) || key[from] == '0' {
		return bareKey{}
	}
	return bareKey{to - from, sumOf(key[:from])}
}

// note looks at the key of a row.
func (l *keyLog) note(key string, row uint32) {
	if key == "" {
		return // there is none, or it has several parts
	}
	if len(key) == l.form.length && len(key) >= text.OctetSize && l.plain[0].has(key, 0) && l.plain[1].has(key, len(key)-text.OctetSize) {
		l.noteUsual(key, row)
		return
	}
	form, ascii := formOfKey(key)
	if form == l.form && ascii {
		l.noteUsual(key, row)
		return
	}
	l.noteOdd(key, form, ascii, row)
}

// noteUsual counts a key that is written as the usual ones.
func (l *keyLog) noteUsual(key string, row uint32) {
	l.usual++
	if l.usual < leastKeys && key[l.digit] != '0' && len(l.early) < mostOddKeys {
		l.early = append(l.early, oddKey{row: row, what: keyUnlike, bare: bareOf(key)})
	}
	switch key[l.digit] {
	case '0':
		l.padded++
		l.noteNought(key, row)
	case '9':
		l.noteNines(key, row)
	}
}

// leastNines is how many nines a key has at least that stands for none.
const leastNines = 6

// noteNines looks for a key of nines, and for the one before it.
func (l *keyLog) noteNines(key string, row uint32) (nines bool) {
	last := len(key) - 1
	from, to := digitsOf(key)
	if to != len(key) || to-from < leastNines || strings.Trim(key[from:last], "9") != "" {
		return false
	}
	switch key[last] {
	case '9':
		l.nines = row
		return true
	case '8':
		l.eight = true
	}
	return false
}

// noteOdd looks at a key that is not written as those before.
func (l *keyLog) noteOdd(key string, form keyForm, ascii bool, row uint32) {
	if l.noteNought(key, row) || l.noteNines(key, row) {
		return
	}
	what := uint8(keyUnlike)
	switch {
	case customNothings.has(key), noNumber(key), sheetError(key):
		l.tell(keyNothing, row)
		return
	case spoiltKey(key):
		l.tell(keySpoilt, row)
		return
	case l.full:
		return
	case listedUsers.may(key) && (userNothings.has(key) || userTests.has(key)):
		what = keyNothing
	case programNumber(key):
		what = keySpoilt
	case ascii && (l.form.length == 0 || l.usual < leastKeys && int64(len(l.odd)) > l.usual):
		l.begin(key, form)
	}
	if len(l.odd) == mostOddKeys {
		l.full = true
		return
	}
	l.odd = append(l.odd, oddKey{row: row, form: form.sum(), what: what, grown: l.grown(key), bare: bareOf(key)})
}

// begin takes a key for one that is written as most are: the first ones are not.
func (l *keyLog) begin(key string, form keyForm) {
	if l.usual > 0 {
		l.left = append(l.left, leftForm{l.form.sum(), l.usual - 1}) // its first is one of the odd
	}
	from, to := digitsOf(key)
	l.form, l.usual, l.padded = form, 1, 0
	if len(key) >= text.OctetSize {
		l.plain = [2]pattern{patternOf(key, 0), patternOf(key, len(key)-text.OctetSize)}
	}
	l.digit, l.counts = min(from, len(key)-1), from < to && to == len(key)
	l.prefix = sumOf(key[:l.digit])
}

// grown is how many digits a key has that is one of the usual ones but for their number; 0
// for another one.
func (l *keyLog) grown(key string) int {
	from, to := digitsOf(key)
	if !l.counts || from != l.digit || to != len(key) || sumOf(key[:from]) != l.prefix {
		return 0
	}
	return to - from
}

// sumOf is a sum of a short text.
func sumOf(s string) (sum uint32) {
	for i := range len(s) {
		sum = sum*31 + uint32(s[i])
	}
	return sum
}

// noteNought looks for a key of noughts, and for the next one.
func (l *keyLog) noteNought(key string, row uint32) (nought bool) {
	switch last := key[len(key)-1]; {
	case last == '0' && allNoughts(key):
		l.nought = row
		return true
	case last == '1' && allNoughts(key[:len(key)-1]):
		l.one = true
	}
	return false
}

// tell notes a key that is wrong whatever others are.
func (l *keyLog) tell(rule int, row uint32) {
	if len(l.sure[rule]) < mostRare {
		l.sure[rule] = append(l.sure[rule], row)
	}
}

// spoiltKey reports whether a key is what a spreadsheet made of one: a number of science,
// or with the sign in front that makes it a text, or within quotes.
func spoiltKey(s string) bool {
	switch s[0] {
	case '\'', '"', '=', '`':
		return len(s) > 1
	}
	return scientific(s)
}

// scientific reports whether a text is a number as spreadsheets write long ones: 4.7E+06.
func scientific(s string) bool {
	at := 0
	digits := func() bool {
		from := at
		for at < len(s) && isDigit(s[at]) {
			at++
		}
		return at > from
	}
	if len(s) < len("1E+05") || !digits() || at == len(s) {
		return false
	}
	if s[at] == '.' || s[at] == ',' {
		if at++; !digits() || at == len(s) {
			return false
		}
	}
	if s[at]|0x20 != 'e' || at+1 >= len(s) || s[at+1] != '+' && s[at+1] != '-' {
		return false
	}
	at += len("E+")
	return digits() && at == len(s)
}

// programNumber reports whether a text is a whole number with a nought behind a point,
// as programs write numbers of a column that has gaps.
func programNumber(s string) bool {
	digits, ok := strings.CutSuffix(s, ".0")
	return ok && digits != "" && isDigits(digits)
}

// find yields the keys that are told, by their rules.
func (l *keyLog) find(yield func(rule int, row uint32) error) error {
	if l.nought != 0 && !l.one {
		l.tell(keyNothing, l.nought)
	}
	if l.nines != 0 && !l.eight {
		l.tell(keyNothing, l.nines)
	}
	for rule, rows := range l.sure {
		for _, row := range rows {
			if err := yield(rule, row); err != nil {
				return err
			}
		}
	}
	if l.full || l.usual < leastKeys {
		return nil
	}
	bare := l.findBare()
	for _, row := range bare {
		if err := yield(keyBare, row); err != nil {
			return err
		}
	}
	usual, forms, others := l.form.sum(), map[uint32]int64{}, int64(0)
	for _, odd := range l.odd {
		forms[odd.form]++
		if len(bare) == 0 || !l.lacksNoughts(&odd) {
			others++
		}
	}
	if others*usualToKey > l.usual {
		return nil
	}
	for _, left := range l.left {
		forms[left.form] += left.keys
	}
	for _, odd := range l.odd {
		n := forms[odd.form]
		common := n > fewOfForm && n*keysToForm > l.usual
		grown := odd.grown > 0 && odd.grown < 2*(l.form.length-l.digit) && l.padded*2 < l.usual // twice as many are two keys
		if odd.form == usual || len(bare) > 0 && l.lacksNoughts(&odd) || odd.what == keyUnlike && (common || grown) {
			continue
		}
		if err := yield(int(odd.what), odd.row); err != nil {
			return err
		}
	}
	return nil
}

// How many of the usual keys begin with a nought, and for each that lacks them there are so
// many usual ones, where a shorter key has lost its noughts.
const (
	paddedOfKeys = 8 // all but one of so many
	usualToBare  = 10
)

// lacksNoughts reports whether a key is a usual one but for noughts before its digits.
func (l *keyLog) lacksNoughts(odd *oddKey) bool {
	return odd.what == keyUnlike && odd.bare.digits > 0 && odd.bare.digits < l.form.length-l.digit && odd.bare.prefix == l.prefix
}

// findBare lists the rows of keys without noughts, however many have one length: those of
// another system with shorter numbers are told, too, as nothing tells them apart.
func (l *keyLog) findBare() (rows []uint32) {
	if !l.counts || (l.usual-l.padded)*paddedOfKeys > l.usual {
		return nil
	}
	for _, list := range [...][]oddKey{l.early, l.odd} {
		for i := range list {
			if l.lacksNoughts(&list[i]) {
				rows = append(rows, list[i].row)
			}
		}
	}
	if int64(len(rows))*usualToBare > l.usual {
		return nil
	}
	return rows
}
