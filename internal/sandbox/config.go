package sandbox

import (
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"time"
)

// Limits and defaults. The two body limits are those of AWS Lambda and of API
// Gateway, on which ARGOS is inferred to run (contracts.md A0.3).
const (
	DefaultBasePath       = "/v3"
	DefaultAPIKey         = "sandbox-key"
	DefaultProject        = "sandbox"
	DefaultPageSize       = 50
	MaxPageSize           = 2000
	LambdaMaxBody         = 6 << 20
	GatewayMaxBody        = 10 << 20
	DefaultGatewayTimeout = 29 * time.Second
	DefaultAuditSize      = 10_000
)

// Encryption is the project's "Secure Data Transmission" switch (contracts.md A9).
type Encryption string

// The positions of the switch. On takes plain and encrypted requests, Required
// refuses plain ones; both encrypt the answers of the covered calls.
const (
	EncryptionOff      Encryption = "off"
	EncryptionOn       Encryption = "on"
	EncryptionRequired Encryption = "required"
)

// Duplicates says what happens to a second submission with the same userid, or
// with the same email where no userid was sent.
type Duplicates string

// Nothing documents a detection of duplicates, so Allow is the default.
// Refuse answers 400 with a code that the contract does not know.
const (
	DuplicatesAllow  Duplicates = "allow"
	DuplicatesRefuse Duplicates = "refuse"
)

// Echo says how GET alters what was sent. Field names are those of POST.
type Echo struct {
	UpperNames bool     // fullName, firstName, lastName come back in capitals
	Drop       []string // fields that are not returned at all
	Mask       []string // fields of which only the first character is returned
	CutCF      int      // cf1..cf3 are cut to this many characters; 0 leaves them whole
	Result     string   // replaces kyc.result, as a review would
}

// Config is what a Sandbox is. The zero value is a working ARGOS without
// faults, limits or delays.
type Config struct {
	BasePath string // before every path; default /v3

	// APIKeys are the keys that are let in, default "sandbox-key". An entry
	// "key=project" belongs to another project than Project and sees nothing
	// of it.
	APIKeys    []string
	Project    string   // project of the plain keys
	Admins     []string // registered admins; default ops@bank.example, admin@sandbox.example
	AllowedIPs []string // addresses or CIDR blocks; empty lets everyone in

	RatePerSecond float64       // calls a second and key; 0 is unlimited
	Burst         int           // bucket size, default a second's worth
	DailyQuota    int64         // calls a UTC day and key; 0 is unlimited
	RetryAfter    time.Duration // sent with a 429 when positive

	StrictIDType bool     // idType and issuingCountry are required
	ExtraIDTypes []string // codes taken beside the eight documented ones
	AllowNames   bool     // firstName and lastName are known fields

	Encryption  Encryption
	PlainErrors bool // with encryption: application errors are answered in the clear
	Duplicates  Duplicates

	Latency     time.Duration // before the work of every call
	Jitter      time.Duration // up to this much more
	Lag         time.Duration // how long a new submission stays unseen by userid, email and listing
	LagByID     bool          // the lag also holds for lookups by id and for PUT image
	CommitDelay time.Duration // from the work to its effect; the answer waits for it
	// GatewayTimeout is when a caller gets 504 although the work goes on.
	// Default 29 s; negative is never.
	GatewayTimeout time.Duration

	PageSize int   // items a page when count is not given
	MaxBody  int64 // larger bodies get 413; default LambdaMaxBody

	Echo             Echo
	CreatedAtOffset  time.Duration // added to created_at as it is returned
	NoDate           bool          // no Date header
	DateOffset       time.Duration // added to the Date header
	DeletedInLookups bool          // a deleted submission is still found by userid and email

	Faults []Fault

	Now  func() time.Time // default time.Now
	Seed uint64           // for ids, jitter and faults; 0 picks one at random

	KeepImages bool   // keep the pictures' bytes in memory, not only their digests
	DataDir    string // keep everything in this directory, across restarts; one process at a time
	AuditSize  int    // calls kept in the audit log; totals have no bound
}

