package draft

import (
	"maps"
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
	w.pathStarts = pathStarts(paths)
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
	where := w.elsewhere(paths)
	switch {
	case len(w.pathStarts) > 0:
		ask = "the folder with the pictures, relative to this file: bring them into one, with the paths that are left once strip has taken off their start"
	case where != "" && slices.ContainsFunc(paths, queried):
		ask = where + ", and pictures are read from a folder: bring them into one, have the columns hold the paths within it, and name it here"
	case where != "":
		ask = where + ", and pictures are read from a folder: bring them into one, write what the paths begin with that is not of it as strip of each picture, and name it here"
	}
	w.line("  root: TODO  # " + ask)
	w.draft.Matches = append(w.draft.Matches, Match{Field: "images.root", Columns: []string{}, Evidence: []string{}, Todo: ask, Open: 1})
}

// looked are some of the paths, as they are behind what all begin with.
func (w *writer) looked(paths []string) []string {
	n := len(paths)
	some := make([]string, min(n, mostPaths))
	for i := range some {
		some[i] = stripped(paths[i*n/len(some)], w.pathStarts)
	}
	return some
}

// elsewhere says where pictures are that no folder beside the source can hold, "" where
// one may.
func (w *writer) elsewhere(paths []string) string {
	web, whole := 0, 0
	paths = slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return stripped(path, w.pathStarts) != mapper.Slashed(path) })
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

// mostHomes is how many servers and machines have the pictures of customers at most: of more,
// each may be a customer's own.
const mostHomes = 4

// pathStarts are what paths begin with, up to a folder, where that is the address of a server or
// a folder of another machine: one that all share, or one for each server and machine. They are
// nil where no start can be taken off, as where something is behind the name of a file.
func pathStarts(paths []string) (starts []string) {
	if slices.ContainsFunc(paths, queried) {
		return nil
	}
	if start := sharedStart(paths); start != "" {
		return []string{start}
	}
	of := map[string][]string{}
	for _, path := range paths {
		if home := homeOf(mapper.Slashed(path)); home != "" {
			of[home] = append(of[home], path)
		}
	}
	if len(of) > mostHomes {
		return nil
	}
	for _, home := range slices.Sorted(maps.Keys(of)) {
		start := sharedStart(of[home])
		if start == "" && home != "/" {
			start = home
		}
		if start != "" {
			starts = append(starts, start)
		}
	}
	return starts
}

// queried reports whether something is behind the name of the file.
func queried(path string) bool { return strings.ContainsRune(path, '?') }

// homeOf is the server, the share, the drive or the root that a path begins with, "" where it
// begins with none.
func homeOf(path string) string {
	begin := webAddress.FindString(path)
	switch {
	case begin != "":
	case strings.HasPrefix(path, "//"):
		begin = "//"
		if at := strings.IndexByte(path[len(begin):], '/'); at > 0 {
			begin = path[:len(begin)+at+1] // the share belongs to it
		}
	case strings.HasPrefix(path, "/"):
		return "/"
	case len(path) > 2 && path[1] == ':' && path[2] == '/':
		return path[:3]
	default:
		return ""
	}
	at := strings.IndexByte(path[len(begin):], '/')
	if at < 1 {
		return ""
	}
	return path[:len(begin)+at+1]
}

// stripped is a path without the first of the starts that it has.
func stripped(path string, starts []string) string {
	path = mapper.Slashed(path)
	for _, start := range starts {
		if rest, found := strings.CutPrefix(path, start); found {
			return rest
		}
	}
	return path
}

// strip is the step that takes off what the paths of a picture begin with, "" for none.
func (w *writer) strip(s slot) string {
	ch := w.by[s]
	if ch == nil {
		return ""
	}
	var has []string
	for _, c := range append(slices.Clone(ch.columns), ch.offers...) {
		for _, path := range w.texts(c) {
			for _, start := range w.pathStarts {
				if strings.HasPrefix(mapper.Slashed(path), start) && !slices.Contains(has, start) {
					has = append(has, start)
				}
			}
		}
	}
	switch len(has) {
	case 0:
		return ""
	case 1:
		return "strip: " + scalar(has[0])
	}
	slices.Sort(has)
	return "strip: " + many(has)
}

// sharedStart is what all paths begin with, up to a folder, where that is the address of a
// server or a folder of another machine; "" for paths that begin otherwise, and for few.
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
	}
	start = start[:strings.LastIndexByte(start, '/')+1]
	host := webAddress.FindString(start)
	switch {
	case host != "" && len(start) > len(host), host == "" && strings.HasPrefix(start, "/") && len(start) > 1, len(start) > 2 && start[1] == ':':
		return start
	}
	return ""
}
