// Command migrate moves KYC records from a legacy system into ARGOS ID check,
// each exactly once. Its help says how to use it; internal/cli is the program.
package main

import (
	"os"

	"kycmigrate/internal/cli"
)

func main() { os.Exit(cli.Main(cli.Process())) }
