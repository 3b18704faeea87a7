package uploader

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"time"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// picture is one file to be put.
type picture struct {
	kind   kyc.ImageKind
	path   string
	size   int64
	digest checkpoint.MAC
}

// imageSaga is the putting of a record's pictures: those that are missing, in
// as few calls as their size allows. PUT overwrites, so a call may be repeated
// with the same bytes; other bytes wait until an earlier call of unknown
// outcome can no longer land (L2).
type imageSaga struct {
	all    []picture
	print  checkpoint.MAC // of all of them
	todo   []picture
	loaded bool // todo is known
	single bool // one picture a call: together they were refused
	tries  int
	settle int
	unsure time.Time           // server time of the last PUT of unknown outcome; zero if none
	done   []checkpoint.Image  // put by this process
	there  [kyc.NumImages]bool // kinds that ARGOS has a picture of
	issues []kyc.Issue
	// idType is what the call says of the pictures beside their bytes.
	idType string
}

// readPictures fingerprints the pictures of a record. One that cannot be read
// is an issue of the record.
func (u *Uploader) readPictures(w *work) *imageSaga {
	s := &imageSaga{idType: w.rec.Submission[kyc.IDType]}
	parts := make([]string, 0, kyc.NumImages)
	for kind := range kyc.NumImages {
		path := w.rec.Pictures[kind].Path
		if path == "" {
			continue
		}
		digest, size, err := u.digest(path)
		if err != nil {
			s.issues = append(s.issues, imageIssue("image_unreadable", kind, "the file cannot be read"))
			continue
		}
		s.all = append(s.all, picture{kind: kind, path: path, size: size, digest: digest})
		parts = append(parts, kind.String(), string(digest[:]))
	}
	s.print = u.ledger.Print(domainImages, parts...)
	return s
}

// digest fingerprints the bytes of a picture, never holding them whole.
func (u *Uploader) digest(path string) (checkpoint.MAC, int64, error) {
	f, _, err := u.cfg.OpenPicture(path)
	if err != nil {
		return checkpoint.MAC{}, 0, err
	}
	defer f.Close()
	h := sha256.New()
	size, err := io.Copy(h, f)
	if err != nil {
		return checkpoint.MAC{}, 0, err
	}
	return u.ledger.Print(domainPicture, string(h.Sum(nil))), size, nil
}

// wanted lists a record's pictures for the ledger, about to be sent; none when
// they cannot be put now.
func (u *Uploader) wanted(w *work) []checkpoint.Image {
	if !w.rec.HasPictures() || w.rec.Withheld() {
		return nil
	}
	if w.images == nil {
		w.images = u.readPictures(w)
	}
	images := make([]checkpoint.Image, 0, len(w.images.all))
	for _, p := range w.images.all {
		images = append(images, checkpoint.Image{Kind: p.kind, Digest: p.digest, State: checkpoint.ImageSending})
	}
	return images
}

// compare posts a refused record again only if one of its pictures changed.
func (u *Uploader) compare(ctx context.Context, w *work) (kyc.Step, error) {
	w.images = u.readPictures(w)
	attempts, err := u.ledger.Attempts(ctx, w.entry.ID)
	if err != nil {
		return kyc.Step{}, err
	}
	if n := len(attempts); n > 0 && attempts[n-1].ImagesMAC != w.images.print {
		return u.begin(ctx, w)
	}
	return kyc.Step{Outcome: settleRefused(w.rec, &w.entry).outcome}, nil
}

// putImages puts what is missing, one call at a time.
func (u *Uploader) putImages(ctx context.Context, w *work) (kyc.Step, error) {
	if w.images == nil {
		w.images = u.readPictures(w)
	}
	s := w.images
	if !s.loaded {
		if wait, err := u.missing(ctx, w); err != nil || !wait.IsZero() {
			return kyc.Step{Again: wait}, err
		}
	}
	for len(s.todo) > 0 {
		if out := u.evict(w); out != nil {
			return kyc.Step{Outcome: out}, nil
		}
		group := s.next()
		err := u.putGroup(ctx, w, group)
		if err == nil {
			s.todo = s.todo[len(group):]
			s.isDone(group)
			s.tries, s.settle = 0, 0
			continue
		}
		again, err := u.putFailed(ctx, w, group, err)
		if err != nil || !again.IsZero() {
			return kyc.Step{Again: again}, err
		}
	}
	return u.finishImages(ctx, w)
}

func (s *imageSaga) isDone(group []picture) {
	for _, p := range group {
		s.there[p.kind] = true
		s.done = append(s.done, checkpoint.Image{Kind: p.kind, Digest: p.digest, State: checkpoint.ImageDone, At: s.unsure})
	}
}

