package validate

import (
	"strings"
	"sync"
)

// nationalDomains are those of providers that many people of one country have an address
// of. Shorter names are too like others.
const nationalDomains = "bigpond.com|bigpond.net.au|optusnet.com.au|iinet.net.au|xtra.co.nz|slingshot.co.nz|btinternet.com|virginmedia.com|ntlworld.com|talktalk.net|blueyonder.co.uk|eircom.net|comcast.net|verizon.net|sbcglobal.net|bellsouth.net|earthlink.net|" +
	"sympatico.ca|videotron.ca|shaw.ca|telus.net|orange.fr|wanadoo.fr|laposte.net|libero.it|virgilio.it|tiscali.it|fastwebnet.it|t-online.de|freenet.de|arcor.de|posteo.de|mailbox.org|bluewin.ch|hispeed.ch|telenet.be|skynet.be|proximus.be|" +
	"ziggo.nl|kpnmail.nl|hetnet.nl|casema.nl|upcmail.nl|xs4all.nl|seznam.cz|centrum.cz|volny.cz|zoznam.sk|centrum.sk|interia.pl|gazeta.pl|freemail.hu|citromail.hu|rambler.ru|yandex.ru|yandex.com|netcabo.pt|telefonica.net|" +
	"globo.com|terra.com.br|rediffmail.com|naver.com|foxmail.com|telkomsa.net|webmail.co.za|vodamail.co.za|otenet.gr|forthnet.gr|bredband.net|comhem.se|broadpark.no|windowslive.com|fastmail.com|googlemail.co.uk"

// sisters are domains that are nearly those of such providers, and others' all the same.
var sisters = newWordSet("liberto.it|liber.it|libro.it|liberi.it|libera.it|never.com|globe.com|tera.com.br|yandex.de|telnet.be|webmail.com|bigpound.com|wanado.com|gazette.pl|webmails.co.za|fastmall.com|foxmall.com|center.cz")

// nationals are such domains by how they end, and by how they begin and how long they are.
var nationals = sync.OnceValue(func() *nationalList {
	l := &nationalList{labels: map[string][]string{}}
	for domain := range strings.SplitSeq(nationalDomains, "|") {
		label, end, _ := strings.Cut(domain, ".")
		l.labels[end] = append(l.labels[end], label)
		for n := len(label) - 1; n <= len(label)+1; n++ {
			l.mark(label[0], end, n)
		}
	}
	return l
})

type nationalList struct {
	labels map[string][]string // by end
	marks  [1 << 12 / 64]uint64
}

func (l *nationalList) mark(first byte, end string, n int) {
	at := nationalPlace(first, end, n)
	l.marks[at/64] |= 1 << (at % 64)
}

// nationalPlace is a number of twelve bits by the first letter of a domain, the last two
// of its end, and how long the first label is.
func nationalPlace(first byte, end string, n int) uint32 {
	h := uint32(first&31) | uint32(end[len(end)-1]&31)<<5 | uint32(end[len(end)-2]&31)<<10 | uint32(n&31)<<15 | uint32(len(end)&15)<<20
	return h * 0x9E3779B1 >> 20
}

// may reports whether a domain may be nearly one of the list. Its first label has so many
// letters.
func (l *nationalList) may(domain string, label int) bool {
	at := nationalPlace(domain[0], domain[label+1:], label)
	return l.marks[at/64]>>(at%64)&1 != 0
}

// nearly reports whether a domain is one of the list with a slip of the finger in its
// first label.
func (l *nationalList) nearly(domain string, label int) bool {
	low := []byte(strings.ToLower(domain))
	for _, name := range l.labels[string(low[label+1:])] {
		if slippedNational(low[:label], name) && !sisters.has(domain) {
			return true
		}
	}
	return false
}

// slippedNational is slipped for names that are less known than those of the greatest:
// the first letter is right, no letter is added at the end, and in short names it is only
// told that two letters have changed places, or that one is there twice or no longer is.
func slippedNational(s []byte, word string) bool {
	if len(s) < 4 || s[0] != word[0] || !slipped(s, word) {
		return false
	}
	same := 0
	for same < len(s) && same < len(word) && s[same] == word[same] {
		same++
	}
	long := len(word) > 5
	switch len(s) - len(word) {
	case 1:
		return s[same] == s[same-1] || long && same < len(word)
	case -1:
		return long || word[same] == word[same-1]
	}
	return long || same+1 < len(s) && s[same] == word[same+1] && s[same+1] == word[same]
}
