package validate

import (
	"strings"

	"kycmigrate/internal/kyc"
)

// tellsGender reports whether the form of a name is that of one gender, of people whose
// names tell by the father: Siti binti Hassan, Анна Ивановна; or of a woman, by the family
// name: Nováková. The family name of a man tells nothing by itself, for women have it in other
// countries and from them; beside a father's name that is a woman's it is against the row.
// against says that the form is not the row's.
func tellsGender(rec *kyc.Record) (tells, against bool) {
	gender := rec.Submission[kyc.Gender]
	if gender != "male" && gender != "female" {
		return false, false
	}
	sub := &rec.Submission
	forms := genderForms.of(home(rec))
	if forms == nil {
		return false, false
	}
	name := sub[kyc.FullName]
	if name == "" {
		name = sub[kyc.LastName]
	}
	woman, man := forms.women.in(name), forms.men.in(name)
	if last := sub[kyc.LastName]; last != "" && !man {
		if woman && forms.husbands.ends(last) {
			return true, true
		}
		woman = woman || forms.wives.ends(last)
	}
	if woman == man {
		return false, false
	}
	if man && forms.patronymic && (strings.Count(name, " ") != 2 || forms.men.in(sub[kyc.LastName])) {
		return false, false // a family name is so as well
	}
	return true, woman != (gender == "female")
}

// nameForms are ends of words, or words, that are those of one gender.
type nameForms struct {
	forms []string
	words bool      // they are words
	lasts [256]bool // the bytes that they end with
}

// endings are forms that words end with.
func endings(forms string) *nameForms {
	f := &nameForms{forms: strings.Fields(forms)}
	for _, form := range f.forms {
		f.lasts[form[len(form)-1]] = true
	}
	return f
}

// between are forms that are words.
func between(forms string) *nameForms {
	f := endings(forms)
	f.words = true
	return f
}

// in reports whether a word of a name, but the first, is one of the forms, or whether a word
// ends with one. There are none in nil.
func (f *nameForms) in(name string) bool {
	if f == nil {
		return false
	}
	from := 0
	for at := 1; at <= len(name); at++ {
		if at < len(name) && name[at] != ' ' {
			continue
		}
		if f.lasts[name[at-1]] && f.fits(name[from:at]) && (from > 0 || !f.words || at < len(name)) {
			return true
		}
		from = at + 1
	}
	return false
}

// ends reports whether a family name ends with one of the forms.
func (f *nameForms) ends(name string) bool {
	return f != nil && f.lasts[name[len(name)-1]] && f.fits(name)
}

func (f *nameForms) fits(word string) bool {
	for _, form := range f.forms {
		if f.words && word == form || !f.words && len(word) > len(form)+2 && strings.HasSuffix(word, form) {
			return true
		}
	}
	return false
}

// forms are what tells the gender in the names of some countries.
type forms struct {
	women, men *nameForms
	wives      *nameForms // of family names that women have
	husbands   *nameForms // of those that men have
	patronymic bool       // a man's form may be a family name as well
}

var genderForms = newByCountry(map[string]*forms{
	"MYS SGP BRN": {women: between("binti Binti BINTI binte Binte BINTE bte Bte BTE a/p A/P d/o D/O"), men: between("bin Bin BIN a/l A/L s/o S/O")},
	"RUS BLR UKR KAZ KGZ": {
		women:      endings("овна евна ична івна ївна ОВНА ЕВНА ИЧНА ІВНА ovna evna қызы кызы"),
		men:        endings("ович евич ьич мич китич ОВИЧ ЕВИЧ ЬИЧ МИЧ КИТИЧ ovich evich ұлы уулу"),
		patronymic: true,
		wives:      endings("ова ева ёва ская цкая ОВА ЕВА ЁВА СКАЯ ЦКАЯ ova eva skaya skaia tskaya OVA EVA SKAYA"),
		husbands:   endings("ов ев ёв ский цкий ОВ ЕВ ЁВ СКИЙ ЦКИЙ"),
	},
	"CZE SVK":         {wives: endings("ová OVÁ ova OVA")},
	"POL":             {wives: endings("wska ńska lska rska icka ecka dzka WSKA ŃSKA LSKA RSKA ICKA ECKA DZKA")},
	"BGR":             {wives: endings("ова ева ска ОВА ЕВА СКА ova eva ska OVA EVA SKA")},
	"LTU":             {wives: endings("ienė aitė ytė utė ūtė IENĖ AITĖ YTĖ UTĖ ŪTĖ")},
	"ISL":             {women: endings("dóttir DÓTTIR dottir DOTTIR")},
	"GRC":             {wives: endings("opoulou idou OPOULOU IDOU οπούλου ίδου ΟΠΟΥΛΟΥ ΙΔΟΥ")},
	"IND PAK BGD NPL": {women: between("Kaur KAUR Kumari KUMARI Begum BEGUM Khatun KHATUN Khatoon KHATOON")},
	"AZE UZB TKM":     {women: between("qızı qizi gyzy kizi"), men: between("oğlu o'g'li ogly ogli")},
})
