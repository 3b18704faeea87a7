package argos

import "strconv"

// op is one of the calls of this package.
type op uint8

const (
	opPost op = iota
	opPut
	opGet

	opCount = iota // how many there are
)

var opNames = [...]string{"POST /submission/migration", "PUT /submission/image", "GET /submission"}

func (o op) String() string { return opNames[o] }

// Codes that this package gives where ARGOS gives none.
const (
	codeCancelled     = "cancelled"
	codeTimeout       = "timeout"
	codeDNS           = "dns_failed"
	codeDial          = "dial_failed"
	codeTLS           = "tls_failed"
	codeProxy         = "proxy_refused"
	codeNotSent       = "not_sent"
	codeLost          = "connection_lost"
	codeImageRead     = "image_unreadable"
	codeImageChanged  = "image_changed"
	codeBadCall       = "bad_call"
	codeNoAdmin       = "admin_missing"
	codeIPNotAllowed  = "ip_not_allowed"
	codeKeyRejected   = "key_rejected"
	codeWrongPath     = "wrong_path"
	codeForbidden     = "forbidden"
	codeUnauthorized  = "unauthorized"
	codeNotFound      = "not_found"
	codeMethod        = "method_not_allowed"
	codeMediaType     = "unsupported_media_type"
	codeTooLarge      = "too_large"
	codeThrottled     = "too_many_requests"
	codeQuota         = "limit_exceeded"
	codeRedirected    = "redirected"
	codeUnreadable    = "unreadable_answer"
	codeUndecryptable = "undecryptable_answer"
	codeUnknown       = "unknown_code"
)

// Codes of the API that decide something here (contracts.md A1.1, A2, A3).
const (
	appInvalidAdmin   = "invalid_admin"
	appInvalidProject = "invalid_project"
	appMissingKey     = "missing_apikey"
	appProcessing     = "processing_error"
	appDataProcessing = "data_processing_error"
)

// recordCodes are the error codes that turn one record down, by call. No
// other answer is ever Refused.
var recordCodes = [...]map[string]bool{
	opPost: {"invalid_payload": true, "missing_data": true, "invalid_parameter": true, "invalid_format": true},
	opPut: {"invalid_payload": true, "missing_data": true, "invalid_parameter": true, "invalid_format": true,
		"invalid_submission": true, "invalid_data": true, "invalid_idType": true},
	opGet: {"invalid_submission_id": true, "invalid_date": true},
}

// runCodes are the error codes that every further call would meet too.
var runCodes = map[string]bool{appInvalidAdmin: true, appInvalidProject: true, appMissingKey: true}

// explanation is what a code means and what to do about it.
type explanation struct{ what, hint string }