// held counts the pictures that ARGOS has of the record.
func (s *imageSaga) held() (n int) {
	for _, there := range s.there {
		if there {
			n++
		}
	}
	return n
}

// missing finds out what is to be put. It returns a time to come back at when
// other bytes may still be on their way to the same picture.
func (u *Uploader) missing(ctx context.Context, w *work) (time.Time, error) {
	s := w.images
	have := map[kyc.ImageKind]checkpoint.Image{}
	if !w.fresh {
		images, err := u.ledger.Images(ctx, w.entry.ID)
		if err != nil {
			return time.Time{}, err
		}
		for _, im := range images {
			have[im.Kind] = im
			s.there[im.Kind] = im.State == checkpoint.ImageDone
		}
	}
	s.todo = s.todo[:0]
	var begun []checkpoint.Image
	for _, p := range s.all {
		im, known := have[p.kind]
		if known && im.State == checkpoint.ImageDone && im.Digest == p.digest {
			continue
		}
		if known && u.stillRefused(im, p, s.idType) {
			s.issues = append(s.issues, refusedImage(p.kind, im.Reason))
			continue
		}
		if known && im.Digest != p.digest {
			if wait := u.landing(im); wait > 0 {
				return timeAfter(wait), nil
			}
		}
		if !w.fresh && (!known || im.State != checkpoint.ImageSending || im.Digest != p.digest) {
			begun = append(begun, checkpoint.Image{Kind: p.kind, Digest: p.digest, State: checkpoint.ImageSending})
		}
		s.todo = append(s.todo, p)
	}
	s.loaded = true
	if len(begun) == 0 {
		return time.Time{}, nil
	}
	return time.Time{}, u.ledger.PutImages(ctx, w.entry.ID, begun)
}

// stillRefused reports that ARGOS refused this very picture, and nobody asks to
// put it again.
func (u *Uploader) stillRefused(im checkpoint.Image, p picture, idType string) bool {
	return im.State == checkpoint.ImageRefused && !u.cfg.RetryRefused && im.Digest == u.refusedPrint(p, idType)
}

// refusedPrint is the fingerprint of what was refused: the bytes, and the
// document type that was sent with them.
func (u *Uploader) refusedPrint(p picture, idType string) checkpoint.MAC {
	return u.ledger.Print(domainRefused, string(p.digest[:]), idType)
}

// landing is how long an earlier PUT of other bytes may still take effect.
// Without a time it was on its way when an earlier process ended.
func (u *Uploader) landing(im checkpoint.Image) time.Duration {
	switch {
	case im.At.IsZero() && im.State != checkpoint.ImageSending:
		return 0 // its outcome was clear
	case im.At.IsZero() || u.clock.newest().IsZero():
		return u.cfg.CommitWindow - time.Since(u.begun)
	}
	return im.At.Add(u.cfg.CommitWindow).Sub(u.clock.now())
}

// next is the longest run of pictures that may go in one call.
func (s *imageSaga) next() []picture {
	n, bytes := 1, s.todo[0].size
	for !s.single && n < len(s.todo) && bytes+s.todo[n].size <= maxPutBytes {
		bytes += s.todo[n].size
		n++
	}
	return s.todo[:n]
}

func (u *Uploader) putGroup(ctx context.Context, w *work, group []picture) error {
	images := make([]argos.Image, len(group))
	for i, p := range group {
		images[i] = argos.Image{Kind: p.kind, Size: p.size, Open: func() (io.ReadCloser, error) {
			f, _, err := u.cfg.OpenPicture(p.path)
			return f, err
		}}
	}
	return u.call(ctx, imageCall, func(ctx context.Context) (argos.Meta, error) {
		reply, err := u.client.PutImages(ctx, w.entry.SubmissionID, w.rec.Submission[kyc.IDType], images)
		return reply.Meta, err
	})
}

// putFailed decides on a PUT that did not succeed: a time to try again, or
// neither a time nor an error when the rest of the pictures goes on.
func (u *Uploader) putFailed(ctx context.Context, w *work, group []picture, err error) (time.Time, error) {
	s := w.images
	var fault *argos.Error
	if !errors.As(err, &fault) {
		return time.Time{}, err
	}
	switch {
	case fault.Scope == argos.RunScope:
		return time.Time{}, runStop(fault)
	case fault.Scope == argos.QuotaScope:
		return time.Now(), nil
	case fault.Code == faultUnknownSubmission && s.settle < len(u.cfg.Settle):
		s.settle++
		return timeAfter(u.cfg.Settle[s.settle-1]), nil
	case fault.Effect == argos.Refused || fault.Code == faultTooLarge:
		return time.Time{}, u.putRefused(ctx, w, group, fault.Code)
	case fault.Code == faultBadCall:
		return time.Time{}, u.giveUp(ctx, w, group, fault.Code, "the call cannot be made with it")
	}
	if fault.Effect == argos.Unknown {
		if err := u.noteSending(ctx, w, group); err != nil {
			return time.Time{}, err
		}
	}
	if throttled(fault) {
		return timeAfter(backoff(1)), nil
	}
	if s.tries++; s.tries < maxTries {
		return timeAfter(backoff(s.tries)), nil
	}
	return time.Time{}, u.giveUp(ctx, w, group, fault.Code, fmt.Sprintf("it could not be put in %d tries (%s)", maxTries, fault.Code))
}

