package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/joho/godotenv"

	"kycmigrate/internal/argos"
)

// The environment variables this program reads.
const (
	envAPIKey  = "ARGOS_API_KEY"
	envAdmin   = "ARGOS_ADMIN"
	envProject = "ARGOS_PROJECT_ID"
	envBaseURL = "ARGOS_BASE_URL"
)

// target is where records go and as whom.
type target struct {
	baseURL  string
	apiKey   argos.Secret
	admin    string
	project  string
	loopback bool
}

// loadEnvFile adds the variables of an env file to those of the environment,
// which win.
func (a *app) loadEnvFile(path string) error {
	if path == "" {
		return nil
	}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return usage("env_file", "check the path given to --env-file", "the env file %s does not exist", path)
	}
	if err != nil {
		return usage("env_file", "check the path given to --env-file", "the env file cannot be read: %w", err)
	}
	text = append(text, '\n') // the library lets a last line without an end be anything
	extra, err := godotenv.UnmarshalBytes(text)
	if err != nil {
		return badEnvFile(path, text)
	}
	real := a.os.Env
	a.env = func(name string) (string, bool) {
		if v, ok := real(name); ok {
			return v, true
		}
		v, ok := extra[name]
		return v, ok
	}
	return nil
}

// maxEnvLines bounds the search for the line that is wrong.
const maxEnvLines = 1000

// badEnvFile says where an env file goes wrong: behind the most lines that can
// be read. The error of the library may quote a line, and so a key.
func badEnvFile(path string, text []byte) error {
	lines := bytes.SplitAfterN(text, []byte("\n"), maxEnvLines)
	good := len(lines) - 1
	for good > 0 {
		if _, err := godotenv.UnmarshalBytes(bytes.Join(lines[:good], nil)); err == nil {
			break
		}
		good--
	}
	return usage("env_file", "each line must be NAME=value; a value with spaces or # stands in quotes",
		"%s:%d: the line cannot be read", path, good+1)
}

// variable returns an environment variable without surrounding space, "" if
// it is not set.
func (a *app) variable(name string) string {
	v, _ := a.env(name)
	return strings.TrimSpace(v)
}

// findTarget reads the target from the environment. admin is the mapping's,
// used where ARGOS_ADMIN is not set. Nothing of it is needed for a dry run.
func (a *app) findTarget(admin string) (target, error) {
	base, err := a.baseURL()
	if err != nil {
		return target{}, err
	}
	t := target{
		baseURL:  base,
		apiKey:   argos.Secret(a.variable(envAPIKey)),
		admin:    a.variable(envAdmin),
		project:  a.variable(envProject),
		loopback: argos.IsLoopback(base),
	}
	if t.admin == "" {
		t.admin = admin
	}
	switch {
	case t.apiKey == "":
		return t, usage("api_key_missing", "set "+envAPIKey+" in the environment, or name a file that holds it with --env-file",
			"%s is not set, and nothing can be sent without a key", envAPIKey)
	case t.admin == "":
		return t, usage("admin_missing", "set "+envAdmin+", or 'admin:' in the mapping, to the e-mail of an administrator of the project",
			"the administrator is not set, and ARGOS wants one with every record")
	}
	return t, nil
}

func (a *app) baseURL() (string, error) {
	given := a.variable(envBaseURL)
	if given == "" {
		given = argos.DefaultBaseURL
	}
	base, err := argos.NormalBaseURL(given)
	if err != nil {
		return "", usage("base_url", "", "%w", err)
	}
	return base, nil
}

// checkPace holds the rate to what a remote target may be given.
func (t target) checkPace(rate float64) error {
	if t.loopback || (rate > 0 && rate <= maxRemoteRate) {
		return nil
	}
	given := fmt.Sprintf("--rate %g", rate)
	if rate == 0 {
		given = "--rate 0 (no limit)"
	}
	return usage("usage", "choose a rate that ARGOS has agreed to; the default is 50",
		"%s is only for a target on this machine: elsewhere at most %d calls a second", given, maxRemoteRate)
}

// mustExist tells a missing file from one that cannot be read.
func mustExist(what, flag, path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return usage(what+"_missing", "check the path given to "+flag, "the %s %s does not exist", what, path)
	case err != nil:
		return usage(what+"_unreadable", "check the path given to "+flag, "the %s %s cannot be opened: %w", what, path, err)
	case info.IsDir():
		return usage(what+"_unreadable", "name a file with "+flag, "the %s %s is a directory", what, path)
	}
	return nil
}
