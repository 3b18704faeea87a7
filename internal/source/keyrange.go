package source

// KeyRange is a part of a source that is read by key: the records whose key
// comes after After and not after UpTo, in the order that the source itself has
// for its keys. Both hold one text for each key column, or are nil: without
// After the part begins at the start, without UpTo it goes to the end.
//
// Records with equal keys are always in the same part. One whose key is not
// whole (NULL in a key column) is in the part without After. So parts that join
// where one ends and the next begins hold every record exactly once, whatever
// the keys are.
type KeyRange struct{ After, UpTo []string }

// Whole reports whether the range leaves nothing out.
func (r KeyRange) Whole() bool { return r.After == nil && r.UpTo == nil }
