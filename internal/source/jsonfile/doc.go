// Package jsonfile reads sources of JSON: lines, arrays, and arrays inside a
// document.
//
// # JSON, as read here
//
// A record is an object. Records follow one another, with line breaks between
// them or without, on one line each or on many; or they are the elements of an
// array, which may be larger than memory; the option records leads to an array
// inside a document. Which of the two first forms it is, the first character
// tells.
//
//   - Columns are paths such as info.idDocs[0].number. There is no header: the
//     columns are the paths found at the beginning of the source and those the
//     caller asks for.
//   - A text is its characters, a number is written as it stands, true and
//     false are words, null and what is absent are empty. An object or an array
//     under a path that was asked for is its JSON without white space.
//   - A record is good as a whole or not at all: what the grammar of RFC 8259
//     does not allow, a name that stands twice in an object, bytes that are not
//     UTF-8, and half a surrogate pair make it a Fault.
//   - A broken record costs the line it stands on, where records stand on one
//     line each, and the lines up to the next one that begins with a brace where
//     they stand on many. In an array reading goes on at the next element where
//     its place is certain; otherwise an error ends the reading.
package jsonfile
