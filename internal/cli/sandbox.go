package cli

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/sandbox"
)

// sandboxFlags are the flags of migrate sandbox, as given.
type sandboxFlags struct {
	addr    string
	faults  []string
	encrypt string
	config  sandbox.Config
}

func (a *app) sandboxCommand() *cobra.Command {
	v := &sandboxFlags{}
	cmd := &cobra.Command{
		Use:   "sandbox",
		Short: "A faithful local ARGOS for demos, rehearsals and tests",
		Long: `sandbox serves the part of the ARGOS API that this program calls, on this
machine: strict about fields and formats, with limits, lookups that lag,
encryption and faults on request. It prints the address to set ARGOS_BASE_URL
to, and runs until it is interrupted. Its state is in memory; --data keeps it.

A fault is [endpoint:]action[=when][@delay]. The endpoint is post, put, get,
image or delete; when is a share of the calls such as 5%, or positions such as
#1,3-5. Actions ending in -before do not do the work, -after do it and then go
wrong, -late go wrong at once and do the work after the delay:
  drop-before drop-after drop-late     the connection is reset
  500 500-after 502-late ...           any status from 300 to 599
  processing_error[-after|-late]       400 processing_error
  429 429-quota                        too many requests, daily limit exceeded
  wrong-key ip-denied                  403
  invalid_admin invalid_project unknown-code   400
  slow                                 waits for the delay, then all is well
  no-id reused-id error-200 truncated garbage undecryptable   2xx that lie
  image-drop                           a PUT succeeds without its first picture
  blind no-items lower-items no-filter page-loop empty-page   misleading lookups`,
		Example: `  migrate sandbox
  migrate sandbox --lag 2s --latency 100ms --rate 50 --daily-quota 10000
  migrate sandbox --data argos-data --fault drop-after=5% --fault 429=2%

  # beside it, in another terminal
  export ARGOS_BASE_URL=http://127.0.0.1:8787/v3 ARGOS_API_KEY=sandbox-key ARGOS_ADMIN=ops@bank.example
  migrate run --source samples/customers.csv --mapping samples/mapping.yaml`,
		Args: noArgs,
		RunE: act(func(*cobra.Command, []string) error { return a.sandbox(v) }),
	}
	v.register(cmd.Flags())
	return cmd
}

func (v *sandboxFlags) register(f *pflag.FlagSet) {
	c := &v.config
	f.StringVar(&v.addr, "addr", "127.0.0.1:8787", "address to listen on; port 0 takes a free one")
	f.StringVar(&c.DataDir, "data", "", "keep what was received in this `directory`")
	f.StringArrayVar(&v.faults, "fault", nil, "make calls go wrong, as in --fault drop-after=5% or --fault post:502-late=2%@20s; repeat it for more")
	f.DurationVar(&c.Lag, "lag", 0, "how long a new submission stays unseen by lookups")
	f.DurationVar(&c.CommitDelay, "commit-delay", 0, "how long a POST works before it takes effect")
	f.DurationVar(&c.GatewayTimeout, "gateway-timeout", sandbox.DefaultGatewayTimeout, "when a caller gets 504 although the work goes on")
	f.DurationVar(&c.Latency, "latency", 0, "time each call takes")
	f.DurationVar(&c.Jitter, "jitter", 0, "up to this much more, at random")
	f.Float64Var(&c.RatePerSecond, "rate", 0, "calls a second and key; 0 for no limit")
	f.Int64Var(&c.DailyQuota, "daily-quota", 0, "calls a UTC day and key; 0 for no limit")
	f.DurationVar(&c.RetryAfter, "retry-after", 0, "the Retry-After of a 429; 0 sends none")
	f.StringVar(&v.encrypt, "encrypt", "off", "Secure Data Transmission: off, on, or required")
	f.StringSliceVar(&c.APIKeys, "key", []string{sandbox.DefaultAPIKey}, "accepted API keys; `KEY=PROJECT` for another project")
	f.StringVar(&c.Project, "project", sandbox.DefaultProject, "project of the plain keys")
	f.StringSliceVar(&c.Admins, "admin", []string{"ops@bank.example", "admin@sandbox.example"}, "registered administrators")
	f.StringSliceVar(&c.AllowedIPs, "allow-ip", nil, "addresses or CIDR blocks that are let in; none lets everyone in")
	f.Uint64Var(&c.Seed, "seed", 0, "seed of ids, jitter and faults; 0 picks one")
	f.IntVar(&c.PageSize, "page-size", sandbox.DefaultPageSize, "items a page of a lookup")
	f.BoolVar(&c.StrictIDType, "strict-required", false, "require idType and issuingCountry")
	f.BoolVar(&c.AllowNames, "allow-names", true, "take firstName and lastName, as the newest API does; older projects refuse them")
	f.BoolVar(&c.PlainErrors, "plain-errors", false, "with encryption: answer errors in the clear")
	f.BoolVar(&c.KeepImages, "keep-images", false, "keep the bytes of pictures in memory, not only their digests")
	f.Lookup("encrypt").NoOptDefVal = string(sandbox.EncryptionOn)
}

// sandbox serves until it is interrupted.
func (a *app) sandbox(v *sandboxFlags) error {
	v.config.Encryption = sandbox.Encryption(v.encrypt)
	for _, spec := range v.faults {
		fault, err := sandbox.ParseFault(spec)
		if err != nil {
			return usage("usage", "see: migrate sandbox --help", "--fault: %w", err)
		}
		v.config.Faults = append(v.config.Faults, fault)
	}
	box, err := sandbox.New(v.config)
	if err != nil {
		return usage("sandbox", "see: migrate sandbox --help", "%w", err)
	}
	listener, err := (&net.ListenConfig{}).Listen(a.stop.Soft, "tcp", v.addr)
	if err != nil {
		return errors.Join(usage("listen", "choose another --addr; port 0 takes a free one", "%w", err), box.Close())
	}
	a.announce(listener.Addr().String(), v.config)
	return a.serve(listener, box)
}

// announce tells scripts (standard output) and people where the sandbox is.
func (a *app) announce(addr string, c sandbox.Config) {
	base := "http://" + addr + sandbox.DefaultBasePath
	say(a.out, "%s\n", base)
	say(a.err, "The sandbox listens. In another terminal:\n  export ARGOS_BASE_URL=%s ARGOS_API_KEY=%s ARGOS_ADMIN=%s\n",
		base, shellWord(c.APIKeys[0]), shellWord(c.Admins[0]))
	if !argos.IsLoopback(base) {
		say(a.err, "warning: other machines can reach it; give it made-up records only\n")
	}
}

const (
	headerTimeout = 10 * time.Second
	closeTimeout  = 3 * time.Second
)

func (a *app) serve(listener net.Listener, box *sandbox.Sandbox) error {
	server := &http.Server{Handler: box, ReadHeaderTimeout: headerTimeout}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	var err error
	select {
	case err = <-served:
	case <-a.stop.Soft.Done():
		ctx, cancel := context.WithTimeout(a.stop.Hard, closeTimeout)
		defer cancel()
		if server.Shutdown(ctx) != nil {
			_ = server.Close() // callers that would not end in time are cut off
		}
		err = <-served
	}
	if errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	return errors.Join(err, box.Close())
}
