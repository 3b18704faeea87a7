package uploader

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// plainPrinter is a printer without a secret, for tests of rules alone.
type plainPrinter struct{}

func (plainPrinter) Print(domain string, parts ...string) (m checkpoint.MAC) {
	if strings.Join(parts, "") == "" {
		return m
	}
	text := fmt.Sprintf("%s %q", domain, parts)
	for i := range len(text) {
		m[i%len(m)] = m[i%len(m)]*31 + text[i] + byte(i)
	}
	return m
}

func TestJudge(t *testing.T) {
	sentAt := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	sub := kyc.Submission{
		kyc.UserID: "u1", kyc.Email: "a@example.org", kyc.FullName: "Ann Other", kyc.BirthDate: "1980-01-02",
		kyc.DocumentNumber: "M1", kyc.IdentityNumber: "secret", kyc.KYCStatus: "approved",
	}
	fold := func(f kyc.Field, v string) checkpoint.MAC { return fieldPrint(plainPrinter{}, f, v) }
	const marker = "m1.mine.ABCDEF"
	base := func() (argos.Item, evidence, echo) {
		it := argos.Item{ID: "x", CreatedAt: sentAt, Values: map[kyc.Field]string{
			kyc.UserID: "u1", kyc.Email: "a@example.org", kyc.FullName: "Ann Other", kyc.BirthDate: "1980-01-02",
			kyc.DocumentNumber: "M1", kyc.KYCStatus: "approved",
		}}
		ev := evidence{
			markerField: kyc.NoField, runID: "mine", fields: fieldPrints(plainPrinter{}, new(codePrints), &sub, kyc.NoField),
			srvBefore: sentAt, srvAfter: sentAt.Add(time.Minute),
		}
		return it, ev, echo{known: true, calibrated: true}
	}
	type edit func(it *argos.Item, ev *evidence, ec *echo)
	marked := func(got string, whole bool) edit {
		return func(it *argos.Item, ev *evidence, ec *echo) {
			ev.markerField, ev.marker, it.Values[kyc.CF3] = kyc.CF3, marker, got
			ec.markerWhole, ec.markerField = whole, kyc.CF3
		}
	}
	created := func(d time.Duration) edit {
		return func(it *argos.Item, _ *evidence, _ *echo) { it.CreatedAt = sentAt.Add(d) }
	}
	gap := func(from, to time.Duration) edit {
		return func(_ *argos.Item, ev *evidence, _ *echo) {
			ev.gaps = append(ev.gaps, span{sentAt.Add(from), sentAt.Add(to)})
		}
	}
	value := func(f kyc.Field, v string) edit {
		return func(it *argos.Item, _ *evidence, _ *echo) { it.Values[f] = v }
	}
	bad := func(f kyc.Field) edit {
		return func(_ *argos.Item, _ *evidence, ec *echo) { ec.bad = map[kyc.Field]bool{f: true} }
	}
	uncalibrated := func(_ *argos.Item, _ *evidence, ec *echo) { ec.calibrated = false }
	rival := func(s kyc.Submission) edit {
		return func(_ *argos.Item, ev *evidence, _ *echo) {
			ev.rivals = append(ev.rivals, fieldPrints(plainPrinter{}, new(codePrints), &s, kyc.NoField))
		}
	}
	other := sub
	other[kyc.FullName] = "Bob Other"
	lookAlike := sub
	lookAlike[kyc.IdentityNumber] = "another"
	cases := []struct {
		name  string
		edits []edit
		want  verdict
	}{
		{"as sent", nil, oursByFields},
		{"case and spacing changed", []edit{value(kyc.FullName, " ANN  OTHER ")}, oursByFields},
		{"the decision changed", []edit{value(kyc.KYCStatus, "rejected")}, oursByFields},
		{"a field is not returned", []edit{value(kyc.DocumentNumber, "")}, oursByFields},
		{"a field differs", []edit{value(kyc.DocumentNumber, "M2")}, maybeOurs},
		{"a field differs that is known to", []edit{value(kyc.DocumentNumber, "M*"), bad(kyc.DocumentNumber)}, oursByFields},
		{"the name is known to differ", []edit{value(kyc.FullName, "A*"), bad(kyc.FullName)}, maybeOurs},
		{"no birth date", []edit{value(kyc.BirthDate, "")}, maybeOurs},
		{"neither userid nor e-mail", []edit{value(kyc.UserID, ""), value(kyc.Email, "")}, maybeOurs},
		{"e-mail alone", []edit{value(kyc.UserID, "")}, oursByFields},
		{"two seconds early", []edit{created(-2 * time.Second)}, oursByFields},
		{"three seconds early", []edit{created(-3 * time.Second)}, maybeOurs}, // by another machine's clock
		{"three seconds early, and it differs", []edit{created(-3 * time.Second), value(kyc.FullName, "Bob Other")}, notOurs},
		{"nine seconds early", []edit{created(-9 * time.Second)}, notOurs},
		{"nine seconds early, of clocks three seconds apart", []edit{created(-9 * time.Second), func(_ *argos.Item, _ *evidence, ec *echo) { ec.apart = 3 * time.Second }}, maybeOurs},
		{"long after", []edit{created(time.Hour)}, maybeOurs},
		{"after the first attempt", []edit{created(20 * time.Second), gap(20*time.Second, 40*time.Second)}, oursByFields},
		{"between two attempts", []edit{created(30 * time.Second), gap(20*time.Second, 40*time.Second)}, maybeOurs},
		{"between two attempts, and it differs", []edit{created(30 * time.Second), gap(20*time.Second, 40*time.Second), value(kyc.FullName, "Bob Other")}, maybeOurs},
		{"with the second attempt", []edit{created(38 * time.Second), gap(20*time.Second, 40*time.Second)}, oursByFields},
		{"no creation time", []edit{func(it *argos.Item, _ *evidence, _ *echo) { it.CreatedAt = time.Time{} }}, maybeOurs},
		{"no time of sending", []edit{func(_ *argos.Item, ev *evidence, _ *echo) { ev.srvBefore = time.Time{} }}, maybeOurs},
		{"early, not calibrated", []edit{uncalibrated, created(-9 * time.Hour)}, maybeOurs},
		{"too early for any zone", []edit{uncalibrated, created(-16 * time.Hour)}, notOurs},
		{"in time, not calibrated", []edit{uncalibrated}, oursByFields},
		{"another zone, known", []edit{created(9 * time.Hour), func(_ *argos.Item, _ *evidence, ec *echo) { ec.createdOffset = 9 * time.Hour }}, oursByFields},
		{"another zone, older", []edit{created(8 * time.Hour), func(_ *argos.Item, _ *evidence, ec *echo) { ec.createdOffset = 9 * time.Hour }}, notOurs},
		{"equal to what another open record sent", []edit{value(kyc.FullName, "Bob Other"), rival(other)}, notOurs},
		{"a look-alike is open as well", []edit{rival(lookAlike)}, maybeOurs},
		{"another open record differs", []edit{rival(other)}, oursByFields},

		{"our mark", []edit{marked(marker, false), value(kyc.FullName, "Masked"), created(-time.Hour)}, oursByMarker},
		{"the mark of another key", []edit{marked("m1.mine.ZZZZ", false)}, notOurs},
		{"the mark of another run directory", []edit{marked("m1.other.ABCDEF", false)}, foreignRun},
		{"our mark, cut", []edit{marked("m1.mine.AB", false)}, oursByFields},
		{"our mark, cut, and it differs", []edit{marked("m1.mi", true), value(kyc.FullName, "X")}, maybeOurs},
		{"no mark where marks are whole", []edit{marked("", true)}, notOurs},
		{"somebody's value where marks are whole", []edit{marked("gold", true)}, notOurs},
		{"no mark, not proven", []edit{marked("", false)}, oursByFields},
		{"no mark, nothing known yet", []edit{marked("", false), func(_ *argos.Item, _ *evidence, ec *echo) { ec.known = false }}, maybeOurs},
		{"no mark, whole in another field", []edit{marked("", true), func(_ *argos.Item, _ *evidence, ec *echo) { ec.markerField = kyc.CF1 }}, oursByFields},
		{"deleted, no mark", []edit{marked("", true), func(it *argos.Item, _ *evidence, _ *echo) {
			*it = argos.Item{ID: "x", Deleted: true, CreatedAt: it.CreatedAt, Values: map[kyc.Field]string{}}
		}}, maybeOurs},
		{"deleted, older", []edit{func(it *argos.Item, _ *evidence, _ *echo) {
			*it = argos.Item{ID: "x", Deleted: true, CreatedAt: sentAt.Add(-time.Hour), Values: map[kyc.Field]string{}}
		}}, notOurs},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			it, ev, ec := base()
			for _, e := range c.edits {
				e(&it, &ev, &ec)
			}
			if got := allRules().judge(&it, &ev, &ec, fold); got != c.want {
				t.Errorf("judged %d, want %d", got, c.want)
			}
		})
	}
}

