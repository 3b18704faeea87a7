package validate

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

func jpegBytes(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 16, 10)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngBytes(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 16, 10))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// imageRoot is a folder with one file of every sort, beside a file outside.
func imageRoot(t testing.TB) string {
	t.Helper()
	parent := t.TempDir()
	root := filepath.Join(parent, "images")
	files := map[string][]byte{
		"outside.jpg":            jpegBytes(t),
		"images/good.jpg":        jpegBytes(t),
		"images/good.png":        pngBytes(t),
		"images/misnamed.dat":    pngBytes(t),
		"images/deep/er/one.jpg": jpegBytes(t),
		"images/empty.jpg":       {},
		"images/short.jpg":       {0xff},
		"images/scan.jpg":        []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"),
		"images/page.png":        []byte("<html><head><meta charset=\"canary\"></head><body>404</body></html>"),
		"images/cut.jpg":         jpegBytes(t)[:len(jpegBytes(t))-2],
		"images/cut.png":         pngBytes(t)[:len(pngBytes(t))-12],
		"images/misnamed.png":    jpegBytes(t),
		"images/cut-named.png":   jpegBytes(t)[:len(jpegBytes(t))/2],
		"images/big.png":         append(pngBytes(t), make([]byte, 100_000)...),
	}
	for name, content := range files {
		path := filepath.Join(parent, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestCheckPictures(t *testing.T) {
	root := imageRoot(t)
	tests := []struct{ path, want string }{
		{"good.jpg", ""},
		{"good.png", ""},
		{"misnamed.dat", ""},
		{"deep/er/one.jpg", ""},
		{"absent.jpg", "image_missing"},
		{"GOOD.JPG", "image_missing"},
		{"absent/good.jpg", "image_missing"},
		{"good.jpg/good.jpg", "image_missing"},
		{"../outside.jpg", "image_outside"},
		{filepath.Join(root, "good.jpg"), "image_outside"},
		{"deep", "image_unreadable"},
		{"nul\x00.jpg", "image_unreadable"},
		{"empty.jpg", "image_empty"},
		{"big.png", "image_too_big"},
		{"short.jpg", "image_type"},
		{"cut.jpg", "image_truncated"},
		{"cut.png", "image_truncated"},
		{"cut-named.png", "image_truncated"},
		{"scan.jpg", "image_type"},
		{"page.png", "image_type"},
	}
	v := newValidator(t, Options{Pictures: below(t, root), ImageMaxBytes: 50_000})
	drop := newValidator(t, Options{Pictures: below(t, root), ImageMaxBytes: 50_000, DropBadImages: true})
	for _, test := range tests {
		t.Run(test.path, func(t *testing.T) {
			if test.path == "GOOD.JPG" && runtime.GOOS != "linux" {
				t.Skip("file names may ignore case here")
			}
			var want, wantDropped []string
			if test.want != "" {
				want, wantDropped = []string{"reject " + test.want + " idImage"}, []string{"warning image_dropped idImage"}
			}
			rec := goodRecord()
			rec.Pictures[kyc.IDImage].Path = test.path
			v.Check(rec)
			if diff := cmp.Diff(want, found(rec)); diff != "" {
				t.Error(diff)
			}
			if rec.Pictures[kyc.IDImage].Path != test.path || test.want == "" && rec.Pictures[kyc.IDImage].Size == 0 {
				t.Errorf("picture is %+v", rec.Pictures[kyc.IDImage])
			}

			rec = goodRecord()
			rec.Pictures[kyc.IDImage].Path = test.path
			drop.Check(rec)
			if diff := cmp.Diff(wantDropped, found(rec)); diff != "" {
				t.Error(diff)
			}
			if rec.HasPictures() != (test.want == "") {
				t.Errorf("picture is %+v", rec.Pictures[kyc.IDImage])
			}
		})
	}
}

func TestPictureSize(t *testing.T) {
	root := imageRoot(t)
	v := newValidator(t, Options{Pictures: below(t, root)})
	rec := goodRecord()
	rec.Pictures[kyc.SelfieImage].Path = "big.png"
	v.Check(rec)
	info, err := os.Stat(filepath.Join(root, "big.png"))
	if err != nil {
		t.Fatal(err)
	}
	if got := rec.Pictures[kyc.SelfieImage].Size; got != info.Size() || len(rec.Issues) != 0 {
		t.Errorf("size %d of %d, issues %v", got, info.Size(), found(rec))
	}
}

// A name that promises another type is told, and changes nothing.
func TestMisnamedPicture(t *testing.T) {
	root := imageRoot(t)
	for _, drop := range []bool{false, true} {
		rec := goodRecord()
		rec.Pictures[kyc.IDImage].Path = "misnamed.png"
		newValidator(t, Options{Pictures: below(t, root), DropBadImages: drop}).Check(rec)
		if diff := cmp.Diff([]string{"warning image_extension idImage"}, found(rec)); diff != "" {
			t.Error(diff)
		}
		if rec.Pictures[kyc.IDImage].Size == 0 {
			t.Error("the picture was taken off, or has no size")
		}
	}
}

func TestImageSizeLimit(t *testing.T) {
	root := imageRoot(t)
	size := int64(len(jpegBytes(t)))
	for limit, want := range map[int64]int{size - 1: 1, size: 0} {
		rec := goodRecord()
		rec.Pictures[kyc.IDImage].Path = "good.jpg"
		newValidator(t, Options{Pictures: below(t, root), ImageMaxBytes: limit}).Check(rec)
		if len(rec.Issues) != want {
			t.Errorf("limit %d for %d bytes: %v", limit, size, found(rec))
		}
	}
}

func TestSymbolicLinks(t *testing.T) {
	root := imageRoot(t)
	links := map[string]string{
		"inside.jpg":  "good.jpg",
		"out.jpg":     filepath.Join("..", "outside.jpg"),
		"absolute":    filepath.Join(root, "good.jpg"),
		"nowhere.jpg": "absent.jpg",
		"loop.jpg":    "loop.jpg",
		"up":          "..",
	}
	for name, target := range links {
		if err := os.Symlink(target, filepath.Join(root, name)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	want := map[string]ruleID{
		"inside.jpg": none, "out.jpg": imageOutside, "absolute": imageOutside,
		"nowhere.jpg": imageMissing, "loop.jpg": imageUnreadable,
		filepath.Join("up", "outside.jpg"): imageOutside,
	}
	v := newValidator(t, Options{Pictures: below(t, root)})
	for path, rule := range want {
		if _, got, _, _ := v.judgePicture(path); got != rule {
			t.Errorf("%s: %q, want %q", path, rules[got].Code, rules[rule].Code)
		}
	}
}

func TestUnreadablePicture(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("permissions don't bind here")
	}
	root := imageRoot(t)
	if err := os.Chmod(filepath.Join(root, "good.jpg"), 0); err != nil {
		t.Fatal(err)
	}
	v := newValidator(t, Options{Pictures: below(t, root)})
	var got ruleID
	judge := func() { _, got, _, _ = v.judgePicture("good.jpg") }
	if os.Geteuid() == 0 {
		asNobody(t, judge)
	} else {
		judge()
	}
	if got != imageUnreadable {
		t.Errorf("%q", rules[got].Code)
	}
}

// failing is a folder whose files the machine does not serve.
type failing struct{ err error }

func (f failing) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: f.err}
}

// A picture that this machine cannot read now is never left out for good, whatever the mapping makes of bad
// ones: its record waits.
func TestPictureThatTheMachineDoesNotServe(t *testing.T) {
	for err, waits := range map[error]bool{
		syscall.EMFILE: true, syscall.ENFILE: true, syscall.EIO: true, syscall.ESTALE: true,
		syscall.ENOENT: false, syscall.EACCES: false, syscall.ELOOP: false,
	} {
		rec := goodRecord()
		rec.Pictures[kyc.SelfieImage].Path = "good.jpg"
		newValidator(t, Options{Pictures: failing{err}, DropBadImages: true}).Check(rec)
		if dropped := rec.Pictures[kyc.SelfieImage].Path == ""; rec.Rejected() != waits || dropped == waits {
			t.Errorf("%v: rejected %v, dropped %v; %v", err, rec.Rejected(), dropped, rec.Issues)
		}
	}
}

func TestPictureDetails(t *testing.T) {
	v := newValidator(t, Options{Pictures: below(t, imageRoot(t)), ImageMaxBytes: 50_000})
	for path, want := range map[string]string{
		"scan.jpg": ": it is application/pdf",
		"page.png": ": it is text/html",
		"big.png":  ": 100075 bytes of at most 50000",
	} {
		if _, _, detail, _ := v.judgePicture(path); detail != want {
			t.Errorf("%s: %q, want %q", path, detail, want)
		}
	}
}

func TestNoImageRoot(t *testing.T) {
	rec := goodRecord()
	rec.Pictures[kyc.AddressImage].Path = "good.jpg"
	newValidator(t, Options{}).Check(rec)
	if diff := cmp.Diff([]string{"reject image_missing addressImage"}, found(rec)); diff != "" {
		t.Error(diff)
	}
}

func TestDocumentPictureNeedsIDType(t *testing.T) {
	root := imageRoot(t)
	warned := "warning disputed_missing idType"
	tests := []struct {
		name string
		drop bool
		kind kyc.ImageKind
		path string
		want []string
	}{
		{"front", false, kyc.IDImage, "good.jpg", []string{warned, "reject id_type_required idType"}},
		{"back", false, kyc.IDBackImage, "good.png", []string{warned, "reject id_type_required idType"}},
		{"selfie", false, kyc.SelfieImage, "good.jpg", []string{warned}},
		{"dropped", true, kyc.IDImage, "absent.jpg", []string{warned, "warning image_dropped idImage"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rec := goodRecord()
			rec.Submission[kyc.IDType] = ""
			rec.Pictures[test.kind].Path = test.path
			newValidator(t, Options{Pictures: below(t, root), DropBadImages: test.drop}).Check(rec)
			if diff := cmp.Diff(test.want, found(rec)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func BenchmarkCheckPicture(b *testing.B) {
	v := newValidator(b, Options{Pictures: below(b, imageRoot(b))})
	rec := goodRecord()
	rec.Pictures[kyc.IDImage].Path = "good.jpg"
	b.ReportAllocs()
	for b.Loop() {
		v.Check(rec)
	}
}
