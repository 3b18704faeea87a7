package uploader

import (
	"encoding/base32"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// Domains keep the fingerprints of different things apart.
const (
	domainKey     = "key"
	domainPerson  = "person"
	domainPayload = "payload"
	domainLookup  = "lookup"
	domainField   = "field"
	domainMarker  = "marker"
	domainPicture = "picture"
	domainImages  = "pictures"
	domainRefused = "refused-picture"
	// DomainCredential is the domain of the API key's fingerprint.
	DomainCredential = "api-key"
)

// printer makes the fingerprints that a Ledger keeps instead of values.
type printer interface {
	Print(domain string, parts ...string) checkpoint.MAC
}

// KeyPrint is the fingerprint of a record's key, as it stands in the ledger,
// in results.csv and in in_doubt.csv.
func KeyPrint(p printer, key kyc.Key) checkpoint.MAC {
	return p.Print(domainKey, key.Parts...)
}

// Fingerprints makes the fingerprints of records when they have been checked. It is for
// the goroutines that map them: those who ask the ledger are one at a time, and to make
// fingerprints takes as long as to ask.
type Fingerprints struct {
	Ledger printer
	Checks interface{ Check(rec *kyc.Record) } // before that; they decide what would be sent
}

// Check implements pipeline.Checker.
func (f Fingerprints) Check(rec *kyc.Record) {
	f.Checks.Check(rec)
	if rec.Key.Known() {
		rec.Prints = kyc.Prints{Key: KeyPrint(f.Ledger, rec.Key), Payload: payloadPrint(f.Ledger, rec), Made: true}
	}
}

// identify fingerprints what decides on a record that the ledger knows.
func identify(p printer, rec *kyc.Record) checkpoint.Prints {
	prints := recognise(p, rec)
	prints.Person = personPrint(p, rec)
	return prints
}

// recognise is identify without the person.
func recognise(p printer, rec *kyc.Record) checkpoint.Prints {
	if made := &rec.Prints; made.Made {
		return checkpoint.Prints{Key: made.Key, Payload: made.Payload}
	}
	return checkpoint.Prints{Key: KeyPrint(p, rec.Key), Payload: payloadPrint(p, rec)}
}

func payloadPrint(p printer, rec *kyc.Record) checkpoint.MAC {
	return p.Print(domainPayload, rec.Submission[:]...)
}

func personPrint(p printer, rec *kyc.Record) checkpoint.MAC {
	return p.Print(domainPerson, rec.Submission[kyc.FullName], rec.Submission[kyc.BirthDate])
}

// complete adds the fingerprints that only a record to be sent needs: of its
// folded key and its userid, both as if they were keys. Where they say the same
// as the key, as they mostly do, the ledger needs no further index for them.
func complete(p printer, rec *kyc.Record, prints *checkpoint.Prints) {
	folded := make([]string, len(rec.Key.Parts))
	for i, part := range rec.Key.Parts {
		folded[i] = foldKey(part)
	}
	prints.Folded = printAsKey(p, folded, rec, prints)
	prints.UserID = printAsKey(p, []string{rec.Submission[kyc.UserID]}, rec, prints)
}

// printAsKey is KeyPrint of parts that may be the record's key itself.
func printAsKey(p printer, parts []string, rec *kyc.Record, prints *checkpoint.Prints) checkpoint.MAC {
	if slices.Equal(parts, rec.Key.Parts) {
		return prints.Key
	}
	return p.Print(domainKey, parts...)
}

// foldKey undoes what a re-export does to a key: full-width digits and
// letters, and the ".0" that a spreadsheet appends to a whole number. Case and
// leading zeros stay, since legacy systems tell records apart by them: keys that
// differ in those alone are only told of (key_alike of package validate).
func foldKey(part string) string {
	narrow := strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, part)
	whole, fraction, found := strings.Cut(narrow, ".")
	if found && whole != "" && onlyDigits(whole) && strings.Trim(fraction, "0") == "" {
		return whole
	}
	return narrow
}

func onlyDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// foldValue is how a returned value is compared with what was sent: a change
// of case or spacing in ARGOS does not hide a submission from us.
func foldValue(v string) string {
	if !singleSpaced(v) {
		v = strings.Join(strings.Fields(v), " ")
	}
	return strings.ToLower(v)
}

