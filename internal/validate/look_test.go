package validate

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/picture"
)

func TestLook(t *testing.T) {
	sound := picture.Facts{Media: picture.JPEG, Size: 50_000, Width: 600, Height: 400, Turn: 1}
	with := func(change func(f *picture.Facts)) *picture.Facts {
		f := sound
		change(&f)
		return &f
	}
	tests := map[string]struct {
		facts *picture.Facts
		want  []string
	}{
		"sound":             {&sound, nil},
		"cut off":           {with(func(f *picture.Facts) { f.Fault = picture.CutOff }), []string{"reject image_truncated idImage"}},
		"corrupt":           {with(func(f *picture.Facts) { f.Fault = picture.Corrupt }), []string{"warning image_corrupt idImage"}},
		"unexamined, tiny":  {with(func(f *picture.Facts) { f.Fault, f.Height = picture.Unexamined, 9 }), []string{"warning image_unexamined idImage", "warning image_tiny idImage"}},
		"just wide enough":  {with(func(f *picture.Facts) { f.Width, f.Height = 200, 200 }), nil},
		"one pixel less":    {with(func(f *picture.Facts) { f.Width = 199 }), []string{"warning image_tiny idImage"}},
		"few bytes":         {with(func(f *picture.Facts) { f.Size = 4_999 }), []string{"warning image_tiny idImage"}},
		"a PNG of few":      {with(func(f *picture.Facts) { f.Media, f.Size = picture.PNG, 900 }), nil},
		"sideways":          {with(func(f *picture.Facts) { f.Turn = 6 }), []string{"warning image_rotated idImage"}},
		"blank":             {with(func(f *picture.Facts) { f.Blank = true }), []string{"warning image_blank idImage"}},
		"noise":             {with(func(f *picture.Facts) { f.Clarity = picture.Noise }), []string{"warning image_unclear idImage"}},
		"blurred":           {with(func(f *picture.Facts) { f.Clarity = picture.Blurred }), []string{"warning image_unclear idImage"}},
		"sideways, blank":   {with(func(f *picture.Facts) { f.Turn, f.Blank = 8, true }), []string{"warning image_rotated idImage", "warning image_blank idImage"}},
		"cut off, sideways": {with(func(f *picture.Facts) { f.Fault, f.Turn = picture.CutOff, 6 }), []string{"reject image_truncated idImage"}},
	}
	v := newValidator(t, Options{Column: func(string) string { return "front" }})
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			rec := goodRecord()
			v.Look(rec, kyc.IDImage, test.facts)
			if diff := cmp.Diff(test.want, found(rec)); diff != "" {
				t.Error(diff)
			}
			if len(rec.Issues) > 0 && rec.Issues[0].Column != "front" {
				t.Error("the issue does not say its column")
			}
		})
	}
	rec := goodRecord()
	rec.Add(imageTooBig.issue("idImage"))
	v.Look(rec, kyc.IDImage, with(func(f *picture.Facts) { f.Clarity = picture.Noise }))
	if diff := cmp.Diff([]string{"reject image_too_big idImage", "warning image_unclear idImage"}, found(rec)); diff != "" {
		t.Errorf("a picture that is rejected for its size: %s", diff)
	}
}

// seen hands a record with a key and pictures to a Likeness; a picture is the
// first byte of its hash.
func seen(l *Likeness, seq int64, key string, front, back, selfie byte) []string {
	rec := goodRecord()
	rec.Row.Seq, rec.Key = seq, kyc.Key{}
	if key != "" {
		rec.Key.Parts = []string{key}
	}
	var facts [kyc.NumImages]*picture.Facts
	for kind, sum := range map[kyc.ImageKind]byte{kyc.IDImage: front, kyc.IDBackImage: back, kyc.SelfieImage: selfie} {
		if sum != 0 {
			facts[kind] = &picture.Facts{Size: 1, Sum: [32]byte{sum}}
		}
	}
	l.Check(rec, &facts)
	return found(rec)
}

func TestLikeness(t *testing.T) {
	l := NewLikeness(false, nil)
	for i, test := range []struct {
		key                 string
		front, back, selfie byte
		want                []string
	}{
		{"a", 1, 2, 3, nil},
		{"b", 4, 0, 3, []string{"warning image_shared selfieImage"}},
		{"c", 5, 5, 0, []string{"warning image_repeated idBackImage"}},
		{"d", 6, 0, 6, []string{"warning image_repeated selfieImage"}},
		{"a", 1, 2, 3, nil}, // the same person again: the key is what is wrong
		{"", 7, 0, 0, nil},
		{"", 7, 0, 0, []string{"warning image_shared idImage"}},
		{"e", 2, 0, 0, []string{"warning image_shared idImage"}},
		// Twice in one record, and with another person too: the one does not hide the other.
		{"f", 1, 0, 1, []string{"warning image_shared idImage", "warning image_repeated selfieImage", "warning image_shared selfieImage"}},
		{"c", 9, 9, 5, []string{"warning image_repeated idBackImage", "warning image_repeated selfieImage"}},
	} {
		if diff := cmp.Diff(test.want, seen(l, int64(i), test.key, test.front, test.back, test.selfie)); diff != "" {
			t.Errorf("row %d: %s", i+1, diff)
		}
	}
}