func TestBelieved(t *testing.T) {
	basis := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	good := silence{
		empties: 3, needed: 3, basis: basis, answer: basis.Add(time.Minute), waited: time.Minute, quiet: time.Minute, controlled: true,
	}
	cases := []struct {
		name string
		edit func(s *silence)
		want bool
	}{
		{"all holds", func(*silence) {}, true},
		{"a candidate could be ours", func(s *silence) { s.maybes = 1 }, false},
		{"two empty answers", func(s *silence) { s.empties = 2 }, false},
		{"none", func(s *silence) { s.empties, s.needed = 0, 0 }, false},
		{"a second too early", func(s *silence) { s.answer = s.answer.Add(-time.Second) }, false},
		{"our clock alone says so", func(s *silence) { s.answer, s.waited = basis, time.Hour }, false},
		{"no control found", func(s *silence) { s.controlled = false }, false},
		{"no control there is", func(s *silence) { s.controlled, s.noControl = false, true }, false},
		{"no control there is, twice the time", func(s *silence) {
			s.controlled, s.noControl, s.answer = false, true, basis.Add(2*time.Minute)
		}, true},
		{"no Date: our clock", func(s *silence) { s.answer = time.Time{} }, true},
		{"no Date: our clock, too early", func(s *silence) { s.answer, s.waited = time.Time{}, 59*time.Second }, false},
		{"no Date then: our clock", func(s *silence) { s.basis = time.Time{} }, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := good
			c.edit(&s)
			if got := allRules().believed(s); got != c.want {
				t.Errorf("believed %v, want %v", got, c.want)
			}
		})
	}
}

