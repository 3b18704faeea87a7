package mapper

import (
	"strings"

	"kycmigrate/internal/kyc"
)

// What editors show of each key. A key that is added to a list of the decoder
// gets its line here, in the block of the same name; TestSchemaKnowsEveryKey
// names the lines that are missing or left over.

func topBlock() schemaBlock {
	return schemaBlock{"mapping", topKeys, []string{"version", "source", "key", "fields"}, map[string]wording{
		"version": {"The version of this format: 1.", object{"enum": []any{1, "1"}}},
		"name":    {"Names the run directory, runs/NAME. The file's name without its extension where it is left out.", nameOfRunSchema()},
		"source":  {"How to read the source. {kind: csv} is often enough: the rest is detected.", ref("source")},
		"key":     {"The column that identifies a record in the legacy system, or several together. Never empty, never twice.", anyOfSchemas(ref("word"), object{"type": "array", "minItems": 1, "uniqueItems": true, "items": ref("word")})},
		"marker":  {"The custom field that carries a keyed mark: finding it in ARGOS later is proof that the submission is ours. Not to be mapped as well.", object{"enum": []string{kyc.CF1.String(), kyc.CF2.String(), kyc.CF3.String()}}},
		"admin":   {"E-mail of an administrator of the project, usually ${ARGOS_ADMIN}.", ref("text")},
		"exclude": {"Records that are left out, each rule with the code of its reason.", object{"type": "array", "minItems": 1, "items": ref("exclude")}},
		"rules":   {"What checks do, and rules of your own.", ref("rules")},
		"tests":   {"Rows and what is to become of them, for migrate mapping test.", object{"type": "array", "maxItems": maxTests, "items": ref("test")}},
		"fields":  {"The fields of a record and where each comes from.", ref("fields")},
		"images":  {"The pictures of a record, and how they are treated.", ref("images")},
	}}
}

// nameOfRunSchema is a name that safeName takes; numbers have no minus.
func nameOfRunSchema() object {
	return object{
		"type": []string{"string", "number", "boolean"}, "minimum": 0, "pattern": "^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$",
		"not": object{"type": "string", "pattern": `^([Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll]|([Cc][Oo][Mm]|[Ll][Pp][Tt])[0-9])(\..*)?$`},
	}
}

// templatePattern is a text with at least one column in braces, and none that is
// left open.
const templatePattern = `^([^{}]|\{\{|\}\}|` + bracedColumn + `)*` + bracedColumn + `([^{}]|\{\{|\}\}|` + bracedColumn + `)*$`

const bracedColumn = `\{([^{}\s][^}]*|\s+[^}\s][^}]*)\}`

func fieldBlock() schemaBlock {
	return schemaBlock{"field", fieldKeys, nil, map[string]wording{
		"from":      {"The column that the value comes from.", ref("word")},
		"join":      {"Columns that are joined; empty ones are left out.", ref("words")},
		"with":      {"What stands between the parts of join; one space where it is left out.", ref("text")},
		"first":     {"Columns of which the first that is not empty counts.", ref("words")},
		"const":     {"The same value for every record.", ref("word")},
		"template":  {"A text with columns in braces, such as case-{case_no}; empty where one of them is empty. {{ and }} stand for braces.", object{"type": "string", "pattern": templatePattern}},
		"expr":      {"An expression over the columns of the row.", ref("word")},
		"name":      {"A person's name: its parts from columns of their own, or what to make of a whole name.", ref("name")},
		"when":      {"A condition over the columns of the row; the field is left out where it does not hold.", ref("word")},
		"lookup":    {"Translates the value by a CSV file beside the mapping.", ref("lookup")},
		"empty":     {`What stands in cells that have no value, such as N/A or "-". All other cells stay as they are.`, oneOrList(anyOfSchemas(ref("word"), object{"type": "null"}))},
		"transform": {"What is done to the text, in this order.", oneOrList(object{"enum": transformNames()})},
		"date":      {"How the column writes dates: a layout such as DD/MM/YYYY, excel or unix-ms, one with its calendar or time zone, or a list, tried in order. YYYY-MM-DD is accepted beside them.", oneOrList(anyOfSchemas(ref("layout"), ref("date")))},
		"values":    {`What each value of the source means. "" leaves the field out.`, object{"type": "object", "minProperties": 1, "propertyNames": object{"pattern": `\S`}, "additionalProperties": ref("text")}},
		"country":   {"Reads names, alpha-2, alpha-3 and numeric codes of countries.", object{"enum": []string{"alpha3"}}},
		"default":   {"The value where the source has none.", ref("word")},
		"otherwise": {"What becomes of a value that date, values, country or lookup does not know: reject (the default), omit, or a value.", ref("word")},
	}}
}

