package text

import "unicode/utf8"

// Writing is what one look at each letter of a text tells of how it is written.
type Writing uint16

// What a writing may have. Damage has to look at a text itself if it is Strange; else it is
// words of the letters of one alphabet each, and nothing has become of them on their way.
const (
	Strange       Writing = 1 << iota
	Cased                 // a capital stands behind a small letter, or a small one behind two capitals
	Edged                 // an apostrophe or a hyphen has no letter on one of its sides
	Signed                // something of ASCII that is no letter, space, apostrophe or hyphen
	WithLatin             // letters of Latin
	WithLookalike         // letters of Greek or Cyrillic, which pass for those of Latin
	Local                 // a letter of Latin that few languages have, and others become
	Dotless               // an ı
	Far                   // a letter of a script without capitals
)

// Unmixed reports whether nothing has become of the letters of a text, and Mixed is not true
// of it.
func (w Writing) Unmixed() bool {
	return w&Strange == 0 && w&(WithLatin|WithLookalike) != WithLatin|WithLookalike
}

// Plain reports whether a text is, besides, nothing but words with a single apostrophe or
// hyphen between two letters of some, in capitals and small letters as names are.
func (w Writing) Plain() bool { return w&(Cased|Edged|Signed) == 0 && w.Unmixed() }

// WritingOf looks at the letters of a text, each once.
func WritingOf(s string) Writing {
	var at, tells letterStep
	for i := 0; i < len(s); {
		kind := strangeLetter
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			kind = letterKinds[c]
			i++
		case c < 0xE0:
			if i+1 < len(s) && s[i+1]&0xC0 == 0x80 {
				kind = letterKinds[uint32(c&0x1F)<<6|uint32(s[i+1]&0x3F)]
			}
			i += 2
		default:
			if i+2 < len(s) && c < 0xF0 && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80 {
				kind = blockKinds[uint32(c&0x0F)<<6|uint32(s[i+1]&0x3F)].of(s[i+2])
			}
			i += 3
		}
		at = at.next(kind)
		tells |= at
	}
	return Writing((tells | at.next(textEnd)) >> 16)
}

// letterKind is what a character is to WritingOf.
type letterKind uint8

const (
	strangeLetter letterKind = iota // what is not known here
	textEnd
	wordSpace
	joinSign // an apostrophe or a hyphen
	otherSign
	capital // of Latin, as the next six
	small
	accentCapital // of Windows-1252 beyond ASCII: two side by side may be what was one of UTF-8
	accentSmall
	localCapital // the same, of few languages
	localSmall
	dotlessSmall
	cyrCapital
	cyrHalf  // a Р or С, as which the first bytes of Cyrillic in UTF-8 are read
	cyrOther // a capital beyond А to Я, which stand behind those then
	cyrSmall
	greekLetter
	hangulSyllable
	hanLetter
	farLetter // of a script without capitals whose letters are taken for no others

	numLetterKinds
)

// letterPlace is where in a word a character stands.
type letterPlace uint8

const (
	atStart letterPlace = iota
	behindSign
	behindCapital // the first letter, as the next two
	behindAccentCapital
	behindAccentSmall
	inSmall
	inSmallAccent // behind a letter of Windows-1252 beyond ASCII
	inCapitals
	inCapitalsAccent
	behindCyr // the first letter, as the next one
	behindCyrHalf
	inCyrSmall
	inCyrCapitals
	inCyrCapitalsHalf
	inGreek
	inHangul
	inHan
	inFar

	numLetterPlaces
)

// letterStep is what a character leads to: what it tells, above the place of the steps of
// the next one in letterSteps.
type letterStep uint32

const roomOfKinds = 32

func stepTo(at letterPlace, tells Writing) letterStep {
	return letterStep(at)*roomOfKinds | letterStep(tells)<<16
}

// next is the step of a character behind this one.
func (at letterStep) next(kind letterKind) letterStep {
	return letterSteps[at%(roomOfPlaces*roomOfKinds)+letterStep(kind)%roomOfKinds]
}

// roomOfPlaces is numLetterPlaces as a power of two.
const roomOfPlaces = 32

