package validate

import (
	"strings"

	"kycmigrate/internal/kyc"
)

// remarked looks for what was noted beside the name.
func (n *nameInRow) remarked() verdict {
	switch open := strings.IndexByte(n.s, '('); {
	case n.first().is(wordKin) && n.kinOf():
		return verdict{nameUnusual, "; it says whose child or wife somebody is, or at whose home"}
	case n.find(wordRemark, func(_ int, w *nameWord) bool { return len(n.words) > 1 && !n.own(w) }) >= 0, n.find(wordNot, n.forbids) >= 0:
		return verdict{nameUnusual, remarkInName}
	case len(n.words) > 1 && n.find(wordBracketed|wordNoted, n.shouted) >= 0, n.find(wordBracketed|wordNoted|wordLate, n.dashed) >= 0:
		return verdict{nameUnusual, remarkInName}
	case n.find(wordPhrase, n.phrased) >= 0, len(n.words) > 1 && n.last().is(wordNoted) && n.noted():
		return verdict{nameUnusual, remarkInName}
	case open >= 0 && n.find(wordBracketed|wordTitleStop|wordTitle|wordLate, func(_ int, w *nameWord) bool { return w.raw[0] == '(' || strings.HasSuffix(w.raw, ")") }) >= 0:
		return verdict{nameUnusual, remarkInName}
	}
	return verdict{}
}

// kinOf reports whether a name that begins with the word for a relative goes on with whose
// one it is: Wife of Yasmine. Son is a name, and so may be what is behind it: Son de Jong.
func (n *nameInRow) kinOf() bool {
	if len(n.words) < 3 {
		return false
	}
	switch of := &n.words[1]; of.text {
	case "of", "OF", "Of":
		return true
	case "de", "di", "von", "van", "do", "da", "od":
		return sureKin.has(n.first().text)
	}
	return false
}

// sureKin are words for relatives that nobody has for a first name: others are names, as
// Anne, which is a mother in Turkish, Anya, Son and Fils.
var sureKin = newWordSet("husband|wife|widow|widower|daughter|mutter|ehefrau|ehemann|witwe|witwer|moeder|echtgenote|echtgenoot|weduwe|weduwnaar|dochter|zoon|mère|épouse|époux|veuve|esposa|esposo|viuda|viudo|hijo|mãe|filha|filho|viúva|viúvo|moglie|marito|figlia|figlio|vedova|vedovo|matka|ojciec|żona|mąż|córka|manželka|manžel|dcera|feleség|férj|hustru|dotter|datter|vaimo|tytär|supruga|suprug|kći|soția|soțul|" +
	"μητέρα|πατέρας|σύζυγος|мать|отец|жена|муж|сын|дочь|мати|батько|донька|майка|баща|съпруга|съпруг|אמא|אשתו|والدة|والدته|زوجة|زوجته|ابنة|母亲|父亲|妈妈|爸爸|妻子|丈夫|儿子|女儿|母親|父親|息子|어머니|아버지|아내|남편|배우자|아들|딸|पत्नी")

// shouted reports whether a word of remarks is in other letters than the names beside it: Maria
// Silva OLD. Within a name it may be one in capitals, but where people have two.
func (n *nameInRow) shouted(i int, w *nameWord) bool {
	switch l := w.letters(); {
	case l == asNames || len(w.text) < 3 || n.own(w) || len(w.text) == 3 && n.of(initialLands):
		return false
	case n.part == kyc.FullName && len(n.words) < 3:
		return false
	case n.inner(i) && (l != allCapital || !n.from(twoNames+moreTwoNames)):
		return false
	}
	if !w.is(wordBracketed) && (len(w.text) < 4 || strings.IndexByte(w.text, '.') >= 0 || n.part == kyc.FullName && n.rec.Submission[kyc.FirstName] == "") {
		return false
	}
	names := 0
	for at := range n.words {
		if other := &n.words[at]; at != i && other.text[0] != '-' {
			if names++; other.letters() != asNames || other.text[0] < 'A' {
				return false
			}
		}
	}
	return names > 0
}

// phrased reports whether a word begins one of remarkPhrases.
func (n *nameInRow) phrased(i int, w *nameWord) bool {
	return i < len(n.words)-1 && remarkPhrases.has(w.text+" "+n.words[i+1].text)
}

// remarkPhrases are remarks of two words, neither of which is one.
var remarkPhrases = newWordSet(nameLines["phrase"])

// noted reports whether the last word of a name is a remark in small letters behind names, or
// with stops in it where few have initials for a name.
func (n *nameInRow) noted() bool {
	w := n.last()
	if strings.IndexByte(w.text, '.') > 0 {
		return !n.of(initialLands) && n.first().letters() == asNames
	}
	return w.letters() == allSmall && n.others(len(n.words)-1, asNames)
}

// dashed reports whether a word stands somewhere behind a dash, and in other letters than
// the name before that: Tom Smith - account closed.
func (n *nameInRow) dashed(i int, w *nameWord) bool {
	if w.letters() == asNames || n.first().letters() != asNames {
		return false
	}
	for at := 1; at < i; at++ {
		if raw := n.words[at].raw; raw == "-" || raw == "–" || raw == "—" || raw == "*" || raw == "//" {
			return true
		}
	}
	return false
}

// forbids reports whether a word is the not of DO NOT CALL and the like.
func (n *nameInRow) forbids(i int, _ *nameWord) bool {
	if i > 0 && strings.EqualFold(n.words[i-1].text, "do") && i < len(n.words)-1 {
		return true
	}
	return i < len(n.words)-1 && forbidden.has(n.words[i+1].text)
}

var forbidden = newWordSet("verified|resident|known|valid|call|contact|use|send|mail|email|disturb|pay|active|aktiv|anrufen|kontaktieren|verwenden|benutzen|звонить|использовать")

// struck looks for words that say whose child or wife somebody is, what else somebody is
// called, and what a woman was called before she married.
func (n *nameInRow) struck() verdict {
	if i := n.find(wordRelation, nil); i >= 0 && (strings.ContainsAny(n.words[i].text[:1], "cCrR") || !n.of(strokeLands)) {
		return verdict{nameUnusual, "; it says whose child or wife somebody is, or at whose home"}
	}
	if n.find(wordMaiden, func(i int, w *nameWord) bool {
		return n.inner(i) && w.letters() == allSmall && (len(w.text) > 3 || w.stop() || strings.EqualFold(w.text, "née") || strings.EqualFold(w.text, "nee")) && n.behindOf(i, w) || strings.HasPrefix(w.raw, "(")
	}) >= 0 {
		return verdict{nameUnusual, "; it has the name before a marriage as well"}
	}
	if n.find(wordAlias, func(i int, w *nameWord) bool {
		switch {
		case !n.inner(i):
			return false
		case strings.ContainsAny(w.text, "./"):
			return true
		case strings.EqualFold(w.text, "alias"):
			return w.letters() == allSmall && !n.of(strokeLands+"IDN")
		}
		return w.letters() == allSmall || w.letters() == allCapital && !n.caps
	}) >= 0 {
		return verdict{nameUnusual, "; it has what else the person is called"}
	}
	return verdict{}
}

// behindOf reports whether a word that says of which house a woman is stands behind what
// goes with it: z domu.
func (n *nameInRow) behindOf(i int, w *nameWord) bool {
	return w.text != "domu" || strings.EqualFold(n.words[i-1].text, "z")
}
