package draft

import "testing"

// A number that is called that of one kind of document is not taken for that of all, where the
// types say that others showed another kind; and is where each has a column of its own, or the
// number is the person's whatever was shown.
func TestNumbersOfOneKind(t *testing.T) {
	for _, tt := range []struct {
		column, types, field string
		sure                 bool
		more                 []string
	}{
		{"RG: MG1#7754", "RG|CNH|PAS|RNE", "documentNumber", false, nil},
		{"RG: MG1#7754", "RG", "documentNumber", true, nil},
		{"NUM_RG: MG1#7754", "1|2|3", "documentNumber", false, nil},
		{"CNH_NUMERO: 07#7754", "RG|CNH", "documentNumber", false, nil},
		{"PASAPORTE: PA#7754", "DNI|PASAPORTE", "documentNumber", false, nil},
		{"NUM_PASAPORTE: PA#7754", "01|02", "documentNumber", false, nil},
		{"NRO_DOC: PA#7754", "RG|CNH|PAS|RNE", "documentNumber", true, nil},
		{"NRO_DOC: PA#7754", "01|02", "documentNumber", true, nil},
		{"NUM_IDENT: PA#7754", "DNI|PAS", "documentNumber", true, nil},
		{"DNI: 3#7754A", "DNI|NIE|PASAPORTE", "identityNumber", false, nil},
		{"DNI: 3#7754A", "DNI|NIE|PASAPORTE", "identityNumber", true, []string{"NRO_DOC: PA#9001"}},
		{"DNI: 3#7754A||", "DNI|NIE|PASAPORTE", "identityNumber", true, nil},
		{"CPF: 360#7754", "RG|CNH|PAS", "identityNumber", true, nil},
		{"CPF: 360#7754", "CPF|PASSAPORTE|RNE", "identityNumber", false, nil},
		{"身份证号: 110#7754", "身份证|护照", "identityNumber", false, nil},
	} {
		columns, rows := tableOf(90, append([]string{"NUM_CLIENTE: 10#5", "NOMBRE: Ana~", "APELLIDO: Rojas~", "EMAIL: u#@bank.example", "TP_DOC: " + tt.types, tt.column}, tt.more...)...)
		d := drafted(t, columns, rows)
		if m := matched(d, tt.field); m == nil || (m.Todo == "") != tt.sure || m.Columns[0] != columns[5] {
			t.Errorf("%s beside %s: %+v", tt.column, tt.types, m)
		}
		checkLoads(t, tt.column, d, columns, rows)
	}
}
