package validate

import (
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// What stands where a street should, by what is to be said of it.
func TestWhatIsNoStreet(t *testing.T) {
	const odd, none, spoilt = "address_unusual", "placeholder", "mojibake"
	for value, want := range map[string]string{
		"Oct-12": odd, "12-Oct": odd, "1-Mär": odd, "12. Okt.": odd, "12/out": odd, "12.окт": odd, "Mai-71": odd, "19/05/1994": odd, "1994-05-19": odd, "19.05.1994": odd, "2021-03-12 00:00:00": odd,
		"+41 44 447 19 02": odd, "0041444471902": odd, "(044) 447-19-02": odd, "0447 190 263": odd, "447190263": odd, "NL91ABNA0417164300": odd, "GB82 WEST 1234 5698 7654 32": odd,
		"-1.2864, 36.8172": odd, "47.3769 8.5417": odd, "(47.3769,8.5417)": odd, "1.2E+02": odd, "1,2E+5": odd, "12.0": odd,
		`{"line1":"12 Hill Rd","line2":null}`: odd, `[{"a":1}]`: odd, "12 Hill Rd<br>Flat 4": odd, "<p>12 Hill Rd</p>": odd,
		".......": none, "- - -": none, "***": none, "□□□□□2-4": spoilt, "Rua □□o 4": spoilt,
		"see remarks": odd, "HOLD MAIL AT BRANCH": odd, "Prinsengracht 106 - WRONG ADDRESS": odd, "WRONG ADDRESS: Prinsengracht 106": odd, "unbekannt verzogen": odd, "Hauptstr. 5 (unbekannt verzogen)": odd, "Verzogen": odd, "NPAI": odd,
		"moved, new address to follow": odd, "address unknown.": odd, "Adresse folgt": odd, "neue Anschrift folgt": odd, "c/o Branch 0142, Customer Service Desk": odd, "adres bilgisi yok": odd, "adres onbekend": odd, "verhuisd, nieuw adres volgt": odd, //nolint:misspell // words of other languages
		"n'habite plus à l'adresse indiquée": odd, "parti sans laisser d’adresse": odd, "voir remarques": odd, "dirección desconocida": odd, "Sin dirección conocida": odd, "endereço desconhecido": odd, "mudou-se": odd, "indirizzo sconosciuto": odd,
		"adres nieznany": odd, "adresa neznámá": odd, "cím ismeretlen": odd, "адрес неизвестен": odd, "Адресат выбыл": odd, "адреса відсутня": odd, "nepoznata adresa": odd, "άγνωστη διεύθυνση": odd, "لا يوجد عنوان": odd, "כתובת לא ידועה": odd, //nolint:misspell // words of other languages
		"alamat tidak diketahui": odd, "adress okänd": odd, "osoite tuntematon": odd, "-- Select --": none, "<Please select>": none, "Bitte wählen...": none, "Seçiniz": none, "[street]": none, "(unknown)": none, "[object Object]": none, "nan": none, "NaN": none, "NÃO CONSTA": none, "Non renseigné": none, "neuvedeno": none, "${street}": none, "{{address.line1}}": odd, "12 #{street}": odd, //nolint:misspell // words of other languages
		"VERSTORBEN 12.03.2019": odd, "Décédée": odd, "умер 2019": odd, "RETURN TO SENDER - RTS 03/2022": odd, "12 Hill Road 12 Hill Road": odd, "Hill Road, hill road": odd, "12 Hill Road_x000D_": spoilt, "??????? ??, 14": spoilt, "12 Main Street Anytown": "test_data", "Hauptstr. 5, Musterstadt": "test_data", "Av. Cabildo 1200 _x000D_": spoilt,
		"12 Rue ?": "", "Hill Hill": "", "12 Hill Road 21 Hill Road": "", "Road_x Lane": "", "Am Sender 5": "", "Old Sender Road": "", "Retour à l'expéditeur": odd, "Rue du Retour 5": "", "The Select": "", "Nanyang": "", "12 {A}": "", "(Haus) Nord": "", "Midtown": "", "12 Anytown Road": "", "Rruga Miris 5": "", "Kies 5": "", "DOMICILIO CONOCIDO": none, "住所不明": none, "주소불명": none, "地址不详": none, "không có địa chỉ": none, "Adresse": odd, "адрес": odd,

		"2222 2222": odd, "Lindenweg 4???": odd, "qwertz 4": "test_data", "Фыва 12": "test_data", "asdfgh": none, "22222": "", "Weg 4?": "",
		"P.O. Box 0": odd, "Postfach 000": odd, "а/я 0": odd, "Apt 4B": odd, "Wohnung 3": odd, "кв. 5": odd, "742 Evergreen Terrace": "test_data", "221B Baker Street": "test_data",
		"P.O. Box 10": "", "Box Road 0": "", "Apt Road 4B": "", "Flat 2, Hill House": "", "House 12": "", "Дом 5": "", "74 Evergreen Terrace": "", "21 Baker Street": "",
		"12": "", "12-14": "", "6-3-1099/1100": "", "1-98/2/11/3/201": "", "101-1202": "", "101동 1202호": "", "12/4": "", "5.12": "", "12 Oct Street": "", "19 de Mayo 1994": "", "1. maja 5": "", "Mar 12": "", "Mai 5": "", "May Road 12": "", "1.5 km": "", "12/34/5678": "", "Lot 447190263 Rd": "",
		"Mail 12": "", "12 Rue du Mail": "", "Postweg 5": "", "Branch Road 12": "", "Old Branch": "", "12 Unknown Soldier Street": "", "Rue du Soldat Inconnu 5": "", "Neue Straße 5": "", "Neue Welt": "", "Am Alten Markt": "", "The Address, Downtown": "", "Service Road": "", "New Road": "", "New Street, All Saints": "",
		"c/o Meier, Hauptstr. 5": "", "Calle Nueva": "", "Rua Nova": "", "Ny Østergade": "", "Ingen 5": "", "Se 4": "", "Nová 12": "", "Kampung Baru": "", "Alamat": odd, "Via Nuova": "", "улица Нова": "", "Holding 5": "", "NL91 Ring Road 12345 Block": "", "x < y": "", "A>B": "",
	} {
		rec := goodRecord()
		rec.Submission[kyc.AddressStreet] = value
		newValidator(t, Options{}).Check(rec)
		got := strings.Join(found(rec), ", ")
		if got = strings.TrimSuffix(strings.TrimPrefix(got, "warning "), " address_street"); !strings.Contains(want, got) || got == "" && want != "" {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
}

// Streets of which the country or the town of the row decides, and what else none has.
func TestStreetsInTheirRow(t *testing.T) {
	for address, odd := range map[string]bool{
		"NLD|Utrecht|12": true, "GBR|Leeds|447": true, "AUT|Zams|12": false, "NLD|Utrecht|Utrecht": true, "IRL|Kilmore|Kilmore": false, "FRA|Lyon|LYON": true, "SGP|Singapore|Singapore": false, "EST|Käru|Käru": false, "NLD|Utrecht|Utrechtseweg 12": false,
		"GBR|Leeds|-14 Mill Lane": true, "DEU|Köln|Schillerstr. -5": true, "GBR|Leeds|=A1&\" \"&B1": true, "POL|Łódź|ul. Długa 112/6;;;": true, "GBR|Leeds,|12 Mill Lane": true, "DEU|Köln|Bergstraße 34 (falsch!)": true, "GBR|Leeds|12 - 14 Mill Lane": false, "GBR|Leeds|Unit 5 -7": false, "GBR|Leeds|12%20Mill%20Lane": true, "GBR|Leeds|12 Mill Lane\\nFlat 2": true, "GBR|Leeds|1' OR '1'='1": true, "DEU|Köln|Lindenstraße 20 Tel 089 123456": true,
		"GBR|Leeds|21 Victoria Street / 9 Albert Terrace": true, "AUT|Wien|Hauptstraße 5 / 7": false, "GBR|Leeds|Flat 2 / 14 Mill Lane": false, "GBR|Leeds|OLD: 3 Mill Lane": true, "GBR|Leeds|3 Mill Lane (moved 2019)": true, "GBR|Leeds|3 Mill Lane (rear)": false, "DEU|Köln|Alt: Köln 5": false,
		"DEU|Hamburg|C7KX93PT1": true, "GBR|Leeds|C7KX93PT1": false, "POL|Lublin|EH4071935": true, "POL|Lublin|Osiedle 12": false, "DEU|Hamburg|21": true, "DEU|Zarpen|21": false, "DEU|Hamburg???|Weg 5": true, "GBR|Leeds?|12 Mill Lane": true,
		"DEU|Gera|Lindenweg 4, 7545": true, "DEU|Gera|Lindenweg 4, 07545": false, "DEU|Gera|Lindenweg, 1204": false, "FRA|Lyon|12, rue Nova, 1300": true, "FRA|Lyon|rue Nova, 1300": false, "GBR|Leeds|12 Mill Lane, 40210": true, "GBR|Leeds|12 Mill Lane, LS1 4DT": false, "AUT|Zams|Dorf 4, 65110": true, "AUT|Zams|Dorf 4, 6511": false, "USA|Reno|12 Mill St, 8B501": true, "USA|Reno|12 Mill St, B8501": false, "USA|Reno|12 Mill St, 1204": false, "ITA|Roma|Via Nova 5, 1204": false, "KOR|수원시|12 Nova-ro, 440746": false,
		"ITA|Roma|Lindenweg 4, 10115 Berlin, Deutschland": true, "ITA|Roma|Lindenweg 4, Berlin": true, "ITA|Roma|Via Berlino 4, Roma": false, "ITA|Roma|Piazza Nova, Berlin": false, "USA|Reno|12 Mill St, Dublin": false,
		"AUS|Perth|12 Mill Lane, Wien": true, "AUS|Perth|12 Mill Lane, Vienna": false, "BEL|Herentals|Dorp 4, Lille": false, "DEU|Neuwied|Rheinweg 4, 53545 Linz": false, "DEU|Neuwied|Rheinweg 4, 53545 Linz am Rhein": false, "CHE|Bern|Rheinweg 4, 4020 Linz": true,
		"AUS|Perth|12 Mill Lane": false, "GBR|Perth|12 Mill Lane": false, "AUS|Vienna|12 Mill Lane": false, "USA|TX|12 Mill Lane": true, "USA|Ai|12 Mill Lane": false, "CAN|QC|12 Mill Lane": true, "AUS|Denmark|12 Mill Lane": false, "DEU|Deutschland|12 Mill Lane": true,
	} {
		part := strings.Split(address, "|")
		rec := goodRecord()
		s := &rec.Submission
		s[kyc.AddressCountry], s[kyc.AddressCity], s[kyc.AddressStreet] = part[0], part[1], part[2]
		v := newValidator(t, Options{})
		for _, f := range []kyc.Field{kyc.AddressStreet, kyc.AddressCity} { // what is known of a value changes nothing
			if v.Sound(f, s[f]) {
				rec.Sound = rec.Sound.With(f)
			}
		}
		v.Check(rec)
		if got := found(rec); odd != (len(got) == 1 && strings.HasPrefix(got[0], "warning address_unusual ")) || !odd && len(got) > 0 {
			t.Errorf("%s: %v", address, got)
		}
	}
}

// What stands where a town should, by its country.
func TestWhatIsNoTown(t *testing.T) {
	const odd, none = "address_unusual", "placeholder"
	for value, want := range map[string]string{
		"MEX CIUDAD": none, "DEU Ort": none, "AUT Ort": "", "FRA Ville": "", "CHE Ville": none, "NOR Stad": "", "SWE Stad": none, "IDN Kota": none, "IND Kota": "", "SVN Grad": "", "SRB Grad": none, "RUS город": none, "USA Other": none, "ESP Otra": none, "DEU Ausland": none, "USA Estero": "", "ITA Estero": none,
		"GBR 10-May": odd, "GBR May-10": odd, "GBR 1994-05-19": odd, "GBR May": "", "DEU DEU": odd, "DEU DE": odd, "FRA FR": odd, "ITA BRA": "", "AUT AU": "", "DEU ULM": "", "FRA EU": "", "GBR UK": odd, "USA LA": "", "SWE ÅS": "", "FIN Ii": "",
		"DEU Atlantis": "test_data", "ZAF Atlantis": "", "USA Atlantis": "", "CAN Narnia": "test_data",
		"NLD Amsterdam Amsterdam": odd, "DEU Berlin berlin": odd, "AUS Wagga Wagga": "", "USA Walla Walla": "", "DEU Baden Baden": "", "DEU Baden-Baden": "", "PYF Bora Bora": "", "ASM Pago Pago": "", "AUS Kooyong Kooyong": odd, "AUS Melbourne Melbourne": odd, "SGP Singapore Singapore": "", "IDN Bau Bau": "", "USA New York": "",
		"CHE Zürich / Basel": odd, "AUS Sydney/London": odd, "CHE Biel/Bienne": "", "BEL Bruxelles/Brussel": "", "DEU Frankfurt/Main": "", "NLD 114 Amsterdam": odd, "FRA 75001 Paris": "", "AUT 1010 Wien": "", "CZE Praha 4": "", "ISL 101 Reykjavík": "", "FRA 75 Paris": "", "JOR مجهول": none, "BGR неизвестна": none,
		"PRT -- Select --": none, "PRT <city>": none, "BEL nan": none, "THA Nan": "", "THA nan": "", "NGA ${city}": none, "NGA {{address.city}}": odd, "DEU unbekannt verzogen": odd, "USA address unknown": none, "USA Mail City": "", "FRA Neuville": "", "DEU Neustadt": "", "GBR Newport": "", "DEU Frankfurt 60311": "",
	} {
		country, town, _ := strings.Cut(value, " ")
		rec := goodRecord()
		s := &rec.Submission
		s[kyc.AddressCountry], s[kyc.AddressCity] = country, town
		v := newValidator(t, Options{})
		if v.Sound(kyc.AddressCity, town) && want != "" {
			t.Errorf("%s is sound wherever it is", value)
		}
		v.Check(rec)
		got := strings.Join(found(rec), ", ")
		if got = strings.TrimSuffix(strings.TrimPrefix(got, "warning "), " address_city"); got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
}

// A great town that no other country has is told where few are.
func TestGreatTownsOfOtherCountries(t *testing.T) {
	for value, want := range map[string]bool{
		"KOR Tokyo": true, "AUT Budapest": true, "AUT Sydney": true, "PRK Seoul": true, "PRK 서울": true, "AUS Wien": true, "AUT Adelaide": true, "SVK Maribor": true, "FIN Zaragoza": true, "DEU Leeds": true,
		"JPN Tokyo": false, "JPN 東京都": false, "HUN BUDAPEST": false, "USA Berlin": false, "COL Berlin": false, "CAN Sydney": false, "SVK Praha": false, "POL Minsk": false, "AUT Wien": false, "PRT Porto": false, "LBN Tripoli": false, "AUT Graz": false,
		"AUS Perth": false, "GBR Perth": false, "AUS Vienna": false, "LSO Roma": false, "BEL Lille": false, "NLD Lille": true, "DEU Linz": false, "CZE Košice": false, "HUN Košice": true, "ESP Porto": false, "SWE Roma": false, "ESP Lagos": false, "PAK Hyderabad": false, "ROU Alexandria": false,
	} {
		country, town, _ := strings.Cut(value, " ")
		for _, others := range []int{150, 50} {
			x := newTestIdentity(t, map[string]kyc.Severity{"value_missing": kyc.Off})
			for i := range others {
				note1(t, x, person(i, values{kyc.AddressCity: "Zagreb", kyc.AddressCountry: "HRV"}))
			}
			note1(t, x, person(others, values{kyc.AddressCity: town, kyc.AddressCountry: country}))
			list := strings.Join(told(t, x), "\n")
			if got := strings.Contains(list, "address_unusual address_city"); got != (want && others > fewNames) || !got && list != "" {
				t.Errorf("%s beside %d: %s", value, others, list)
			}
		}
	}
	rec := goodRecord()
	rec.Submission[kyc.AddressCountry], rec.Submission[kyc.AddressCity] = "BVT", "Oslo"
	newValidator(t, Options{}).Check(rec)
	if got := strings.Join(found(rec), ", "); got != "warning address_unusual address_country" {
		t.Errorf("on Bouvet: %s", got)
	}
}