// singleSpaced reports whether a value has no space but single ones between
// words, as nearly all have: it spares taking them apart.
func singleSpaced(v string) bool {
	last := ' '
	for _, r := range v {
		if r <= ' ' || r >= 0x85 { // no other one is a space
			if r == ' ' && last == ' ' || r != ' ' && unicode.IsSpace(r) {
				return false
			}
		}
		last = r
	}
	return last != ' ' || v == ""
}

// fieldPrinter fingerprints values for comparison with returned ones.
type fieldPrinter struct {
	printer
	parts [2]string // of the print being made: a slice for each would be an allocation for each
}

func (p *fieldPrinter) field(f kyc.Field, v string) checkpoint.MAC {
	p.parts = [...]string{f.String(), foldValue(v)}
	return p.Print(domainField, p.parts[:]...)
}

// fieldPrint fingerprints one value for comparison with a returned one.
func fieldPrint(p printer, f kyc.Field, v string) checkpoint.MAC {
	return (&fieldPrinter{printer: p}).field(f, v)
}

// tellingFields are the fields that ARGOS never changes and gives back.
var tellingFields = func() (fields []kyc.Field) {
	for f := range kyc.NumFields {
		if info := f.Info(); info.Fixed && info.Echo != "" {
			fields = append(fields, f)
		}
	}
	return fields
}()

// fieldPrints fingerprints the fields that say who a submission is, the mark
// apart.
func fieldPrints(p printer, codes *codePrints, s *kyc.Submission, marker kyc.Field) checkpoint.FieldMACs {
	prints := checkpoint.NewFieldMACs(len(tellingFields))
	each := fieldPrinter{printer: p}
	for _, f := range tellingFields {
		switch {
		case s[f] == "" || f == marker:
		case isCode(f, s[f]):
			prints = prints.With(f, codes.print(&each, f, s[f]))
		default:
			prints = prints.With(f, each.field(f, s[f]))
		}
	}
	return prints
}

// codePrints remembers the fingerprints of values that are codes, such as countries:
// they are few and nobody's own, and a third of all that are made. It is safe for
// concurrent use.
type codePrints struct {
	mu    sync.Mutex // held by who adds one
	known [kyc.NumFields]atomic.Pointer[map[string]checkpoint.MAC]
}

// maxCodes and maxCode bound what is remembered of a field where the operator lets
// values pass that are no codes.
const (
	maxCodes = 512
	maxCode  = 8 // bytes
)

// print is the fingerprint of a code.
func (c *codePrints) print(p *fieldPrinter, f kyc.Field, v string) checkpoint.MAC {
	if all := c.known[f].Load(); all != nil {
		if m, known := (*all)[v]; known {
			return m
		}
	}
	m := p.field(f, v)
	c.keep(f, v, m)
	return m
}

// keep copies the map, which others read: it does so a few hundred times at most.
func (c *codePrints) keep(f kyc.Field, v string, m checkpoint.MAC) {
	c.mu.Lock()
	defer c.mu.Unlock()
	old := c.known[f].Load()
	if old == nil {
		old = new(map[string]checkpoint.MAC)
	}
	if len(*old) >= maxCodes {
		return
	}
	all := make(map[string]checkpoint.MAC, len(*old)+1)
	maps.Copy(all, *old)
	all[strings.Clone(v)] = m
	c.known[f].Store(&all)
}

func isCode(f kyc.Field, v string) bool {
	kind := f.Info().Kind
	return (kind == kyc.KindCountry || kind == kyc.KindGender) && len(v) <= maxCode
}

// lookupField is what a submission would be looked up by (K1).
func lookupField(s *kyc.Submission) kyc.Field {
	switch {
	case s[kyc.UserID] != "":
		return kyc.UserID
	case s[kyc.Email] != "":
		return kyc.Email
	}
	return kyc.NoField
}

// lookupPrint is the fingerprint of the value looked up by, zero if none.
func lookupPrint(p printer, by kyc.Field, value string) checkpoint.MAC {
	if by >= kyc.NumFields || value == "" {
		return checkpoint.MAC{}
	}
	return p.Print(domainLookup, by.String(), value)
}

// mark is the keyed mark of a record (O7). It proves to us, and to nobody
// else, that a submission is this key's in this target; it tells no value.
func mark(p printer, runID, target string, key checkpoint.MAC) string {
	mac := p.Print(domainMarker, target, string(key[:]))
	code := base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(mac[:])
	return markerPrefix + runID + "." + code
}
