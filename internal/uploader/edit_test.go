package uploader

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// Test 7 of exactly-once.md: the source is edited while records are open.

// leftOpen makes a world whose records 1 and 2 were sent by a process that
// was killed: of the one the target has a submission, of the other it has not.
func leftOpen(t *testing.T, stored bool) *world {
	w := newWorld(t, soon(), 3)
	w.withPictures(1)
	if stored {
		w.fault("post:drop-after")
	} else {
		w.fault("post:drop-before")
	}
	w.people = w.people[:2]
	w.killedAt("after POST", 2)
	w.fault()
	return w
}

func TestEditedWhileOpen(t *testing.T) {
	reject := []kyc.Issue{{Severity: kyc.Reject, Code: "required_missing"}}
	cases := []struct {
		name         string
		edit         func(p *person)
		stored, gone kyc.Status // of the edited record
		reason       string     // where it stays in doubt
		copies       [2]int     // submissions in the end, by stored and gone
	}{
		{"nothing", func(*person) {}, kyc.Created, kyc.Created, "", [2]int{1, 1}},
		{"other name", func(p *person) { p.name = "New Name" }, kyc.Rejected, kyc.Created, "", [2]int{1, 1}},
		{"other e-mail", func(p *person) { p.email = "new@example.org" }, kyc.Created, kyc.Created, "", [2]int{1, 1}},
		{"other userid", func(p *person) { p.userid = "u-new" }, kyc.InDoubt, kyc.InDoubt, reasonValueChanged, [2]int{1, 0}},
		{"no userid", func(p *person) { p.userid = "" }, kyc.InDoubt, kyc.InDoubt, reasonValueChanged, [2]int{1, 0}},
		{"other key", func(p *person) { p.key = "K-new" }, kyc.Rejected, kyc.Rejected, "", [2]int{1, 0}},
		{"no key", func(p *person) { p.key = "" }, kyc.Rejected, kyc.Rejected, "", [2]int{1, 0}},
		{"made invalid", func(p *person) { p.issues = reject }, kyc.Incomplete, kyc.Rejected, "", [2]int{1, 0}},
		{"picture dropped", func(p *person) { p.front = "" }, kyc.Created, kyc.Created, "", [2]int{1, 1}},
		{"other picture", func(p *person) { p.front = "front-1.jpg" }, kyc.Created, kyc.Created, "", [2]int{1, 1}},
	}
	for _, c := range cases {
		for i, stored := range []bool{true, false} {
			inBubble(t, fmt.Sprint(c.name, ", stored ", stored), func(t *testing.T) {
				w := leftOpen(t, stored)
				before := w.people[0]
				c.edit(&w.people[0])
				if w.people[0].key == "" && len(w.people[0].issues) == 0 {
					w.people[0].issues = []kyc.Issue{{Severity: kyc.Reject, Code: "key_missing"}}
				}
				r := w.run()
				got := r.list[0]
				for _, o := range r.list {
					if o.Record.Row.Seq == 0 {
						got = o
					}
				}
				want := c.stored
				if !stored {
					want = c.gone
				}
				if r.err != nil || got.Status != want || reasonOf(got) != c.reason {
					t.Errorf("ended %v (%s %s), want %v; error %v\n%s", got.Status, firstCode(got.Issues), reasonOf(got), want, r.err, w.log.lines.String())
				}
				if edited := stored && c.name == "other e-mail"; got.Changed != edited || hasIssue(got, codeAlreadyChanged) != edited {
					t.Errorf("changed since it was sent: %v, issues %+v", got.Changed, got.Issues)
				}
				n := w.stored()
				if got := n[before.userid] + n["u-new"] + n[""]; got != c.copies[i] {
					t.Errorf("%d submissions in the end, want %d\n%s", got, c.copies[i], w.log.lines.String())
				}
				w.people = w.people[1:]
				w.exactlyOnce()
			})
		}
	}
}

