package mapper

import (
	"bytes"
	"encoding/json"
	"strings"

	"kycmigrate/internal/kyc"
)

// object is an object of a JSON Schema.
type object = map[string]any

// Schema returns the JSON Schema of the mapping file, for editors: a document
// of draft-07, which is the newest that the YAML language server reads. It is
// made of the tables that Load reads by, so what Load refuses as unknown is
// unknown to it as well; what only the whole file tells (a marker that is
// mapped, columns that compete) is left to Load.
func Schema() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(wholeSchema()); err != nil {
		panic("mapper: the schema is no JSON: " + err.Error()) // it is made of texts alone
	}
	return b.Bytes()
}

func wholeSchema() object {
	whole := blockSchema(topBlock())
	whole["$schema"] = "http://json-schema.org/draft-07/schema#"
	whole["title"] = "Mapping file of migrate"
	whole["description"] = "How a row of a legacy export becomes a record of ARGOS ID check."
	whole["definitions"] = definitions()
	return whole
}

// definitions are the parts of the schema that others refer to.
func definitions() object {
	d := object{
		// YAML takes 0123 and NO for a number and a boolean, a mapping never does.
		"text":   object{"type": []string{"string", "number", "boolean"}},
		"word":   object{"type": []string{"string", "number", "boolean"}, "pattern": `\S`},
		"words":  oneOrList(ref("word")),
		"alpha3": object{"enum": kyc.Alpha3Codes()},
		"layout": anyOfSchemas(object{"enum": countingNames(false)},
			object{"type": "string", "allOf": []object{{"pattern": "[Yy]"}, {"pattern": "M"}, {"pattern": "D"}, {"pattern": "^[^%]*$"}}}),
		"options": object{"type": "object", "additionalProperties": anyOfSchemas(ref("text"), ref("options"))},
		"source":  sourceSchema(),
		"fields":  blockSchema(fieldsBlock()),
		"field":   fieldSchema(),
		"name":    nameSchema(),
		"date":    blockSchema(dateBlock()),
		"lookup":  blockSchema(lookupBlock()),
		"exclude": excludeSchema(),
		"rules":   blockSchema(rulesBlock()),
		"rule":    blockSchema(ownRuleBlock()),
		"test":    testSchema(),
		"images":  blockSchema(imagesBlock()),
		"picture": blockSchema(pictureBlock()),
	}
	for kind, stated := range statedSchemas() {
		d["stated_"+kind] = stated
	}
	return d
}

func ref(name string) object { return object{"$ref": "#/definitions/" + name} }

func anyOfSchemas(list ...object) object { return object{"anyOf": list} }

func oneOrList(item object) object {
	return anyOfSchemas(item, object{"type": "array", "minItems": 1, "items": item})
}

// requires is a schema that holds where one of the keys is there.
func requires(keys ...string) object {
	list := make([]object, len(keys))
	for i, key := range keys {
		list[i] = object{"required": []string{key}}
	}
	return anyOfSchemas(list...)
}

// schemaBlock is a block of the mapping file: the keys that Load knows in it,
// from Load's own list, and what an editor is told of each.
type schemaBlock struct {
	name  string
	keys  []string
	needs []string // keys that must be there
	words map[string]wording
}

// wording is what an editor is told of a key, and the shape of its value.
type wording struct {
	about string
	shape object
}

// schemaBlocks are all blocks with a closed list of keys.
func schemaBlocks() []schemaBlock {
	return append([]schemaBlock{
		topBlock(), fieldBlock(), nameBlock(), dateBlock(), lookupBlock(), imagesBlock(), pictureBlock(), fieldsBlock(), sourceBlock(),
		excludeBlock(), rulesBlock(), ownRuleBlock(), testBlock(),
	}, optionBlocks()...)
}

// blockSchema is an object with the block's keys and no others.
func blockSchema(b schemaBlock) object {
	properties := make(object, len(b.keys))
	for _, key := range b.keys {
		m := b.words[key]
		properties[key] = described(m.about, m.shape)
	}
	s := object{"type": "object", "additionalProperties": false, "properties": properties}
	if len(b.needs) > 0 {
		s["required"] = b.needs
	}
	return s
}

// described adds a text to a schema. Beside a $ref nothing counts in draft-07.
func described(about string, shape object) object {
	if shape["$ref"] != nil {
		return object{"description": about, "allOf": []object{shape}}
	}
	with := object{"description": about}
	for key, value := range shape {
		with[key] = value
	}
	return with
}

