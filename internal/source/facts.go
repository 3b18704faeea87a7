package source

// Fact is something that a Reader found out about its source, or was told, with
// what it goes by: "encoding", "utf-8", "a byte order mark". It holds no value
// of a row and no secret.
type Fact struct {
	Name     string `json:"name"`
	Value    string `json:"value"`
	Evidence string `json:"evidence"` // "" where the value speaks for itself
}

// Describer is a Reader that can say how its source is written. Describe may be
// called at any time between Open and Close, and tells what is known by then.
type Describer interface{ Describe() []Fact }

// Prefaced is a Reader that can show the lines that stand above the header of its source, the
// first of them: they may say what its codes mean.
type Prefaced interface{ Preface() []string }

// Mender is a Reader that can say whether its source is a rejects file: rows on
// their way back, and so not all that there are.
type Mender interface{ IsRejects() bool }

// Spoiler is a Reader that can say, of the rows read so far, why no record should be
// sent of them as they stand: the values of a whole column are wrong, and no row shows
// it by itself. What its options state to be right is not among it. Warnings say of
// each what to do.
type Spoiler interface{ Spoilt() []string }

// SpoiltOf is what a Reader says of its rows as a Spoiler, nil for one that is none.
func SpoiltOf(r Reader) []string {
	if s, ok := r.(Spoiler); ok {
		return s.Spoilt()
	}
	return nil
}

// Dialected is a Reader that can say, by the options that would state it, how its source is
// written, and so its rejects: see Spec.AsSource.
type Dialected interface{ Dialect() map[string]string }
