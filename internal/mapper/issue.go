package mapper

import (
	"strings"

	"kycmigrate/internal/kyc"
)

// The codes of the issues that mapping can find.
const (
	CodeKeyEmpty       = "key_empty"       // a column of the key is empty
	CodeValueUnknown   = "value_unknown"   // values does not list the value
	CodeDateUnreadable = "date_unreadable" // no layout fits the date
	CodeDateImpossible = "date_impossible" // the calendar has no such day
	CodeCountryUnknown = "country_unknown" // no country of today is named
	CodeImagePath      = "image_path"      // a picture's path cannot be used
)

// Codes lists the codes of the issues that mapping can find.
func Codes() []string {
	return []string{CodeKeyEmpty, CodeValueUnknown, CodeDateUnreadable, CodeDateImpossible, CodeCountryUnknown, CodeImagePath}
}

func keyEmpty(column string) kyc.Issue {
	return kyc.Issue{
		Severity: kyc.Reject, Code: CodeKeyEmpty, Column: column,
		Message: "the key column " + column + " is empty, so the record cannot be told from others",
		Fix:     "fill the column in the source, or choose other key columns in the mapping",
	}
}

// issue says why the field's value cannot be used. from is the place of its
// column in the field's list, -1 where there are several.
func (f *field) issue(v verdict, from int) kyc.Issue {
	name := f.field.String()
	i := kyc.Issue{Severity: kyc.Reject, Field: name}
	where := "the value joined from columns " + strings.Join(f.names, ", ")
	if from >= 0 && from < len(f.names) {
		i.Column = f.names[from]
		where = "the value of column " + i.Column
	}
	switch v {
	case dateUnreadable:
		i.Code = CodeDateUnreadable
		i.Message = where + " does not read as a date in the layout " + f.layouts
		i.Fix = "mend the date in the source, or add its layout to fields." + name + ".date"
	case dateImpossible:
		i.Code = CodeDateImpossible
		i.Message = where + " is a day that the calendar does not have, read as " + f.layouts
		i.Fix = "mend the date in the source, or correct fields." + name + ".date if day and month are the other way round"
	case countryUnknown:
		i.Code = CodeCountryUnknown
		i.Message = where + " names no known country"
		i.Fix = "use an ISO 3166-1 code (a numeric one has three digits), or add the spelling to fields." + name + ".values"
	case countryGone:
		i.Code = CodeCountryUnknown
		i.Message = where + " names a state that no longer exists"
		i.Fix = "put in the country of today, person by person, or translate it in fields." + name + ".values"
	default:
		i.Code = CodeValueUnknown
		i.Message = where + " is not listed in fields." + name + ".values"
		i.Fix = "add the value as it stands (capitals count), set otherwise, or mend the source"
	}
	return i
}
