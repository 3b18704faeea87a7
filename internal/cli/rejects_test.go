package cli

import (
	"bytes"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/sandbox"
)

// refuseLate answers the submissions of some userids with a refusal, after a while.
func refuseLate(after time.Duration, userids ...string) func(http.Handler) http.Handler {
	return func(box http.Handler) http.Handler {
		return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
			if r.Method != http.MethodPost {
				box.ServeHTTP(rw, r)
				return
			}
			body, _ := io.ReadAll(r.Body)
			for _, id := range userids {
				if strings.Contains(string(body), `"userid":"`+id+`"`) {
					time.Sleep(after)
					rw.Header().Set("Content-Type", "application/json")
					rw.WriteHeader(http.StatusBadRequest)
					_, _ = io.WriteString(rw, `{"message":"Invalid format","errorCode":"invalid_format"}`)
					return
				}
			}
			r.Body = io.NopCloser(bytes.NewReader(body))
			box.ServeHTTP(rw, r)
		})
	}
}

// What a run rejects stands in the order of the source, as in a dry run, though ARGOS
// answers later than we reject; so does what it gives back of a rejects file.
func TestRejectsOfARunStandInTheOrderOfTheSource(t *testing.T) {
	w := newWorld(t)
	refused := []string{"3", "20", "41", "77"}
	w.serve(sandbox.Config{}, refuseLate(60*time.Millisecond, refused...))
	lines := strings.SplitAfter(rows(1, 80), "\n")
	var want []string
	for i := 1; i <= 80; i++ {
		id := strings.SplitN(lines[i], ",", 2)[0]
		if i%9 == 4 {
			lines[i] = strings.Replace(lines[i], "@bank.example", "", 1)
		}
		if i%9 == 4 || slices.Contains(refused, id) {
			want = append(want, id)
		}
	}
	write(t, w.path("customers.csv"), strings.Join(lines, ""))
	got := w.migrate(with("run", "--yes", "--json")...)
	if o := got.object(t); o.Rejected != 9 || o.Refused != 4 {
		t.Fatalf("%+v\n%s", o, got.err)
	}
	ids := func() (ids []string) {
		for _, line := range csvLines(t, w.path("run/rejects.csv")) {
			ids = append(ids, line["id"])
		}
		return ids
	}
	if !slices.Equal(ids(), want) {
		t.Errorf("rejects %v, want %v", ids(), want)
	}
	again := w.migrate("run", "--source", "%s/run/rejects.csv", "--mapping", "%s/bank.yaml", "--run", "%s/run", "--yes", "--retry-refused", "--json")
	if o := again.object(t); o.Rejected != 9 || o.Refused != 4 || !slices.Equal(ids(), want) {
		t.Errorf("%+v, rejects %v, want %v\n%s", o, ids(), want, again.err)
	}
}