func TestMarkerRun(t *testing.T) {
	for v, want := range map[string]string{
		"m1.abc.DEF": "abc", "m1.abc.": "", "m1..DEF": "", "m1.abc": "", "m2.abc.DEF": "", "": "", "gold": "", "M1.abc.DEF": "",
	} {
		run, ok := markerRun(v)
		if ok != (want != "") || ok && run != want {
			t.Errorf("markerRun(%q) = %q, %v; want %q", v, run, ok, want)
		}
	}
	key := KeyPrint(plainPrinter{}, kyc.Key{Parts: []string{"1"}})
	m := mark(plainPrinter{}, "abcdefgh", "https://x", key)
	if run, ok := markerRun(m); !ok || run != "abcdefgh" || len(m) != len("m1.abcdefgh.")+26 {
		t.Errorf("our own mark %q is not one", m)
	}
	if m == mark(plainPrinter{}, "abcdefgh", "https://y", key) {
		t.Error("two targets have the same mark")
	}
}

func TestFoldKey(t *testing.T) {
	for in, want := range map[string]string{
		"1001": "1001", "1001.0": "1001", "1001.00": "1001", "1001.": "1001", "0.0": "0", "0": "0",
		"１００１": "1001", "１００１．０": "1001", "ＡＢ－１": "AB-1",
		"1001.5": "1001.5", "1001.10": "1001.10", "01001": "01001", "A1.0": "A1.0", "a1": "a1", "A1": "A1", ".0": ".0", "1.0.0": "1.0.0",
		"-5.0": "-5.0", "": "", "한글": "한글", "é": "é",
	} {
		if got := foldKey(in); got != want {
			t.Errorf("foldKey(%q) = %q, want %q", in, got, want)
		}
		if again := foldKey(foldKey(in)); again != want {
			t.Errorf("foldKey is not stable for %q", in)
		}
	}
}

