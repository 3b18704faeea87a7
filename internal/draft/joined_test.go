package draft

import (
	"strings"
	"testing"
)

// Names of one language that are cut and written together are read as its words.
func TestJoinedForms(t *testing.T) {
	for name, want := range map[string]string{
		"CDFISC": "code national", "DSCOGN": "last name", "NRDOCU": "number document", "DTRILA": "date issue", "DTSCAD": "date expiry", "STADVE": "status kyc", "CDSTRE": "code residence country", "TPNDG": "type user number", "NDGCOI": "user number other",
		"CDCITT": "code nationality", "NRCIVI": "number house", "FLPEP": "flag risk", "CDXQWZ": "", "DsCogn": "",
	} {
		h, _ := languages()[0].header(name)
		if got := strings.Join(h.order, " "); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// Each name of a table is made of the words of one language, and of the right one.
func TestJoinedNames(t *testing.T) {
	for _, e := range []struct{ names, unlike, want string }{
		{"CODCLI NOMCLI APECLI FECNAC TIPDOC NUMDOC FECEMI FECVEN DIRCLI CIURES PAIRES ESTKYC", "", "APECLI=last name user NOMCLI=name user DIRCLI=address user"},
		{"CODCLI NOMCLI PRECLI DATNAI LIENAI TYPPIE NUMPIE DATDEL DATEXP ADRCLI VILCLI PAYRES", "", "PRECLI=first name user NUMPIE=number document DATDEL=date issue"},
		{"KDNR NACHNAM VORNAM GEBDAT AUSWNR AUSSTDAT ABLDAT STRHNR PLZORT LANDKZ MAILKD ORTKD", "", "AUSWNR=document number ORTKD=city user"},
		{"DSCOGN DSNOME DTNASC", "too few names", ""},
	} {
		table := &table{}
		for i, name := range strings.Fields(e.names) {
			table.columns = append(table.columns, &candidate{index: i, name: name, header: readHeader(name)})
		}
		table.joinedNames()
		for _, c := range table.columns {
			at := strings.Index(e.want, c.name+"=")
			if at < 0 {
				continue
			}
			if got := strings.Join(c.header.order, " "); !strings.HasPrefix(e.want[at+len(c.name)+1:], got) || got == "" || len(c.header.unknown) > 0 {
				t.Errorf("%s: %q (unknown %v)", c.name, got, c.header.unknown)
			}
		}
		if e.unlike != "" && len(table.columns[0].header.unknown) == 0 {
			t.Errorf("%s: %v is read though there are %s", e.names, table.columns[0].header.order, e.unlike)
		}
	}
}
