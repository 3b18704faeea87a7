package validate

import (
	"strings"

	"kycmigrate/internal/kyc"
)

// givenGender reports whether the first of the first names is that of one gender in the country of
// the person, and whether that is not the row's; or that it is a woman's, and the last name has the
// form of a man's, as no Polish woman's has. Names that both have are in no list.
func givenGender(rec *kyc.Record) (tells, against bool) {
	first := rec.Submission[kyc.FirstName]
	gender := rec.Submission[kyc.Gender]
	if first == "" || gender != "male" && gender != "female" {
		return false, false
	}
	known := givenGenders.of(home(rec))
	if known == nil {
		return false, false
	}
	if end := strings.IndexByte(first, ' '); end > 0 {
		first = first[:end]
	}
	woman := known.women.has(first)
	if !woman && !known.men.has(first) {
		return false, false
	}
	if last := rec.Submission[kyc.LastName]; woman && last != "" && known.husbands.ends(last) {
		return true, true
	}
	return true, woman != (gender == "female")
}

// givenNamesOf are first names that only women have, or only men, and how last names end that no
// woman has.
type givenNamesOf struct {
	women, men *wordSet
	husbands   *nameForms
}

const (
	spanishWomen = "maría|carmen|ana|isabel|laura|cristina|marta|lucía|elena|raquel|patricia|silvia|teresa|rosa|sofía|claudia|gabriela|daniela|valentina|fernanda|verónica|mónica|paula|beatriz|margarita|josefa|dolores|francisca|antonia"
	spanishMen   = "josé|antonio|juan|manuel|francisco|luis|javier|miguel|carlos|jorge|pedro|alejandro|diego|fernando|sergio|pablo|alberto|roberto|eduardo|andrés|ricardo|rafael|enrique|óscar|raúl|mario|víctor"
)

var givenGenders = newByCountry(map[string]*givenNamesOf{
	"SAU ARE KWT QAT BHR OMN YEM JOR EGY IRQ": {
		women: newWordSet("fatima|fatimah|aisha|noura|nora|maryam|mariam|hessa|latifa|khadija|zainab|salma|abeer|asma|hanan|noor alhuda|fatma|layla|reem"),
		men:   newWordSet("turki|abdullah|abdulaziz|abdulrahman|mohammed|mohammad|mohamed|muhammad|ahmed|ahmad|khalid|fahad|fahd|faisal|saud|bandar|nasser|saleh|ibrahim|yousef|youssef|hamad|majed|waleed|omar|ali|hassan|hussein|mansour|talal|badr|nawaf|mishaal|mahmoud|mustafa"),
	},
	"POL": {
		women:    newWordSet("anna|maria|katarzyna|małgorzata|agnieszka|barbara|ewa|krystyna|magdalena|elżbieta|joanna|aleksandra|zofia|monika|teresa|danuta|natalia|karolina|marta|julia|beata|dorota|jadwiga|janina|alicja|jolanta|grażyna|iwona|irena|paulina|justyna|zuzanna|bożena|urszula|renata|hanna|sylwia|agata|patrycja|izabela|ewelina|kinga|weronika"),
		men:      newWordSet("jan|stanisław|piotr|krzysztof|andrzej|tomasz|paweł|józef|marcin|marek|michał|grzegorz|jerzy|tadeusz|adam|łukasz|zbigniew|ryszard|dariusz|henryk|mariusz|kazimierz|wojciech|robert|mateusz|rafał|jacek|janusz|mirosław|maciej|sławomir|jarosław|kamil|wiesław|władysław|jakub|artur|przemysław|sebastian|damian|dawid"),
		husbands: endings("wski ński lski rski icki ecki dzki WSKI ŃSKI LSKI RSKI ICKI ECKI DZKI"),
	},
	"ESP MEX COL ARG PER CHL ECU VEN": {women: newWordSet(spanishWomen), men: newWordSet(spanishMen)},
	"DEU AUT": {
		women: newWordSet("anna|ursula|monika|petra|sabine|renate|helga|karin|brigitte|ingrid|erika|susanne|claudia|birgit|heike|katharina|julia|stefanie|martina|angelika|christine|gisela|elisabeth"),
		men:   newWordSet("peter|michael|thomas|wolfgang|klaus|jürgen|günter|stefan|christian|uwe|werner|horst|frank|dieter|manfred|gerhard|hans|bernd|matthias|martin|heinz|markus|johannes"),
	},
	"ITA": {
		women: newWordSet("maria|anna|giuseppina|rosa|angela|giovanna|teresa|lucia|carmela|francesca|laura|giulia|chiara|paola|elena|silvia|valentina|federica"),
		men:   newWordSet("giuseppe|giovanni|antonio|mario|luigi|francesco|angelo|vincenzo|pietro|salvatore|carlo|franco|domenico|bruno|paolo|marco|roberto|alessandro|stefano|davide|lorenzo"),
	},
	"FRA": {
		women: newWordSet("marie|jeanne|françoise|monique|catherine|nathalie|isabelle|jacqueline|anne|sylvie|martine|sophie|christine|véronique|céline|sandrine|valérie|hélène|julie"),
		men:   newWordSet("jean|pierre|michel|andré|philippe|rené|louis|alain|jacques|bernard|marcel|robert|laurent|nicolas|christophe|patrick|thierry|françois|julien|olivier"),
	},
})
