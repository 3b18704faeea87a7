package uploader

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/pipeline"
	"kycmigrate/internal/sandbox"
)

var _ Ledger = (*checkpoint.Ledger)(nil)

// world is a target, a run directory and a source, in the fake time of a
// synctest bubble. What the target has received is the assertion.
type world struct {
	t      *testing.T
	sb     *sandbox.Sandbox
	dir    string
	people []person
	files  map[string][]byte // pictures by path

	settle  []time.Duration
	window  time.Duration
	rate    float64
	flights int
	slow    map[int]time.Duration // how long the source takes before this person
	quota   int64
	marker  kyc.Field
	rules   *rules
	edit    func(*Config)
	ledger  checkpoint.Options
	log     *eventLog
	// crash is called before each call leaves and after each answer; true
	// kills the process there.
	crash  func(at string) bool
	asking sync.Mutex
}

type person struct {
	key, userid, email, name, born string
	number                         string // sent, never returned: who it is, for the truth
	front, selfie                  string // picture paths
	more                           map[kyc.Field]string
	issues                         []kyc.Issue
	excluded                       string // the rule that leaves it out
	returned                       bool   // it comes from a rejects file
}

func newWorld(t *testing.T, cfg sandbox.Config, people int) *world {
	t.Helper()
	cfg.Seed = orSeed(cfg.Seed)
	sb, err := sandbox.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { sb.Close() })
	w := &world{
		t: t, sb: sb, dir: t.TempDir(), files: map[string][]byte{},
		settle: []time.Duration{5 * time.Second, 10 * time.Second, 15 * time.Second},
		window: 45 * time.Second, flights: 8, marker: kyc.NoField, log: &eventLog{},
		ledger: checkpoint.Options{Unsynced: true},
	}
	for i := range people {
		w.people = append(w.people, person{
			key: fmt.Sprint("K", i), userid: fmt.Sprint("u-", i), email: fmt.Sprintf("p%d@example.org", i),
			name: fmt.Sprint("Person ", i), born: fmt.Sprintf("19%02d-03-04", 50+i%50),
		})
	}
	return w
}

func orSeed(seed uint64) uint64 {
	if seed == 0 {
		return 1
	}
	return seed
}

func (w *world) fault(specs ...string) {
	w.t.Helper()
	var faults []sandbox.Fault
	for _, spec := range specs {
		f, err := sandbox.ParseFault(spec)
		if err != nil {
			w.t.Fatal(err)
		}
		faults = append(faults, f)
	}
	if err := w.sb.SetFaults(faults); err != nil {
		w.t.Fatal(err)
	}
}

func (p *person) record(seq int64) *kyc.Record {
	rec := &kyc.Record{
		Row:    &kyc.Row{Seq: seq, Origin: kyc.Origin{File: "people.csv", Line: seq + 2, Row: seq + 1}},
		Issues: p.issues, Excluded: p.excluded,
	}
	if p.key != "" {
		rec.Key = kyc.Key{Parts: []string{p.key}}
	}
	s := &rec.Submission
	s[kyc.UserID], s[kyc.Email], s[kyc.FullName], s[kyc.BirthDate] = p.userid, p.email, p.name, p.born
	s[kyc.KYCStatus], s[kyc.IDType], s[kyc.IssuingCountry] = "approved", "passport", "KOR"
	s[kyc.IdentityNumber] = p.number
	for f, v := range p.more {
		s[f] = v
	}
	rec.Pictures[kyc.IDImage].Path, rec.Pictures[kyc.SelfieImage].Path = p.front, p.selfie
	return rec
}

// peopleRows feeds people through the pipeline as rows.
type peopleRows struct {
	people []person
	slow   map[int]time.Duration
	next   int
}

func (r *peopleRows) Read(_ context.Context, rows []kyc.Row) (int, error) {
	n := 0
	for n < len(rows) && r.next < len(r.people) {
		if wait := r.slow[r.next]; wait > 0 {
			if n > 0 {
				return n, nil
			}
			time.Sleep(wait)
		}
		rows[n] = kyc.Row{Seq: int64(r.next), Origin: kyc.Origin{File: "people.csv", Line: int64(r.next + 2), Row: int64(r.next + 1)}, Returned: r.people[r.next].returned}
		r.next++
		n++
	}
	if r.next == len(r.people) {
		return n, io.EOF
	}
	return n, nil
}

