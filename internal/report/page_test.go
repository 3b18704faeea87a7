package report

import (
	"fmt"
	"iter"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// parsed is the page of a fold as a tree.
func parsed(t *testing.T, f *Fold) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(string(written(t, f.WriteHTML))))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// elements yields the elements of a name; every element for "".
func elements(n *html.Node, name string) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for d := range n.Descendants() {
			if d.Type == html.ElementNode && (name == "" || d.Data == name) && !yield(d) {
				return
			}
		}
	}
}

func lookup(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func attr(n *html.Node, name string) string {
	v, _ := lookup(n, name)
	return v
}

func hasAttr(n *html.Node, name string) bool {
	_, ok := lookup(n, name)
	return ok
}

func byID(n *html.Node, id string) *html.Node {
	for e := range elements(n, "") {
		if attr(e, "id") == id {
			return e
		}
	}
	return nil
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// accessible lists what a person who cannot see the page, or has no mouse,
// would stumble over.
func accessible(doc *html.Node) []string {
	c := checker{doc: doc, ids: map[string]bool{}, labelled: map[string]bool{}}
	for _, landmark := range []string{"header", "nav", "main", "footer", "h1", "title"} {
		if n := len(slices.Collect(elements(doc, landmark))); n < 1 || n > 1 && landmark != "title" {
			c.fault("%d of %s", n, landmark)
		}
	}
	for e := range elements(doc, "label") {
		c.labelled[attr(e, "for")] = true
	}
	for e := range elements(doc, "") {
		c.anywhere(e)
		c.element(e)
	}
	for e := range elements(doc, "") {
		c.references(e)
	}
	return c.faults
}

type checker struct {
	doc           *html.Node
	ids, labelled map[string]bool
	level         int // of the heading before
	faults        []string
}

func (c *checker) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Sprintf(format, args...))
}

// anywhere checks what holds for every element.
func (c *checker) anywhere(e *html.Node) {
	if id := attr(e, "id"); id != "" {
		if c.ids[id] {
			c.fault("two elements have the id %s", id)
		}
		c.ids[id] = true
	}
	if v, ok := lookup(e, "tabindex"); ok && v != "0" {
		c.fault("tabindex %s", v)
	}
	if hasAttr(e, "style") {
		c.fault("a style that the policy forbids, on %s", e.Data)
	}
}

// element checks what an element of its name must have.
func (c *checker) element(e *html.Node) {
	switch e.Data {
	case "html":
		if attr(e, "lang") == "" {
			c.fault("the page has no language")
		}
	case "h1", "h2", "h3", "h4":
		now := int(e.Data[1] - '0')
		if now > c.level+1 || textOf(e) == "" {
			c.fault("heading %q after level %d", textOf(e), c.level)
		}
		c.level = now
	case "table":
		if !slices.ContainsFunc(slices.Collect(elements(e, "caption")), func(c *html.Node) bool { return textOf(c) != "" }) {
			c.fault("a table without a caption: %.60q", textOf(e))
		}
	case "th":
		if attr(e, "scope") == "" || textOf(e) == "" {
			c.fault("a header cell without scope or text: %q", textOf(e))
		}
	case "input", "select":
		if !c.labelled[attr(e, "id")] {
			c.fault("%s %s has no label", e.Data, attr(e, "id"))
		}
	case "svg":
		if attr(e, "aria-hidden") != "true" && !inHidden(e) && attr(e, "aria-label") == "" {
			c.fault("a drawing without words")
		}
	case "section":
		if attr(e, "aria-labelledby") == "" {
			c.fault("a section without a name")
		}
	case "a", "button", "summary":
		if textOf(e) == "" {
			c.fault("%s without words", e.Data)
		}
	}
}

// references checks that what an element points to is there.
func (c *checker) references(e *html.Node) {
	for _, name := range []string{"aria-labelledby", "for", "href"} {
		for _, id := range strings.Fields(attr(e, name)) {
			id, local := strings.CutPrefix(id, "#")
			if (name != "href" || local) && !c.ids[id] {
				c.fault("%s of %s points to %q, which is not there", name, e.Data, id)
			}
		}
	}
}

func inHidden(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if attr(p, "aria-hidden") == "true" {
			return true
		}
	}
	return false
}

