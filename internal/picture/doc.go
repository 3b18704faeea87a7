// Package picture knows what one picture is: its form, its size, how it is to
// be turned, whether it is whole, blank or like another one; and it can make a
// copy of it that ARGOS takes.
//
// Everything works on bytes of strangers. Before anything is decoded its
// header says how many pixels there are; what is over the limits is not
// decoded, and all that is decoded at one time is bounded together (Looker). A
// decoder that panics is an error of the picture. No text of this package
// holds anything that stood in a picture.
package picture
