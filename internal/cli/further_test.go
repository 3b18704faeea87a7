package cli

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/sandbox"
)

const furtherMapping = `version: 1
name: bank
source: {kind: csv, csv: {encoding: utf-8, delimiter: ","}}
key: id
admin: ${ARGOS_ADMIN}
fields:
  email:          {from: email}
  fullName:       {from: name}
  birthDate:      {from: dob, date: DD/MM/YYYY}
  kycStatus:      {from: status, values: {A: approved, R: rejected}}
  idType:         {from: doc, values: {PP: passport}}
  issuingCountry: {const: KOR}
  userid:         {from: login}
  cf1:            {from: note}
images:
  root: images
  selfieImage: {from: front}
exclude:
  - {code: closed, when: "row['note'] == 'closed'"}
`

// furtherRows are records that end in every way that leaves no doubt: 1 to 3 are created, 3
// with a picture; 4 and 5 are rejected, 5 for its picture; 6 and 7 are refused, 7 with a
// picture; 8 is excluded.
const furtherRows = `id,email,name,dob,status,doc,front,login,note
1,p1@bank.example,Ada Lovelace,01/02/1980,A,PP,,ada,near
2,p2@bank.example,Bob Babbage,02/03/1981,R,PP,,bob,near
3,p3@bank.example,Cyd Charisse,03/04/1982,A,PP,3.jpg,cyd,near
4,p4@bank.example,Dan Dennett,04/05/1983,X,PP,,dan,near
5,p5@bank.example,Eve Ensler,05/06/1984,A,PP,5.jpg,eve,near
6,p6@bank.example,Fay Weldon,06/07/1985,A,,,fay,near
7,p7@bank.example,Gus Grissom,07/08/1986,A,,7.jpg,gus,near
8,p8@bank.example,Hal Hartley,08/09/1987,A,PP,,hal,closed
`

// furtherWorld has run furtherRows once.
func furtherWorld(t *testing.T) *world {
	w := newWorld(t)
	if err := os.Mkdir(w.path("images"), 0o700); err != nil {
		t.Fatal(err)
	}
	w.picture("3.jpg", 3)
	w.picture("7.jpg", 7)
	write(t, w.path("bank.yaml"), furtherMapping)
	write(t, w.path("customers.csv"), furtherRows)
	w.serve(sandbox.Config{StrictIDType: true}, nil)
	if got, want := numbers(w.again(false).object(t)), "read 8 created 3 rejected 2 refused 2 excluded 1, 1 image, called"; got != want {
		t.Fatalf("the first run: %s, want %s", got, want)
	}
	return w
}

// picture writes one into the folder of pictures; another seed makes another one.
func (w *world) picture(name string, seed uint64) {
	w.t.Helper()
	write(w.t, w.path("images/"+name), string(encoded(w.t, name, portrait(seed), 90)))
}

// edit replaces texts in a file, pairs of what was and what is now.
func (w *world) edit(name string, pairs ...string) {
	w.t.Helper()
	before := read(w.t, w.path(name))
	after := strings.NewReplacer(pairs...).Replace(before)
	if after == before {
		w.t.Fatalf("%q change nothing in %s", pairs, name)
	}
	write(w.t, w.path(name), after)
}

// numbers tells in short what a run came to.
func numbers(o object) string {
	var b strings.Builder
	fmt.Fprintf(&b, "read %d", o.Read)
	for _, n := range []struct {
		name string
		n    int64
	}{
		{"created", o.Created}, {"already", o.Already}, {"rejected", o.Rejected}, {"refused", o.Refused}, {"failed", o.Failed}, {"incomplete", o.Incomplete},
		{"in_doubt", o.InDoubt}, {"excluded", o.Excluded}, {"not_attempted", o.NotAttempted}, {"changed", o.AlreadyChanged}, {"elsewhere", o.OpenElsewhere},
	} {
		if n.n > 0 {
			fmt.Fprintf(&b, " %s %d", n.name, n.n)
		}
	}
	if o.Images > 0 {
		fmt.Fprintf(&b, ", %d image", o.Images)
	}
	if o.Calls > 0 {
		b.WriteString(", called")
	}
	if o.Error != nil {
		b.WriteString(", " + o.Error.Code)
	}
	return b.String()
}

