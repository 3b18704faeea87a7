package sandbox

import (
	"errors"
	"io"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

func TestParseFault(t *testing.T) {
	tests := []struct {
		spec string
		want Fault
	}{
		{"drop-after=5%", Fault{Action: "drop-after", Probability: 0.05}},
		{"post:502-after=0.25", Fault{Endpoint: EndpointPost, Action: "502-after", Probability: 0.25}},
		{"late-commit=2%@20s", Fault{Action: "late-commit", Probability: 0.02, Delay: 20 * time.Second}},
		{"put:500=#7-9,1,8", Fault{Endpoint: EndpointPut, Action: "500", Nth: []int{1, 7, 8, 9}}},
		{"get:blind", Fault{Endpoint: EndpointGet, Action: "blind", Probability: 1}},
		{"slow@1m30s", Fault{Action: "slow", Probability: 1, Delay: 90 * time.Second}},
	}
	for _, test := range tests {
		got, err := ParseFault(test.spec)
		if err != nil {
			t.Errorf("%s: %v", test.spec, err)
			continue
		}
		if got.Endpoint != test.want.Endpoint || got.Action != test.want.Action || got.Probability != test.want.Probability ||
			!slices.Equal(got.Nth, test.want.Nth) || got.Delay != test.want.Delay {
			t.Errorf("%s: %+v", test.spec, got)
		}
		again, err := ParseFault(got.String())
		if err != nil || again.String() != got.String() {
			t.Errorf("%s does not survive its own text %q: %v", test.spec, got, err)
		}
	}
	for _, bad := range []string{
		"", "explode", "drop-sometimes", "patch:500", "get:no-id", "post:blind", "put:reused-id", "slow-after", "200", "600", "99",
		"500=101%", "500=-1%", "500=NaN", "500=x", "500=#", "500=#0", "500=#3-1", "500=#1-20000", "500@x", "500@-1s", "500@25h", "429-after",
	} {
		if f, err := ParseFault(bad); err == nil {
			t.Errorf("%q was read as %+v", bad, f)
		}
	}
}

func TestActionsHaveNames(t *testing.T) {
	for _, name := range Actions() {
		if _, err := ParseFault(name); err != nil {
			t.Error(err)
		}
	}
}

func FuzzParseFault(f *testing.F) {
	for _, seed := range []string{"drop-after=5%", "post:502-after=#1,3-5@20s", "late-commit=2%@20s", "=@", "#:"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, spec string) {
		got, err := ParseFault(spec)
		if err != nil {
			return
		}
		again, err := ParseFault(got.String())
		if err != nil || again.String() != got.String() {
			t.Fatalf("%q reads as %q, which reads as %q, %v", spec, got, again, err)
		}
	})
}

// TestPostFaults checks, for each fault, what the caller is told and what the
// target did.
func TestPostFaults(t *testing.T) {
	const reset = 0
	tests := []struct {
		fault  string
		status int
		key    string
		value  string
		stored int
	}{
		{"drop-before", reset, "", "", 0},
		{"drop-after", reset, "", "", 1},
		{"500-before", 500, "message", "Internal Server Error", 0},
		{"500-after", 500, "message", "Internal Server Error", 1},
		{"502-after", 502, "message", "Internal server error", 1},
		{"504-after", 504, "message", "Endpoint request timed out", 1},
		{"503", 503, "message", "Service Unavailable", 0},
		{"409", 409, "message", "Conflict", 0},
		{"processing_error", 400, "errorCode", "processing_error", 0},
		{"processing_error-after", 400, "errorCode", "processing_error", 1},
		{"429", 429, "message", "Too Many Requests", 0},
		{"429-quota", 429, "message", "Limit Exceeded", 0},
		{"wrong-key", 403, "message", "Forbidden", 0},
		{"ip-denied", 403, "message", "User is not authorized to access this resource with an explicit deny", 0},
		{"invalid_admin", 400, "errorCode", "invalid_admin", 0},
		{"invalid_project", 400, "errorCode", "invalid_project", 0},
		{"unknown-code", 400, "errorCode", "unexpected_condition", 0},
		{"unknown-code-after", 400, "errorCode", "unexpected_condition", 1},
		{"no-id", 200, "submissionId", "", 1},
		{"no-id-before", 200, "submissionId", "", 0},
		{"error-200", 200, "errorCode", "processing_error", 1},
		{"garbage", 200, "message", "", 1},
		{"slow", 200, "message", "success", 1},
		{"reused-id", 200, "message", "success", 1},
		{"undecryptable", 200, "data", "bm90IGEgY2lwaGVydGV4dA==", 1},
	}
	for _, test := range tests {
		t.Run(test.fault, func(t *testing.T) {
			g := start(t, Config{Faults: faults(t, "post:"+test.fault)})
			r := g.post(person())
			if test.status == reset {
				if !r.reset() {
					t.Fatalf("answered %d %s, %v", r.status, r.body, r.err)
				}
			} else {
				wantCode(t, r, test.status, test.key, test.value)
			}
			if n := len(g.Submissions()); n != test.stored {
				t.Errorf("%d stored, want %d", n, test.stored)
			}
			calls := g.Calls()
			if len(calls) != 1 || calls[0].Status != test.status || calls[0].Fault != "post:"+test.fault || calls[0].Bytes == 0 {
				t.Errorf("audit log: %+v", calls)
			}
		})
	}
}

