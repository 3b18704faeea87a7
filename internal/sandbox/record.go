package sandbox

import "time"

// imageKinds are the four pictures, by form field name (contracts.md A2).
var imageKinds = [...]string{"idImage", "idBackImage", "selfieImage", "addressImage"}

func imageIndex(name string) int {
	for i, kind := range imageKinds {
		if kind == name {
			return i
		}
	}
	return -1
}

// record is one submission. All but pics and deleted is fixed once stored;
// those two are guarded by the store.
type record struct {
	seq      uint64
	id       string
	project  string
	values   values
	received time.Time
	commit   time.Time // from when it exists
	planted  bool

	pics    [len(imageKinds)][]picture
	deleted time.Time // zero: not deleted
}

// picture is one upload. Several may be on their way for the same kind.
type picture struct {
	sha256 string
	size   int64
	due    time.Time // from when it is the picture
	data   []byte    // nil unless images are kept in memory
}

// view is a record as it stands at one moment.
type view struct {
	*record
	now     [len(imageKinds)]picture // no sha256: none
	puts    [len(imageKinds)]int     // uploads that have taken effect
	deleted time.Time
}

// at must be called with the store locked.
func (r *record) at(now time.Time) view {
	v := view{record: r}
	if !r.deleted.After(now) {
		v.deleted = r.deleted
	}
	for kind := range r.pics {
		for _, p := range r.pics[kind] {
			if p.due.After(now) {
				continue
			}
			v.puts[kind]++
			if !p.due.Before(v.now[kind].due) {
				v.now[kind] = p
			}
		}
	}
	return v
}

// Stored is one submission as the target keeps it: the truth that a test
// asserts on.
type Stored struct {
	ID         string            `json:"id"`
	Project    string            `json:"project"`
	Fields     map[string]string `json:"fields"` // as received, admin included
	ReceivedAt time.Time         `json:"received_at"`
	CreatedAt  time.Time         `json:"created_at"`
	DeletedAt  time.Time         `json:"deleted_at,omitzero"`
	Planted    bool              `json:"planted,omitempty"` // by Plant, not by a call
	Images     map[string]Image  `json:"images,omitempty"`  // by form field name
}

// Image is one picture of a Stored submission.
type Image struct {
	SHA256    string    `json:"sha256"` // of the decoded bytes, hex
	Size      int64     `json:"size"`
	UpdatedAt time.Time `json:"updated_at"`
	Puts      int       `json:"puts"` // uploads so far, this one included
}

func (v view) stored() Stored {
	out := Stored{
		ID: v.id, Project: v.project, Fields: v.values.named(), ReceivedAt: v.received,
		CreatedAt: v.commit, DeletedAt: v.deleted, Planted: v.planted,
	}
	for kind, p := range v.now {
		if p.sha256 == "" {
			continue
		}
		if out.Images == nil {
			out.Images = make(map[string]Image)
		}
		out.Images[imageKinds[kind]] = Image{SHA256: p.sha256, Size: p.size, UpdatedAt: p.due, Puts: v.puts[kind]}
	}
	return out
}