// TestAFurtherRunMissesNothing that changed since the records were finished, whether it
// reads its source once or twice.
func TestAFurtherRunMissesNothing(t *testing.T) {
	changes := map[string]struct {
		change func(w *world)
		flags  []string
		want   string
	}{
		"nothing": {func(*world) {}, nil, "read 8 already 3 rejected 2 refused 2 excluded 1"},
		"a new record": {func(w *world) {
			w.edit("customers.csv", "8,p8", "9,p9@bank.example,Ida Lupino,08/09/1987,A,PP,,ida,near\n8,p8")
		}, nil, "read 9 created 1 already 3 rejected 2 refused 2 excluded 1, called"},
		"a record that left": {func(w *world) {
			w.edit("customers.csv", "2,p2@bank.example,Bob Babbage,02/03/1981,R,PP,,bob,near\n", "")
		}, nil, "read 7 already 2 rejected 2 refused 2 excluded 1"},
		"a row of one that is done": {
			func(w *world) { w.edit("customers.csv", "ada,near", "ada,here") }, nil, "read 8 already 3 rejected 2 refused 2 excluded 1 changed 1",
		},
		"of the same size and age": {
			func(w *world) {
				info, err := os.Stat(w.path("customers.csv"))
				if err != nil {
					t.Fatal(err)
				}
				w.edit("customers.csv", "04/05/1983,X", "04/05/1983,A")
				if err := os.Chtimes(w.path("customers.csv"), info.ModTime(), info.ModTime()); err != nil {
					t.Fatal(err)
				}
			}, nil, "read 8 created 1 already 3 rejected 1 refused 2 excluded 1, called",
		},
		"another person": {
			func(w *world) { w.edit("customers.csv", "Ada Lovelace", "Zoe Lovelace") }, nil, "read 8 already 2 rejected 3 refused 2 excluded 1",
		},
		"one that is done is spoilt": {
			func(w *world) { w.edit("customers.csv", "p1@bank.example", "nobody") }, nil, "read 8 already 3 rejected 2 refused 2 excluded 1 changed 1",
		},
		"a rejected one is mended": {
			func(w *world) { w.edit("customers.csv", ",X,", ",A,") }, nil, "read 8 created 1 already 3 rejected 1 refused 2 excluded 1, called",
		},
		"a picture came": {func(w *world) { w.picture("5.jpg", 5) }, nil, "read 8 created 1 already 3 rejected 1 refused 2 excluded 1, 1 image, called"},
		"a picture of one that was refused is another": {
			func(w *world) { w.picture("7.jpg", 77) }, nil, "read 8 already 3 rejected 2 refused 2 excluded 1, called",
		},
		"one that was refused has a picture": {
			func(w *world) { w.picture("6.jpg", 6); w.edit("customers.csv", ",,,fay", ",,6.jpg,fay") },
			nil, "read 8 already 3 rejected 2 refused 2 excluded 1, called",
		},
		"one that was refused is mended": {
			func(w *world) { w.edit("customers.csv", "A,,,fay", "A,PP,,fay") }, nil, "read 8 created 1 already 3 rejected 2 refused 1 excluded 1, called",
		},
		"refused ones again": {func(*world) {}, []string{"--retry-refused"}, "read 8 already 3 rejected 2 refused 2 excluded 1, called"},
		"an exclusion came": {
			func(w *world) { w.edit("bank.yaml", "== 'closed'", "!= 'open'") }, nil, "read 8 already 3 excluded 5",
		},
		"an exclusion went": {
			func(w *world) { w.edit("bank.yaml", "== 'closed'", "== 'open'") }, nil, "read 8 created 1 already 3 rejected 2 refused 2, called",
		},
		"a key that repeats at the end": {
			func(w *world) {
				w.edit("customers.csv", "hal,closed\n", "hal,closed\n1,p1@bank.example,Ada Lovelace,01/02/1980,A,PP,,ada,near\n")
			},
			nil, "read 9 already 3 rejected 3 refused 2 excluded 1",
		},
		"a userid that repeats at the end": {
			func(w *world) {
				w.edit("customers.csv", "hal,closed\n", "hal,closed\n9,p9@bank.example,Ida Lupino,01/02/1980,A,PP,,ada,near\n")
			},
			nil, "read 9 already 3 rejected 3 refused 2 excluded 1",
		},
		"a userid that was sent for another key": {
			func(w *world) { w.edit("customers.csv", "\n1,", "\n9,") }, nil, "read 8 already 2 rejected 3 refused 2 excluded 1",
		},
		"the mapping": {func(w *world) { w.edit("bank.yaml", "{from: note}", "{const: moved}") }, nil, "read 8 already 3 rejected 2 refused 2 excluded 1 changed 3, called"},
		"the key":     {func(w *world) { w.edit("bank.yaml", "key: id", "key: email") }, nil, "read 8 rejected 2 excluded 1, key_changed"},
		"too many rejects": {
			func(w *world) {
				w.edit("customers.csv", "8,p8", "9,p9@bank.example,Ida Lupino,08/09/1987,A,PP,,ida,near\n8,p8")
			},
			[]string{"--max-rejects", "1"}, "read 9 already 3 rejected 2 refused 2 excluded 1, max_rejects",
		},
		"too many rejects, and nothing to send": {func(*world) {}, []string{"--max-rejects", "1"}, "read 8 already 3 rejected 2 refused 2 excluded 1, max_rejects"},
		"the day of the cutover":                {func(*world) {}, []string{"--as-of", "2040-01-02"}, "read 8 already 3 rejected 2 refused 2 excluded 1"},
		"many workers":                          {func(*world) {}, []string{"--concurrency", "64"}, "read 8 already 3 rejected 2 refused 2 excluded 1"},
		"one worker":                            {func(w *world) { w.edit("customers.csv", ",X,", ",A,") }, []string{"--concurrency", "1"}, "read 8 created 1 already 3 rejected 1 refused 2 excluded 1, called"},
	}
	for _, name := range slices.Sorted(maps.Keys(changes)) {
		t.Run(name, func(t *testing.T) {
			c := changes[name]
			var came [2]string
			for i, twice := range []bool{false, true} {
				w := furtherWorld(t)
				c.change(w)
				came[i] = numbers(w.again(twice, c.flags...).object(t))
				if after := numbers(w.again(twice, c.flags...).object(t)); strings.Contains(after, "created") {
					t.Errorf("the run after that came to: %s", after)
				}
			}
			if came[0] != c.want || came[1] != c.want {
				t.Errorf("read once it came to\n%s, read twice to\n%s, want\n%s", came[0], came[1], c.want)
			}
		})
	}
}

