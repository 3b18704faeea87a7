package uploader

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"encoding/hex"
	"strings"
)

// Names of what the ledger keeps for the run directory.
const (
	metaEcho       = "echo_profile"
	metaControl    = "control_id"
	metaTarget     = "target"
	metaProject    = "project"
	metaCredential = "credential_mac"
	metaKey        = "key_columns"
	metaEncrypted  = "encrypted" // "yes" once a process was to send encrypted
)

func newRunID() string {
	var b [5]byte
	if _, err := rand.Read(b[:]); err != nil {
		panic(err) // crypto/rand never fails on supported systems
	}
	return strings.ToLower(base32.StdEncoding.EncodeToString(b[:]))
}

// checkBinding refuses a run directory that is bound to another target,
// project or key (invariant 7). It makes no call.
func (u *Uploader) checkBinding(ctx context.Context) error {
	bound, err := u.ledger.Meta(ctx, metaTarget)
	if err != nil || bound == "" {
		return err
	}
	if loose, err := u.loose(ctx); err != nil || loose {
		return err
	}
	b := u.cfg.Binding
	if bound != b.Target {
		return bindingStop("target_changed", "this run directory has sent records to "+bound+", not to "+b.Target,
			"set ARGOS_BASE_URL to "+bound+", or choose another --run directory for the other target")
	}
	key, err := u.ledger.Meta(ctx, metaKey)
	if err != nil {
		return err
	}
	if key != b.KeyColumns {
		return bindingStop("key_changed", "records of this run directory are identified by "+key+", and the mapping now says "+b.KeyColumns,
			"set key: back to "+key+" in the mapping, or choose another --run directory")
	}
	if err := u.checkEncryption(ctx); err != nil {
		return err
	}
	return u.checkProject(ctx)
}

// checkEncryption refuses to send in the clear where the directory sent encrypted.
func (u *Uploader) checkEncryption(ctx context.Context) error {
	was, err := u.ledger.Meta(ctx, metaEncrypted)
	if err != nil || was != "yes" || u.cfg.Binding.Encrypted || u.cfg.Scout != nil && u.cfg.Scout.ToDo == 0 {
		return err
	}
	if u.cfg.Binding.Plain {
		return u.ledger.SetMeta(ctx, metaEncrypted, "")
	}
	return bindingStop("encryption_dropped", "this run directory has sent its records encrypted, and this run would send them in the clear",
		"add --encrypt; only if Secure Data Transmission was switched off for the project, --encrypt=false")
}

// keepEncryption notes that records are sent encrypted from here on.
func (u *Uploader) keepEncryption(ctx context.Context) error {
	was, err := u.ledger.Meta(ctx, metaEncrypted)
	if err != nil || was == "yes" || !u.cfg.Binding.Encrypted {
		return err
	}
	return u.ledger.SetMeta(ctx, metaEncrypted, "yes")
}

func (u *Uploader) checkProject(ctx context.Context) error {
	b := u.cfg.Binding
	project, err := u.ledger.Meta(ctx, metaProject)
	if err != nil {
		return err
	}
	credential, err := u.ledger.Meta(ctx, metaCredential)
	if err != nil {
		return err
	}
	same := credential == hex.EncodeToString(b.Credential[:])
	if project != "" && b.Project != "" {
		same = project == b.Project
	}
	if same || b.SameProject {
		return nil
	}
	return bindingStop("project_changed", "this run directory has sent records with another API key or to another project",
		"use the key it began with; if the key was rotated within the same project, add --same-project")
}

func bindingStop(code, message, hint string) *Stop {
	return &Stop{Kind: StopConfig, Code: code, Message: message, Hint: hint}
}

// loose reports that nothing of this directory is in ARGOS or could be: then
// what it was bound to may have been a mistake, and binds nobody.
func (u *Uploader) loose(ctx context.Context) (bool, error) {
	control, err := u.ledger.Meta(ctx, metaControl)
	if err != nil || control != "" {
		return false, err
	}
	open, err := u.ledger.OpenCount(ctx)
	return open == 0, err
}

// tie keeps the first submission that this process created or adopted as the
// control that later processes must see; from then on the binding is firm. It
// goes before the outcome, so that no outcome is there without it.
func (u *Uploader) tie(ctx context.Context, submission string) error {
	if !u.tied.CompareAndSwap(false, true) {
		return nil
	}
	if err := u.bind(ctx); err != nil {
		return err
	}
	return u.ledger.SetMeta(ctx, metaControl, submission)
}

// bind ties the run directory to its target, project and key.
func (u *Uploader) bind(ctx context.Context) error {
	b := u.cfg.Binding
	for _, m := range [][2]string{
		{metaKey, b.KeyColumns}, {metaProject, b.Project},
		{metaCredential, hex.EncodeToString(b.Credential[:])}, {metaTarget, b.Target},
	} {
		if err := u.ledger.SetMeta(ctx, m[0], m[1]); err != nil {
			return err
		}
	}
	return nil
}
