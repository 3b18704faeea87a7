package draft

import "kycmigrate/internal/inspect"

// noRecords proposes the rules that leave out rows which are no records: the line that counts
// them, lines of nothing but delimiters. They are comments, as only who knows the export can say.
func (w *writer) noRecords() {
	if len(w.draft.Exclude) == 0 {
		return
	}
	w.line("# Rows that look like no records: without these lines each is rejected. Remove the #")
	w.line("# in front to have them left out and counted instead.")
	w.line("#exclude:")
	for i := range w.draft.Exclude {
		x := &w.draft.Exclude[i]
		w.line("#  - %s  # %s", x.Rule(), rowsAt(x))
		if x.Line == "" && x.When == "" {
			w.line("#    # if that row counts the others: write how it begins in place of BEGINNING")
		}
	}
	w.line("")
}

// rowsAt says how many rows a rule is for, and where the first stands.
func rowsAt(x *inspect.LineRule) string {
	if x.Rows == 1 {
		return "1 row, " + x.At
	}
	return counted(int(x.Rows), "row", "rows") + ", the first " + x.At
}