// TestAFurtherRunPutsWhatIsMissing once the picture that could not be put is another one.
func TestAFurtherRunPutsWhatIsMissing(t *testing.T) {
	w := newWorld(t)
	if err := os.Mkdir(w.path("images"), 0o700); err != nil {
		t.Fatal(err)
	}
	fault, err := sandbox.ParseFault("put:413")
	if err != nil {
		t.Fatal(err)
	}
	w.serve(sandbox.Config{Faults: []sandbox.Fault{fault}}, nil)
	write(t, w.path("bank.yaml"), furtherMapping)
	write(t, w.path("customers.csv"), furtherRows[:strings.Index(furtherRows, "4,p4")])
	for _, run := range []struct {
		picture uint64
		want    string
	}{
		{3, "read 3 created 2 incomplete 1, called"}, {3, "read 3 already 2 incomplete 1"},
		{33, "read 3 created 1 already 2, 1 image, called"}, {333, "read 3 already 3"},
	} {
		w.picture("3.jpg", run.picture)
		if got := numbers(w.again(false).object(t)); got != run.want {
			t.Fatalf("%s, want %s", got, run.want)
		}
		if err := w.box.SetFaults(nil); err != nil {
			t.Fatal(err)
		}
	}
}

// TestAFurtherRunForgetsNoDoubt: one of its source is looked up again, and one that it does
// not hold is told of although there is nothing to do.
func TestAFurtherRunForgetsNoDoubt(t *testing.T) {
	w := newWorld(t)
	fault, err := sandbox.ParseFault("post:drop-after=#1")
	if err != nil {
		t.Fatal(err)
	}
	w.serve(sandbox.Config{Faults: []sandbox.Fault{fault}, Lag: time.Hour}, nil)
	patience := []string{"--settle", "10ms,20ms", "--doubt-timeout", "200ms"}
	write(t, w.path("customers.csv"), rows(1, 1))
	for range 2 {
		if got, want := numbers(w.again(false, patience...).object(t)), "read 1 in_doubt 1, called"; got != want {
			t.Fatalf("a source with a doubt: %s, want %s", got, want)
		}
	}
	write(t, w.path("customers.csv"), rows(2, 3)+"4,bad,Nobody Name,01/02/1980,A\n")
	w.again(false, patience...)
	doubts, back := read(t, w.path("run/in_doubt.csv")), w.keep()
	var left [2]map[string]string
	for i, twice := range []bool{false, true} {
		back()
		got := w.again(twice)
		left[i] = w.traces(got)
		if o := got.object(t); numbers(o) != "read 3 already 2 rejected 1 elsewhere 1" || got.code != ExitDoubt {
			t.Errorf("a source without it: exit %d, %s", got.code, numbers(o))
		}
		if read(t, w.path("run/in_doubt.csv")) != doubts {
			t.Error("in_doubt.csv is another one")
		}
	}
	if diff := cmp.Diff(left[1], left[0]); diff != "" {
		t.Error(diff)
	}
}

