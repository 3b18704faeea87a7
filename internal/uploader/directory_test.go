package uploader

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// Test 10 of exactly-once.md: what people do to run directories, and to the
// target.

// copyDir copies the run directory as it is now, and returns the copy.
func (w *world) copyDir() string {
	w.t.Helper()
	to := w.t.TempDir()
	if err := os.CopyFS(to, os.DirFS(w.dir)); err != nil {
		w.t.Fatal(err)
	}
	return to
}

// restore puts a copy back in the run directory's place.
func (w *world) restore(from string) {
	w.t.Helper()
	if err := errors.Join(os.RemoveAll(w.dir), os.CopyFS(w.dir, os.DirFS(from))); err != nil {
		w.t.Fatal(err)
	}
}

func withMark(with bool) kyc.Field {
	if with {
		return kyc.CF3
	}
	return kyc.NoField
}

func markName(with bool) string {
	if with {
		return ", with a mark"
	}
	return ""
}

func TestDirectoryGone(t *testing.T) {
	for _, marked := range []bool{false, true} {
		for name, sent := range map[string]int{"all sent": 30, "half sent": 15} {
			inBubble(t, name+markName(marked), func(t *testing.T) {
				w := newWorld(t, soon(), 30)
				w.marker = withMark(marked)
				all := w.people
				w.people = all[:sent]
				w.allCreated()
				w.people, w.dir = all, t.TempDir()
				posts := w.sent(sandbox.EndpointPost, 0)
				r := w.run()
				w.stopOf(r.err, StopConfig, "migrated_elsewhere")
				if n := w.sent(sandbox.EndpointPost, 0); n != posts {
					t.Errorf("%d POSTs from a second run directory", n-posts)
				}
				w.want(r, map[kyc.Status]int{kyc.NotAttempted: 30})
			})
		}
	}
}

// TestYesterdaysDirectory: the whole directory is put back to an earlier
// state, which nothing in it can tell.
func TestYesterdaysDirectory(t *testing.T) {
	for _, marked := range []bool{false, true} {
		inBubble(t, "restored"+markName(marked), func(t *testing.T) {
			w := newWorld(t, soon(), 30)
			w.marker = withMark(marked)
			all := w.people
			w.people = all[:10]
			w.allCreated()
			yesterday := w.copyDir()
			w.people = all[:20]
			w.run()
			w.restore(yesterday)
			w.people = all
			r := w.run()
			w.never("yesterday's directory")
			if !marked {
				w.stopOf(r.err, StopConfig, "migrated_elsewhere")
				return
			}
			w.want(r, map[kyc.Status]int{kyc.Already: 10, kyc.Created: 20})
			w.exactlyOnce()
		})
		inBubble(t, "restored, told to look first"+markName(marked), func(t *testing.T) {
			w := newWorld(t, soon(), 30)
			w.marker = withMark(marked)
			all := w.people
			w.people = all[:10]
			w.allCreated()
			yesterday := w.copyDir()
			w.people = all[:20]
			w.run()
			w.restore(yesterday)
			w.people = all
			w.edit = func(c *Config) { c.LookFirst = true }
			r := w.run()
			w.never("yesterday's directory")
			want := map[kyc.Status]int{kyc.Already: 10, kyc.Created: 20}
			if !marked {
				want = map[kyc.Status]int{kyc.Already: 10, kyc.Created: 10, kyc.InDoubt: 10}
			}
			w.want(r, want)
			w.exactlyOnce()
		})
	}
}

// TestCopiedDirectory: two copies of one directory, both run.
func TestCopiedDirectory(t *testing.T) {
	for _, marked := range []bool{false, true} {
		inBubble(t, "both run"+markName(marked), func(t *testing.T) {
			w := newWorld(t, soon(), 20)
			w.marker = withMark(marked)
			all := w.people
			w.people = all[:8]
			w.allCreated()
			first, second := w.dir, w.copyDir()
			w.dir = second
			if _, err := w.try(); !errors.Is(err, checkpoint.ErrGuard) {
				t.Fatalf("a copied directory was taken: %v", err)
			}
			w.dir, w.people = first, all
			w.allOf(w.run(), 20)
			w.dir, w.ledger.Recover = second, true
			r := w.run()
			w.ledger.Recover = false
			w.never("both copies")
			w.exactlyOnce()
			if marked {
				w.want(r, map[kyc.Status]int{kyc.Already: 8, kyc.Created: 12})
			} else {
				w.want(r, map[kyc.Status]int{kyc.Already: 8, kyc.InDoubt: 12})
			}
		})
	}
}