// nameColumnsNeeded are the columns that a name by parts must have.
var nameColumnsNeeded = []string{givenPart, familyPart}

func nameBlock() schemaBlock {
	words := map[string]wording{
		"given":        {"The column of the given names.", ref("word")},
		"middle":       {"The column of the middle names.", ref("word")},
		"family":       {"The column of the family name.", ref("word")},
		"with":         {"What stands between the parts. One space where it is left out, and nothing in names like 홍길동.", ref("text")},
		"order":        {"How the name is put together. auto goes by the script: Chinese characters, kana and Hangul have the family name first.", nil},
		"written":      {"How the text writes the name.", nil},
		"part":         {"The part that this field wants; the whole name where it is left out.", nil},
		"family_words": {"1: family names have one word in this source, whatever stands beside it.", nil},
		"script":       {"Which script is wanted, of a text such as 홍길동 (HONG GILDONG) or of several columns. Where there is only one, it is taken.", nil},
		"drop":         {"Leaves out honorifics such as Mr, Dr, Frau, 씨 at both ends.", nil},
		"case":         {"title: words in capitals get small letters; other words stay.", nil},
		"unclear":      {"What becomes of a name that cannot be told for sure: warn (the default), keep it without a word, reject the row.", nil},
	}
	for _, c := range nameChoices {
		m, known := words[c.key]
		if !known {
			continue // the test says so
		}
		switch m.shape = (object{"enum": c.words}); c.key {
		case "drop":
			m.shape = oneOrList(m.shape)
		case "family_words":
			m.shape = object{"enum": []any{1, "1"}}
		}
		words[c.key] = m
	}
	return schemaBlock{"name", nameKeys(), nil, words}
}

func dateBlock() schemaBlock {
	var about strings.Builder
	about.WriteString("The calendar of the layout: " + gregorianName + " (the default)")
	for _, c := range calendars {
		about.WriteString("; " + c.name + ", " + c.about)
	}
	return schemaBlock{"date", dateKeys, []string{"layout"}, map[string]wording{
		"layout":   {"YYYY or YY, MM or M, MMM or MMMM, DD or D; of eras E, y, yy, yyy. Other signs stand as they are. C before YY is the century, 0 or 1. Or what counts: " + counted() + ".", oneOrList(ref("layout"))},
		"calendar": {about.String() + ".", object{"enum": calendarNames()}},
		"zone":     {"The time zone in which moments (" + strings.Join(countingNames(true), ", ") + ") are the days that were meant, as Europe/Berlin; UTC is the default.", ref("word")},
	}}
}

// counted says what a layout may count.
func counted() string {
	list := make([]string, len(countings))
	for i, c := range countings {
		list[i] = c.name + ", " + c.about
	}
	return strings.Join(list, "; ")
}

func imagesBlock() schemaBlock {
	b := schemaBlock{"images", imageKeys(), nil, map[string]wording{
		"root":       {"The folder that the paths in the columns start from, relative to this file. They may not leave it.", ref("word")},
		"max_bytes":  {"The largest picture that is sent, in bytes.", anyOfSchemas(object{"type": "integer", "minimum": 1, "maximum": maxImageBytes}, object{"type": "string", "pattern": "^[0-9_]*[1-9][0-9_]*$"})},
		"on_problem": {"What a picture that cannot be used does: reject its row (the default), or drop the picture.", object{"enum": onProblem}},
	}}
	for k := range kyc.NumImages {
		b.words[k.String()] = wording{aboutPictures[k], ref("picture")}
	}
	return b
}

var aboutPictures = [kyc.NumImages]string{
	"The front of the document.", "The back of the document.", "The selfie.", "The proof of address.",
}

