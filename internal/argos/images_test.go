package argos

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"hash"
	"io"
	"io/fs"
	"math/rand/v2"
	"mime"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"

	"kycmigrate/internal/kyc"
)

// part is one part of a received form.
type part struct{ name, disposition, value string }

// readForm parses a PUT as a strict server would.
func readForm(t *testing.T, r *http.Request) []part {
	_, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || r.ContentLength <= 0 || len(r.TransferEncoding) > 0 {
		t.Errorf("content type %v, length %d, %v", err, r.ContentLength, r.TransferEncoding)
	}
	var parts []part
	body := &counter{r: r.Body}
	form := multipart.NewReader(body, params["boundary"])
	for {
		p, err := form.NextRawPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Error(err)
			break
		}
		value, err := io.ReadAll(p)
		if err != nil {
			t.Error(err)
		}
		parts = append(parts, part{p.FormName(), p.Header.Get("Content-Disposition"), string(value)})
	}
	if _, err := io.Copy(io.Discard, body); err != nil || body.n != r.ContentLength {
		t.Errorf("read %d of %d: %v", body.n, r.ContentLength, err)
	}
	return parts
}

type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// Pictures of every awkward length arrive byte for byte, under the announced
// length, in text parts without file names.
func TestPutImagesRequest(t *testing.T) {
	var got []part
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		got = readForm(t, r)
		_, _ = io.WriteString(w, `{"message":"complete to update image."}`)
	})
	random := rand.NewChaCha8([32]byte{1})
	for _, n := range []int{1, 2, 3, 4, 100, rawChunk - 1, rawChunk, rawChunk + 1, 3*rawChunk + 2} {
		var images []Image
		var want [kyc.NumImages][]byte
		for k := range kyc.NumImages {
			want[k] = make([]byte, n+int(k))
			_, _ = random.Read(want[k])
			images = append(images, memImage(k, want[k]))
		}
		reply, err := c.PutImages(context.Background(), "sub 1", "passport", images)
		if err != nil || reply.SubmissionID != "sub 1" {
			t.Fatalf("%d: %+v, %v", n, reply, err)
		}
		if len(got) != 3+int(kyc.NumImages) || got[0].value != "sub 1" || got[1].value != testAdmin || got[2].value != "passport" {
			t.Fatalf("%d: %d parts", n, len(got))
		}
		for i, name := range []string{"submissionId", "admin", "idType", "idImage", "idBackImage", "selfieImage", "addressImage"} {
			if got[i].disposition != `form-data; name="`+name+`"` {
				t.Errorf("part %d: %s", i, got[i].disposition)
			}
		}
		for k := range kyc.NumImages {
			raw, err := base64.StdEncoding.Strict().DecodeString(got[3+int(k)].value)
			if err != nil || !bytes.Equal(raw, want[k]) {
				t.Errorf("%d: %s differs (%v)", n, k, err)
			}
		}
	}
}

func TestPutImagesWithoutIDType(t *testing.T) {
	c := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		for _, p := range readForm(t, r) {
			if p.name == "idType" {
				t.Error("an empty part was sent")
			}
		}
	})
	if _, err := c.PutImages(context.Background(), "s", "", []Image{memImage(kyc.SelfieImage, []byte("x"))}); err != nil {
		t.Error(err)
	}
}

