package draft

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// queryOf is a table with the given names and nothing in its columns.
func queryOf(names string) *table {
	t := &table{}
	for i, name := range strings.Fields(names) {
		t.columns = append(t.columns, &candidate{index: i, name: name, header: readHeader(name)})
	}
	return t
}

// checkReadings compares what columns mean with "NAME: concepts", one a line.
func checkReadings(t *testing.T, table *table, want string) {
	t.Helper()
	for line := range strings.Lines(strings.TrimSpace(want)) {
		name, concepts, _ := strings.Cut(strings.TrimSpace(line), ":")
		at := slices.IndexFunc(table.columns, func(c *candidate) bool { return c.name == name })
		if got := strings.Join(table.columns[at].header.order, " "); got != strings.TrimSpace(concepts) {
			t.Errorf("%s: %s, want%s", name, got, concepts)
		}
	}
}

// Names of a query over tables of an AS/400 are read behind the letters of their tables, and
// those of an address have these for a word.
func TestTableLettersOfQueries(t *testing.T) {
	const customer = "KLNRKL KLNAZW KLIMI1 KLIMI2 KLPESE KLDTUR KLPLEC KLOBYW KLDKRO KLDKNR KLDKDW KLDKWZ "
	table := queryOf(customer + "ZMULIC ZMNRDM ZMMIEJ KRULIC KRNRDM KRMIEJ")
	table.joinedNames()
	checkReadings(t, table, `KLNRKL: number user
		KLNAZW: last name
		KLPESE: national
		KLDTUR: date birth
		KLDKRO: document type
		KLDKDW: document issue date
		KLDKWZ: document expiry
		ZMULIC: street residence
		ZMMIEJ: city residence
		KRMIEJ: city contact`)
	table = queryOf(customer + "PRNAZW PRIMIE PRULIC PRMIEJ") // another person, whoever that is
	table.joinedNames()
	checkReadings(t, table, "KLNAZW: user last name\nPRNAZW:\nPRULIC:")
}

// Fields of SAP's business partners are known without the names of their tables, and their
// countries by what stands before them.
func TestQueriesOfBusinessPartners(t *testing.T) {
	table := queryOf("PARTNER NAME_FIRST NAME_LAST BIRTHDT NATIO IDTYPE IDNUMBER INSTITUTE COUNTRY VALID_DATE_FROM VALID_DATE_TO STREET HOUSE_NUM1 CITY1 REGION COUNTRY_1 SMTP_ADDR")
	table.systemNames()
	checkReadings(t, table, `COUNTRY: issue document country
		COUNTRY_1: address country
		IDTYPE: document type
		VALID_DATE_TO: expiry date document`)
}

// END is short for the address in Portuguese where a street or a city has it.
func TestEnderecos(t *testing.T) {
	table := queryOf("CLI_NM END_DS_LOGR END_NM_CIDADE END_SG_UF")
	table.enderecoContext()
	checkReadings(t, table, "END_DS_LOGR: street address\nEND_NM_CIDADE: name city address\nEND_SG_UF: state address")
	table = queryOf("CLI_NM END_DT STATUS END_STATE")
	table.enderecoContext()
	checkReadings(t, table, "END_STATE: event state")
}

