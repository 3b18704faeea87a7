package cli

import (
	"strings"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/uploader"
)

// compose builds the uploader of a run: the client for the target, the rules
// of pace, and what the run directory is bound to.
func (r *upload) compose(pictures *pictureStore) (*uploader.Uploader, error) {
	v := r.flags
	client, err := argos.New(argos.Config{
		BaseURL:   r.target.baseURL,
		APIKey:    r.target.apiKey,
		Admin:     r.target.admin,
		Encrypt:   v.encrypt,
		Envelope:  v.envelope,
		MaxConns:  v.concurrency + uploader.LookupRoom,
		CAFile:    v.caFile,
		UserAgent: "migrate/" + version,
	})
	if err != nil {
		return nil, usage("target", "", "%w", err)
	}
	return uploader.New(r.app.stop.Hard, uploader.Config{
		Client:       client,
		Ledger:       r.ledger,
		Log:          r.log,
		OpenPicture:  pictures.openSized,
		Soft:         r.app.stop.Soft,
		Marker:       r.mapping.Marker,
		Rate:         v.rate,
		Concurrency:  v.concurrency,
		DailyQuota:   v.dailyQuota,
		StopOnQuota:  v.onQuota == "stop",
		Settle:       r.waits.settle,
		CommitWindow: r.waits.commitWindow,
		Lag:          r.waits.lag(),
		DoubtTimeout: v.doubtTimeout,
		LookFirst:    v.lookFirst || r.ledger.Cautious(),
		RetryRefused: v.retryRefused,
		NoPreflight:  v.noPreflight,
		AuditAlone:   v.audit,
		Scout:        r.scout,
		Binding: uploader.Binding{
			Target:      r.target.baseURL,
			Project:     r.target.project,
			Credential:  r.ledger.Print(uploader.DomainCredential, string(r.target.apiKey)),
			KeyColumns:  strings.Join(r.mapping.Key, ","),
			SameProject: v.sameProject,
			Encrypted:   v.encrypt,
			Plain:       v.encryptGiven && !v.encrypt,
		},
	})
}