func pictureBlock() schemaBlock {
	return schemaBlock{"picture", pictureKeys, []string{"from"}, map[string]wording{
		"from":  {"The column with the path of the file.", ref("word")},
		"strip": {"What is taken off the start of the path: the address of a server, or a folder of another machine.", oneOrList(ref("word"))},
		"when":  {"A condition over the columns of the row; the picture is left out where it does not hold.", ref("word")},
	}}
}

func sourceBlock() schemaBlock {
	b := schemaBlock{"source", append([]string{"kind"}, kindNames()...), []string{"kind"}, map[string]wording{
		"kind": {"What the source is.", object{"enum": kindNames()}},
	}}
	for _, options := range optionBlocks() {
		kind := strings.TrimPrefix(options.name, "source.")
		b.words[kind] = wording{aboutKinds[kind], blockSchema(options)}
	}
	return b
}

var aboutKinds = map[string]string{
	"csv":      "A CSV file in any dialect and encoding; what is left out is detected.",
	"xlsx":     "A sheet of an Excel workbook.",
	"jsonl":    "JSON: a record a line, an array, or an array inside a document.",
	"sql":      "A table or a query of a database.",
	"idngo":    "An export of IDnGO or Sumsub.",
	"verifime": "A customer table, with stored webhook events of VerifiMe joined to it.",
}

var aboutOptions = map[string]string{
	"csv.delimiter":      `auto, comma, semicolon, tab, pipe, space, or the characters themselves, such as ";" or "||".`,
	"csv.encoding":       "auto, utf-8, utf-16, windows-1252, cp949, shift_jis, gb18030, big5, or another name of the WHATWG list.",
	"csv.quote":          `auto, ", ' or none.`,
	"csv.escape":         "auto, double or backslash.",
	"csv.header":         "auto, first, none, or the number of its line.",
	"csv.member":         "The file in a zip archive, by name or pattern.",
	"xlsx.sheet":         "auto, or the name of the sheet.",
	"xlsx.header":        "auto, or the number of the row.",
	"xlsx.password":      "The workbook's password, as ${NAME}.",
	"xlsx.swapped_dates": "accept: dates that look as if a spreadsheet program had exchanged day and month are right.",
	"jsonl.records":      "Where the array of records stands in the document, such as data.items.",
	"jsonl.member":       "The file in a zip archive, by name or pattern.",
	"sql.table":          "The table or view to read, such as kyc.customers.",
	"sql.query":          "A SELECT to read instead of a table.",
	"idngo.decisions":    "What each answer becomes: approved, rejected or hold.",
	"idngo.names":        "native, or latin for firstNameEn and lastNameEn.",
	"idngo.images":       "Where the pictures of the export are.",
	"verifime.events":    "The stored webhook requests: a file, a directory or a pattern.",
	"verifime.secret":    "The secret of the webhook registration, as ${NAME}.",
	"verifime.join":      "The column with what was sent as referenceData.",
	"verifime.unmatched": "What an event of nobody in the table does: reject or ignore.",
	"verifime.decisions": "What each risk level becomes: approved, rejected or hold.",
	"verifime.customers": "How the customer table is read, as if it were a source of its own.",
}

// kindNamesOfFields name the kinds of field in the schema.
var kindNamesOfFields = map[kyc.FieldKind]string{
	kyc.KindText: "text", kyc.KindEmail: "email", kyc.KindDate: "date", kyc.KindCountry: "country",
	kyc.KindDecision: "decision", kyc.KindGender: "gender", kyc.KindDocument: "document",
}

var aboutFieldKinds = map[kyc.FieldKind]string{
	kyc.KindText:     "any text",
	kyc.KindEmail:    "an e-mail address",
	kyc.KindDate:     "a day, sent as YYYY-MM-DD",
	kyc.KindCountry:  "a country, sent as ISO 3166-1 alpha-3",
	kyc.KindDecision: "approved or rejected",
	kyc.KindGender:   "female or male",
	kyc.KindDocument: "a type of document, such as passport",
}

var aboutNeeds = map[kyc.Need]string{
	kyc.Required: " Needed for every record.",
	kyc.Disputed: " Required by older API pages, and with --strict-required.",
}

func aboutField(f kyc.Field) string {
	info := f.Info()
	return info.Name + ": " + aboutFieldKinds[info.Kind] + "." + aboutNeeds[info.Need]
}
