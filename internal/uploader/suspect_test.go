package uploader

import (
	"testing"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// A record that was only looked up, because the ledger may have forgotten it,
// and that ARGOS may have already, is not posted by a later run that is no
// longer cautious.
func TestSuspectStaysInDoubt(t *testing.T) {
	inBubble(t, "restored ledger", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{}, 30)
		planted := map[string]string{"userid": "u-7", "email": "p7@example.org", "fullName": "Person 7", "birthDate": "1957-03-04", "kycStatus": "approved"}
		if _, err := w.sb.Plant(sandbox.Outsider{Fields: planted, CreatedAt: time.Now().Add(-24 * time.Hour)}); err != nil {
			t.Fatal(err)
		}
		w.edit = func(c *Config) { c.LookFirst = true }
		first := w.run()
		if first.err != nil || first.count(kyc.InDoubt) != 1 || first.count(kyc.Created) != 29 {
			t.Fatalf("cautious run: %d in doubt, %d created, error %v", first.count(kyc.InDoubt), first.count(kyc.Created), first.err)
		}
		w.edit = func(c *Config) { c.NoPreflight = true }
		second := w.run()
		if second.count(kyc.InDoubt) != 1 || second.count(kyc.Already) != 29 {
			t.Errorf("plain run: %d in doubt, %d already, error %v", second.count(kyc.InDoubt), second.count(kyc.Already), second.err)
		}
		if n := w.stored()["u-7"]; n != 0 {
			t.Errorf("the suspect was posted %d times", n)
		}
	})
}

// --doubt-timeout bounds the waiting for doubts, however long the quiet time.
func TestDoubtTimeoutBoundsTheRun(t *testing.T) {
	inBubble(t, "an hour's commit window", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{}, 5)
		w.window = time.Hour
		w.fault("post:drop-before=#3")
		w.edit = func(c *Config) { c.DoubtTimeout = 2 * time.Minute }
		r := w.run()
		if r.count(kyc.InDoubt) != 1 || r.took > 4*time.Minute {
			t.Errorf("%d in doubt after %v, error %v", r.count(kyc.InDoubt), r.took, r.err)
		}
	})
}
