package sandbox

import (
	"bytes"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// moment says when a fault strikes, seen from the work.
type moment uint8

const (
	before moment = iota // the work is not done
	after                // the work is done
	late                 // the work is done, with effect after the delay
)

// script is how an action plays out. reply makes the answer from the real one,
// which is empty when the work was not done. Without reply the call goes its
// usual way, with the fault's delay before it.
type script struct {
	on      []Endpoint // where the action makes sense; nil is everywhere
	moment  moment     // where the action's name has no suffix
	fixed   bool       // the name takes no suffix
	prepare func(c *call)
	reply   func(s *Sandbox, c *call, real answer) answer
}

var (
	onGet  = []Endpoint{EndpointGet}
	onPost = []Endpoint{EndpointPost}
	onPut  = []Endpoint{EndpointPut}
	onBody = []Endpoint{EndpointPost, EndpointPut}
)

// scripts is the table of actions; statuses beside it are made by statusScript.
var scripts = map[string]script{
	"drop":             {reply: always(answer{drop: true})},
	"429":              {fixed: true, reply: always(httpAnswer(429, throttled))},
	"429-quota":        {fixed: true, reply: always(httpAnswer(429, exhausted))},
	"wrong-key":        {fixed: true, reply: always(httpAnswer(403, "Forbidden"))},
	"ip-denied":        {fixed: true, reply: always(httpAnswer(403, "User is not authorized to access this resource with an explicit deny"))},
	"processing_error": {on: onBody, reply: processingError},
	"invalid_admin":    {on: onBody, fixed: true, reply: always(refusal("invalid_admin", "Invalid admin"))},
	"invalid_project":  {on: onBody, fixed: true, reply: always(refusal("invalid_project", "Invalid project"))},
	"unknown-code":     {on: onBody, reply: always(refusal("unexpected_condition", "An error that no document names"))},
	"slow":             {fixed: true},

	"no-id":         {on: onPost, moment: after, reply: lie(okAnswer(posted{Message: "success"}))},
	"error-200":     {on: onBody, moment: after, reply: lie(errorWith200())},
	"reused-id":     {on: onPost, moment: after, reply: reusedID},
	"truncated":     {moment: after, fixed: true, reply: truncated},
	"garbage":       {moment: after, reply: lie(answer{status: 200, contentType: "text/html", body: []byte("<html><body>It works!</body></html>")})},
	"undecryptable": {moment: after, reply: lie(answer{status: 200, body: encode(sealed{true, "bm90IGEgY2lwaGVydGV4dA=="})})},
	"aged":          {on: onGet, moment: after, fixed: true, reply: aged},
	"image-drop":    {on: onPut, moment: after, fixed: true, prepare: func(c *call) { c.dropImage = true }, reply: asItIs},

	"blind":       {on: onGet, fixed: true, reply: always(okAnswer(page{Items: []map[string]any{}}))},
	"no-items":    {on: onGet, fixed: true, reply: always(okAnswer(struct{}{}))},
	"lower-items": {on: onGet, fixed: true, reply: always(okAnswer(map[string][]int{"items": {}}))},
	"no-filter":   {on: onGet, moment: after, fixed: true, prepare: func(c *call) { c.ignoreFilter = true }, reply: asItIs},
	"page-loop":   {on: onGet, moment: after, fixed: true, reply: always(okAnswer(emptyPage()))},
	"empty-page":  {on: onGet, moment: after, fixed: true, reply: emptyFirst},
}

// Actions lists the actions that have a name, for help texts.
func Actions() []string {
	names := make([]string, 0, len(scripts))
	for name := range scripts {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// rule is a Fault that was checked and is at work.
type rule struct {
	Fault
	script script
	moment moment
	label  string
	seen   int // calls it could have struck
	hits   int
}

// compile checks a fault and finds its script.
func (f Fault) compile() (*rule, error) {
	r := &rule{Fault: f, label: orElse(f.Name, f.String())}
	name := f.Action
	if name == "late-commit" {
		name = "drop-late"
	}
	known := false
	if r.script, known = scripts[name]; !known {
		base, suffix := cutMoment(name)
		if r.script, known = scripts[base]; !known {
			r.script, known = statusScript(base)
		}
		if suffix != "" && r.script.fixed {
			known = false
		}
		r.moment = map[string]moment{"": r.script.moment, "before": before, "after": after, "late": late}[suffix]
	} else {
		r.moment = r.script.moment
	}
	switch {
	case !known:
		return nil, fmt.Errorf("unknown action %q", f.Action)
	case !f.fits(r.script):
		return nil, fmt.Errorf("action %q does not fit endpoint %q", f.Action, f.Endpoint)
	case !(f.Probability >= 0 && f.Probability <= 1):
		return nil, fmt.Errorf("the share of calls must be 0 to 1, or 0%% to 100%%")
	case f.Delay < 0 || f.Delay > 24*time.Hour:
		return nil, fmt.Errorf("the delay must be 0 to 24h")
	}
	return r, nil
}

func (f Fault) fits(sc script) bool {
	all := []Endpoint{EndpointPost, EndpointPut, EndpointGet, EndpointImage, EndpointDelete}
	switch {
	case f.Endpoint == "":
		return true
	case sc.on == nil:
		return slices.Contains(all, f.Endpoint)
	}
	return slices.Contains(sc.on, f.Endpoint)
}

func cutMoment(name string) (base, suffix string) {
	for _, suffix := range []string{"before", "after", "late"} {
		if base, found := strings.CutSuffix(name, "-"+suffix); found {
			return base, suffix
		}
	}
	return name, ""
}

// statusScript answers with an HTTP status and what AWS says with it.
func statusScript(name string) (script, bool) {
	status, err := strconv.Atoi(name)
	if err != nil || status < 300 || status > 599 {
		return script{}, false
	}
	message := orElse(map[int]string{
		500: "Internal Server Error", 502: "Internal server error", 504: "Endpoint request timed out",
	}[status], orElse(http.StatusText(status), "Error"))
	return script{reply: func(_ *Sandbox, c *call, _ answer) answer {
		a := httpAnswer(status, message)
		if status < 400 {
			a.header = map[string]string{"Location": c.path}
		}
		return a
	}}, true
}

// applies says whether the rule's action makes sense on the call.
func (r *rule) applies(c *call) bool {
	if r.Endpoint != "" {
		return r.Endpoint == c.route.name
	}
	return r.script.on == nil || slices.Contains(r.script.on, c.route.name)
}

func always(a answer) func(*Sandbox, *call, answer) answer {
	return func(*Sandbox, *call, answer) answer { return a }
}

func asItIs(_ *Sandbox, _ *call, real answer) answer { return real }

// lie replaces a success. What was refused, or not done, stays as it is said
// to be, since no service is known to hide a refusal; the moment before has no
// real answer and lies too.
func lie(a answer) func(*Sandbox, *call, answer) answer {
	return func(_ *Sandbox, _ *call, real answer) answer {
		if real.status >= http.StatusBadRequest {
			return real
		}
		return a
	}
}

func errorWith200() answer {
	a := refusal("processing_error", "Failed to complete migration")
	a.status = http.StatusOK
	return a
}

func processingError(_ *Sandbox, c *call, _ answer) answer {
	if c.route.name == EndpointPut {
		return refusal("processing_error", "Failed to put image.")
	}
	return refusal("processing_error", "Failed to complete migration")
}

func truncated(_ *Sandbox, _ *call, real answer) answer {
	real.cut = true
	return real
}

func aged(_ *Sandbox, _ *call, real answer) answer {
	real.header = map[string]string{"Age": "60"}
	return real
}

// reusedID answers with the id of the oldest submission.
func reusedID(s *Sandbox, _ *call, real answer) answer {
	oldest, found := s.store.oldest()
	if real.status != http.StatusOK || !found {
		return real
	}
	return okAnswer(posted{"success", oldest})
}

// emptyPage has nothing but a next key, from which a listing starts at its
// beginning.
func emptyPage() page {
	return page{Items: []map[string]any{}, Next: &pageKey{"0000000000000", "1970-01-01-00-00-00-000"}}
}

func emptyFirst(_ *Sandbox, c *call, real answer) answer {
	if c.param("nextpage_id") != "" || !bytes.HasPrefix(real.body, []byte(`{"Items"`)) {
		return real
	}
	return okAnswer(emptyPage())
}