// TestAFurtherRunListsInOrder what a row has of its own, what other rows show of it and what
// the run adds, whether or not it kept the rows for the end.
func TestAFurtherRunListsInOrder(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	write(t, w.path("bank.yaml"), furtherMapping[:strings.Index(furtherMapping, "images:")])
	write(t, w.path("customers.csv"), `id,email,name,dob,status,doc,front,login,note
1,p1@bank.example,Ada Lovelace,01/02/1980,A,PP,,ada,near
9,p1@bank.example,Ada Lovelace,01/02/1980,A,PP,,ada,near
10,p9@bank.example,Ada Lovelace,01/02/1980,A,PP,,ADA,near
A11,p11@bank.example,Bob Babbage,01/02/1980,A,PP,,bob,near
a11,p11@bank.example,Bob Babbage,01/02/1980,X,PP,,bobby,near
`)
	w.again(false)
	w.edit("customers.csv", "near", "here")
	back := w.keep()
	for _, listed := range []bool{true, false} {
		var lists [2]string
		for i, twice := range []bool{false, true} {
			back()
			if !listed {
				if err := os.Remove(w.path("run/issues.csv")); err != nil {
					t.Fatal(err)
				}
			}
			if got := w.again(twice); got.object(t).Calls > 0 {
				t.Fatal(got.err)
			}
			lists[i] = inReadOrder(t, read(t, w.path("run/issues.csv")))
		}
		if diff := cmp.Diff(lists[1], lists[0]); diff != "" {
			t.Errorf("listed before: %t: %s", listed, diff)
		}
	}
}
