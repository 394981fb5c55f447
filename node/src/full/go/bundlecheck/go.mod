module hotline/bundlecheck

go 1.23.0

require (
	github.com/fxamacker/cbor/v2 v2.9.2
	golang.org/x/mod v0.24.0
)

require github.com/x448/float16 v0.8.4 // indirect