// letterSteps are the steps of all places. One that stands for nothing known is strange.
var letterSteps = func() (t [(roomOfPlaces + 1) * roomOfKinds]letterStep) {
	row := func(at letterPlace) []letterStep {
		return t[int(at)*roomOfKinds:][:numLetterKinds]
	}
	step := func(at letterPlace, to letterPlace, tells Writing, kinds ...letterKind) {
		for _, kind := range kinds {
			row(at)[kind] = stepTo(to, tells)
		}
	}
	for at := range numLetterPlaces {
		for kind := range numLetterKinds {
			step(at, atStart, Strange, kind)
		}
		tells := Writing(0)
		if at == behindAccentCapital || at == behindAccentSmall {
			tells = Strange // letters of Windows-1252 alone make no word
		}
		step(at, atStart, tells, otherSign)
		if at == behindSign {
			tells |= Edged
		}
		step(at, atStart, tells, textEnd, wordSpace)
		if at == atStart {
			tells |= Edged
		}
		step(at, behindSign, tells, joinSign)
	}
	for _, at := range [...]letterPlace{atStart, behindSign} {
		step(at, behindCapital, 0, capital)
		step(at, behindAccentCapital, 0, accentCapital, localCapital)
		step(at, behindAccentSmall, 0, accentSmall, localSmall)
		step(at, inSmall, 0, small, dotlessSmall)
		step(at, behindCyr, 0, cyrCapital, cyrOther)
		step(at, behindCyrHalf, 0, cyrHalf)
		step(at, inCyrSmall, 0, cyrSmall)
		step(at, inGreek, 0, greekLetter)
		step(at, inHangul, 0, hangulSyllable)
		step(at, inHan, 0, hanLetter)
		step(at, inFar, 0, farLetter)
	}
	for _, in := range [...]struct {
		at                 letterPlace
		onSmall, onCapital Writing
		accents            bool // of which none stands before
	}{
		{behindCapital, 0, 0, true}, {behindAccentCapital, 0, 0, false}, {behindAccentSmall, 0, Cased, false},
		{inSmall, 0, Cased, true}, {inSmallAccent, 0, Cased, false}, {inCapitals, Cased, 0, true}, {inCapitalsAccent, Cased, 0, false},
	} {
		step(in.at, inSmall, in.onSmall, small, dotlessSmall)
		step(in.at, inCapitals, in.onCapital, capital)
		if in.accents {
			step(in.at, inSmallAccent, in.onSmall, accentSmall, localSmall)
			step(in.at, inCapitalsAccent, in.onCapital, accentCapital, localCapital)
		}
	}
	for _, at := range [...]letterPlace{behindCyr, behindCyrHalf, inCyrCapitals, inCyrCapitalsHalf} {
		step(at, inCyrCapitals, 0, cyrCapital)
		step(at, inCyrCapitalsHalf, 0, cyrHalf)
		step(at, inCyrSmall, 0, cyrSmall)
	}
	for _, at := range [...]letterPlace{inCyrCapitals, inCyrCapitalsHalf} {
		step(at, inCyrSmall, Cased, cyrSmall)
	}
	for _, at := range [...]letterPlace{behindCyr, inCyrCapitals} {
		step(at, inCyrCapitals, 0, cyrOther)
	}
	step(inCyrSmall, inCyrSmall, 0, cyrSmall)
	step(inGreek, inGreek, 0, greekLetter)
	step(inHangul, inHangul, 0, hangulSyllable)
	step(inHan, inHan, 0, hanLetter)
	step(inFar, inFar, 0, farLetter)
	for at := range numLetterPlaces {
		for kind := range numLetterKinds {
			row(at)[kind] |= stepTo(0, kindTells[kind])
		}
	}
	return t
}()

// kindTells are what characters tell wherever they stand.
var kindTells = [numLetterKinds]Writing{
	otherSign: Signed, capital: WithLatin, small: WithLatin, accentCapital: WithLatin, accentSmall: WithLatin,
	localCapital: WithLatin | Local, localSmall: WithLatin | Local, dotlessSmall: WithLatin | Dotless,
	hangulSyllable: Far, hanLetter: Far, farLetter: Far,
	cyrCapital: WithLookalike, cyrHalf: WithLookalike, cyrOther: WithLookalike, cyrSmall: WithLookalike, greekLetter: WithLookalike,
}