type peopleMapper struct{ people []person }

func (m peopleMapper) Map(rec *kyc.Record) {
	row := rec.Row
	*rec = *m.people[row.Seq].record(row.Seq)
	rec.Row = row
}

type outcomes struct{ list []*kyc.Outcome }

func (o *outcomes) Add(out *kyc.Outcome) error {
	kept := *out
	o.list = append(o.list, &kept)
	return nil
}

func (o *outcomes) count(s kyc.Status) int {
	n := 0
	for _, out := range o.list {
		if out.Status == s {
			n++
		}
	}
	return n
}

type eventLog struct {
	mu    sync.Mutex
	lines bytes.Buffer
}

func (l *eventLog) Event(level, msg string, pairs ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	fmt.Fprintln(&l.lines, level, msg, pairs)
}

// errKilled is how a killed process looks from inside.
var errKilled = errors.New("killed")

// tripper stands between client and target, and can kill the process.
type tripper struct {
	w    *world
	next http.RoundTripper
	kill context.CancelFunc
	dead *atomic.Bool
}

func (tr tripper) RoundTrip(req *http.Request) (*http.Response, error) {
	if tr.dead.Load() {
		return nil, errKilled
	}
	if tr.crashes("before " + req.Method) {
		tr.die()
		return nil, errKilled
	}
	resp, err := tr.next.RoundTrip(req)
	if tr.dead.Load() || tr.crashes("after "+req.Method) {
		tr.die()
		if resp != nil {
			resp.Body.Close()
		}
		return nil, errKilled
	}
	return resp, err
}

// crashes asks the world, one call at a time.
func (tr tripper) crashes(at string) bool {
	tr.w.asking.Lock()
	defer tr.w.asking.Unlock()
	return tr.w.crash != nil && tr.w.crash(at)
}

func (tr tripper) die() {
	tr.dead.Store(true)
	tr.kill()
}

// mortal is a ledger whose process may be dead: then nothing is written.
type mortal struct {
	Ledger
	dead *atomic.Bool
}

func (m mortal) alive() error {
	if m.dead.Load() {
		return errKilled
	}
	return nil
}

func (m mortal) Post(ctx context.Context, ref checkpoint.Ref, id string, proof checkpoint.Proof, end checkpoint.End, images []checkpoint.Image, others []string) error {
	if err := m.alive(); err != nil {
		return err
	}
	return m.Ledger.Post(ctx, ref, id, proof, end, images, others)
}

func (m mortal) Refuse(ctx context.Context, ref checkpoint.Ref, end checkpoint.End) error {
	if err := m.alive(); err != nil {
		return err
	}
	return m.Ledger.Refuse(ctx, ref, end)
}

func (m mortal) Unsend(ctx context.Context, ref checkpoint.Ref, end checkpoint.End) error {
	if err := m.alive(); err != nil {
		return err
	}
	return m.Ledger.Unsend(ctx, ref, end)
}

func (m mortal) Doubt(ctx context.Context, ref checkpoint.Ref, end checkpoint.End, reason string, named ...string) error {
	if err := m.alive(); err != nil {
		return err
	}
	return m.Ledger.Doubt(ctx, ref, end, reason, named...)
}

func (m mortal) Intend(ctx context.Context, from checkpoint.State, in checkpoint.Intent) (checkpoint.Ref, error) {
	if err := m.alive(); err != nil {
		return checkpoint.Ref{}, err
	}
	return m.Ledger.Intend(ctx, from, in)
}

// result is one process's run.
type result struct {
	outcomes
	doubles []Double
	read    int64
	err     error
	calls   int64
	took    time.Duration
}

// run is one process: it opens the run directory, does the dry-run pass and
// the run, and ends.
func (w *world) run() *result {
	w.t.Helper()
	r, err := w.try()
	if err != nil {
		w.t.Fatal(err)
	}
	return r
}

func (w *world) try() (*result, error) {
	begin := time.Now()
	soft, stop := context.WithCancel(context.Background())
	defer stop()
	return w.runSoft(soft, begin)
}

