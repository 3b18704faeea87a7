package xlsxfile

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// options are the checked options of an XLSX source.
type options struct {
	sheet    string // "": auto
	header   int64  // 0: auto
	password string // a secret
	swapped  bool   // dates that look as if day and month were exchanged are right
}

func newOptions(given map[string]string) (options, error) {
	var o options
	for name, value := range given {
		if err := o.set(name, value); err != nil {
			return o, err
		}
	}
	return o, nil
}

func (o *options) set(name, value string) error {
	auto := value == "" || strings.EqualFold(value, "auto")
	switch name {
	case "password":
		o.password = value
	case "swapped_dates":
		if o.swapped = value == "accept"; !o.swapped && !auto {
			return errors.New("the option swapped_dates can only be accept; without it a run sends nothing of a workbook with such dates")
		}
	case "sheet":
		if !auto {
			o.sheet = value
		}
	case "header":
		if auto {
			return nil
		}
		n, err := strconv.ParseInt(value, 10, 64)
		if err != nil || n < 1 || n > maxRows {
			return errors.New("the option header must be auto or the number of a row, such as 3")
		}
		o.header = n
	default:
		return fmt.Errorf("XLSX has no option %q; it has sheet, header, password and swapped_dates", name)
	}
	return nil
}