// Where a lake has files, the rest of the name says of what.
func TestFilesInLakes(t *testing.T) {
	for name, want := range map[string]string{"poi_front_s3": "document front image", "selfie_s3_key": "selfie image", "poa_s3": "proof image", "s3": ""} {
		h := readHeader(name)
		if got := strings.Join(h.order, " "); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// customersWith are customers with further columns, as value has them.
func customersWith(columns string, value func(column string, row int) string) (names []string, rows [][]string) {
	names = append([]string{"Acct Name", "Email Add"}, strings.Split(columns, "|")...)
	for i := range 120 {
		row := []string{fmt.Sprintf("Reyes, Ana %c.", 'A'+i%26), fmt.Sprintf("p%d@bank.example", i)}
		for _, c := range names[2:] {
			row = append(row, value(c, i))
		}
		rows = append(rows, row)
	}
	return names, rows
}

// Of papers that a form counts the first is taken, and the column called just so has its kind.
func TestCountedPapers(t *testing.T) {
	kinds := []string{"Passport", "Driver's Lic", "Voter's ID", "Postal ID"}
	columns, rows := customersWith("CIS No|ID1|ID1 No|ID1 Issued|ID2|ID2 No", func(column string, i int) string {
		switch column {
		case "CIS No":
			return fmt.Sprintf("%02d-%05d", i%3+1, 1000+i*37)
		case "ID1", "ID2":
			return kinds[(i+len(column)+int(column[2]))%4]
		case "ID1 Issued":
			return fmt.Sprintf("20%02d-%02d-11", 10+i%9, i%12+1)
		}
		return fmt.Sprintf("%c%07d", column[2]+20, 1000003+i*7919)
	})
	d := drafted(t, columns, rows)
	for field, want := range map[string]string{"idType": "ID1", "documentNumber": "ID1 No", "issueDate": "ID1 Issued", "email": "Email Add", "userid": "CIS No"} {
		if m := matched(d, field); m == nil || m.Todo != "" || !slices.Equal(m.Columns, []string{want}) {
			t.Errorf("%s: %+v", field, m)
		}
	}
	checkLoads(t, "counted papers", d, columns, rows)
}

// An id that may only number the rows is no key beside the number of the customer, of which some
// rows have the same.
func TestRowIdBesideRepeatedNumber(t *testing.T) {
	for _, number := range []string{"CIS No", "CIF No", "Customer Number", "Nr klienta", "고객번호"} {
		columns, rows := customersWith("ID|"+number, func(column string, i int) string {
			if column == "ID" {
				return fmt.Sprint(4 + i*3 + i%3)
			}
			return fmt.Sprintf("01-%05d", 1000+(i-b2i(i%30 == 29))*37)
		})
		d := drafted(t, columns, rows)
		if d.Key != nil || !strings.Contains(d.KeyTodo, `"ID" may only number the rows`) || !strings.Contains(d.KeyTodo, number) {
			t.Errorf("%s: key %v, %s", number, d.Key, d.KeyTodo)
		}
		checkLoads(t, number, d, columns, rows)
	}
}

// What a customer signs in with is asked about though some rows share it.
func TestLoginsThatRowsShare(t *testing.T) {
	for _, login := range []string{"KullaniciAdi", "Nazwa użytkownika", "Имя пользователя", "username", "用户名", "nombreUsuario", "Benutzername"} {
		columns, rows := customersWith("MusteriId|"+login, func(column string, i int) string {
			if column == "MusteriId" {
				return fmt.Sprint(10558 + i*31)
			}
			return fmt.Sprintf("oyuncu%c%d", 'a'+i%26, i%3)
		})
		m := matched(drafted(t, columns, rows), "userid")
		if m == nil || m.Todo == "" || !slices.Contains(m.Columns, login) || !slices.Contains(m.Columns, "MusteriId") {
			t.Errorf("%s: %+v", login, m)
		}
	}
}

// The day on which something runs out is asked about where no paper stands beside it.
func TestMaturities(t *testing.T) {
	value := func(column string, i int) string {
		switch column {
		case "ZJLX":
			return []string{"身份证", "护照"}[i%2]
		case "ZJHM":
			return fmt.Sprintf("G%08d", 10000019+i*7919)
		case "DQRQ":
			return fmt.Sprintf("20%02d%02d11", 30+i%9, i%12+1)
		}
		return fmt.Sprint(1000 + i*i%77)
	}
	for names, sure := range map[string]bool{"ZJLX|ZJHM|DQRQ": true, "ZJLX|ZJHM|A1|A2|A3|SXED|DKYE|DQRQ": false} {
		columns, rows := customersWith(names, value)
		if m := matched(drafted(t, columns, rows), "expireDate"); m == nil || (m.Todo == "") != sure {
			t.Errorf("%s: %+v", names, m)
		}
	}
}
