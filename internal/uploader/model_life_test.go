package uploader

import (
	"context"
	"net/http"
	"sync"
	"time"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// life is one process until it dies. What is on its way then is given up at
// once, and nothing is written any more.
type life struct {
	kill kill
	stop context.CancelFunc // ends the waiting
	died chan struct{}

	mu     sync.Mutex // never held while anything waits
	dead   bool
	passed int
}

func (l *life) alive() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.dead {
		return errKilled
	}
	return nil
}

// pass says that the process is at a point; errKilled if it ends there.
func (l *life) pass(point string) error {
	if l.reached(point) {
		l.die()
	}
	return l.alive()
}

func (l *life) reached(point string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.kill.at != point {
		return false
	}
	l.passed++
	return l.passed == l.kill.nth
}

func (l *life) die() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.dead {
		l.dead = true
		close(l.died)
		l.stop()
	}
}

// send sends a call to the target unless the process is dead, or dies
// before, while or after it.
func (l *life) send(next http.RoundTripper, req *http.Request) (*http.Response, error) {
	if err := l.pass("before " + req.Method); err != nil {
		return nil, err
	}
	type answer struct {
		resp *http.Response
		err  error
	}
	came := make(chan answer, 1)
	go func() {
		resp, err := next.RoundTrip(req)
		came <- answer{resp, err}
	}()
	if l.reached("during " + req.Method) {
		time.AfterFunc(l.kill.after, l.die)
	}
	select {
	case a := <-came:
		if err := l.pass("after " + req.Method); err != nil {
			return nil, err
		}
		return a.resp, a.err
	case <-l.died:
		return nil, errKilled
	}
}

type wire struct {
	life *life
	next http.RoundTripper
}

func (w wire) RoundTrip(req *http.Request) (*http.Response, error) { return w.life.send(w.next, req) }

// fatal is a ledger at each of whose writes the process may end.
type fatal struct {
	Ledger
	life *life
	disk time.Duration
}

func (f fatal) write(what string, do func() error) error {
	if err := f.life.pass("before " + what); err != nil {
		return err
	}
	if err := do(); err != nil {
		return err
	}
	return f.life.pass("after " + what)
}

func (f fatal) Intend(ctx context.Context, from checkpoint.State, in checkpoint.Intent) (ref checkpoint.Ref, err error) {
	return ref, f.write("intend", func() error {
		time.Sleep(f.disk)
		ref, err = f.Ledger.Intend(ctx, from, in)
		return err
	})
}

func (f fatal) Restamp(ctx context.Context, ref checkpoint.Ref, before time.Time) error {
	return f.write("restamp", func() error { return f.Ledger.Restamp(ctx, ref, before) })
}

func (f fatal) Post(ctx context.Context, ref checkpoint.Ref, id string, proof checkpoint.Proof, end checkpoint.End, images []checkpoint.Image, others []string) error {
	return f.write("post", func() error { return f.Ledger.Post(ctx, ref, id, proof, end, images, others) })
}

func (f fatal) Refuse(ctx context.Context, ref checkpoint.Ref, end checkpoint.End) error {
	return f.write("refuse", func() error { return f.Ledger.Refuse(ctx, ref, end) })
}

func (f fatal) Unsend(ctx context.Context, ref checkpoint.Ref, end checkpoint.End) error {
	return f.write("unsend", func() error { return f.Ledger.Unsend(ctx, ref, end) })
}

func (f fatal) Doubt(ctx context.Context, ref checkpoint.Ref, end checkpoint.End, reason string, named ...string) error {
	return f.write("doubt", func() error { return f.Ledger.Doubt(ctx, ref, end, reason, named...) })
}

func (f fatal) Ended(ctx context.Context, ref checkpoint.Ref, by time.Time) error {
	return f.write("ended", func() error { return f.Ledger.Ended(ctx, ref, by) })
}

func (f fatal) Looked(ctx context.Context, ref checkpoint.Ref, class checkpoint.Class, candidates []string, reason string) error {
	return f.write("looked", func() error { return f.Ledger.Looked(ctx, ref, class, candidates, reason) })
}

func (f fatal) Absent(ctx context.Context, ref checkpoint.Ref) error {
	return f.write("absent", func() error { return f.Ledger.Absent(ctx, ref) })
}

func (f fatal) Adopt(ctx context.Context, from checkpoint.State, prints checkpoint.Prints, origin kyc.Origin, id string, proof checkpoint.Proof, images []checkpoint.Image, others []string) (record int64, err error) {
	return record, f.write("adopt", func() error {
		record, err = f.Ledger.Adopt(ctx, from, prints, origin, id, proof, images, others)
		return err
	})
}

func (f fatal) Disown(ctx context.Context, record int64, id string, proof checkpoint.Proof, reason string, heir int64) error {
	return f.write("disown", func() error { return f.Ledger.Disown(ctx, record, id, proof, reason, heir) })
}

func (f fatal) Reject(ctx context.Context, prints checkpoint.Prints, origin kyc.Origin, code string) error {
	return f.write("reject", func() error { return f.Ledger.Reject(ctx, prints, origin, code) })
}

func (f fatal) PutImages(ctx context.Context, record int64, images []checkpoint.Image) error {
	return f.write("images", func() error { return f.Ledger.PutImages(ctx, record, images) })
}

func (f fatal) Complete(ctx context.Context, record int64, to checkpoint.State, reason string, images ...checkpoint.Image) error {
	return f.write("complete", func() error { return f.Ledger.Complete(ctx, record, to, reason, images...) })
}

func (f fatal) Audited(ctx context.Context, record int64, others []string) error {
	return f.write("audited", func() error { return f.Ledger.Audited(ctx, record, others) })
}

func (f fatal) SetMeta(ctx context.Context, name, value string) error {
	return f.write("meta", func() error { return f.Ledger.SetMeta(ctx, name, value) })
}
