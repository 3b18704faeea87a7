package csvfile_test

import (
	"errors"
	"strings"
	"testing"

	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
)

// TestLikeliestEncodingStandsFirst: where no byte proves the encoding, it is asked for,
// and the first that is offered is the one whose letters are those of a language.
func TestLikeliestEncodingStandsFirst(t *testing.T) {
	for name, want := range map[string]struct{ encoding, header, cells string }{
		"Hungarian":            {"windows-1250", "Ügyfél neve;Szül. idő", "Győri Ágnes|Szűcs Béla|Kovács Éva|Fűzfő utca|Tóth Örs|Kőszeg"},
		"Czech":                {"windows-1250", "jméno;datum", "Dvořák|Černá|Černý|Horáček"},
		"Croatian":             {"windows-1250", "ime;datum", "Kovačević|Marić|Đurđić|Ćosić"},
		"Turkish":              {"windows-1254", "ad;tarih", "Yıldız|Gül|Özgür|Şükrü"},
		"Lithuanian":           {"windows-1257", "vardas;data", "Kazlauskienė|Žukauskas|Šimkutė|Petrauskaitė"},
		"Latvian":              {"windows-1257", "vārds;datums", "Bērziņš|Kalniņa|Ozoliņš|Krūmiņa"},
		"Portuguese":           {"windows-1252", "nome;data", "João Gonçalves|Conceição|Antônio Araújo|São José"},
		"Catalan":              {"windows-1252", "nom;data", "Núria Puigdomènech|Lluïsa|Plaça d'Adrià Gual|Encarnació"},
		"French":               {"windows-1252", "nom;date", "Élodie Lefèvre|François Côté|Noël|Hélène"},
		"Estonian":             {"windows-1252", "nimi;päev", "Mägi|Põld|Tõnisson|Kõiv|Jüri"},
		"Russian of Windows":   {"windows-1251", "имя;дата", "Иванов|Петрова"},
		"Ukrainian of Windows": {"windows-1251", "прізвище;дата", "Шевченко|Коваленко"},
	} {
		var in strings.Builder
		in.WriteString("id;" + encodeWith(t, want.encoding, want.header) + "\n")
		for _, c := range strings.Split(want.cells, "|") {
			in.WriteString("1;" + encodeWith(t, want.encoding, c) + ";1980-01-02\n")
		}
		r, err := all.Open(t.Context(), source.Spec{Path: write(t, "in.csv", in.String())})
		var open *source.EncodingError
		switch {
		case err == nil:
			if notes := strings.Join(r.Warnings(), ""); !strings.Contains(notes, "taken for "+want.encoding+":") && !strings.Contains(notes, "taken for windows-125") {
				t.Errorf("%s: %s", name, notes)
			}
		case !errors.As(err, &open) || len(open.Candidates) == 0 || open.Candidates[0] != want.encoding:
			t.Errorf("%s: %v", name, err)
		}
	}
}
