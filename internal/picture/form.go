package picture

import (
	"path"
	"slices"
	"strings"

	"github.com/gabriel-vasile/mimetype"
)

// HeaderSize is how many bytes Detect looks at.
const HeaderSize = 3072

// The forms that this package knows more of than their name, by media type.
const (
	JPEG = "image/jpeg"
	PNG  = "image/png"
	BMP  = "image/bmp"
	TIFF = "image/tiff"
	WebP = "image/webp"
	HEIC = "image/heic"
	HEIF = "image/heif"
)

// Detect names the media type of a file that begins with header, by its
// content alone. An animated PNG is a PNG that has more to it.
func Detect(header []byte) string {
	name, _, _ := strings.Cut(mimetype.Detect(header).String(), ";") // parameters come from the file
	if name == "image/apng" {
		return PNG
	}
	return name
}

// Accepted reports whether ARGOS takes the media type (contracts.md A2).
func Accepted(media string) bool { return media == JPEG || media == PNG }

// extensions are those that promise a form, each with the forms that keep the
// promise.
var extensions = map[string][]string{
	".jpg": {JPEG}, ".jpeg": {JPEG}, ".jpe": {JPEG}, ".jfif": {JPEG},
	".png": {PNG}, ".bmp": {BMP}, ".dib": {BMP}, ".tif": {TIFF}, ".tiff": {TIFF}, ".webp": {WebP},
	".heic": {HEIC, HEIF}, ".heif": {HEIC, HEIF}, ".avif": {"image/avif"}, ".gif": {"image/gif"}, ".pdf": {"application/pdf"},
}

// Promises reports whether the extension of a name says that the file is a
// picture, or a scan in another form.
func Promises(name string) bool {
	_, known := extensions[extension(name)]
	return known
}

// IsImage reports whether a media type is that of a picture of any form.
func IsImage(media string) bool { return strings.HasPrefix(media, "image/") }

func extension(name string) string {
	return strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/")))
}

// Misnamed reports whether the extension of a name promises another form than
// the file has. A name without an extension, or with one that says nothing of
// pictures, promises nothing.
func Misnamed(name, media string) bool {
	ext := extension(name)
	forms, known := extensions[ext]
	return known && !slices.Contains(forms, media) || slices.Contains(otherFiles, ext)
}

// otherFiles are extensions of what is no picture.
var otherFiles = []string{".txt", ".doc", ".docx", ".xls", ".xlsx", ".csv", ".xml", ".json", ".html", ".htm", ".zip", ".eml", ".msg", ".mp4", ".mov"}
