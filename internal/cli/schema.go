package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"kycmigrate/internal/mapper"
)

func (a *app) schemaCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of the mapping file, for editors",
		Long: `schema prints what a mapping file may hold as a JSON Schema (draft-07), so that
an editor completes keys, explains them and marks mistakes while you type. Name
it in the first line of the mapping, by a path from the mapping to the schema:

  # yaml-language-server: $schema=mapping.schema.json

Editors with the YAML language server read that line: VS Code with the YAML
extension, Neovim, Helix, Emacs and others. What only the whole file or the
source can tell is checked by 'migrate validate'.`,
		Example: `  migrate schema
  migrate schema --out mapping.schema.json`,
		Args: noArgs,
		RunE: act(func(*cobra.Command, []string) error {
			if out == "" {
				_, err := a.out.Write(mapper.Schema())
				return err
			}
			return a.writeSchema(out)
		}),
	}
	cmd.Flags().StringVar(&out, "out", "", "write it to this `file`, or anew if it holds a schema already")
	return cmd
}

// writeSchema writes the schema to a file, which may hold an older one and
// nothing else: a mistyped --out must not cost anybody a mapping.
func (a *app) writeSchema(path string) error {
	if err := mayBeSchema(path); err != nil {
		return err
	}
	err := writeAtomic(path, func(w io.Writer) error {
		_, err := w.Write(mapper.Schema())
		return err
	})
	if err != nil {
		return usage("schema_out", "name a file in a directory that exists and can be written", "write the schema: %w", err)
	}
	say(a.err, "The schema is in %s. First line of a mapping beside it:\n  # yaml-language-server: $schema=%s\n", path, filepath.Base(path))
	return nil
}

// mayBeSchema refuses a path that holds anything but a schema.
func mayBeSchema(path string) error {
	const enough = 4 << 10 // a schema names its draft at the top
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return usage("schema_out", "name a file that can be read and written", "look at what --out names: %w", err)
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, enough))
	if err != nil || !bytes.HasPrefix(bytes.TrimSpace(head), []byte("{")) || !bytes.Contains(head, []byte(`"$schema"`)) {
		return usage("schema_out", "name a new file, such as "+filepath.Join(filepath.Dir(path), "mapping.schema.json"), "--out %s holds something else than a schema", path)
	}
	return nil
}
