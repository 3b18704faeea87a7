package main

import (
	"encoding/pem"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"kycmigrate/internal/sandbox"
)

// TestOutsider: submissions with the same userid that somebody else made are
// not ours, even where an answer is lost and a lookup finds them.
func TestOutsider(t *testing.T) {
	for name, marker := range map[string]string{"marked": marked, "unmarked": unmarked} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, sandbox.Config{})
			list := w.withPictures(customers(40))
			w.source(marker, list)
			var planted []string
			for i := range 10 {
				fields := list[i*4].fields()
				fields["fullName"], fields["birthDate"] = "Somebody Else", "1950-01-02"
				delete(fields, "documentNumber")
				id, err := w.box.Plant(sandbox.Outsider{Fields: fields, CreatedAt: time.Now().Add(-24 * time.Hour)})
				if err != nil {
					t.Fatal(err)
				}
				planted = append(planted, id)
			}
			w.faults("post:drop-after=30%", "post:drop-before=10%")
			w.must(exitOK)
			w.mustHoldExactly(list)
			w.mustCrosswalk(list)
			for _, s := range w.box.Submissions() {
				if slices.Contains(planted, s.ID) && len(s.Images) > 0 {
					t.Errorf("the outsider's submission %s got pictures of ours", s.ID)
				}
			}
		})
	}
}

// TestEncrypt: Secure Data Transmission, in both envelopes, with answers lost,
// so that encrypted lookups decide.
func TestEncrypt(t *testing.T) {
	for _, envelope := range []string{"body", "raw"} {
		t.Run(envelope, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, sandbox.Config{Encryption: sandbox.EncryptionRequired})
			list := w.withPictures(customers(40))
			w.source(marked, list)
			w.faults("post:drop-after=10%", "post:502-after=10%", "put:504-after=5%", "get:500-before=5%")
			w.must(exitOK, "--encrypt", "--encrypt-envelope", envelope)
			w.mustHoldExactly(list)
			w.mustCrosswalk(list)
		})
	}
}

// TestEncryptionForgotten: a project that wants encryption takes nothing in
// the clear, and the run says so instead of failing row by row.
func TestEncryptionForgotten(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sandbox.Config{Encryption: sandbox.EncryptionRequired})
	w.source(marked, customers(200))
	c := w.start(w.runArgs("--doubt-timeout", "1s")...)
	e := c.wait()
	e.check(t)
	if e.exit != exitTarget && e.exit != exitRejects && e.exit != exitDoubt {
		t.Errorf("exit %d: %s\n%s", e.exit, e.stdout, tail(e.stderr))
	}
	if n := len(w.box.Submissions()); n != 0 {
		t.Errorf("%d submissions were taken in the clear", n)
	}
	if n := w.calls(); n > 100 {
		t.Errorf("%d calls were made until the run gave up", n)
	}
}

// TestEncryptionIsKept: what a directory sent encrypted it never sends in the clear, and
// what to type next has the flags that the run was given.
func TestEncryptionIsKept(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sandbox.Config{Encryption: sandbox.EncryptionOn})
	list := customers(30)
	w.source(marked, list)
	w.must(exitOK, "--encrypt", "--encrypt-envelope", "raw", "--concurrency", "3", "--limit", "20")
	out, err := w.command("status", "--run", w.run).CombinedOutput()
	for _, flag := range []string{"--encrypt ", "--encrypt-envelope raw", "--concurrency 3"} {
		if !strings.Contains(string(out)+" ", flag) || strings.Contains(string(out), "--limit") {
			t.Errorf("without %s: %s%v", flag, out, err)
		}
	}
	w.stops(exitUsage, "encryption_dropped")
	w.mustBeSilent(exitOK, "--limit", "20") // nothing is sent
	w.must(exitOK, "--encrypt=false", "--limit", "25")
	w.must(exitOK)
	w.mustHoldExactly(list)
}

// TestPlainHTTP: records and the key go in the clear to no other machine.
func TestPlainHTTP(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	w.source(marked, customers(3))
	for _, base := range []string{"http://argos.example/v3", "http://10.0.0.1:1/v3", "http://127.0.0.1.argos.example/v3", "ftp://argos.example/v3"} {
		w.env = append(w.env, "ARGOS_BASE_URL="+base)
		w.stops(exitUsage, "base_url", "--rate", "50", "--settle", "5s,10s,15s", "--yes")
	}
}

// TestRedirect: a redirect is not followed, since the key would travel with
// it, and nothing of it is believed.
func TestRedirect(t *testing.T) {
	for _, status := range []int{http.StatusFound, http.StatusTemporaryRedirect, http.StatusPermanentRedirect} {
		t.Run(strconv.Itoa(status), func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, sandbox.Config{})
			w.source(marked, customers(3))
			from := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
				http.Redirect(rw, r, w.url+strings.TrimPrefix(r.URL.Path, "/v3"), status)
			}))
			defer from.Close()
			w.env = append(w.env, "ARGOS_BASE_URL="+from.URL+"/v3")
			e := w.start(w.runArgs("--doubt-timeout", "100ms")...).wait()
			e.check(t)
			if e.exit != exitDoubt && e.exit != exitTarget {
				t.Errorf("exit %d, %s", e.exit, e.stdout)
			}
			if n := w.received(); n != 0 {
				t.Errorf("%d calls followed the redirect", n)
			}
		})
	}
}

// TestTLS: a certificate that nobody vouches for ends the talk before the key
// is sent; --ca-file vouches.
func TestTLS(t *testing.T) {
	unixOnly(t)
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	list := customers(3)
	w.source(marked, list)
	var calls atomic.Int64
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		calls.Add(1)
		w.box.ServeHTTP(rw, r)
	}))
	server.Config.ErrorLog = log.New(io.Discard, "", 0) // the handshakes are to fail
	server.StartTLS()
	defer server.Close()
	w.env = append(w.env, "ARGOS_BASE_URL="+server.URL+"/v3")
	w.stops(exitTarget, "tls_failed")
	if e := w.must(exitTarget); calls.Load() != 0 || !strings.Contains(e.stderr, "--ca-file") {
		t.Errorf("%d calls to a server that nobody vouches for: %s", calls.Load(), e.stderr)
	}
	w.write("ca.pem", pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw}))
	w.must(exitOK, "--ca-file", "ca.pem")
	w.mustHoldExactly(list)
}

// TestWaves: a pilot of ten, a hundred, then all. What was created adds up,
// and the crosswalk grows with it.
func TestWaves(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	list := w.withPictures(customers(300))
	w.source(marked, list)
	var created int64
	for _, wave := range []struct {
		limit string
		read  int
	}{{"10", 10}, {"100", 100}, {"0", 300}} {
		e := w.must(exitOK, "--limit", wave.limit)
		created += e.summary.Created
		if s := e.summary; s.Read != int64(wave.read) || created != int64(wave.read) || s.Already != int64(wave.read)-s.Created {
			t.Errorf("--limit %s: %d created so far, %s", wave.limit, created, e.stdout)
		}
		w.mustHoldExactly(list[:wave.read])
		w.mustCrosswalk(list[:wave.read])
	}
	w.mustBeSilent(exitOK)
}