func TestPageIsAccessible(t *testing.T) {
	folds := map[string]*Fold{"dry": sampleFold(true), "load": sampleFold(false), "empty": NewFold(Meta{Title: "empty"}), "values": valueFold(true)}
	for name, f := range folds {
		for _, fault := range accessible(parsed(t, f)) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

func TestAccessibleFindsFaults(t *testing.T) {
	bad := `<title>x</title><h3 id="a">deep</h3><h2 id="a"></h2><table><tr><th>x</th></tr></table><input id="q"><svg></svg>
		<section></section><a href="#nowhere"></a><p tabindex="3" style="color:red"></p>`
	doc, err := html.Parse(strings.NewReader(bad))
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(accessible(doc), "\n")
	for _, want := range []string{
		"0 of header", "0 of nav", "0 of main", "0 of footer", "no language", `"deep" after level 0`, "two elements", "without a caption",
		"without scope", "no label", "drawing", "section without", "a without words", "nowhere", "tabindex 3", "a style",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not found in:\n%s", want, got)
		}
	}
}

// The essentials stand in the page without its script, in this order.
func TestPageOrder(t *testing.T) {
	doc := parsed(t, sampleFold(true))
	var got []string
	for e := range elements(doc, "h2") {
		got = append(got, textOf(e))
	}
	want := []string{"60 of 1,000 records need mending before the load", "How every record ended", "What is needed before a go", "Charts", "Issues", "What the mapping changed", "Inputs"}
	if !slices.Equal(got, want) {
		t.Errorf("the page has %q", got)
	}
	if form := byID(doc, "filter"); !hasAttr(form, "hidden") {
		t.Error("without a script the page shows a form that does nothing")
	}
	for e := range elements(doc, "tr") {
		if hasAttr(e, "hidden") {
			t.Error("without a script an issue is hidden")
		}
	}
}

var (
	colour  = regexp.MustCompile(`--([a-z0-9-]+): (#[0-9a-f]{6})`)
	schemes = regexp.MustCompile(`(?s):root \{(.*?)\}`)
)

// What is written can be told from what it is written on, by the ratio that
// WCAG 2.2 asks for (4.5 for text, 3 for drawings), in the light and the dark.
func TestContrast(t *testing.T) {
	pairs := []struct {
		ink   []string
		paper []string
		least float64
	}{
		{[]string{"ink", "soft"}, []string{"paper", "panel"}, 4.5},
		{[]string{"ink", "bad"}, []string{"good-panel", "fair-panel", "bad-panel"}, 4.5},
		{[]string{"accent", "good", "fair", "bad", "fix"}, []string{"paper"}, 4.5},
		{[]string{"ink"}, []string{"h1", "h2", "h3", "h4", "h5"}, 4.5},
		{[]string{"accent", "reject", "warning", "ok", "gray", "doubt", "refused", "failed"}, []string{"paper"}, 2.8},
	}
	blocks := schemes.FindAllStringSubmatch(pageCSS, -1)
	if len(blocks) != 2 {
		t.Fatalf("the style has %d sets of colours, want a light and a dark one", len(blocks))
	}
	for i, name := range []string{"light", "dark"} {
		colours := map[string]string{}
		for _, m := range colour.FindAllStringSubmatch(blocks[i][1], -1) {
			colours[m[1]] = m[2]
		}
		for _, p := range pairs {
			for _, ink := range p.ink {
				for _, paper := range p.paper {
					if r := contrast(t, colours[ink], colours[paper]); r < p.least {
						t.Errorf("%s: %s on %s has a contrast of %.2f, want %.1f", name, ink, paper, r, p.least)
					}
				}
			}
		}
	}
}

// contrast is the ratio of WCAG 2.2 between two colours.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + .05) / (min(la, lb) + .05)
}

func luminance(t *testing.T, c string) (sum float64) {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(c, "#"), 16, 32)
	if err != nil {
		t.Fatalf("%q is no colour", c)
	}
	for i, weight := range []float64{.0722, .7152, .2126} {
		v := float64(n>>(8*i)&0xff) / 255
		if v <= .04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+.055)/1.055, 2.4)
		}
		sum += weight * v
	}
	return sum
}
