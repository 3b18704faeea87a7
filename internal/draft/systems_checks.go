package draft

import (
	"regexp"
	"strings"
)

// checkSystems are services that check people for others, in whose lists each row is a check.
var checkSystems = []*system{&persona, &sumsub}

// persona calls a check an inquiry, whose status is the outcome; the parts of it have states of
// their own, and the reference is what the client calls somebody.
var persona = system{own: []string{"inquiry id", "reference id"}, least: 4, names: map[string]string{
	"inquiry id": "contract id", "reference id": "user external id", "account id": "vendor uuid", "inquiry template id": "flag", "inquiry template name": "flag", "status": "kyc status", "inquiry status": "kyc status", "reviewer": "staff", "reviewer comment": "reason", "tags": "flag",
	"created at (utc)": "event date", "started at (utc)": "event date", "completed at (utc)": "event date", "failed at (utc)": "event date", "expired at (utc)": "event date", "decisioned at (utc)": "event date", "redacted at (utc)": "event date",
	"gov id: verification status": "flag", "document: verification status": "flag", "selfie: verification status": "flag", "database: verification status": "flag", "email: verification status": "flag", "phone: verification status": "flag", "watchlist report status": "risk",
	"device: ip address": "ip", "device: ip country": "flag", "device: ip region": "flag", "device: type": "flag", "session: ip address": "ip", "network: ip address": "ip",
}}

// sumsub has its own id of an applicant, and beside it what the client calls the user.
var sumsub = system{own: []string{"externaluserid", "inspectionid"}, least: 3, names: map[string]string{
	"id": "uuid", "applicantid": "uuid", "externaluserid": "user external id", "inspectionid": "contract id", "clientid": "flag", "createdat": "event date", "key": "flag", "levelname": "risk", "ipcountry": "flag", "lang": "flag",
}}

// applicants are the words that the names of a list of Sumsub may all begin with.
var applicants = regexp.MustCompile(`(?i)^(applicant|data|payload|list\.items)\.`)

// ofApplicant is a name in that list without such a word.
func ofApplicant(c *candidate) string {
	return strings.ToLower(applicants.ReplaceAllString(c.name, ""))
}
