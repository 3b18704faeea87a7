package source

import "io/fs"

// Pictures is a Reader whose rows name pictures that stand in the source itself
// and not in files.
type Pictures interface {
	// Pictures returns the pictures by the names in the cells of the columns
	// that Spec.Pictures lists, nil where those cells are names of files. What
	// is not one of its names does not exist in it. It may be used by any
	// goroutine, until the Reader is closed.
	Pictures() fs.FS
}