func TestLiesSpareRefusals(t *testing.T) {
	g := start(t, Config{Faults: faults(t, "no-id", "garbage")})
	wantCode(t, g.post(person("email", "-")), 400, "errorCode", "missing_data")
}

func TestTruncated(t *testing.T) {
	g := start(t, Config{Faults: faults(t, "post:truncated=#1")})
	r := g.post(person())
	if r.status != 200 || !errors.Is(r.err, io.ErrUnexpectedEOF) || len(r.body) == 0 || len(g.Submissions()) != 1 {
		t.Fatalf("got %d %q %v", r.status, r.body, r.err)
	}
	g.mustPost(person())
}

func TestRedirect(t *testing.T) {
	g := start(t, Config{Faults: faults(t, "307")})
	r := g.post(person())
	if r.status != 307 || r.header.Get("Location") != "/v3/submission/migration" || len(g.Submissions()) != 0 {
		t.Fatalf("got %d, %v", r.status, r.header)
	}
}

func TestReusedID(t *testing.T) {
	g := start(t, Config{Faults: faults(t, "reused-id=#2")})
	first := g.mustPost(person())
	if second := g.mustPost(person("userid", "u-2")); second != first || len(g.Submissions()) != 2 {
		t.Fatalf("%s and %s", first, second)
	}
}

func TestPutFaults(t *testing.T) {
	g := start(t, Config{Faults: faults(t, "image-drop=#1", "put:processing_error-after=#2", "put:drop-before=#3")})
	id := g.mustPost(person())
	if r := g.putImage(id, "idImage", png); r.status != 200 || len(g.Submissions()[0].Images) != 0 {
		t.Errorf("image-drop: %d, %v", r.status, g.Submissions()[0].Images)
	}
	wantCode(t, g.putImage(id, "idImage", png), 400, "errorCode", "processing_error")
	if len(g.Submissions()[0].Images) != 1 {
		t.Error("processing_error-after: nothing stored")
	}
	if r := g.putImage(id, "selfieImage", png); !r.reset() || len(g.Submissions()[0].Images) != 1 {
		t.Errorf("drop-before: %v", r.err)
	}
}

func TestGetFaults(t *testing.T) {
	for fault, want := range map[string]string{
		"blind": `{"Items":[]}`, "no-items": `{}`, "lower-items": `{"items":[]}`,
		"page-loop":  `{"Items":[],"nextpageKey":{"id":"0000000000000","created_at":"1970-01-01-00-00-00-000"}}`,
		"empty-page": `{"Items":[],"nextpageKey":{"id":"0000000000000","created_at":"1970-01-01-00-00-00-000"}}`,
	} {
		t.Run(fault, func(t *testing.T) {
			g := start(t, Config{Faults: faults(t, fault)})
			id := g.mustPost(person())
			r := g.get("userid", "u-1")
			if r.body != want {
				t.Errorf("got %s", r.body)
			}
			if fault != "empty-page" {
				return
			}
			next := r.page(t).Next
			if got := g.get("userid", "u-1", "nextpage_id", next.ID, "nextpage_date", next.CreatedAt).found(t); !slices.Equal(got, []string{id}) {
				t.Errorf("behind the empty page: %v", got)
			}
		})
	}
	g := start(t, Config{Faults: faults(t, "no-filter=#1", "aged=#2")})
	g.mustPost(person())
	g.mustPost(person("userid", "u-2"))
	if got := g.get("userid", "u-1").found(t); len(got) != 2 {
		t.Errorf("no-filter: %v", got)
	}
	if r := g.get("userid", "u-1"); r.header.Get("Age") != "60" || len(r.found(t)) != 1 {
		t.Errorf("aged: %v", r.header)
	}
}

func TestSharesAndPositions(t *testing.T) {
	g := start(t, Config{Faults: faults(t, "post:500=20%", "post:503=#1,3")})
	counts := map[int]int{}
	for range 1000 {
		counts[g.post(person()).status]++
	}
	if counts[500] < 150 || counts[500] > 250 {
		t.Errorf("20%% of 1000 struck %d times", counts[500])
	}
	if f := g.Faults(); f[0].Hits != counts[500] || f[1].Seen != 1000 || f[1].Hits != counts[503] {
		t.Errorf("counted %+v of %v", f, counts)
	}
	if len(g.Submissions()) != counts[200] {
		t.Errorf("%d stored, %d told so", len(g.Submissions()), counts[200])
	}
	if err := g.SetFaults([]Fault{{Action: "bad", Probability: 1}}); err == nil || len(g.Faults()) != 2 {
		t.Error("a wrong fault replaced the right ones")
	}
}

func TestLateCommit(t *testing.T) {
	for fault, status := range map[string]int{"late-commit@20s": 0, "504-late@20s": 504, "processing_error-late@20s": 400} {
		t.Run(fault, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				g := start(t, Config{Latency: 100 * time.Millisecond, Faults: faults(t, "post:"+fault)})
				began := time.Now()
				if r := g.post(person()); r.status != status {
					t.Fatalf("answered %d", r.status)
				}
				if took := time.Since(began); took != 100*time.Millisecond {
					t.Errorf("took %v", took)
				}
				time.Sleep(20*time.Second - 101*time.Millisecond)
				if len(g.get("userid", "u-1").found(t)) != 0 || len(g.Submissions()) != 0 {
					t.Error("committed early")
				}
				time.Sleep(time.Millisecond)
				if len(g.Submissions()) != 1 || len(g.get("userid", "u-1").found(t)) != 1 {
					t.Error("did not commit")
				}
			})
		})
	}
}
