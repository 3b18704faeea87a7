package validate

import "kycmigrate/internal/kyc"

// townMemo remembers of towns which great ones they are: most people are of few of them. It is
// for one goroutine.
type townMemo struct {
	octets octetHash
	known  [1 << townBits]knownTown
}

// townBits are those of a number of towns that takes 16 KiB.
const townBits = 9

type knownTown struct {
	hash uint64 // towns of one hash are taken for the same
	town greatTown
}

// elsewhere is townElsewhere by what is remembered.
func (m *townMemo) elsewhere(sub *kyc.Submission) bool {
	hash := m.octets.of(sub[kyc.AddressCity])
	known := &m.known[hash>>(64-townBits)]
	if known.hash != hash {
		known.hash = hash
		known.town, _ = greatTownOf(sub[kyc.AddressCity])
	}
	return known.town.number != 0 && known.town.elsewhere(sub[kyc.AddressCity], sub[kyc.AddressCountry])
}
