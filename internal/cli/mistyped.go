package cli

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kycmigrate/internal/mapper"
)

// mistyped finds a command that there is not before cobra does: with --help behind it, or
// help before it, cobra would show the general help and take it for done.
func mistyped(root *cobra.Command, given []string) error {
	cmd, rest, err := root.Find(given)
	if err == nil && cmd.Name() == "help" && len(rest) > 0 {
		cmd, rest, err = root.Find(rest)
	}
	if err != nil || !cmd.HasSubCommands() {
		return nil //nolint:nilerr // cobra finds and tells it as well
	}
	for _, word := range rest {
		switch {
		case word == "--", strings.HasPrefix(word, "__"): // what shells complete by
			return nil
		case !strings.HasPrefix(word, "-"):
			return noArgs(cmd, []string{word})
		}
	}
	return nil
}

func flagError(cmd *cobra.Command, err error) error {
	if words := cmd.Flags().Args(); cmd.HasSubCommands() && len(words) > 0 {
		return noArgs(cmd, words) // the flags are those of the command that was mistyped
	}
	see := "see: " + cmd.CommandPath() + " --help"
	if wrong := (*pflag.InvalidValueError)(nil); errors.As(err, &wrong) {
		return usage("usage", see, "--%s %q: %s", wrong.GetFlag().Name, wrong.GetValue(), wanted(wrong))
	}
	if unknown := (*pflag.NotExistError)(nil); errors.As(err, &unknown) {
		if near := nearestFlag(cmd, unknown.GetSpecifiedName()); near != "" {
			see = "did you mean --" + near + "? " + see
		}
	}
	return usage("usage", see, "%s", err.Error())
}

// nearestFlag is the flag of a command that was probably meant, "" if none is near.
func nearestFlag(cmd *cobra.Command, typed string) string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	return mapper.Nearest(typed, names)
}

// nearestCommand is the command of a group that was probably meant, "" if none is near.
func nearestCommand(cmd *cobra.Command, typed string) string {
	if near := cmd.SuggestionsFor(typed); len(near) > 0 {
		return near[0]
	}
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return mapper.Nearest(typed, names)
}

// wanted says what a flag takes, where its value could not be read.
func wanted(wrong *pflag.InvalidValueError) string {
	switch kind := wrong.GetFlag().Value.Type(); {
	case errors.Is(wrong, strconv.ErrRange):
		return "is out of range"
	case strings.HasPrefix(kind, "int"), strings.HasPrefix(kind, "uint"):
		return "must be a whole number, such as 1000"
	case strings.HasPrefix(kind, "float"):
		return "must be a number, such as 50 or 0.5"
	case kind == "duration":
		return "must be a time with its unit, such as 45s or 5m"
	case kind == "durationSlice":
		return "must be times with their units, such as 5s,10s,15s"
	case kind == "bool":
		return "takes true or false, or no value at all"
	}
	return errors.Unwrap(wrong).Error()
}

// noArgs refuses words behind a command that takes none, or that has commands of its own.
func noArgs(cmd *cobra.Command, given []string) error {
	if len(given) == 0 {
		return nil
	}
	if cmd.HasSubCommands() {
		hint := "see: " + cmd.CommandPath() + " --help"
		if near := nearestCommand(cmd, given[0]); near != "" {
			hint = "did you mean: " + cmd.CommandPath() + " " + near
		}
		return usage("usage", hint, "there is no command %q", given[0])
	}
	return usage("usage", "see: "+cmd.CommandPath()+" --help",
		"%s takes no arguments, found %q; files are given by flags", cmd.CommandPath(), given[0])
}
