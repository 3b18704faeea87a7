package xlsxfile

import (
	"fmt"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// Codes of what is found in a sheet, beside those of package source. A cell of
// a column that nobody reads is only warned of.
const (
	CodeCellError      = "cell_error"                 // a cell holds an error value, such as #REF!
	CodeCellFormula    = "cell_formula_without_value" // the workbook has a formula and not what it comes to
	CodeCellUnreadable = "cell_unreadable"            // the workbook does not say what a cell holds
	CodeCellDigits     = "cell_digits_lost"           // a whole number longer than Excel keeps
	CodeCellMerged     = "cell_merged"                // the row has cells that a merged range covers
	CodeCellOutside    = "cell_outside"               // a cell to the right of the last column with a name
	CodeRowHidden      = "row_hidden"                 // the row is hidden or filtered out in Excel
	CodeRowAfterGap    = "row_after_gap"              // blank rows stand before the row
	CodeRowOrder       = "row_out_of_order"           // the row stands behind one with a higher number
)

// issue is one about the cell.
func (s spot) issue(severity kyc.Severity, code, message, fix string) kyc.Issue {
	if !s.f.layout.isAsked(s.own) {
		severity = kyc.Warn
	}
	return kyc.Issue{Severity: severity, Code: code, Column: s.f.layout.column(s.own), Message: fmt.Sprintf(message, s.name()), Fix: fix}
}

func (s spot) failed() kyc.Issue {
	return s.issue(kyc.Reject, CodeCellError, "the cell %s holds an error value of Excel", "mend the formula, or put the value in its place")
}

func (s spot) formula() kyc.Issue {
	return s.issue(kyc.Reject, CodeCellFormula, "the cell %s has a formula, and the workbook does not hold its result",
		"open the source in Excel and save it, or put the value in place of the formula")
}

func (s spot) unreadable(message string) kyc.Issue {
	return s.issue(kyc.Reject, CodeCellUnreadable, message, "open the source in Excel, put the right value into the cell and save it")
}

func (s spot) digits() kyc.Issue {
	return s.issue(kyc.Warn, CodeCellDigits, "the cell %s holds a number of more than 15 digits, of which Excel keeps 15",
		"compare it with the legacy system, and export the column as text")
}

func (s spot) outside() kyc.Issue {
	return s.issue(kyc.Warn, CodeCellOutside, "the cell %s stands to the right of the last column that has a name, and is not read",
		"give its column a name in the header, or clear the cell")
}

func warn(code, message, fix string) kyc.Issue {
	return kyc.Issue{Severity: kyc.Warn, Code: code, Message: message, Fix: fix}
}

func warnGap(sheet string, row, last int64) kyc.Issue {
	return warn(CodeRowAfterGap, fmt.Sprintf("blank rows stand between rows %d and %d of %s", last, row, sheet),
		"make sure that no second table or total begins here; it is read as rows of the first")
}

func warnHidden(sheet string, row int64) kyc.Issue {
	return warn(CodeRowHidden, fmt.Sprintf("row %d of %s is hidden or filtered out in Excel", row, sheet),
		"it is read like the others; delete it where it is not meant to be")
}

func warnEarly(sheet string, row int64) kyc.Issue {
	return warn(CodeRowOrder, fmt.Sprintf("row %d of %s stands behind a row with this number or a higher one", row, sheet),
		"open the source in Excel and save it; it is read where it stands")
}

func warnMerged(f *sheetFile, m *merge) kyc.Issue {
	i := warn(CodeCellMerged, fmt.Sprintf("the row has cells of the merged range %s!%s, whose value stands in its first cell only", f.sheet, m.name()),
		"unmerge the cells and fill each of them")
	if own := f.layout.place(int(m.left)); own >= 0 {
		i.Column = f.layout.column(own)
	}
	return i
}

func faultTooLong() *kyc.Issue {
	return source.Fault(source.CodeTooLong, fmt.Sprintf("the row is longer than %d bytes", source.MaxRecord),
		"shorten it in the source; a rejects file holds only its beginning, and refuses the row until its _error_code is cleared")
}

func faultEncoding() *kyc.Issue {
	return source.Fault(source.CodeEncoding, "the row has bytes that are not valid UTF-8, or a NUL",
		"put the right texts into its cells; a rejects file refuses the row until its _error_code is cleared")
}

// stickyCode returns the code of a fault that a rejects file tells of and does
// not show: its row stays one until the operator clears the code.
func stickyCode(codes string) string {
	for code := range strings.SplitSeq(codes, source.Joint) {
		if code == source.CodeTooLong || code == source.CodeEncoding {
			return code
		}
	}
	return ""
}
