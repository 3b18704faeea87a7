package cli

import "github.com/spf13/cobra"

// exitCodesTopic is 'migrate help exit-codes'.
func exitCodesTopic() *cobra.Command {
	return &cobra.Command{
		Use:   "exit-codes",
		Short: "What the exit codes mean",
		Long: `Exit codes:
    0  every record is migrated, or was already there
    1  internal error: a bug, or a machine that would not do its part
    2  usage, configuration or mapping; --max-rejects exceeded; run directory
       locked; a question without a terminal; records that were migrated from
       elsewhere: nothing more is sent
    3  finished, with records rejected, refused, failed or incomplete
    4  finished, with records in doubt or doubled
    5  the target stopped the run: key, project, administrator, allow list
    6  paused for the daily quota (--on-quota stop)
  130  interrupted; the same command continues

Where several hold, the first of 1, 2, 5, 130, 6, 4, 3 is given.
Excluded records and warnings change nothing.`,
	}
}

// environmentTopic is 'migrate help environment'.
func environmentTopic() *cobra.Command {
	return &cobra.Command{
		Use:   "environment",
		Short: "The environment variables that are read",
		Long: `Environment:
  ARGOS_API_KEY      the key of the project; never a flag, never logged
  ARGOS_ADMIN        e-mail of an administrator of the project; wins over the
                     mapping's admin
  ARGOS_PROJECT_ID   optional: names the project the run directory is bound to
  ARGOS_BASE_URL     default https://rest-api.argosidentity.com/v3
  IDNGO_APP_TOKEN, IDNGO_SECRET_KEY, IDNGO_BASE_URL   for 'migrate pull idngo'
  HTTPS_PROXY, NO_PROXY   as usual

--env-file FILE loads them from lines NAME=value; what the environment itself
says wins. validate, preview, inspect, diff, status and report need none of them.`,
	}
}