var explanations = map[string]explanation{
	codeCancelled:     {"the call was broken off from our side", "run the same command again to continue"},
	codeTimeout:       {"no whole answer came in time", "check the network; the record is looked up before anything is sent again"},
	codeDNS:           {"the host name of the base URL could not be resolved", "check ARGOS_BASE_URL, DNS and HTTPS_PROXY"},
	codeDial:          {"no connection to the server could be made", "check the network, the firewall and HTTPS_PROXY"},
	codeTLS:           {"no trusted TLS connection could be made", "check the base URL and, behind an inspecting proxy, give its root with --ca-file"},
	codeProxy:         {"the proxy refused to connect us", "check HTTPS_PROXY and NO_PROXY, and whether the proxy lets this host through"},
	codeNotSent:       {"the request could not be sent", "check the network and HTTPS_PROXY"},
	codeLost:          {"the connection broke before a whole answer came", "check the network; the record is looked up before anything is sent again"},
	codeImageRead:     {"a picture could not be read while it was sent", "check that the file is there and readable, then run again"},
	codeImageChanged:  {"a picture changed its size while it was sent", "let nothing write to the image folder during the run, then run again"},
	codeBadCall:       {"the call was not made because its arguments cannot be sent", "check this record for an empty picture, and its identifiers for control characters and empty values"},
	codeNoAdmin:       {"no project admin is set", "set ARGOS_ADMIN, or admin in the mapping, to the e-mail of a project admin"},
	codeIPNotAllowed:  {"ARGOS does not allow our IP address", "add this machine's public address to the project's IP allow list in the ARGOS dashboard"},
	codeKeyRejected:   {"ARGOS does not accept the API key", "check ARGOS_API_KEY against the key of the project in the ARGOS dashboard"},
	codeWrongPath:     {"the base URL leads to a path that ARGOS does not have", "check ARGOS_BASE_URL, normally " + DefaultBaseURL},
	codeForbidden:     {"the call was forbidden for a reason we do not know", "look for a firewall or proxy between us and ARGOS, then check key and IP allow list"},
	codeUnauthorized:  {"the call was not authorised", "check ARGOS_API_KEY, and whether a proxy asks for a login"},
	codeNotFound:      {"nothing is at this URL", "check ARGOS_BASE_URL, normally " + DefaultBaseURL},
	codeMethod:        {"the server does not know this call at this URL", "check ARGOS_BASE_URL, normally " + DefaultBaseURL},
	codeMediaType:     {"the server does not take this form of body", "check ARGOS_BASE_URL and whether a proxy alters requests"},
	codeTooLarge:      {"the request is larger than the server takes", "make the pictures smaller, or lower images.max_bytes"},
	codeThrottled:     {"too many calls a second", "lower --rate"},
	codeQuota:         {"the calls of this day are used up", "continue after 00:00 UTC, or ask ARGOS for a larger quota"},
	codeRedirected:    {"the server sent us elsewhere, which is never followed because the key would travel", "check ARGOS_BASE_URL and whether a proxy stands in between"},
	codeUnreadable:    {"the server reported success in a form we cannot read", "check --encrypt and whether a proxy alters answers; the record is looked up before anything is sent again"},
	codeUndecryptable: {"the server's answer could not be decrypted", "check that ARGOS_API_KEY is the key of this project, and its Secure Data Transmission setting"},
	codeUnknown:       {"the server answered with an error code we do not know", "ask ARGOS support with the request id"},

	"invalid_payload":       {"ARGOS could not read the body", "if every record fails so, compare --encrypt and --encrypt-envelope with the project's Secure Data Transmission setting"},
	"missing_data":          {"ARGOS misses required data", "fill in the required fields; --strict-required finds such rows before sending"},
	"invalid_parameter":     {"ARGOS does not accept a field that was sent", "take the field out of the mapping"},
	"invalid_format":        {"ARGOS does not accept the format of a field", "mend the value, or its transform in the mapping"},
	"invalid_submission":    {"ARGOS does not know the submission", "if it was created a moment ago, run again later"},
	"invalid_data":          {"ARGOS found no picture in the call", "check the picture files"},
	"invalid_idType":        {"ARGOS does not accept the document type", "map idType to one of the documented codes"},
	"invalid_submission_id": {"ARGOS does not know the submission id", "check the id and the project of the key"},
	"invalid_date":          {"ARGOS does not accept a date of the query", "report this as a bug of ours"},
	appInvalidAdmin:         {"the admin is no admin of this project", "set ARGOS_ADMIN to the e-mail of an admin registered in this project's dashboard"},
	appInvalidProject:       {"ARGOS does not accept the project of this API key", "check in the dashboard that the project is active, and that ARGOS_API_KEY is its key"},
	appMissingKey:           {"ARGOS saw no API key", "check whether a proxy strips the x-api-key header"},
	appProcessing:           {"ARGOS failed while processing the request", "nothing to mend; it is looked up or tried again"},
	appDataProcessing:       {"ARGOS failed while reading its data", "nothing to mend; the lookup is tried again"},
}

var otherAnswer = explanation{"the server answered with a failure", "nothing to mend here; if it lasts, ask ARGOS support with the request id"}

func explain(code string) explanation {
	if e, ok := explanations[code]; ok {
		return e
	}
	return otherAnswer
}

// statusCode names a failure of which only the HTTP status is known.
func statusCode(status int) string { return "http_" + strconv.Itoa(status) }

// tidyCode returns an errorCode fit to be shown: one in the shape that all
// documented ones have. Anything else might quote a value.
func tidyCode(code string) string {
	if code == "" || codeShaped(code) {
		return code
	}
	return codeUnknown
}

// codeShaped reports whether s is letters in two or more words joined by "_".
func codeShaped(s string) bool {
	words, letters := 1, 0
	for i := range len(s) {
		switch b := s[i]; {
		case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z':
			letters++
		case b == '_' && letters > 0:
			words, letters = words+1, 0
		default:
			return false
		}
	}
	return words > 1 && letters > 0 && len(s) <= 48
}