func (w *world) runSoft(soft context.Context, begin time.Time) (*result, error) {
	ctx, kill := context.WithCancel(context.Background())
	defer kill()
	var dead atomic.Bool
	ledger, err := checkpoint.Open(ctx, w.dir, w.ledger)
	if err != nil {
		return nil, err
	}
	defer ledger.Close()
	client, err := argos.New(argos.Config{
		BaseURL: "http://127.0.0.1:1/v3", APIKey: sandbox.DefaultAPIKey, Admin: "ops@bank.example",
		Transport: tripper{w: w, next: sandbox.Transport(w.sb), kill: kill, dead: &dead},
	})
	if err != nil {
		return nil, err
	}
	front := pipeline.Front{Rows: &peopleRows{people: w.people}, Mapper: peopleMapper{w.people}, Workers: 2, Unique: &uniqueKeys{seen: map[string]*kyc.Record{}}}
	scout := NewScout()
	if _, err := pipeline.Survey(ctx, front, NewDryRun(ledger, false, scout), &outcomes{}); err != nil {
		return nil, err
	}
	cfg := Config{
		Client: client, Ledger: mortal{ledger, &dead}, Log: w.log, OpenPicture: w.open, Soft: soft,
		Marker: w.marker, Rate: w.rate, Concurrency: w.flights, DailyQuota: w.quota,
		Settle: w.settle, CommitWindow: w.window, Lag: w.settle[len(w.settle)-1],
		DoubtTimeout: 5 * time.Minute, Scout: scout, rules: w.rules, LookFirst: ledger.Cautious(),
		Binding: Binding{Target: "http://127.0.0.1:1/v3", Credential: ledger.Print(DomainCredential, sandbox.DefaultAPIKey), KeyColumns: "key"},
	}
	if w.edit != nil {
		w.edit(&cfg)
	}
	u, err := New(ctx, cfg)
	if err != nil {
		return nil, err
	}
	defer u.Close()
	r := &result{}
	front.Rows = &peopleRows{people: w.people, slow: w.slow}
	front.Unique = &uniqueKeys{seen: map[string]*kyc.Record{}}
	r.read, r.err = pipeline.Run(ctx, soft, front, u, WorkersFor(w.flights), &r.outcomes)
	if r.err == nil {
		r.doubles, r.err = u.Audit(ctx)
	}
	r.calls, r.took = u.Calls(), time.Since(begin)
	return r, nil
}

func (w *world) open(path string) (io.ReadCloser, int64, error) {
	data, ok := w.files[path]
	if !ok {
		return nil, 0, os.ErrNotExist
	}
	return io.NopCloser(bytes.NewReader(data)), int64(len(data)), nil
}

// uniqueKeys stands in for validate.Unique.
type uniqueKeys struct{ seen map[string]*kyc.Record }

func (u *uniqueKeys) Check(recs []*kyc.Record) {
	for _, rec := range recs {
		key := rec.Key.String()
		if first := u.seen[key]; first != nil {
			rec.BehindExcluded = first.Excluded != ""
			rec.Add(kyc.Issue{Severity: kyc.Reject, Code: "key_duplicate"})
			continue
		}
		u.seen[key] = rec
	}
}

// stored is how often the target has each userid, outsiders apart.
func (w *world) stored() map[string]int {
	w.sb.Wait()
	n := map[string]int{}
	for _, s := range w.sb.Submissions() {
		if !s.Planted {
			n[s.Fields["userid"]]++
		}
	}
	return n
}

// exactlyOnce asserts the promise: each person is there once, none twice.
func (w *world) exactlyOnce() {
	w.t.Helper()
	n := w.stored()
	for _, p := range w.people {
		if n[p.userid] != 1 {
			w.t.Errorf("%s is in the target %d times, want once\n%s", p.userid, n[p.userid], w.log.lines.String())
		}
	}
}

func inBubble(t *testing.T, name string, f func(t *testing.T)) {
	t.Run(name, func(t *testing.T) { synctest.Test(t, f) })
}

func TestLoopClean(t *testing.T) {
	inBubble(t, "fifty people", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: 100 * time.Millisecond}, 50)
		r := w.run()
		if r.err != nil || r.count(kyc.Created) != 50 {
			t.Fatalf("created %d of 50, error %v", r.count(kyc.Created), r.err)
		}
		w.exactlyOnce()
		r = w.run()
		if r.calls != 0 || r.count(kyc.Already) != 50 {
			t.Errorf("again: %d calls, %d already, error %v", r.calls, r.count(kyc.Already), r.err)
		}
	})
}