func TestPutImagesRefusesBadCalls(t *testing.T) {
	c := newClient(t, Config{BaseURL: "http://localhost", Transport: transportFunc(func(*http.Request) (*http.Response, error) {
		t.Error("sent")
		return nil, io.EOF
	})})
	img := memImage(kyc.IDImage, []byte("x"))
	for name, tc := range map[string]struct {
		id, idType string
		images     []Image
	}{
		"no id":        {"", "", []Image{img}},
		"id injection": {"a\r\n--x", "", []Image{img}},
		"idType":       {"a", "a\r\nb", []Image{img}},
		"no image":     {"a", "", nil},
		"twice":        {"a", "", []Image{img, img}},
		"empty image":  {"a", "", []Image{memImage(kyc.IDImage, nil)}},
		"kind":         {"a", "", []Image{memImage(kyc.NumImages, []byte("x"))}},
		"no opener":    {"a", "", []Image{{Kind: kyc.IDImage, Size: 1}}},
	} {
		_, err := c.PutImages(context.Background(), tc.id, tc.idType, tc.images)
		if e := failure(t, err); e.Effect != None || e.Code != codeBadCall {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

// closes counts how often what it wraps is closed.
type closes struct {
	io.Reader
	n   *atomic.Int64
	err error
}

func (c closes) Close() error { c.n.Add(1); return c.err }

// A picture that is not what was announced ends the call with nothing done:
// the server never gets a whole body.
func TestPictureFaults(t *testing.T) {
	big := bytes.Repeat([]byte("x"), 2*rawChunk)
	broken := &fs.PathError{Op: "read", Path: "kim-minsu.jpg", Err: errors.New("kim-minsu")}
	for name, tc := range map[string]struct {
		size   int64
		open   func() (io.Reader, error)
		closed error
		code   string
	}{
		"grew":    {size: 2*rawChunk - 1, open: func() (io.Reader, error) { return bytes.NewReader(big), nil }, code: codeImageChanged},
		"shrank":  {size: 2*rawChunk + 1, open: func() (io.Reader, error) { return bytes.NewReader(big), nil }, code: codeImageChanged},
		"emptied": {size: 9, open: func() (io.Reader, error) { return strings.NewReader(""), nil }, code: codeImageChanged},
		"gone": {size: 9, open: func() (io.Reader, error) {
			return nil, &fs.PathError{Op: "open", Path: "kim-minsu.jpg", Err: fs.ErrNotExist}
		}, code: codeImageRead},
		"read error":  {size: 9, open: func() (io.Reader, error) { return iotest.ErrReader(broken), nil }, code: codeImageRead},
		"close error": {size: int64(len(big)), open: func() (io.Reader, error) { return bytes.NewReader(big), nil }, closed: broken, code: codeImageRead},
	} {
		t.Run(name, func(t *testing.T) {
			var whole atomic.Int64
			c := serve(t, func(_ http.ResponseWriter, r *http.Request) {
				if _, err := io.Copy(io.Discard, r.Body); err == nil {
					whole.Add(1)
				}
			})
			var closed, opened atomic.Int64
			images := []Image{memImage(kyc.IDImage, big), {Kind: kyc.SelfieImage, Size: tc.size, Open: func() (io.ReadCloser, error) {
				opened.Add(1)
				r, err := tc.open()
				if err != nil {
					return nil, err
				}
				return closes{r, &closed, tc.closed}, nil
			}}}
			_, err := c.PutImages(context.Background(), "s", "passport", images)
			e := failure(t, err)
			if e.Effect != None || e.Scope != RecordScope || e.Code != tc.code || e.Field != "selfieImage" {
				t.Errorf("got %+v", e)
			}
			if strings.Contains(e.Error(), "kim") {
				t.Errorf("the error names the file: %v", e)
			}
			if opened.Load() != 1 || whole.Load() != 0 || name != "gone" && closed.Load() != 1 {
				t.Errorf("opened %d, closed %d, whole bodies %d", opened.Load(), closed.Load(), whole.Load())
			}
		})
	}
}

// Whatever becomes of the call, its file is closed when PutImages returns.
func TestPictureIsClosedAfterEarlyAnswer(t *testing.T) {
	c := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusRequestEntityTooLarge) })
	var opened, closed atomic.Int64
	size := int64(16 << 20)
	for range 5 {
		_, err := c.PutImages(context.Background(), "s", "passport", []Image{{Kind: kyc.IDImage, Size: size, Open: func() (io.ReadCloser, error) {
			opened.Add(1)
			return closes{io.LimitReader(zeros{}, size), &closed, nil}, nil
		}}})
		// The answer may be lost when the server hangs up on the body.
		if e := failure(t, err); e.Code != codeTooLarge && e.Code != codeLost {
			t.Errorf("got %+v", e)
		}
		if opened.Load() != closed.Load() {
			t.Errorf("opened %d, closed %d", opened.Load(), closed.Load())
		}
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// A 16 MiB picture passes through a client that allocates next to nothing.
func TestPicturesAreStreamed(t *testing.T) {
	const size = 16 << 20
	path := filepath.Join(t.TempDir(), "big.jpg")
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	want := sha256.New()
	writeBig(t, io.MultiWriter(f, want), size)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	got := sha256.New()
	c := newClient(t, Config{BaseURL: "http://localhost", Transport: transportFunc(func(r *http.Request) (*http.Response, error) {
		decodePicture(t, r, got)
		return answering(200, nil, "").RoundTrip(r)
	})})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err = c.PutImages(context.Background(), "s", "passport", []Image{{Kind: kyc.IDImage, Size: size,
		Open: func() (io.ReadCloser, error) { return os.Open(path) }}})
	runtime.ReadMemStats(&after)
	if err != nil || !bytes.Equal(got.Sum(nil), want.Sum(nil)) {
		t.Errorf("differs, or %v", err)
	}
	if n := after.TotalAlloc - before.TotalAlloc; n > 1<<20 {
		t.Errorf("%d bytes allocated", n)
	}
}

func writeBig(t *testing.T, w io.Writer, size int64) {
	t.Helper()
	if _, err := io.CopyN(w, rand.NewChaCha8([32]byte{7}), size); err != nil {
		t.Fatal(err)
	}
}

func decodePicture(t *testing.T, r *http.Request, into hash.Hash) {
	t.Helper()
	_, params, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	form := multipart.NewReader(r.Body, params["boundary"])
	for {
		p, err := form.NextRawPart()
		if err != nil {
			return
		}
		if p.FormName() == "idImage" {
			if _, err := io.Copy(into, base64.NewDecoder(base64.StdEncoding, p)); err != nil {
				t.Error(err)
			}
		}
	}
}

// An early 2xx does not make a broken picture a sent one.
func TestEarlySuccessOfBrokenPicture(t *testing.T) {
	c := newClient(t, Config{BaseURL: "http://localhost", Transport: answering(200, nil, "")})
	img := memImage(kyc.IDImage, []byte("abc"))
	img.Size = 4
	_, err := c.PutImages(context.Background(), "s", "passport", []Image{img})
	if e := failure(t, err); e.Effect != None || e.Code != codeImageChanged {
		t.Errorf("%+v", e)
	}
}