func (c Config) withDefaults() Config {
	c.BasePath = "/" + strings.Trim(orElse(c.BasePath, DefaultBasePath), "/")
	c.BasePath = strings.TrimSuffix(c.BasePath, "/")
	c.Project = orElse(c.Project, DefaultProject)
	c.Encryption = orElse(c.Encryption, EncryptionOff)
	c.Duplicates = orElse(c.Duplicates, DuplicatesAllow)
	c.GatewayTimeout = orElse(c.GatewayTimeout, DefaultGatewayTimeout)
	c.PageSize = orElse(c.PageSize, DefaultPageSize)
	c.MaxBody = orElse(c.MaxBody, LambdaMaxBody)
	c.AuditSize = orElse(c.AuditSize, DefaultAuditSize)
	if len(c.APIKeys) == 0 {
		c.APIKeys = []string{DefaultAPIKey}
	}
	if len(c.Admins) == 0 {
		c.Admins = []string{"ops@bank.example", "admin@sandbox.example"}
	}
	if c.RatePerSecond > 0 && c.Burst == 0 {
		c.Burst = max(1, int(c.RatePerSecond))
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	return c
}

func (c Config) check() error {
	var errs []error
	complain := func(bad bool, what string) {
		if bad {
			errs = append(errs, errors.New(what))
		}
	}
	complain(!slices.Contains([]Encryption{EncryptionOff, EncryptionOn, EncryptionRequired}, c.Encryption),
		"encryption must be off, on or required")
	complain(!slices.Contains([]Duplicates{DuplicatesAllow, DuplicatesRefuse}, c.Duplicates),
		"duplicates must be allow or refuse")
	complain(c.RatePerSecond < 0 || c.Burst < 0 || c.DailyQuota < 0, "rate, burst and quota must not be negative")
	complain(c.Latency < 0 || c.Jitter < 0 || c.Lag < 0 || c.CommitDelay < 0, "latency, jitter, lag and commit delay must not be negative")
	complain(c.PageSize < 1 || c.PageSize > MaxPageSize, fmt.Sprintf("page size must be 1 to %d", MaxPageSize))
	complain(c.MaxBody < 1 || c.MaxBody > 1<<30, "body limit must be 1 byte to 1 GiB")
	complain(c.AuditSize < 1 || c.AuditSize > 10_000_000, "audit size must be 1 to 10,000,000 calls")
	complain(c.Echo.CutCF < 0, "the echo's cut must not be negative")
	for _, name := range slices.Concat(c.Echo.Drop, c.Echo.Mask) {
		complain(fieldIndex[name] == 0, fmt.Sprintf("echo: %q is no field of a submission", name))
	}
	return errors.Join(errs...)
}

// keyProjects splits the API keys into key and project.
func (c Config) keyProjects() (map[string]string, error) {
	projects := make(map[string]string, len(c.APIKeys))
	for i, entry := range c.APIKeys {
		key, project, named := strings.Cut(entry, "=")
		if !named {
			project = c.Project
		}
		if key == "" || project == "" || len(entry) > 256 {
			return nil, fmt.Errorf("API key %d is empty or over-long: write KEY or KEY=PROJECT", i+1)
		}
		projects[key] = project
	}
	return projects, nil
}

// networks parses the allow list.
func (c Config) networks() ([]netip.Prefix, error) {
	nets := make([]netip.Prefix, 0, len(c.AllowedIPs))
	for _, text := range c.AllowedIPs {
		if addr, err := netip.ParseAddr(text); err == nil {
			nets = append(nets, netip.PrefixFrom(addr, addr.BitLen()))
			continue
		}
		block, err := netip.ParsePrefix(text)
		if err != nil {
			return nil, fmt.Errorf("allowed address %q: write an IP address or a CIDR block", text)
		}
		nets = append(nets, block)
	}
	return nets, nil
}

func orElse[T comparable](value, otherwise T) T {
	var zero T
	if value == zero {
		return otherwise
	}
	return value
}
