package mapper

// What editors show of exclude, rules, lookup and tests.

func lookupBlock() schemaBlock {
	return schemaBlock{"lookup", lookupKeys, lookupKeys, map[string]wording{
		"file":  {"A CSV file beside this one.", ref("word")},
		"key":   {"Its column with what the source has, or a template of several: \"{BRANCH}-{PRODUCT}\".", ref("word")},
		"value": {"Its column with what that means.", ref("word")},
	}}
}

func excludeBlock() schemaBlock {
	return schemaBlock{"exclude", excludeKeys, []string{"code"}, map[string]wording{
		"code":   {"The reason, such as closed_account: it is counted and reported under this name.", codeSchema()},
		"when":   {"A condition over the columns of the row that holds for what is left out.", ref("word")},
		"keys":   {"A file beside this one with the keys of what is left out, one a line, or a CSV file.", ref("word")},
		"line":   {"A regular expression that rows which are left out match as they stand in the source, also those that cannot be read: ^TOTAL", ref("word")},
		"column": {"The column of the CSV file that holds the key, where it has another name there; a list where the key has several.", ref("words")},
	}}
}

// excludeSchema is a rule of exclude, with the one thing it goes by.
func excludeSchema() object {
	s := blockSchema(excludeBlock())
	s["oneOf"] = []object{{"required": []string{"when"}}, {"required": []string{"keys"}}, {"required": []string{"line"}}}
	s["dependencies"] = object{"column": []string{"keys"}}
	return s
}

func rulesBlock() schemaBlock {
	return schemaBlock{"rules", rulesKeys, nil, map[string]wording{
		"severity": {"What each rule does, by its code, such as document_expired: reject, or by its pack: contract, document, identity, image.", object{
			"type": "object", "additionalProperties": severitySchema(),
		}},
		"own": {"Rules of your own.", object{"type": "array", "minItems": 1, "items": ref("rule")}},
	}}
}

func ownRuleBlock() schemaBlock {
	return schemaBlock{"rule", ownRuleKeys, []string{"code", "when", "message"}, map[string]wording{
		"code":     {"Its name in reports and rejects, in small letters with _ between words.", codeSchema()},
		"when":     {"A condition over row and record that holds where something is wrong.", ref("word")},
		"severity": {"What it does: warn (the default), reject, off.", severitySchema()},
		"field":    {"The field or picture that it is about.", object{"enum": targetNames()}},
		"message":  {"What is wrong, in one sentence.", object{"allOf": []object{ref("word"), {"maxLength": maxMessage}}}},
		"fix":      {"What to do about it, in one sentence.", ref("word")},
	}}
}

func codeSchema() object {
	return object{"type": "string", "pattern": "^[a-z][a-z0-9]*(_[a-z0-9]+)*$", "maxLength": 64}
}

func severitySchema() object {
	// YAML 1.1 takes off for a boolean, and so may an editor, or a program that writes it.
	return object{"enum": []any{"off", "warn", "reject", false}}
}

func testBlock() schemaBlock {
	cell := anyOfSchemas(ref("text"), object{"type": "null"})
	return schemaBlock{"test", testKeys, []string{"name"}, map[string]wording{
		"name":     {"What the test shows; no two have the same.", ref("word")},
		"like":     {"The name of a test above, whose row is taken over but for what row says.", ref("word")},
		"as_of":    {"The day that the row is judged by, such as 2026-12-31: documents that have expired, persons of age, two-digit years.", object{"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}},
		"row":      {"Cells by the names of their columns; those that are not named are empty.", object{"type": "object", "additionalProperties": cell}},
		"want":     {`The values of fields and pictures; "" means left out.`, object{"type": "object", "propertyNames": object{"enum": targetNames()}, "additionalProperties": cell}},
		"excluded": {"The code of the rule of exclude that leaves the row out.", codeSchema()},
		"issues":   {"The codes of everything that is found in the row; [] means nothing.", anyOfSchemas(ref("word"), object{"type": "array", "items": ref("word")})},
	}}
}

// testSchema is a test, with a row and something that it must give.
func testSchema() object {
	s := blockSchema(testBlock())
	s["allOf"] = []object{requires("row", "like"), requires("want", "excluded", "issues")}
	return s
}
