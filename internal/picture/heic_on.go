//go:build heic && nodynamic

package picture

import "github.com/gen2brain/heic"

// HEIC is decoded by libheif and libde265, compiled to WebAssembly: they run within
// memory of their own, without C. They are under the LGPL, and HEVC is patented in
// places, so a build has them only if it asks for them. The tag nodynamic keeps the
// library from loading what the machine has instead, outside that memory.
func init() {
	codecs[HEIC] = codec{heic.DecodeConfig, heic.Decode}
	codecs[HEIF] = codecs[HEIC]
}