// TestRowsGone: an open record that the source no longer has stays open.
func TestRowsGone(t *testing.T) {
	inBubble(t, "row deleted, then back", func(t *testing.T) {
		w := leftOpen(t, true)
		all := w.people
		w.people = all[1:]
		w.want(w.run(), map[kyc.Status]int{kyc.Created: 1})
		w.people = all
		w.want(w.run(), map[kyc.Status]int{kyc.Created: 1, kyc.Already: 1})
		w.exactlyOnce()
		w.picturesIn()
	})
}

// TestKeyConflicts: a key, a userid, or a key in another spelling that stands
// for somebody in ARGOS already (O6).
func TestKeyConflicts(t *testing.T) {
	second := func(edit func(p *person)) func(*testing.T) {
		return func(t *testing.T) {
			w := newWorld(t, soon(), 3)
			w.people[0].key = "1001"
			w.allCreated()
			posts := w.sent(sandbox.EndpointPost, 0)
			edit(&w.people[0])
			if o := w.dryRun(0); o.Status != kyc.Rejected || !hasIssue(&o, codeKeyConflict) {
				t.Errorf("a dry run says %v %+v", o.Status, o.Issues)
			}
			r := w.run()
			w.want(r, map[kyc.Status]int{kyc.Rejected: 1, kyc.Already: 2})
			if o := r.list[0]; !hasIssue(r.of(w.people[0].key), codeKeyConflict) {
				t.Errorf("the conflict is not told: %+v", o.Issues)
			}
			if n := w.sent(sandbox.EndpointPost, 0); n != posts {
				t.Errorf("%d POSTs were made for it", n-posts)
			}
		}
	}
	inBubble(t, "same key, other name", second(func(p *person) { p.name = "Other" }))
	inBubble(t, "same key, other birth date", second(func(p *person) { p.born = "1901-01-01" }))
	inBubble(t, "other key, same userid", second(func(p *person) { p.key = "2002" }))
	inBubble(t, "key as a spreadsheet writes it", second(func(p *person) { p.key, p.userid = "1001.0", "u-other" }))
	inBubble(t, "key in full width", second(func(p *person) { p.key, p.userid = "１００１", "u-other" }))
	inBubble(t, "leading zeros and case tell apart", func(t *testing.T) {
		w := newWorld(t, soon(), 3)
		w.people[0].key, w.people[1].key, w.people[2].key = "a1", "A1", "0A1"
		w.allCreated()
	})
	inBubble(t, "two spellings in one source", func(t *testing.T) {
		w := newWorld(t, soon(), 2)
		w.people[0].key, w.people[1].key = "1001", "1001.0"
		r := w.run()
		w.want(r, map[kyc.Status]int{kyc.Created: 1, kyc.Rejected: 1})
	})
	for name, edit := range map[string]func(p *person){
		"a birth date that is gone": func(p *person) { p.born = "" }, "a name that is gone": func(p *person) { p.name = "" },
		"somebody else without a birth date": func(p *person) { p.name, p.born = "Other", "" },
	} {
		inBubble(t, name, func(t *testing.T) {
			w := newWorld(t, soon(), 2)
			w.withPictures(2)
			w.want(w.run(), map[kyc.Status]int{kyc.Created: 2})
			edit(&w.people[0])
			r := w.run()
			w.want(r, map[kyc.Status]int{kyc.Already: 1, kyc.Rejected: 1})
			o := r.of("K0")
			if i := slices.IndexFunc(o.Issues, func(i kyc.Issue) bool { return i.Code == codeKeyConflict }); i < 0 || !strings.Contains(o.Issues[i].Message, "nobody can say") || r.calls != 0 || o.Held != 2 {
				t.Errorf("%d calls, %d pictures, issues %+v", r.calls, o.Held, o.Issues)
			}
		})
	}
	inBubble(t, "changed since it was sent", func(t *testing.T) {
		w := newWorld(t, soon(), 2)
		w.allCreated()
		w.people[0].email = "changed@example.org"
		r := w.run()
		w.want(r, map[kyc.Status]int{kyc.Already: 2})
		o := r.of("K0")
		if !o.Changed || !hasIssue(o, codeAlreadyChanged) || r.of("K1").Changed || r.calls != 0 {
			t.Errorf("changed %v, issues %+v, %d calls", o.Changed, o.Issues, r.calls)
		}
	})
}
