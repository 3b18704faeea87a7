package report

import (
	"strings"
	"testing"
	"unicode"

	"kycmigrate/internal/kyc"
)

// canaries are values that a report must not show. Their fields and columns
// have issues, which is where a report could.
var canaries = map[string]string{
	"name": "Zoltán Quixote-Ōta", "mail": "zq.canary@secret.example", "dob": "31/02/1987", "no": "K7715512Q", "note": "김민수\x00비밀\u202e",
}

// valueFold has an issue for each column, and one for a field of several.
func valueFold(show bool) *Fold {
	columns := []string{"name", "mail", "dob", "no", "note", "key, or not"}
	f := NewFold(Meta{Title: "values", DryRun: true, Columns: columns, ShowValues: show})
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = canaries[c]
	}
	for seq := range int64(3) {
		o := outcome(seq, canaries["no"], kyc.Rejected)
		o.Record.Row.Cells = row
		o.Record.Submission[kyc.FullName], o.Record.Submission[kyc.DocumentNumber] = canaries["name"], canaries["no"]
		for _, c := range columns {
			o.Issues = append(o.Issues, reject("date_unreadable", "birthDate", c, "it does not read", "mend it"))
		}
		o.Issues = append(o.Issues, warn("placeholder", "fullName", "name, mail", "it looks made up", "ask"),
			warn("check_digit", "documentNumber", "", "its check digit is wrong", "ask"), warn("row_odd", "", "", "odd", "look"))
		_ = f.Add(o)
	}
	return f
}

// holds reports whether a file has the value, or three letters of it in a row
// that stand in no word of ours.
func holds(file, value string) bool {
	for _, form := range []string{value, strings.ToLower(value), strings.ToUpper(value), strings.TrimFunc(value, func(r rune) bool { return !unicode.IsPrint(r) })} {
		if strings.Contains(file, form) {
			return true
		}
	}
	return strings.Contains(file, "Zolt") || strings.Contains(file, "canary") || strings.Contains(file, "7715512") || strings.Contains(file, "김민")
}

func TestReportsShowOnlyWhatValuesLookLike(t *testing.T) {
	f := valueFold(false)
	for name, file := range map[string]string{"report.json": string(written(t, f.WriteJSON)), "report.html": string(written(t, f.WriteHTML))} {
		for _, value := range canaries {
			if holds(file, value) {
				t.Errorf("%s holds a canary", name)
			}
		}
		for _, want := range []string{"99/99/9999 (10 characters)", "Aaaaaa Aaaaaaa-Aaa (18 characters)", "A9999999A (9 characters)", "xxx·xx· (7 characters)"} {
			if !strings.Contains(file, want) {
				t.Errorf("%s does not show %q", name, want)
			}
		}
		if strings.Contains(file, "personal data.</strong>") {
			t.Errorf("%s warns of personal data that it does not hold", name)
		}
	}
}

func TestReportsShowValuesWhenAsked(t *testing.T) {
	f := valueFold(true)
	page, doc := textOf(parsed(t, f)), string(written(t, f.WriteJSON))
	for _, want := range []string{"31/02/1987", "Zoltán Quixote-Ōta | zq.canary@secret.example", "K7715512Q", "김민수·비밀·"} {
		if !strings.Contains(page, want) || !strings.Contains(doc, want) {
			t.Errorf("a report does not show %q", want)
		}
	}
	if !strings.Contains(page, "This file holds personal data.") || !strings.Contains(doc, `"shows_values": true`) {
		t.Error("a report with values does not say so")
	}
	if strings.Contains(page, "This report holds no value") {
		t.Error("a report with values says that it has none")
	}
}

func TestShape(t *testing.T) {
	for value, want := range map[string]string{
		"x":                       "a (1 character)",
		"Ann Lee":                 "Aaa Aaa (7 characters)",
		"١٢":                      "99 (2 characters)",
		"a\t\u200b€":              "a··· (4 characters)",
		"\xff\xfe":                "·· (2 characters)",
		strings.Repeat("a", 41):   strings.Repeat("a", 40) + "… (41 characters)",
		strings.Repeat("홍", 2000): strings.Repeat("x", 40) + "… (2000 characters)",
	} {
		if got := shape(value); got != want {
			t.Errorf("shape(%.20q) is %q, want %q", value, got, want)
		}
	}
	if got := shorten(strings.Repeat("a\x1b", 30)); got != strings.Repeat("a·", 20)+"…" {
		t.Errorf("shorten gives %q", got)
	}
}

// Whatever the value, its shape has no letter but A, a and x and no digit but 9.
func FuzzShape(f *testing.F) {
	for _, seed := range []string{"", "Ann", "ǅ ª ²½", "e\u0301", "\x80", "0１Ⅷ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		form, _, ok := strings.Cut(shape(value), " (")
		if i := strings.LastIndex(shape(value), " ("); ok {
			form = shape(value)[:i]
		}
		for _, r := range form {
			if (unicode.IsLetter(r) && !strings.ContainsRune("Aax", r)) || (unicode.IsNumber(r) && r != '9') {
				t.Fatalf("the shape of %q shows %q", value, r)
			}
			if r >= 0x80 && r != '·' && r != '…' {
				t.Fatalf("the shape of %q shows %q", value, r)
			}
		}
		if n := len([]rune(form)); n > maxShown+1 {
			t.Fatalf("the shape of %q is %d long", value, n)
		}
	})
}