// sourceSchema allows the block of the kind that is stated, and no other.
func sourceSchema() object {
	s := blockSchema(sourceBlock())
	var rules []object
	for _, k := range sourceKinds {
		others := make(object)
		for _, other := range sourceKinds {
			if other.name != k.name {
				others[other.name] = false
			}
		}
		rules = append(rules, object{
			"if":   object{"required": []string{"kind"}, "properties": object{"kind": object{"const": k.name}}},
			"then": object{"properties": others},
		})
	}
	s["allOf"] = rules
	return s
}

// fieldSchema is a field with its one source form.
func fieldSchema() object {
	s := blockSchema(fieldBlock())
	var forms []object
	for _, form := range formKeys {
		forms = append(forms, object{"required": []string{form}})
	}
	s["oneOf"] = append(forms, object{"required": []string{"name"}, "properties": object{"name": object{"required": nameColumnsNeeded}}})
	s["dependencies"] = object{
		"const":     besideConst(),
		"with":      requires("join"),
		"otherwise": requires("values", "date", "country", "lookup"),
		"date":      object{"not": requires("country", "lookup")},
		"lookup":    object{"not": requires("values", "country")},
	}
	return s
}

// besideConst allows nothing beside a constant, which is final, but a condition
// and what stands where it does not hold.
func besideConst() object {
	others := make(object)
	for _, key := range fieldKeys {
		if key != "const" && key != "when" && key != "default" {
			others[key] = false
		}
	}
	return object{"properties": others, "dependencies": object{"default": []string{"when"}}}
}

// fieldsBlock lists the fields of a record.
func fieldsBlock() schemaBlock {
	b := schemaBlock{name: "fields", keys: kyc.FieldNames(), words: make(map[string]wording)}
	for f := range kyc.NumFields {
		shape := ref("field")
		if kind := kindNamesOfFields[f.Info().Kind]; statedSchemas()[kind] != nil {
			shape = object{"allOf": []object{shape, ref("stated_" + kind)}}
		}
		b.words[f.String()] = wording{aboutField(f), shape}
	}
	return b
}

// statedSchemas hold what a mapping itself gives a field to what the field can
// take, by the kind of field.
func statedSchemas() map[string]object {
	return map[string]object{
		"decision": statedSchema(object{"enum": decisions}),
		"gender":   statedSchema(object{"enum": genders}),
		"country":  statedSchema(ref("alpha3")),
		"date":     statedSchema(object{"type": "string", "pattern": `^\s*\d{4}-\d{2}-\d{2}\s*$`}),
		// What the reference does not list is a warning of Load, no error.
		"document": statedSchema(anyOfSchemas(object{"enum": kyc.IDTypes()}, ref("word"))),
	}
}

func statedSchema(value object) object {
	return object{"properties": object{
		"const":     value,
		"default":   value,
		"otherwise": anyOfSchemas(object{"enum": []string{"reject", "omit"}}, value),
		"values":    object{"additionalProperties": anyOfSchemas(object{"const": ""}, value)},
	}}
}

// nameSchema is a name block: with columns of its own, or for one text.
func nameSchema() object {
	s := blockSchema(nameBlock())
	ofText := []string{"written", "part", "family_words", "script"}
	s["anyOf"] = []object{
		{"required": nameColumnsNeeded, "not": requires(ofText...)},
		{"allOf": []object{{"not": requires(nameColumns...)}, requires("written", "script", "drop", "case")}},
	}
	s["dependencies"] = object{
		"part": []string{"written"}, "family_words": []string{"written"},
		"order": requires("written", "given"), "with": requires("written", "given"),
	}
	return s
}

// optionBlocks are the options of the kinds of source.
func optionBlocks() []schemaBlock {
	var blocks []schemaBlock
	for _, k := range sourceKinds {
		b := schemaBlock{name: "source." + k.name, words: make(map[string]wording)}
		for _, option := range k.options {
			name := strings.TrimSuffix(option, openBlock)
			b.keys = append(b.keys, name)
			shape := ref("text")
			if name != option {
				shape = ref("options")
			}
			if about, ok := aboutOptions[k.name+"."+name]; ok {
				b.words[name] = wording{about, shape}
			}
		}
		blocks = append(blocks, b)
	}
	return blocks
}
