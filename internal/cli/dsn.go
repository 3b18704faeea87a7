package cli

import (
	"strings"

	"kycmigrate/internal/mapper"
	"kycmigrate/internal/source/all"
)

// locate is where a source of a kind is, which must be there if that can be told
// from here. typed becomes what messages call it: the file that is read.
func (a *app) locate(flag, kind string, typed *string) (string, error) {
	*typed = insideExport(kind, *typed)
	path, err := a.sourcePath(*typed)
	if err != nil || *typed == "-" || all.IsDSN(path) {
		return path, err
	}
	if err := mustExist("source", flag, *typed); err != nil && !strings.ContainsAny(*typed, "*?[{") {
		return "", err
	}
	return path, nil
}

// sourcePath is what --source means: a file or a pattern as it stands, or the
// DSN of a database with the values of its variables. The result may be a
// secret. Every message, log, run.json and command to copy holds the flag as
// it was typed.
func (a *app) sourcePath(typed string) (string, error) {
	if all.Exposed(typed) {
		return "", usage("source_secret", "put it into an environment variable, or the file given with --env-file, and write '${DB_PASSWORD}' in its place, in single quotes",
			"the source holds a password in plain text: everybody on this machine can read the arguments of a program")
	}
	if !strings.Contains(typed, "${") {
		return typed, nil
	}
	var unset []string
	whole := true
	path := all.ExpandDSN(typed, func(text string, fit func(string) string) string {
		out, missing, ok := mapper.Expand(text, func(name string) (string, bool) {
			value, found := a.env(name)
			return fit(value), found
		})
		unset, whole = append(unset, missing...), whole && ok
		return out
	})
	switch {
	case !whole && all.IsDSN(typed):
		return "", usage("source", "write ${NAME}", "the source holds ${ without a variable's name and }")
	case len(unset) > 0 && (all.IsDSN(typed) || strings.HasPrefix(typed, "${")):
		return "", usage("source", "export it, or put it into the file given with --env-file",
			"the environment variable %s that the source names is not set", strings.Join(unset, ", "))
	case !all.IsDSN(path):
		return typed, nil
	}
	return path, nil
}