func TestPrintsTellApart(t *testing.T) {
	p := plainPrinter{}
	if KeyPrint(p, kyc.Key{Parts: []string{"a,b", "c"}}) == KeyPrint(p, kyc.Key{Parts: []string{"a", "b,c"}}) {
		t.Error("parts of a key run into each other")
	}
	rec := (&person{key: "1", userid: "u", email: "e@x.org", name: "N", born: "1980-01-01"}).record(0)
	one := identify(p, rec)
	rec.Submission[kyc.CF1] = "x"
	two := identify(p, rec)
	if one.Key != two.Key || one.Person != two.Person || one.Payload == two.Payload {
		t.Error("a changed field changes the payload and nothing else")
	}
	rec.Submission[kyc.FullName] = "M"
	if identify(p, rec).Person == one.Person {
		t.Error("another name is the same person")
	}
	if !lookupPrint(p, kyc.Email, "").IsZero() || !lookupPrint(p, kyc.NoField, "x").IsZero() {
		t.Error("nothing to look up by has a fingerprint")
	}
	if lookupPrint(p, kyc.Email, "x") == lookupPrint(p, kyc.UserID, "x") {
		t.Error("a userid is taken for an e-mail")
	}
	s := rec.Submission
	if lookupField(&s) != kyc.UserID {
		t.Error("not looked up by userid")
	}
	s[kyc.UserID] = ""
	if lookupField(&s) != kyc.Email {
		t.Error("not looked up by e-mail")
	}
	s[kyc.Email] = ""
	if lookupField(&s) != kyc.NoField {
		t.Error("looked up by nothing")
	}
	for f := range fieldPrints(p, new(codePrints), &rec.Submission, kyc.CF1).All() {
		if info := f.Info(); !info.Fixed || info.Echo == "" || f == kyc.CF1 {
			t.Errorf("%s serves to recognise a submission", f)
		}
	}
}

func TestZoneOffset(t *testing.T) {
	for in, want := range map[time.Duration]time.Duration{
		0: 0, -9 * time.Second: 0, 9 * time.Hour: 9 * time.Hour, 9*time.Hour - 3*time.Second: 9 * time.Hour,
		-5*time.Hour - 30*time.Minute: -5*time.Hour - 30*time.Minute, 40 * time.Second: 40 * time.Second, -40 * time.Second: -40 * time.Second,
	} {
		if got := zoneOffset(in); got != want {
			t.Errorf("zoneOffset(%v) = %v, want %v", in, got, want)
		}
	}
}

