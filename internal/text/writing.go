package text

import "unicode/utf8"

// Writing is what one look at each letter of a text tells of how it is written.
type Writing uint8

const (
	// Strange: Damage has to look at the text itself. Without it the text is words of the
	// letters of one alphabet each, and nothing has become of them on their way.
	Strange Writing = 1 << iota
	// Cased: a capital stands behind a small letter, or a small one behind two capitals.
	Cased
	// Edged: an apostrophe or a hyphen has no letter on one of its sides.
	Edged
	// Signed: something of ASCII that is no letter, space, apostrophe or hyphen.
	Signed
	// WithLatin and WithLookalike: letters of Latin, and of Greek or Cyrillic, which pass for them.
	WithLatin
	WithLookalike
	// Local: a letter of Latin that few languages have, and others become.
	Local
	// Dotless: an ı.
	Dotless
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
func WritingOf(s string) (w Writing) {
	at := atStart
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
		step := &letterSteps[at][kind]
		w |= step.tells
		at = step.to
	}
	return w | letterSteps[at][textEnd].tells
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

// letterStep is where a character leads to, and what it tells.
type letterStep struct {
	to    letterPlace
	tells Writing
}

// letterRow are the steps of one place.
type letterRow [numLetterKinds]letterStep

// letterSteps are the steps of all places. One that stands for nothing known is strange.
var letterSteps = func() (t [numLetterPlaces]letterRow) {
	for at := range t {
		for kind := range t[at] {
			t[at][kind] = letterStep{atStart, Strange}
		}
		t[at].endWord(letterPlace(at))
	}
	t[atStart].beginWord()
	t[behindSign].beginWord()
	latin := func(at letterPlace, onSmall, onCapital Writing, accents bool) {
		step := func(kinds []letterKind, to letterPlace, tells Writing) {
			for _, kind := range kinds {
				t[at][kind] = letterStep{to, tells}
			}
		}
		step([]letterKind{small, dotlessSmall}, inSmall, onSmall)
		step([]letterKind{capital}, inCapitals, onCapital)
		if accents {
			step([]letterKind{accentSmall, localSmall}, inSmallAccent, onSmall)
			step([]letterKind{accentCapital, localCapital}, inCapitalsAccent, onCapital)
		}
	}
	latin(behindCapital, 0, 0, true)
	latin(behindAccentCapital, 0, 0, false)
	latin(behindAccentSmall, 0, Cased, false)
	latin(inSmall, 0, Cased, true)
	latin(inSmallAccent, 0, Cased, false)
	latin(inCapitals, Cased, 0, true)
	latin(inCapitalsAccent, Cased, 0, false)
	for _, at := range [...]letterPlace{behindCyr, behindCyrHalf, inCyrCapitals, inCyrCapitalsHalf} {
		t[at][cyrCapital], t[at][cyrHalf] = letterStep{to: inCyrCapitals}, letterStep{to: inCyrCapitalsHalf}
		t[at][cyrSmall] = letterStep{to: inCyrSmall}
		if at == behindCyr || at == inCyrCapitals {
			t[at][cyrOther] = letterStep{to: inCyrCapitals}
		}
		if at == inCyrCapitals || at == inCyrCapitalsHalf {
			t[at][cyrSmall].tells = Cased
		}
	}
	t[inCyrSmall][cyrSmall] = letterStep{to: inCyrSmall}
	t[inGreek][greekLetter] = letterStep{to: inGreek}
	t[inHangul][hangulSyllable] = letterStep{to: inHangul}
	t[inHan][hanLetter] = letterStep{to: inHan}
	t[inFar][farLetter] = letterStep{to: inFar}
	for at := range t {
		for kind := range t[at] {
			t[at][kind].tells |= kindTells[kind]
		}
	}
	return t
}()

// endWord sets the steps that end a word. Letters of Windows-1252 alone make none.
func (t *letterRow) endWord(at letterPlace) {
	tells := Writing(0)
	if at == behindAccentCapital || at == behindAccentSmall {
		tells = Strange
	}
	t[otherSign] = letterStep{atStart, tells}
	if at == behindSign {
		tells |= Edged
	}
	t[textEnd], t[wordSpace] = letterStep{atStart, tells}, letterStep{atStart, tells}
	if at == atStart {
		tells |= Edged
	}
	t[joinSign] = letterStep{behindSign, tells}
}

// beginWord sets the steps that begin a word.
func (t *letterRow) beginWord() {
	for kind, to := range map[letterKind]letterPlace{
		capital: behindCapital, small: inSmall, dotlessSmall: inSmall, accentCapital: behindAccentCapital, localCapital: behindAccentCapital,
		accentSmall: behindAccentSmall, localSmall: behindAccentSmall, cyrCapital: behindCyr, cyrOther: behindCyr, cyrHalf: behindCyrHalf, cyrSmall: inCyrSmall,
		greekLetter: inGreek, hangulSyllable: inHangul, hanLetter: inHan, farLetter: inFar,
	} {
		t[kind] = letterStep{to: to}
	}
}

// kindTells are what characters tell wherever they stand.
var kindTells = [numLetterKinds]Writing{
	otherSign: Signed, capital: WithLatin, small: WithLatin, accentCapital: WithLatin, accentSmall: WithLatin,
	localCapital: WithLatin | Local, localSmall: WithLatin | Local, dotlessSmall: WithLatin | Dotless,
	cyrCapital: WithLookalike, cyrHalf: WithLookalike, cyrOther: WithLookalike, cyrSmall: WithLookalike, greekLetter: WithLookalike,
}