// allOf asserts that a run ended with everybody in the target.
func (w *world) allOf(r *result, n int) {
	w.t.Helper()
	if got := r.count(kyc.Created) + r.count(kyc.Already); r.err != nil || got != n {
		w.t.Fatalf("%d of %d are in the target, error %v\n%s", got, n, r.err, w.log.lines.String())
	}
}

func TestDirectoryRobbed(t *testing.T) {
	for _, file := range []string{"secret.key", "ledger.db"} {
		inBubble(t, file, func(t *testing.T) {
			w := newWorld(t, soon(), 4)
			w.allCreated()
			if err := os.Remove(filepath.Join(w.dir, file)); err != nil {
				t.Fatal(err)
			}
			calls := len(w.sb.Calls())
			if _, err := w.try(); !errors.Is(err, checkpoint.ErrGuard) {
				t.Errorf("the directory was taken: %v", err)
			}
			if n := len(w.sb.Calls()); n != calls {
				t.Errorf("%d calls were made", n-calls)
			}
		})
	}
	inBubble(t, "an older ledger.db under the mark", func(t *testing.T) {
		w := newWorld(t, soon(), 6)
		all := w.people
		w.people = all[:3]
		w.allCreated()
		old := w.copyDir()
		w.people = all
		w.run()
		data, err := os.ReadFile(filepath.Join(old, "ledger.db"))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(w.dir, "ledger.db"), data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := w.try(); !errors.Is(err, checkpoint.ErrGuard) {
			t.Fatalf("the directory was taken: %v", err)
		}
		w.ledger.Recover = true
		w.run()
		w.never("an older ledger.db")
	})
}

// TestTargetEmptied: what this directory created is not there any more (N3,
// O4).
func TestTargetEmptied(t *testing.T) {
	inBubble(t, "wiped between two runs", func(t *testing.T) {
		w := newWorld(t, soon(), 6)
		all := w.people
		w.people = all[:4]
		w.allCreated()
		if err := w.sb.Wipe(); err != nil {
			t.Fatal(err)
		}
		w.people = all
		r := w.run()
		w.stopOf(r.err, StopTarget, "control_missing")
		w.want(r, map[kyc.Status]int{kyc.Already: 4, kyc.NotAttempted: 2})
		if n := w.sent(sandbox.EndpointPost, 0); n != 0 {
			t.Errorf("%d POSTs to a target that was emptied", n)
		}
	})
	inBubble(t, "the control alone was deleted", func(t *testing.T) {
		w := newWorld(t, soon(), 6)
		all := w.people
		w.people = all[:4]
		r := w.allCreated()
		for _, o := range r.list[:1] {
			w.remove(o.SubmissionID)
		}
		w.people = all
		w.allOf(w.run(), 6)
	})
	inBubble(t, "nothing to do: no call", func(t *testing.T) {
		w := newWorld(t, soon(), 4)
		w.allCreated()
		if err := w.sb.Wipe(); err != nil {
			t.Fatal(err)
		}
		if r := w.run(); r.err != nil || r.calls != 0 {
			t.Errorf("%d calls, error %v", r.calls, r.err)
		}
	})
	inBubble(t, "the control cannot be asked for", func(t *testing.T) {
		w := newWorld(t, soon(), 6)
		all := w.people
		w.people = all[:4]
		w.allCreated()
		w.people = all
		w.fault("get:500=#1-6")
		w.allOf(w.run(), 6)
		w.exactlyOnce()
	})
}

