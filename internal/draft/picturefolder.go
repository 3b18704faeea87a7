package draft

import (
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/mapper"
)

// mostPaths is how many paths are looked for on the disk.
const mostPaths = 50

// images writes the pictures and the folder that they are in.
func (w *writer) images() {
	var found []*choice
	var paths []string
	for k := range kyc.NumImages {
		ch := w.by[slot(k.String())]
		if ch == nil || ch.todo != "" && ch.score < least {
			continue
		}
		found = append(found, ch)
		for _, c := range append(slices.Clone(ch.columns), ch.offers...) {
			paths = append(paths, w.texts(c)...)
		}
	}
	if len(found) == 0 {
		return
	}
	w.pathStart = sharedStart(paths)
	w.line("images:")
	w.root(paths)
	for _, ch := range found {
		w.field(ch)
	}
	w.line("")
}

// root writes the folder of the pictures, if most of some paths are there.
func (w *writer) root(paths []string) {
	paths = w.looked(paths)
	if w.options.Root != nil && len(paths) > 0 {
		if folder, n := w.options.Root(paths); n*2 > len(paths) {
			w.line("  # Relative to this file; %d of %d pictures that were looked for are there.", n, len(paths))
			w.line("  root: %s", scalar(folder))
			return
		}
	}
	ask := "the folder that the paths start from, relative to this file: no folder beside the source holds the pictures"
	if where := w.elsewhere(paths); where != "" {
		ask = where + ", and pictures are read from a folder: bring them into one, have the columns hold the paths within it, and name it here"
	} else if w.pathStart != "" {
		ask = "the folder with the pictures, relative to this file: bring them into one, with the paths that are left once strip has taken off their start"
	}
	w.line("  root: TODO  # " + ask)
	w.draft.Matches = append(w.draft.Matches, Match{Field: "images.root", Columns: []string{}, Evidence: []string{}, Todo: ask, Open: 1})
}

// looked are some of the paths, as they are behind what all begin with.
func (w *writer) looked(paths []string) []string {
	n := len(paths)
	some := make([]string, min(n, mostPaths))
	for i := range some {
		some[i] = strings.TrimPrefix(mapper.Slashed(paths[i*n/len(some)]), w.pathStart)
	}
	return some
}

// elsewhere says where pictures are that no folder beside the source can hold, "" where
// one may.
func (w *writer) elsewhere(paths []string) string {
	web, whole := 0, 0
	for _, path := range paths {
		switch {
		case webAddress.MatchString(path):
			web++
		case strings.HasPrefix(path, "/") || strings.HasPrefix(path, `\`) || strings.ContainsRune(path, ':'):
			whole++
		}
	}
	switch {
	case web*2 > len(paths):
		return "the values are addresses of a server"
	case whole*2 > len(paths):
		return "the paths begin at the root of another machine"
	}
	return ""
}

// leastPaths is of how many paths what they share is no customer's own.
const leastPaths = 5

// sharedStart is what all paths begin with, up to a folder, where that is the address of a
// server or a folder of another machine; "" for paths that begin otherwise, and where
// something is behind the name of the file.
func sharedStart(paths []string) string {
	if len(paths) < leastPaths {
		return ""
	}
	start := mapper.Slashed(paths[0])
	for _, path := range paths {
		path = mapper.Slashed(path)
		n := 0
		for n < len(start) && n < len(path) && start[n] == path[n] {
			n++
		}
		start = start[:n]
		if strings.ContainsRune(path, '?') {
			return ""
		}
	}
	start = start[:strings.LastIndexByte(start, '/')+1]
	host := webAddress.FindString(start)
	switch {
	case host != "" && len(start) > len(host), host == "" && strings.HasPrefix(start, "/") && len(start) > 1, len(start) > 2 && start[1] == ':':
		return start
	}
	return ""
}
