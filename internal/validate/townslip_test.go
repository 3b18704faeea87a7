package validate

import (
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// Streets and towns that are nobody's, or that are no street and no town: country, town, street.
func TestPlacesOfOthers(t *testing.T) {
	const slip, office, french = "great town of the country", "where nobody lives", "French keyboard"
	for line, want := range map[string]string{
		"SWE|Stokholm|Odengatan 46": slip, "NZL|Christ|520 Ferry Road": slip, "DEU|Hambburg|Ring 4": slip, "FRA|MARSEILE|Ring 4": slip, "SRB|Beogra|Ring 4": slip, "POL|Warszaw|ul. Nowa 4": slip,
		"USA|Stokholm|4 Main Street": "", "DEU|Hanover|Ring 4": "", "EST|Tallin|Ring 4": "", "SRB|Belgrad|Ring 4": "", "GBR|Christ|4 Mill Lane": "", "DEU|Bern|Ring 4": "", "ITA|Mila|Via Po 4": "", "FRA|Lyons|Ring 4": "", "BEL|Antwerp|Ring 4": "",
		"NLD|1011 AB|Singel 4": "postal code", "GBR|SW1A 1AA|4 Mill Lane": "postal code", "CAN|M5V 2T6|4 Main Street": "postal code", "NLD|Utrecht 2|Singel 4": "", "BEL|1011 AB|Singel 4": "",
		"LTU|Savanorių pr. 109-7|Kaunas": "changed places", "LTU|Kaunas 4|Savanorių pr. 109": "", "DEU|Entenhausen|Ring 4": "made up for a test",
		"PER|Lima|c/o Embassy of Peru, Consular Section": office, "USA|Houston|Embassy of Peru": office, "USA|Houston|Embassy Road 4": "", "DEU|Köln|Botschaft der Schweiz": office, "GBR|Leeds|c/o our branch 14, counter": office, "GBR|Leeds|c/o Meier, 4 Mill Lane": "", "GBR|Leeds|c/o Mary Branch, Office Road 4": "", "GBR|Leeds|c/o 4 Embassy Road": "", "GBR|Leeds|c/o Meier, Consulate Road 4": "", "DEU|Köln|c/o Filiale Süd": office, "GBR|Leeds|c/o Neobank Branch 12": office, "GBR|Leeds|c/o Mary Branch 12 Mill Lane": "",
		"CHE|Winterthur|Anwaltskanzlei Dr. Roth & Partner, Bahnhofstrasse 12": office, "ITA|Roma|Studio Legale Neri, Via Po 4": office, "ITA|Roma|Studio 4, Via Po 4": "", "FRA|Paris|Cabinet d'avocats Roy": office, "GBR|Leeds|Law Street 4": "", "GBR|Leeds|Law Firm Lee": office, "GBR|Leeds|Our Lady Road 4": "",
		"SVK|Prešov|Jarková 2740/98 - RETURN TO SENDER": "remark", "GBR|Leeds|4 Return to Road": "",
		`FRA|Paris|&"_ avenue de Clichy`: french, `FRA|Paris|(Appt 4) rue Roy`: "", "FRA|Paris|à la Ferme": "", `GBR|Leeds|&"_ Mill Lane`: "",
		"GEO|Tbilisi|110 Pekini Street, Tbilisi, GEO": "stand there as well", "GEO|Tbilisi|110 Pekini Street, Tbilisi, Georgia": "", "DEU|Köln|Ring 4, Köln, Deutschland": "stand there as well", "GEO|Tbilisi|110 Tbilisi Street": "", "DEU|Köln|Ring 4, Köln": "",
	} {
		p := strings.Split(line, "|")
		rec := goodRecord()
		rec.Submission[kyc.AddressCountry], rec.Submission[kyc.AddressCity], rec.Submission[kyc.AddressStreet] = p[0], p[1], p[2]
		newValidator(t, Options{}).Check(rec)
		switch got := messages(rec); {
		case want == "" && len(got) > 0, want != "" && (len(got) != 1 || !strings.Contains(got[0], want)):
			t.Errorf("%s: want %q, got %v", line, want, got)
		}
	}
}