// remove deletes a submission, as somebody with the key would.
func (w *world) remove(id string) {
	w.t.Helper()
	req, err := http.NewRequest(http.MethodDelete, "http://127.0.0.1:1/v3/submission?submission_id="+id, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	req.Header.Set("X-Api-Key", sandbox.DefaultAPIKey)
	resp, err := sandbox.Transport(w.sb).RoundTrip(req)
	if err != nil || resp.StatusCode != 200 {
		w.t.Fatalf("delete: %v %v", resp, err)
	}
}

// otherKey makes the process use another API key.
func (w *world) otherKey(key string, edit func(*Binding)) {
	w.edit = func(c *Config) {
		client, err := argos.New(argos.Config{
			BaseURL: "http://127.0.0.1:1/v3", APIKey: argos.Secret(key), Admin: "ops@bank.example", Transport: sandbox.Transport(w.sb),
		})
		if err != nil {
			w.t.Fatal(err)
		}
		c.Client = client
		c.Binding.Credential = c.Ledger.Print(DomainCredential, key)
		edit(&c.Binding)
	}
}

func twoKeys() sandbox.Config {
	return sandbox.Config{Latency: quick, APIKeys: []string{sandbox.DefaultAPIKey, "rotated", "other=elsewhere"}}
}

func TestBinding(t *testing.T) {
	refused := func(code string, edit func(w *world)) func(*testing.T) {
		return func(t *testing.T) {
			w := newWorld(t, twoKeys(), 6)
			all := w.people
			w.people = all[:3]
			w.allCreated()
			w.people = all
			calls := len(w.sb.Calls())
			edit(w)
			_, err := w.try()
			w.stopOf(err, StopConfig, code)
			if n := len(w.sb.Calls()); n != calls {
				t.Errorf("%d calls were made", n-calls)
			}
		}
	}
	inBubble(t, "another target", refused("target_changed", func(w *world) {
		w.edit = func(c *Config) { c.Binding.Target = "http://127.0.0.1:2/v3" }
	}))
	inBubble(t, "another key column", refused("key_changed", func(w *world) {
		w.edit = func(c *Config) { c.Binding.KeyColumns = "email" }
	}))
	inBubble(t, "another API key", refused("project_changed", func(w *world) {
		w.otherKey("rotated", func(*Binding) {})
	}))
	same := func(b *Binding) { b.SameProject = true }
	inBubble(t, "rotated, as the operator says", func(t *testing.T) {
		w := newWorld(t, twoKeys(), 6)
		all := w.people
		w.people = all[:3]
		w.allCreated()
		w.people = all
		w.otherKey("rotated", same)
		w.allOf(w.run(), 6)
		w.otherKey("rotated", func(*Binding) {})
		w.allOf(w.run(), 6)
		w.exactlyOnce()
	})
	inBubble(t, "of another project, whatever the operator says", func(t *testing.T) {
		w := newWorld(t, twoKeys(), 6)
		all := w.people
		w.people = all[:3]
		w.allCreated()
		w.people = all
		w.otherKey("other", same)
		w.stopOf(w.run().err, StopConfig, "project_changed")
		w.edit = nil
		w.allOf(w.run(), 6)
		w.exactlyOnce()
	})
	inBubble(t, "of another project, and lookups fail", func(t *testing.T) {
		w := newWorld(t, twoKeys(), 6)
		all := w.people
		w.people = all[:3]
		w.allCreated()
		w.people = all
		w.otherKey("other", same)
		w.fault("get:500=#1-40")
		r := w.run()
		w.stopOf(r.err, StopConfig, "project_changed")
		if n := w.stored(); len(n) != 3 {
			t.Errorf("%d people are in a project or another, want the first three", len(n))
		}
	})
	inBubble(t, "open intents and nothing to prove a key by", func(t *testing.T) {
		w := newWorld(t, twoKeys(), 3)
		w.fault("post:drop-after")
		w.killedAt("after POST", 1)
		w.fault()
		w.otherKey("other", same)
		_, err := w.try()
		if err == nil {
			err = w.run().err
		}
		w.stopOf(err, StopConfig, "project_unproven")
		w.edit = nil
		w.allOf(w.run(), 3)
		w.exactlyOnce()
	})
}
