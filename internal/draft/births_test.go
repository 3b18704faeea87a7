package draft

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
)

// birthRows are customers whose numbers hold their birth dates as form writes them.
func birthRows(form func(born time.Time, i int) string) (rows [][]string) {
	for i := range 120 {
		born := time.Date(1950+i*7%55, time.Month(1+i*5%12), 1+i*11%28, 0, 0, 0, 0, time.UTC)
		rows = append(rows, []string{fmt.Sprint("C", 1000+i), born.Format("02.01.2006"), form(born, i), fmt.Sprint(1_612_034_508 + i*7_919), fmt.Sprintf("C%08d", 94_046_013-i*37)})
	}
	return rows
}

var birthNumbers = map[string]func(born time.Time, i int) string{
	"South Africa": func(b time.Time, i int) string { return b.Format("060102") + fmt.Sprintf("%07d", 5_009_087+i*13) },
	"Poland": func(b time.Time, i int) string {
		return fmt.Sprintf("%02d%02d%02d%05d", b.Year()%100, int(b.Month())+(b.Year()-1900)/100*20, b.Day(), 12_345+i)
	},
	"Hungary": func(b time.Time, i int) string { return fmt.Sprintf("1-%s-%04d", b.Format("060102"), 1000+i) },
	"Czechia": func(b time.Time, i int) string {
		return fmt.Sprintf("%02d%02d%02d/%04d", b.Year()%100, int(b.Month())+50*(i%2), b.Day(), 1000+i)
	},
	"Denmark": func(b time.Time, i int) string { return b.Format("020106") + fmt.Sprintf("-%04d", 1000+i) },
	"China":   func(b time.Time, i int) string { return "110105" + b.Format("20060102") + fmt.Sprintf("%03dX", 100+i) },
	"Serbia": func(b time.Time, i int) string {
		return b.Format("0201") + fmt.Sprintf("%03d%06d", b.Year()%1000, 710_000+i)
	},
	"Sri Lanka": func(b time.Time, i int) string {
		return fmt.Sprintf("%02d%03d%04dV", b.Year()%100, b.YearDay()+500*(i%2), 1000+i)
	},
}

// A number that holds the birth date of its row is the person's, whatever number for the tax stands beside it.
func TestNumbersThatHoldTheBirth(t *testing.T) {
	identity := regexp.MustCompile(`(?m)^ *identityNumber: .*$`)
	for country, form := range birthNumbers {
		text := string(drafted(t, []string{"customerId", "dateOfBirth", "idNumber", "taxNumber", "documentNumber"}, birthRows(form)).Text)
		if line := identity.FindString(text); !strings.Contains(line, "{from: idNumber,") {
			t.Errorf("%s: drafted %q", country, line)
		}
		text = string(drafted(t, []string{"customerId", "dateOfBirth", "QXZW", "fee", "documentNumber"}, birthRows(form)).Text)
		if line := identity.FindString(text); !strings.Contains(line, "TODO") || !strings.Contains(line, `hold the birth dates of their rows: "QXZW"`) {
			t.Errorf("%s: of a name that says nothing drafted %q", country, line)
		}
	}
	other := func(b time.Time, i int) string { return fmt.Sprint(9_402_033_563_080 + i*104_729) }
	text := string(drafted(t, []string{"customerId", "dateOfBirth", "idNumber", "taxNumber", "documentNumber"}, birthRows(other)).Text)
	if line := identity.FindString(text); !strings.Contains(line, "TODO") {
		t.Errorf("numbers that hold no birth date: drafted %q", line)
	}
}

// What the values of a column were copied from says nothing of what they are.
func TestWhatANameWasCopiedFrom(t *testing.T) {
	for name, want := range map[string]string{
		"Full Name (as per IC/Passport)": "full name",
		"Name (laut Ausweis)":            "name",
		"Nombre completo (según DNI)":    "full name",
		"(as per IC)":                    "",
		"Phone (as in the Netherlands)":  "phone",
	} {
		if h := readHeader(name); want != "" && strings.Join(h.order, " ") != want || want == "" && len(h.unknown) == 0 && len(h.order) == 0 {
			t.Errorf("%s: %v (unknown %v), want %s", name, h.order, h.unknown, want)
		}
	}
}