// putRefused splits a call that was refused, or gives its one picture up: until
// somebody changes it, unless it is the submission that ARGOS does not know.
func (u *Uploader) putRefused(ctx context.Context, w *work, group []picture, code string) error {
	if len(group) > 1 {
		w.images.single = true
		return nil
	}
	p := group[0]
	image := checkpoint.Image{Kind: p.kind, Digest: u.refusedPrint(p, w.images.idType), State: checkpoint.ImageRefused, At: w.images.unsure, Reason: code}
	if code == faultUnknownSubmission {
		image.Digest, image.State = p.digest, checkpoint.ImageFailed
	}
	return u.dropPictures(ctx, w, []checkpoint.Image{image}, refusedImage(p.kind, code))
}

// noteSending records when bytes of unknown outcome were on their way.
func (u *Uploader) noteSending(ctx context.Context, w *work, group []picture) error {
	w.images.unsure = u.clock.latest()
	images := make([]checkpoint.Image, len(group))
	for i, p := range group {
		images[i] = checkpoint.Image{Kind: p.kind, Digest: p.digest, State: checkpoint.ImageSending, At: w.images.unsure}
	}
	return u.ledger.PutImages(ctx, w.entry.ID, images)
}

// giveUp leaves pictures to a later run.
func (u *Uploader) giveUp(ctx context.Context, w *work, group []picture, reason, what string) error {
	images := make([]checkpoint.Image, len(group))
	issues := make([]kyc.Issue, len(group))
	for i, p := range group {
		images[i] = checkpoint.Image{Kind: p.kind, Digest: p.digest, State: checkpoint.ImageFailed, At: w.images.unsure, Reason: reason}
		issues[i] = imageIssue(codeImageFailed, p.kind, what)
		issues[i].Fix = "run again; only what is missing is put"
	}
	return u.dropPictures(ctx, w, images, issues...)
}

// dropPictures ends with the pictures at hand: they are not in ARGOS.
func (u *Uploader) dropPictures(ctx context.Context, w *work, images []checkpoint.Image, issues ...kyc.Issue) error {
	s := w.images
	s.issues = append(s.issues, issues...)
	s.todo = s.todo[len(images):]
	s.tries = 0
	return u.ledger.PutImages(ctx, w.entry.ID, images)
}

// finishImages closes the record: done when every picture is in.
func (u *Uploader) finishImages(ctx context.Context, w *work) (kyc.Step, error) {
	s := w.images
	if len(s.issues) > 0 {
		w.entry.State = checkpoint.Incomplete
		if err := u.ledger.Complete(ctx, w.entry.ID, checkpoint.Incomplete, s.issues[0].Code, s.done...); err != nil {
			return kyc.Step{}, err
		}
		out := outcomeOf(w.rec, kyc.Incomplete, &w.entry, s.issues...)
		out.Images, out.Held = len(s.done), s.held()
		return kyc.Step{Outcome: out}, nil
	}
	if err := u.ledger.Complete(ctx, w.entry.ID, checkpoint.Done, "", s.done...); err != nil {
		return kyc.Step{}, err
	}
	w.entry.State = checkpoint.Done
	return kyc.Step{Outcome: u.success(w, len(s.done))}, nil
}

// closeIncomplete ends with a record that is in ARGOS while its pictures, or
// the row itself, cannot be used as they are now (O5).
func (u *Uploader) closeIncomplete(ctx context.Context, w *work) (kyc.Step, error) {
	if w.entry.State == checkpoint.Posted || w.mine {
		if err := u.ledger.Complete(ctx, w.entry.ID, checkpoint.Incomplete, firstCode(w.rec.Issues)); err != nil {
			return kyc.Step{}, err
		}
	}
	w.entry.State = checkpoint.Incomplete
	return kyc.Step{Outcome: outcomeOf(w.rec, kyc.Incomplete, &w.entry)}, nil
}

// timeAfter is the moment a while from now, by our clock.
func timeAfter(d time.Duration) time.Time { return time.Now().Add(d) }
