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
	CodeExprFailed     = "expr_failed"     // an expression has no value for the row
	// CodeDateCalendar: the year is none of the calendar that the layout states.
	CodeDateCalendar = "date_calendar"
	// CodeDateYearUnclear: a Thai date before 1941 that may mean either of two
	// years.
	CodeDateYearUnclear = "date_year_unclear"
	// CodeDateZoneUnclear: a moment that is another day in another time zone.
	CodeDateZoneUnclear = "date_zone_unclear"
	// CodeNameOrderUnclear: family and given names cannot be told apart.
	CodeNameOrderUnclear = "name_order_unclear"
	// CodeNameScriptUnclear: a name in two scripts cannot be taken apart.
	CodeNameScriptUnclear = "name_script_unclear"
	CodeCountryUnknown    = "country_unknown" // no country of today is named
	CodeImagePath         = "image_path"      // a picture's path cannot be used
)

// Codes lists the codes of the issues that mapping can find.
func Codes() []string {
	return []string{
		CodeKeyEmpty, CodeValueUnknown, CodeDateUnreadable, CodeDateImpossible, CodeDateCalendar, CodeDateYearUnclear, CodeDateZoneUnclear,
		CodeNameOrderUnclear, CodeNameScriptUnclear, CodeCountryUnknown, CodeImagePath, CodeExprFailed,
	}
}

func keyEmpty(column string) kyc.Issue {
	return kyc.Issue{
		Severity: kyc.Reject, Code: CodeKeyEmpty, Column: column,
		Message: "the key column " + column + " is empty, so the record cannot be told from others",
		Fix:     "fill the column in the source, or choose other key columns in the mapping",
	}
}

// issue says why the field's value cannot be used. from is the place of its
// column in the field's list, several where there are more.
func (f *field) issue(v verdict, from int) kyc.Issue {
	name := f.field.String()
	i := kyc.Issue{Severity: kyc.Reject, Field: name}
	where := "the value joined from columns " + strings.Join(f.names, ", ")
	if from >= 0 && from < len(f.names) {
		i.Column = f.names[from]
		where = "the value of column " + i.Column
	}
	switch v {
	case dateUnreadable, dateCalendar, dateImpossible, dateOutsideEra, dateYearUnclear, dateZoneUnclear:
		f.tellDate(&i, v, where)
	case countryUnknown:
		i.Code = CodeCountryUnknown
		i.Message = where + " names no known country"
		i.Fix = "use an ISO 3166-1 code (a numeric one has three digits), or add the spelling to fields." + name + ".values"
	case countryUnclear:
		i.Code = CodeCountryUnknown
		i.Message = where + " is the code of one country and, as it is written, the name of another"
		i.Fix = "write the code in capitals, or say what it means in fields." + name + ".values"
	case countryTwice:
		i.Code = CodeCountryUnknown
		i.Message = where + " may name two countries"
		i.Fix = "say which of them it means in fields." + name + ".values, or write the whole name in the source"
	case countryGone:
		i.Code = CodeCountryUnknown
		i.Message = where + " names a state that no longer exists"
		i.Fix = "put in the country of today, person by person, or translate it in fields." + name + ".values"
	case notInFile:
		i.Code = CodeValueUnknown
		what, fix := f.lookup.missing()
		i.Message, i.Fix = where+" "+what, fix
	default:
		i.Code = CodeValueUnknown
		i.Message = where + " is not listed in fields." + name + ".values"
		i.Fix = "add the value as it stands (capitals count), set otherwise, or mend the source"
	}
	return i
}

// tellDate says what is wrong with a date.
func (f *field) tellDate(i *kyc.Issue, v verdict, where string) {
	name := i.Field
	switch v {
	case dateUnreadable:
		i.Code = CodeDateUnreadable
		i.Message = where + " does not read as a date in the layout " + f.layouts
		i.Fix = "mend the date in the source, or add its layout to fields." + name + ".date"
	case dateImpossible:
		i.Code = CodeDateImpossible
		i.Message = where + " is a day that the calendar does not have, read as " + f.layouts
		i.Fix = "mend the date in the source, or correct fields." + name + ".date if day and month are the other way round"
	case dateOutsideEra:
		i.Code = CodeDateImpossible
		i.Message = where + " names an era that had not begun or was over on that day"
		i.Fix = "look the date up in the document, and write it in the right era or as YYYY-MM-DD"
	case dateCalendar:
		i.Code = CodeDateCalendar
		i.Message = where + " has a year that belongs to another calendar, read as " + f.layouts
		i.Fix = "mend the date in the source, or list in fields." + name + ".date a layout for each calendar that the column holds, also where it is YYYY-MM-DD; Hijri dates must be exported as Gregorian ones"
	case dateYearUnclear:
		i.Code = CodeDateYearUnclear
		i.Message = where + " lies in January to March of a Thai year before 2484 (1941), which can mean two years"
		i.Fix = "look the date up in the document and write it as YYYY-MM-DD; in 2483 and before, the year began in April"
	case dateZoneUnclear:
		i.Code = CodeDateZoneUnclear
		i.Message = where + " is a moment within a day, read as " + f.layouts + ", and may be the day before or behind where it was written"
		i.Fix = "let fields." + name + ".date have the time zone of the system that wrote it, in which it is midnight, such as {layout: unix-ms, zone: Europe/Berlin}; without zone it is UTC"
	}
}

// notEvaluated says that an expression of the mapping, which reads the named
// columns, has no value for the row. The error of the library is not told: it
// may hold a value.
func notEvaluated(columns []string, what string) kyc.Issue {
	where := "this row"
	switch len(columns) {
	case 0:
	case 1:
		where = "what column " + columns[0] + " holds"
	default:
		where = "what columns " + strings.Join(columns, ", ") + " hold"
	}
	return kyc.Issue{
		Severity: kyc.Reject, Code: CodeExprFailed, Column: strings.Join(columns, ", "),
		Message: what + " cannot be evaluated for " + where + ": a text is no number, a number is too big to be exact, a list is too short, or something is too long",
		Fix:     "mend the row, or let the expression ask first, as in: row['A'] matches '^[0-9]+$' ? int(row['A']) : 0",
	}
}

func (f *field) notEvaluated(columns []string, what string) kyc.Issue {
	i := notEvaluated(columns, what)
	i.Field = f.field.String()
	return i
}

// nameIssue says what could not be told about a name.
func (f *field) nameIssue(d doubt, from int) kyc.Issue {
	name := f.field.String()
	i := kyc.Issue{Severity: kyc.Warn, Field: name}
	where := "the name in columns " + strings.Join(f.names, ", ")
	if from >= 0 && from < len(f.names) {
		i.Column = f.names[from]
		where = "the name in column " + i.Column
	}
	if d == scriptUnclear {
		i.Code = CodeNameScriptUnclear
		i.Message = where + " holds two scripts that cannot be told apart, so nothing is made of it"
		i.Fix = "write one form of the name, or the other in brackets behind it"
		return i
	}
	i.Code = CodeNameOrderUnclear
	i.Message = where + " does not tell family and given names apart for sure, so nothing is made of it"
	i.Fix = "write it in the source as fields." + name + ".name says, with two words or a comma, or give the parts columns of their own"
	return i
}