func TestLikenessNamesTheFirst(t *testing.T) {
	l := NewLikeness(false, nil)
	seen(l, 41, "a", 0, 9, 0)
	rec := goodRecord()
	rec.Row.Seq, rec.Key.Parts = 99, []string{"b"}
	l.Check(rec, &[kyc.NumImages]*picture.Facts{{Size: 1, Sum: [32]byte{9}}})
	if len(rec.Issues) != 1 || !strings.HasSuffix(rec.Issues[0].Text(), "the idBackImage of data row 42, counted from 1 without the header") {
		t.Errorf("%+v", rec.Issues)
	}
}

// A selfie that is the front of the card, saved again.
func TestLikenessWithinARecord(t *testing.T) {
	l := NewLikeness(true, nil)
	rec := goodRecord()
	front, selfie := &picture.Facts{Size: 1, Width: 9, Sum: [32]byte{1}, Print: picture.Print{1, 2, 3, 4}}, &picture.Facts{Size: 1, Width: 9, Sum: [32]byte{2}, Print: picture.Print{1, 2, 3, 5}}
	l.Check(rec, &[kyc.NumImages]*picture.Facts{kyc.IDImage: front, kyc.SelfieImage: selfie})
	if diff := cmp.Diff([]string{"warning image_repeated selfieImage"}, found(rec)); diff != "" {
		t.Error(diff)
	}
}

// A picture saved three times: the front of one person, and both sides of another.
func TestLikenessWithinARecordAndBeside(t *testing.T) {
	l := NewLikeness(true, nil)
	saved := func(sum byte) *picture.Facts {
		return &picture.Facts{Size: 1, Width: 9, Sum: [32]byte{sum}, Print: picture.Print{1, 2, 3, uint64(sum)}}
	}
	for i, test := range []struct {
		facts [kyc.NumImages]*picture.Facts
		want  []string
	}{
		{[kyc.NumImages]*picture.Facts{kyc.IDImage: saved(1)}, nil},
		{[kyc.NumImages]*picture.Facts{kyc.IDImage: saved(2), kyc.IDBackImage: saved(3)}, []string{
			"warning image_alike idImage", "warning image_repeated idBackImage", "warning image_alike idBackImage",
		}},
	} {
		rec := goodRecord()
		rec.Row.Seq, rec.Key.Parts = int64(i), []string{string(rune('a' + i))}
		l.Check(rec, &test.facts)
		if diff := cmp.Diff(test.want, found(rec)); diff != "" {
			t.Errorf("row %d: %s", i+1, diff)
		}
	}
}

func TestLikenessOfLooks(t *testing.T) {
	facts := func(sum byte, p picture.Print) *[kyc.NumImages]*picture.Facts {
		return &[kyc.NumImages]*picture.Facts{{Size: 1, Width: 9, Sum: [32]byte{sum}, Print: p}}
	}
	for looks, want := range map[bool][]string{true: {"warning image_alike idImage"}, false: nil} {
		l := NewLikeness(looks, nil)
		for i, test := range []struct {
			print picture.Print
			want  []string
		}{
			{picture.Print{1, 2, 3, 4}, nil},
			{picture.Print{0, 3, 3 ^ 8 ^ 3<<32, 4 ^ 3<<32}, want},            // seven bits apart, in five of eight words
			{picture.Print{1 ^ 127, 2 ^ 1<<32, 3, 4}, nil},                   // eight, in two
			{picture.Print{1 << 33, 3, 3 ^ 8 ^ 3<<32, 4 ^ 7<<32}, nil},       // what is alike to the first is not compared with
			{picture.Print{99, 2, 3, 4 ^ 255}, nil},                          // words in common, and far apart
			{picture.Print{77 ^ 1<<40, 99 ^ 1<<40, 1 << 40, 5 ^ 1<<40}, nil}, // nothing in common
		} {
			rec := goodRecord()
			rec.Row.Seq, rec.Key.Parts = int64(i), []string{string(rune('a' + i))}
			l.Check(rec, facts(byte(i+1), test.print))
			if diff := cmp.Diff(test.want, found(rec)); diff != "" {
				t.Errorf("looks %t, row %d: %s", looks, i+1, diff)
			}
		}
	}
}
