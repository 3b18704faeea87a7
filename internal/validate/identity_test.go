package validate

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// person is a record at a place of its own.
func person(seq int, values map[kyc.Field]string) *kyc.Record {
	rec := &kyc.Record{
		Row: &kyc.Row{Seq: int64(seq), Origin: kyc.Origin{File: "people.csv", Line: int64(2*seq + 2), Row: int64(seq + 1)}},
		Key: kyc.Key{Parts: []string{fmt.Sprint("K", seq)}},
	}
	rec.Submission = kyc.Submission{
		kyc.Email: fmt.Sprintf("person%d@mail.kr", seq), kyc.FullName: fmt.Sprint("Ann Number ", seq), kyc.BirthDate: "1988-02-29",
	}
	for f, v := range values {
		rec.Submission[f] = v
	}
	return rec
}

func note1(t testing.TB, x *Identity, rec *kyc.Record) {
	t.Helper()
	if err := x.Add(&kyc.Outcome{Status: kyc.Ready, Record: rec, Issues: rec.Issues}); err != nil {
		t.Fatal(err)
	}
}

// told lists the findings as "origin code field: row named".
func told(t testing.TB, x *Identity) (list []string) {
	t.Helper()
	err := x.Findings(func(f *Finding) error {
		line := f.Row.Origin.String() + " " + f.Issue.Severity.String() + " " + f.Issue.Code + " " + f.Issue.Field
		if _, after, found := strings.Cut(f.Issue.Beside, "data row "); found {
			number, _, _ := strings.Cut(after, ",")
			line += ": " + number
		}
		if f.First {
			line += " first"
		}
		list = append(list, line)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func newTestIdentity(t testing.TB, severities map[string]kyc.Severity) *Identity {
	x := NewIdentity(IdentityOptions{Temp: filepath.Join(t.TempDir(), "temp"), Severities: severities})
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

type values = map[kyc.Field]string

func TestIdentity(t *testing.T) {
	tests := map[string]struct {
		rows []values
		want []string
	}{
		"nobody twice": {[]values{{}, {}, {}}, nil},
		"one person under two keys, written in other ways": {
			[]values{{kyc.FullName: "José O'Neill-García"}, {}, {kyc.FullName: "GARCIA, Jose ONeill"}},
			[]string{"people.csv:6 warning person_repeated fullName: 1 first"},
		},
		"the names of Korea with and without a space": {
			[]values{{kyc.FullName: "김 민수"}, {kyc.FullName: "김민수"}, {kyc.FullName: "김수민"}},
			[]string{"people.csv:4 warning person_repeated fullName: 1 first"},
		},
		"namesakes born on other days": {[]values{{kyc.FullName: "Ann Lee"}, {kyc.FullName: "Ann Lee", kyc.BirthDate: "1988-03-01"}}, nil},
		"namesakes of two genders":     {[]values{{kyc.FullName: "Kim Lee", kyc.Gender: "male"}, {kyc.FullName: "Kim Lee", kyc.Gender: "female"}}, nil},
		"namesakes with numbers of their own": {
			[]values{{kyc.FullName: "Ann Lee", kyc.IdentityNumber: "AB-1001"}, {kyc.FullName: "Ann Lee", kyc.IdentityNumber: "AB-2002"}, {kyc.FullName: "Ann Lee"}},
			[]string{"people.csv:6 warning person_repeated fullName: 1 first"},
		},
		"a document on three records": {
			[]values{
				{kyc.DocumentNumber: "M 123-4568", kyc.IssuingCountry: "KOR", kyc.IDType: "passport"},
				{kyc.DocumentNumber: "m1234568", kyc.IssuingCountry: "KOR", kyc.IDType: "passport"},
				{kyc.DocumentNumber: "M1234568", kyc.IssuingCountry: "JPN", kyc.IDType: "passport"},
				{kyc.DocumentNumber: "M1234568", kyc.IssuingCountry: "KOR", kyc.IDType: "visa"},
				{kyc.DocumentNumber: "M1234568", kyc.IssuingCountry: "KOR", kyc.IDType: "passport"},
			},
			[]string{"people.csv:4 warning document_number_shared documentNumber: 1 first", "people.csv:10 warning document_number_shared documentNumber: 1 first"},
		},
		"numbers that are none": {[]values{{kyc.DocumentNumber: "00000000"}, {kyc.DocumentNumber: "00000000"}, {kyc.DocumentNumber: "-"}, {kyc.DocumentNumber: "-"}}, nil},
		"an identity number": {
			[]values{{kyc.IdentityNumber: "44051401359"}, {kyc.IdentityNumber: "440514 01359"}},
			[]string{"people.csv:4 warning identity_number_shared identityNumber: 1 first"},
		},
		"an address": {
			[]values{{}, {kyc.Email: "a.b@mail.kr"}, {kyc.Email: "A.B@Mail.kr"}},
			[]string{"people.csv:6 warning email_shared email: 2 first"},
		},
		"everything at once counts the row once": {
			[]values{{kyc.FullName: "Ann Lee", kyc.Email: "ann@lee.kr"}, {kyc.FullName: "Ann Lee", kyc.Email: "ann@lee.kr"}},
			[]string{"people.csv:4 warning person_repeated fullName: 1 first", "people.csv:4 warning email_shared email: 1"},
		},
		"an example among real addresses": {
			[]values{{}, {}, {kyc.Email: "jane@example.com"}},
			[]string{"people.csv:6 warning test_data email first"},
		},
		"a source of examples": {[]values{{kyc.Email: "a@bank.example"}, {kyc.Email: "b@example.com"}, {}}, nil},
		"the day that computers count from": {
			[]values{{}, {kyc.FullName: "Bo Ek", kyc.BirthDate: "1970-01-01"}, {kyc.FullName: "Al Om", kyc.BirthDate: "1970-01-01"}, {kyc.FullName: "Jo Li", kyc.BirthDate: "1970-01-01"}},
			[]string{"people.csv:4 warning placeholder birthDate first", "people.csv:6 warning placeholder birthDate first", "people.csv:8 warning placeholder birthDate first"},
		},
		"one who was born on that day": {[]values{{}, {kyc.BirthDate: "1970-01-01"}}, nil},
		"masked numbers":               {[]values{{kyc.IdentityNumber: "XXXX XXXX 1234"}, {kyc.FullName: "Bo Ek", kyc.IdentityNumber: "XXXX XXXX 1234"}, {kyc.DocumentNumber: "800105-2******"}, {kyc.DocumentNumber: "800105-2******"}}, nil},
		"short numbers of two countries": {
			[]values{{kyc.IdentityNumber: "34294195", kyc.Nationality: "ARG"}, {kyc.FullName: "Bo Ek", kyc.IdentityNumber: "34294195", kyc.Nationality: "PER"}, {kyc.FullName: "Al Om", kyc.IdentityNumber: "34.294.195", kyc.Nationality: "ARG"}},
			[]string{"people.csv:6 warning identity_number_shared identityNumber: 1 first"},
		},
		"namesakes with cards of their own": {
			[]values{
				{kyc.IDType: "government_id", kyc.IssuingCountry: "ESP", kyc.DocumentNumber: "12345678Z"},
				{kyc.IDType: "government_id", kyc.IssuingCountry: "ESP", kyc.DocumentNumber: "40000000X"},
			}, nil,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			x := newTestIdentity(t, nil)
			for seq, v := range test.rows {
				note1(t, x, person(seq, v))
			}
			if diff := cmp.Diff(test.want, told(t, x)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Of many people one or two are born on any day.
func TestSomebodyIsBornOnTheFirstDay(t *testing.T) {
	x := newTestIdentity(t, nil)
	for seq := range 3 * birthdays {
		v := values{}
		if seq == 5 || seq == 6 {
			v[kyc.BirthDate] = "1970-01-01"
		}
		note1(t, x, person(seq, v))
	}
	if got := told(t, x); got != nil {
		t.Error(got)
	}
}

// First and last name are exchanged in one row, if all others have them the other way
// round; not in a source of which a part has another order, and not where people write
// the last name first.
func TestExchangedNames(t *testing.T) {
	for name, source := range map[string]struct {
		turned int // every how many-th row has the last name first
		nation string
		want   int
	}{
		"few": {400, "HRV", 3}, "some": {20, "HRV", 0}, "all": {1, "HRV", 0}, "few Hungarians": {400, "HUN", 0}, "few Russians": {400, "RUS", 0},
	} {
		x := newTestIdentity(t, nil)
		for seq := range 1200 {
			first, last := "Ann", "Horvat "+syllables(seq)
			v := values{kyc.FirstName: first, kyc.LastName: last, kyc.FullName: first + " " + last, kyc.Nationality: source.nation}
			if seq%source.turned == 0 {
				v[kyc.FullName] = last + " " + first
			}
			if seq == 7 { // whichever of them is first
				v[kyc.FirstName], v[kyc.LastName], v[kyc.FullName] = "Ahmed Ahmed", "Ahmed", "Ahmed Ahmed Ahmed"
			}
			note1(t, x, person(seq, v))
		}
		if got := told(t, x); len(got) != source.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// A number behind a name is told where few names have one.
func TestCountedNames(t *testing.T) {
	for every, want := range map[int]int{400: 3, 20: 0, 1: 0} {
		x := newTestIdentity(t, nil)
		for seq := range 1200 {
			v := values{kyc.FullName: "Ann Ba" + syllables(seq)}
			if seq%every == 0 {
				v[kyc.FullName] += " 2"
			}
			note1(t, x, person(seq, v))
		}
		if got := told(t, x); len(got) != want {
			t.Errorf("each %d: %v", every, got)
		}
	}
}

func TestIdentityLeavesOutWhatIsSaidAlready(t *testing.T) {
	x := newTestIdentity(t, map[string]kyc.Severity{"email_shared": kyc.Off})
	same := values{kyc.FullName: "Ann Lee", kyc.Email: "ann@lee.kr"}
	note1(t, x, person(0, same))
	again := person(1, same)
	again.Add(keyDuplicate.issue(""))
	note1(t, x, again)
	broken := person(2, same)
	broken.Row.Fault = &kyc.Issue{}
	note1(t, x, broken)
	warnedOf := person(3, same)
	warnedOf.Add(documentExpired.issue("expireDate"))
	note1(t, x, warnedOf)
	if err := x.Add(&kyc.Outcome{Status: kyc.Excluded, Record: person(4, same)}); err != nil {
		t.Fatal(err)
	}
	want := []string{"people.csv:8 warning person_repeated fullName: 1"}
	if diff := cmp.Diff(want, told(t, x)); diff != "" {
		t.Error(diff)
	}
}

func TestAttach(t *testing.T) {
	x := newTestIdentity(t, map[string]kyc.Severity{"email_shared": kyc.Reject})
	var recs []*kyc.Record
	for seq := range 4 {
		rec := person(seq, values{kyc.Email: "clerk@mail.kr"})
		note1(t, x, rec)
		recs = append(recs, rec)
	}
	if err := x.Seal(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		attach := x.Attach()
		for _, rec := range recs {
			rec.Issues = nil
			if rec.Row.Seq == 2 {
				rec.Submission[kyc.Email] = "mended@mail.kr" // between the passes
			}
			attach.Check([]*kyc.Record{rec})
		}
		if attach.Err() != nil {
			t.Fatal(attach.Err())
		}
		for seq, want := range []int{0, 1, 0, 1} {
			if len(recs[seq].Issues) != want || want == 1 && !recs[seq].Rejected() {
				t.Errorf("row %d: %v", seq+1, found(recs[seq]))
			}
		}
	}
	if !RejectsAcross(map[string]kyc.Severity{"email_shared": kyc.Reject}) || !RejectsAcross(map[string]kyc.Severity{"number_invalid": kyc.Reject}) || RejectsAcross(map[string]kyc.Severity{"minor": kyc.Reject}) {
		t.Error("it is not known which rules need a pass of their own")
	}
}

// Against the plain model, maps.
func TestIdentityLikeMaps(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		seed := rapid.Uint64().Draw(rt, "seed")
		r := rand.New(rand.NewPCG(seed, 1))
		rows := rapid.IntRange(1, 400).Draw(rt, "rows")
		x := NewIdentity(IdentityOptions{Temp: t.TempDir(), Severities: map[string]kyc.Severity{"value_repeated": kyc.Off}}) // numbers of a small range follow one another
		defer x.Close()
		var want []string
		seen := map[string]int{}
		meet := func(seq int, what, key string) {
			if first, ok := seen[what+key]; ok {
				want = append(want, fmt.Sprintf("%d %s: %d", seq, what, first+1))
			} else {
				seen[what+key] = seq
			}
		}
		for seq := range rows {
			v := values{
				kyc.FullName:       fmt.Sprint("Ann ", r.IntN(4*rows)),
				kyc.DocumentNumber: fmt.Sprint("M10", r.IntN(4*rows)),
				kyc.Email:          fmt.Sprint("p", r.IntN(4*rows), "@mail.kr"),
			}
			if err := x.Add(&kyc.Outcome{Record: person(seq, v)}); err != nil {
				rt.Fatal(err)
			}
			meet(seq, "person_repeated", v[kyc.FullName])
			meet(seq, "document_number_shared", v[kyc.DocumentNumber])
			meet(seq, "email_shared", v[kyc.Email])
		}
		var got []string
		if err := x.Findings(func(f *Finding) error {
			if f.Row.Origin.Line != 2*f.Row.Seq+2 || f.Row.Origin.Row != f.Row.Seq+1 || f.Row.Origin.File != "people.csv" {
				rt.Fatalf("row %d is told to stand at %+v", f.Row.Seq, f.Row.Origin)
			}
			_, after, _ := strings.Cut(f.Issue.Beside, "data row ")
			number, _, _ := strings.Cut(after, ",")
			got = append(got, fmt.Sprintf("%d %s: %s", f.Row.Seq, f.Issue.Code, number))
			return nil
		}); err != nil {
			rt.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			rt.Fatal(diff)
		}
	})
}

// Of many records what is shared is found, though most notes are in the file;
// memory does not grow with them, and a killed process leaves nothing behind.
func TestIdentitySpills(t *testing.T) {
	const n, every = 200_000, 1000
	dir := filepath.Join(t.TempDir(), "temp")
	x := NewIdentity(IdentityOptions{Temp: dir})
	defer x.Close()
	before := liveHeap()
	rec := person(0, nil)
	var want []string
	for seq := range n {
		rec.Row.Seq, rec.Row.Origin.Line, rec.Row.Origin.Row = int64(seq), int64(seq+2), int64(seq+1)
		text := fmt.Sprintf("p%d@mail.kr", seq)
		rec.Submission[kyc.FullName], rec.Submission[kyc.DocumentNumber], rec.Submission[kyc.Email] = text, text, text
		if seq%every == every-1 {
			rec.Submission[kyc.Email] = fmt.Sprintf("P%d@mail.kr", seq-every/2)
			want = append(want, fmt.Sprintf("people.csv:%d warning email_shared email: %d first", seq+2, seq-every/2+1))
		}
		note1(t, x, rec)
	}
	if grown := liveHeap() - before; grown > 8<<20 {
		t.Errorf("%.0f bytes live after %d records", grown, n)
	}
	if entries, err := os.ReadDir(dir); runtime.GOOS != "windows" && (err != nil || len(entries) != 0) {
		t.Errorf("%v, %v", entries, err)
	}
	if diff := cmp.Diff(want, told(t, x)); diff != "" {
		t.Error(diff)
	}
}

// Records that are noted together are noted as one by one.
func TestAddAllIsAdd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		recs := make([]*kyc.Record, rapid.IntRange(0, 3*blockRows).Draw(t, "rows"))
		pick := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
		for i := range recs {
			recs[i] = person(i, values{
				kyc.FullName: pick("name", "Ann Lee", "Bo Ek", "Ann Mary Lee", "金 明"), kyc.BirthDate: pick("born", "1980-01-02", "1970-01-01", "1980-02-01"),
				kyc.Email: pick("mail", "", "a@b.kr", "A@b.kr", "test1@b.kr", "a@example.com"), kyc.IdentityNumber: pick("number", "", "4711001", "4711002"),
				kyc.AddressStreet: pick("street", "", "12 Mill Lane", "PO Box 12"), kyc.UserID: pick("userid", "", "0", "1", "user1"),
			})
			if pick("fault", "", "", "", "fault") != "" {
				recs[i].Row.Fault = &kyc.Issue{}
			}
		}
		outs := make([]kyc.Outcome, len(recs))
		for i, rec := range recs {
			outs[i].Record = rec
		}
		found := func(note func(x *Identity) error) (list []string) {
			dir, err := os.MkdirTemp("", "identity")
			if err != nil {
				t.Fatal(err)
			}
			defer os.RemoveAll(dir)
			x := NewIdentity(IdentityOptions{Temp: dir})
			defer x.Close()
			if err := note(x); err != nil {
				t.Fatal(err)
			}
			err = x.Findings(func(f *Finding) error {
				list = append(list, fmt.Sprint(f.Row.Seq, f.Row.Origin, f.Issue, f.First))
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			return list
		}
		one := found(func(x *Identity) error {
			for i := range outs {
				if err := x.Add(&outs[i]); err != nil {
					return err
				}
			}
			return nil
		})
		if all := found(func(x *Identity) error { return x.AddAll(outs) }); !slices.Equal(one, all) {
			t.Fatalf("%q one by one, %q together", one, all)
		}
	})
}
