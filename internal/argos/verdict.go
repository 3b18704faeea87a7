package argos

import (
	"bytes"
	"net/http"
	"strings"

	"kycmigrate/internal/kyc"
)

// verdict is an answer judged by its status and code, before it becomes an
// Error.
type verdict struct {
	effect Effect
	scope  Scope
	code   string
	field  string
	app    bool // AppAnswer
}

// judge opens an answer and says whether the call failed. On success of a POST
// its content holds a submission id; of a GET, a JSON object; of a PUT there
// is nothing that anybody needs to know.
func (c *Client) judge(o op, a answer) (content, *Error) {
	in := content{}
	if a.err == nil {
		in = c.open(a.body)
	} else if a.meta.Status/100 != 2 {
		in.text = string(a.body[:min(len(a.body), maxText)])
	}
	if a.meta.Status/100 == 2 {
		return in, judgeSuccess(o, a, in)
	}
	v := judgeFailure(o, a.meta.Status, in)
	return in, newError(o, v, a)
}

// judgeSuccess says whether a 2xx answer is one.
func judgeSuccess(o op, a answer, in content) *Error {
	code := in.errorCode(errorNames)
	ok := false
	switch o {
	case opPut:
		ok = code == "" && tellsOfPictures(a, in)
	case opPost:
		ok = code == "" && in.createdID() != ""
	case opGet:
		ok = code == "" && in.fields != nil && !in.sealed
	}
	if ok {
		return nil
	}
	if code == "" && o != opPut {
		code = in.errorCode(codeNames)
	}
	v := verdict{code: code, app: in.fields != nil || spoken(a)}
	if !codeShaped(code) {
		v.code = codeUnreadable
	}
	if in.sealed {
		v.code = codeUndecryptable
	}
	e := newError(o, v, a)
	e.Unreadable = o != opPut
	return e
}

// tellsOfPictures reports whether the body of a 2xx may be ARGOS's word that
// pictures were taken: its object, a text, or nothing, since what it holds is not
// promised (contracts.md E). A page of a proxy is not, nor is a sentence of failure.
func tellsOfPictures(a answer, in content) bool {
	if a.err == nil && len(bytes.TrimSpace(a.body)) == 0 {
		return true
	}
	text := in.fields != nil || a.err == nil && bytes.HasPrefix(bytes.TrimSpace(a.body), []byte(`"`))
	return text && !strings.HasPrefix(sentence(in), "failed")
}

// spoken reports whether a 2xx answer comes from the application, rather than
// from a proxy that answers in its place: it starts like an answer of ARGOS,
// or bears the gateway's mark.
func spoken(a answer) bool {
	return a.meta.RequestID != "" || bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(a.body, byteOrderMark), " \t\r\n"), []byte("{"))
}

// judgeFailure decides on every answer that is not 2xx (exactly-once.md S4).
// What it does not know is Unknown.
func judgeFailure(o op, status int, in content) verdict {
	code := in.errorCode(codeNames)
	switch {
	case status < 300:
		return verdict{code: statusCode(status)}
	case status < 400:
		return verdict{code: codeRedirected}
	case status >= 500 || status == http.StatusRequestTimeout || status == http.StatusConflict:
		return verdict{code: orStatus(tidyCode(code), status)}
	}
	if v, ok := turnedAway(status, in); ok {
		if runCodes[code] {
			v.code = code
		}
		return v
	}
	if runCodes[code] {
		return verdict{effect: None, scope: RunScope, code: code}
	}
	if recordCodes[o][code] {
		return recordVerdict(code, in.word(messageNames))
	}
	if v, ok := wrongPlace[status]; ok && code == "" && !(o == opGet && status == http.StatusNotFound && in.fields != nil) { // ARGOS may say so that it found nothing; a page of another server is none
		return v
	}
	if in.sealed {
		return verdict{code: codeUndecryptable}
	}
	app := code == appProcessing || code == appDataProcessing
	return verdict{code: orStatus(tidyCode(code), status), app: app}
}

func orStatus(code string, status int) string {
	if code == "" {
		return statusCode(status)
	}
	return code
}

// turnedAway covers the statuses that say by themselves that nothing was done.
func turnedAway(status int, in content) (verdict, bool) {
	switch status {
	case http.StatusUnauthorized:
		return verdict{effect: None, scope: RunScope, code: codeUnauthorized}, true
	case http.StatusForbidden:
		return verdict{effect: None, scope: RunScope, code: forbiddenCode(in)}, true
	case http.StatusRequestEntityTooLarge:
		return verdict{effect: None, code: codeTooLarge}, true
	case http.StatusTooManyRequests:
		if sentence(in) == "limit exceeded" {
			return verdict{effect: None, scope: QuotaScope, code: codeQuota}, true
		}
		return verdict{effect: None, scope: ThrottleScope, code: codeThrottled}, true
	}
	return verdict{}, false
}

// wrongPlace holds the statuses that say so unless an error code of the
// application comes with them: then the place was right.
var wrongPlace = map[int]verdict{
	http.StatusNotFound:             {effect: None, scope: RunScope, code: codeNotFound},
	http.StatusMethodNotAllowed:     {effect: None, scope: RunScope, code: codeMethod},
	http.StatusUnsupportedMediaType: {effect: None, scope: RunScope, code: codeMediaType},
}

// forbiddenCode tells the three 403 of the gateway apart by their sentences
// (contracts.md A0.1, A0.3).
func forbiddenCode(in content) string {
	switch s := sentence(in); {
	case strings.Contains(s, "explicit deny"):
		return codeIPNotAllowed
	case strings.Contains(s, "missing authentication token"):
		return codeWrongPath
	case s == "forbidden":
		return codeKeyRejected
	}
	return codeForbidden
}

// sentence is the server's message, or its whole body, made comparable.
func sentence(in content) string {
	s := in.word(messageNames)
	if in.fields == nil {
		s = in.text
	}
	return strings.ToLower(strings.Trim(s, " \t\r\n\"."))
}

// recordVerdict is a refusal of one record. When the field complained of is
// the admin, which is the same for all records, the whole run is meant.
func recordVerdict(code, message string) verdict {
	field := namedField(message)
	if field == "admin" {
		return verdict{effect: None, scope: RunScope, code: code, field: field}
	}
	return verdict{effect: Refused, code: code, field: field}
}

// namedField finds the field in "invalid parameter: {parameter}" and "invalid
// format: ${parameter}". Only a name that is in our tables is believed to be
// one; anything else could be a value.
func namedField(message string) string {
	kind, rest, ok := strings.Cut(message, ":")
	if kind = strings.ToLower(strings.TrimSpace(kind)); !ok || kind != "invalid parameter" && kind != "invalid format" {
		return ""
	}
	names := strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(" ${}[]'\"`,.;\t\r\n", r) })
	for _, name := range names {
		if _, ok := kyc.FieldByName(name); ok || name == "admin" {
			return name
		}
		if _, ok := kyc.ImageByName(name); ok {
			return name
		}
	}
	return ""
}

// newError makes the Error of an answer.
func newError(o op, v verdict, a answer) *Error {
	return &Error{
		Op: o.String(), Effect: v.effect, Scope: v.scope, Code: v.code, Field: v.field,
		Meta: a.meta, AppAnswer: v.app, Hint: explain(v.code).hint, Err: cause(a.err),
	}
}
