package csvfile

import (
	"fmt"
	"regexp"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// faultRagged is the fault of a row of more or fewer cells than the header.
func faultRagged(has, want int, form *dialect) *kyc.Issue {
	fix := "add the missing cells"
	if has > want {
		fix = "take out the extra cells, or " + form.keepsTogether()
	}
	if form.wraps() {
		fix += "; in a rejects file the row stands whole in the first cell"
	}
	return source.Fault(source.CodeRagged, fmt.Sprintf("the row has %d cells and the header has %d", has, want), fix)
}

// keepsTogether is what makes one cell of a value that holds the delimiter.
func (d *dialect) keepsTogether() string {
	switch {
	case d.quote != 0:
		return "put the value that holds the delimiter in quotes"
	case d.escape != 0:
		return "put " + string(rune(d.escape)) + " before the delimiter within the value"
	}
	return "put another sign in the place of the delimiter within the value: quotes hold nothing together here (quote: none)"
}

// ofCells matches what faultRagged and faultBlank say.
var ofCells = regexp.MustCompile(`^the row has (\d+ cells and the header has \d+|no value in any column)`)

func faultQuote(message string) *kyc.Issue {
	return source.Fault(source.CodeQuote, message,
		"put the whole value in quotes and double each quote inside it; in a rejects file the line stands whole in the first cell")
}

func faultBlank() *kyc.Issue {
	return source.Fault(source.CodeBlank, "the row has no value in any column", "delete the row, or fill it in")
}

func faultTooLong() *kyc.Issue {
	return source.Fault(source.CodeTooLong, fmt.Sprintf("the line is longer than %d bytes", source.MaxRecord),
		"look for lost line breaks in the source; a rejects file holds only the beginning of the line")
}

func faultEncoding(charset string) *kyc.Issue {
	return source.Fault(source.CodeEncoding, "the row has bytes that are not valid "+charset+", or a NUL",
		"state the file's true encoding with the option encoding, or mend the row")
}