func TestDecide(t *testing.T) {
	p := plainPrinter{}
	good := (&person{key: "1", userid: "u", email: "e@x.org", name: "N", born: "1980-01-01"}).record(0)
	same := identify(p, good)
	changed, stranger := same, same
	changed.Payload[0]++
	stranger.Payload[0]++
	stranger.Person[0]++
	reject := []kyc.Issue{{Severity: kyc.Reject, Code: "x"}}
	pictured := *good
	pictured.Pictures[kyc.IDImage].Path = "p"
	left := *good
	left.Excluded = "closed_account"
	excluded := &left
	with := func(rec kyc.Record, issues []kyc.Issue) *kyc.Record { rec.Issues = issues; return &rec }
	type want struct {
		next   next
		status kyc.Status
	}
	all := []checkpoint.State{
		checkpoint.New, checkpoint.Sending, checkpoint.Posted, checkpoint.Done, checkpoint.Incomplete, checkpoint.Refused, checkpoint.Unsent,
		checkpoint.Doubt, checkpoint.Absent, checkpoint.Rejected, checkpoint.RolledBack, checkpoint.Abandoned,
	}
	cases := []struct {
		name   string
		rec    *kyc.Record
		prints checkpoint.Prints // of the record now
		retry  bool
		want   map[checkpoint.State]want
	}{
		{"unchanged", good, same, false, map[checkpoint.State]want{
			checkpoint.New: {toPost, 0}, checkpoint.Sending: {toResolve, 0}, checkpoint.Doubt: {toResolve, 0},
			checkpoint.Posted: {toPutImages, 0}, checkpoint.Incomplete: {toPutImages, 0}, checkpoint.Done: {settled, kyc.Already},
			checkpoint.Refused: {settled, kyc.Refused}, checkpoint.Unsent: {toPost, 0}, checkpoint.Absent: {toPost, 0},
			checkpoint.Rejected: {toPost, 0}, checkpoint.RolledBack: {settled, kyc.Excluded}, checkpoint.Abandoned: {settled, kyc.Excluded},
		}},
		{"unchanged, with pictures", &pictured, same, false, map[checkpoint.State]want{
			checkpoint.Refused: {toCompare, 0}, checkpoint.Done: {toPutImages, 0}, // it has none yet
		}},
		{"made invalid, with pictures", with(pictured, reject), same, false, map[checkpoint.State]want{checkpoint.Done: {settled, kyc.Already}}},
		{"unchanged, asked for", good, same, true, map[checkpoint.State]want{
			checkpoint.Refused: {toPost, 0}, checkpoint.Done: {settled, kyc.Already}, checkpoint.RolledBack: {settled, kyc.Excluded},
		}},
		{"changed", good, changed, false, map[checkpoint.State]want{
			checkpoint.Refused: {toPost, 0}, checkpoint.Done: {settled, kyc.Already}, checkpoint.Doubt: {toResolve, 0}, checkpoint.Posted: {toPutImages, 0},
		}},
		{"another person", good, stranger, false, map[checkpoint.State]want{
			checkpoint.Done: {settled, kyc.Rejected}, checkpoint.Posted: {settled, kyc.Rejected}, checkpoint.Incomplete: {settled, kyc.Rejected},
			checkpoint.Doubt: {toResolve, 0}, checkpoint.Refused: {toPost, 0},
		}},
		{"made invalid", with(*good, reject), same, false, map[checkpoint.State]want{
			checkpoint.New: {settled, kyc.Rejected}, checkpoint.Sending: {toResolve, 0}, checkpoint.Doubt: {toResolve, 0},
			checkpoint.Posted: {toPutNothing, 0}, checkpoint.Done: {settled, kyc.Already}, checkpoint.Unsent: {settled, kyc.Rejected},
			checkpoint.Absent: {settled, kyc.Rejected}, checkpoint.Refused: {settled, kyc.Refused},
		}},
		{"excluded", excluded, stranger, true, map[checkpoint.State]want{
			checkpoint.New: {settled, kyc.Excluded}, checkpoint.Sending: {toResolve, 0}, checkpoint.Doubt: {toResolve, 0},
			checkpoint.Posted: {toPutNothing, 0}, checkpoint.Incomplete: {toPutNothing, 0}, checkpoint.Done: {settled, kyc.Already},
			checkpoint.Unsent: {settled, kyc.Excluded}, checkpoint.Absent: {settled, kyc.Excluded}, checkpoint.Refused: {settled, kyc.Excluded},
			checkpoint.Rejected: {settled, kyc.Excluded}, checkpoint.RolledBack: {settled, kyc.Excluded}, checkpoint.Abandoned: {settled, kyc.Excluded},
		}},
		{"excluded, a second row with the key", with(*excluded, []kyc.Issue{{Severity: kyc.Reject, Code: "key_duplicate"}}), same, false, map[checkpoint.State]want{
			checkpoint.New: {settled, kyc.Excluded}, checkpoint.Doubt: {settled, kyc.Excluded}, checkpoint.Posted: {settled, kyc.Excluded}, checkpoint.Done: {settled, kyc.Excluded},
		}},
		{"a second row with the key", with(*good, []kyc.Issue{{Severity: kyc.Reject, Code: "key_duplicate"}}), same, false, func() map[checkpoint.State]want {
			m := map[checkpoint.State]want{}
			for _, s := range all {
				m[s] = want{settled, kyc.Rejected}
			}
			return m
		}()},
	}
	for _, c := range cases {
		for state, want := range c.want {
			entry := checkpoint.Record{ID: 1, State: state, Prints: same}
			d := decide(&entry, &c.prints, c.rec, c.retry)
			if d.next != want.next || d.next == settled && d.outcome.Status != want.status {
				t.Errorf("%s, %q: got %d %+v, want %+v", c.name, state, d.next, d.outcome, want)
			}
		}
	}
}
