// Command bundlecheck checks an incident's bundle with nothing of Hotline: the archive and the
// signatures by Go's own packages, the log by golang.org/x/mod/sumdb, CBOR by fxamacker/cbor.
// It knows the formats from docs/format.md and docs/log.md alone.
//
//	bundlecheck BUNDLE party=HEX…     root keys: 01 and 32 bytes
//
// Exit code 0 and "holds" if everything does; 1 and the file at fault if not.
package main

import (
	"archive/zip"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"sort"
	"strconv"
	"strings"

	"github.com/fxamacker/cbor/v2"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type statement struct {
	index             int64
	raw               []byte
	kid, line         []byte
	party, node       string
	kind              uint64
	id                [32]byte
	content           map[int64]cbor.RawMessage
	signed, signature []byte
	counts            bool
}

type party struct {
	root, log, outcome, cosigner []byte
	nodes                        map[string][]byte
}

type terms struct {
	host    string
	parties map[string]party
	later   bool // in force by a TERMS-BEGIN, not by the last signature
}

type bundle struct {
	files map[string][]byte
	roots map[string][]byte
}

type fault struct{ file, why string }

func (f fault) Error() string { return f.file + ": " + f.why }

func wrong(file, format string, a ...any) { panic(fault{file, fmt.Sprintf(format, a...)}) }

func must[T any](value T, err error) func(file string) T {
	return func(file string) T {
		if err != nil {
			wrong(file, "%v", err)
		}
		return value
	}
}

func main() {
	defer func() {
		if f, ok := recover().(fault); ok {
			fmt.Println("FAILS", f.Error())
			os.Exit(1)
		}
	}()
	b := bundle{files: map[string][]byte{}, roots: map[string][]byte{}}
	archive := must(zip.OpenReader(os.Args[1]))("archive")
	for _, f := range archive.File {
		if _, twice := b.files[f.Name]; twice {
			wrong(f.Name, "it is there twice")
		}
		r := must(f.Open())(f.Name)
		b.files[f.Name] = must(io.ReadAll(r))(f.Name)
	}
	for _, arg := range os.Args[2:] {
		name, key, _ := strings.Cut(arg, "=")
		b.roots[name] = must(hex.DecodeString(key))(arg)
	}
	b.listed()
	line, origin := b.genesis()
	all := b.statements(line)
	now := b.signatures(all)
	b.log("entries", origin, now.parties[now.host].log, origin, now)
	b.log("outcomes", origin+"/outcomes", now.parties[now.host].outcome, origin, now)
	fmt.Printf("holds: %d files, %d statements\n", len(b.files), len(all))
}

// listed: every file is as BUNDLE lists it.
func (b *bundle) listed() {
	head, list, _ := strings.Cut(string(b.files["BUNDLE"]), "\n\n")
	if !strings.HasPrefix(head, "hotline/1 incident bundle\n") {
		wrong("BUNDLE", "it is no bundle")
	}
	lines := strings.Split(strings.TrimSuffix(list, "\n"), "\n")
	if len(lines) != len(b.files)-1 {
		wrong("BUNDLE", "%d files listed, %d there", len(lines), len(b.files)-1)
	}
	for _, each := range lines {
		field := strings.SplitN(each, " ", 3)
		sum := sha256.Sum256(b.files[field[2]])
		if hex.EncodeToString(sum[:]) != field[0] || strconv.Itoa(len(b.files[field[2]])) != field[1] {
			wrong(field[2], "its bytes are not those that were listed")
		}
	}
}

// genesis: the line id is its hash, and its root keys are those given.
func (b *bundle) genesis() (line []byte, origin string) {
	const file = "genesis.cbor"
	raw := b.files[file]
	var g struct {
		_       struct{} `cbor:",toarray"`
		Version uint64
		Name    string
		Parties []struct {
			_    struct{} `cbor:",toarray"`
			Name string
			Root []byte
		}
		Nonce []byte
	}
	must(0, cbor.Unmarshal(raw, &g))(file)
	id := sha256.Sum256(raw)
	if len(b.roots) != len(g.Parties) {
		wrong(file, "%d root keys given, %d parties", len(b.roots), len(g.Parties))
	}
	for _, p := range g.Parties {
		if !bytes.Equal(p.Root, b.roots[p.Name]) {
			wrong(file, "the root key of %s is not the one given", p.Name)
		}
	}
	slug := strings.Map(func(c rune) rune {
		switch {
		case c >= 'A' && c <= 'Z':
			return c - 'A' + 'a'
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			return c
		}
		return '-'
	}, g.Name)
	return id[:], "hotline/" + slug + "/" + hex.EncodeToString(id[:8])
}

// proof takes a tlog-proof file apart: extra, index, path, note.
func proof(file string, raw []byte) (extra []byte, index int64, path tlog.RecordProof, signed []byte) {
	head, rest, found := bytes.Cut(raw, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	if !found || lines[0] != "c2sp.org/tlog-proof@v1" || len(lines) < 3 {
		wrong(file, "it is no tlog-proof with an extra")
	}
	extra = must(base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra ")))(file)
	index = must(strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64))(file)
	for _, each := range lines[3:] {
		var hash tlog.Hash
		copy(hash[:], must(base64.StdEncoding.DecodeString(each))(file))
		path = append(path, hash)
	}
	return extra, index, path, rest
}

// statements: what the entries say, in their order, and whether it counts.
func (b *bundle) statements(line []byte) []statement {
	var all []statement
	for name, raw := range b.files {
		if !strings.HasPrefix(name, "entries/") {
			continue
		}
		extra, index, _, _ := proof(name, raw)
		s := parse(name, extra)
		s.index = index
		if !bytes.Equal(s.line, line) {
			wrong(name, "it is a statement of another line")
		}
		outcome := strings.Replace(name, "entries/", "outcomes/", 1)
		leaf, at, _, _ := proof(outcome, b.files[outcome])
		var o []cbor.RawMessage
		must(0, cbor.Unmarshal(leaf, &o))(outcome)
		var of []byte
		var code string
		must(0, cbor.Unmarshal(o[2], &of))(outcome)
		must(0, cbor.Unmarshal(o[4], &code))(outcome)
		if at != index || !bytes.Equal(of, s.id[:]) {
			wrong(outcome, "it is not the outcome of entry %d", index)
		}
		s.counts = code == "ok"
		all = append(all, s)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].index < all[j].index })
	return all
}

func parse(file string, raw []byte) statement {
	var tag cbor.RawTag
	must(0, cbor.Unmarshal(raw, &tag))(file)
	var sign1 []cbor.RawMessage
	must(0, cbor.Unmarshal(tag.Content, &sign1))(file)
	var protected, payload, signature []byte
	must(0, cbor.Unmarshal(sign1[0], &protected))(file)
	must(0, cbor.Unmarshal(sign1[2], &payload))(file)
	must(0, cbor.Unmarshal(sign1[3], &signature))(file)
	var head map[int64]cbor.RawMessage
	must(0, cbor.Unmarshal(protected, &head))(file)
	var header []cbor.RawMessage
	must(0, cbor.Unmarshal(head[-70001], &header))(file)
	s := statement{raw: raw, signature: signature}
	must(0, cbor.Unmarshal(head[4], &s.kid))(file)
	must(0, cbor.Unmarshal(header[1], &s.line))(file)
	must(0, cbor.Unmarshal(header[2], &s.party))(file)
	must(0, cbor.Unmarshal(header[3], &s.node))(file)
	must(0, cbor.Unmarshal(header[11], &s.kind))(file)
	var said []cbor.RawMessage
	must(0, cbor.Unmarshal(payload, &said))(file)
	must(0, cbor.Unmarshal(said[0], &s.content))(file)
	aad := append([]byte("hotline/1"), s.line...)
	s.signed = must(cbor.Marshal([]any{"Signature1", protected, aad, payload}))(file)
	s.id = sha256.Sum256(s.signed)
	return s
}

// signatures: every statement is signed by the key that the terms of its time name; the terms
// come from the statements themselves, the first ones by root keys.
func (b *bundle) signatures(all []statement) terms {
	var now terms
	proposed := map[string]terms{}
	signedBy := map[string]map[string]bool{}
	for _, s := range all {
		file := fmt.Sprintf("entries/%012d.tlog-proof", s.index)
		key := b.roots[s.party]
		if s.node != "root" {
			key = now.parties[s.party].nodes[s.node]
		}
		id := sha256.Sum256(key)
		if len(key) != 33 || key[0] != 1 || !bytes.Equal(id[:8], s.kid) ||
			!ed25519.Verify(key[1:], s.signed, s.signature) {
			wrong(file, "it is not signed by a key of %s/%s", s.party, s.node)
		}
		if !s.counts || s.kind != 10 && s.kind != 11 && s.kind != 13 {
			continue
		}
		var value []byte
		must(0, cbor.Unmarshal(s.content[1], &value))(file)
		hash := string(value)
		if s.kind == 10 {
			sum := sha256.Sum256(value)
			hash = string(sum[:])
			if signedBy[hash] == nil {
				proposed[hash] = readTerms(file, value)
				signedBy[hash] = map[string]bool{}
			}
		}
		if s.kind != 13 {
			signedBy[hash][s.party] = true
		}
		if len(signedBy[hash]) == len(b.roots) && (s.kind == 13 || !proposed[hash].later) {
			now = proposed[hash]
		}
	}
	if now.parties == nil {
		wrong("entries/", "no terms are in force")
	}
	return now
}

func readTerms(file string, raw []byte) terms {
	var t map[int64]cbor.RawMessage
	must(0, cbor.Unmarshal(raw, &t))(file)
	read := terms{parties: map[string]party{}, later: t[26] != nil && t[26][0] != 0xf6}
	must(0, cbor.Unmarshal(t[4], &read.host))(file)
	var parties []struct {
		_     struct{} `cbor:",toarray"`
		Name  string
		Root  []byte
		Nodes []struct {
			_    struct{} `cbor:",toarray"`
			Name string
			Key  []byte
		}
		Log, Outcome, Cosigner []byte
		Posts                  []string
	}
	must(0, cbor.Unmarshal(t[6], &parties))(file)
	for _, p := range parties {
		nodes := map[string][]byte{}
		for _, n := range p.Nodes {
			nodes[n.Name] = n.Key
		}
		read.parties[p.Name] = party{p.Root, p.Log, p.Outcome, p.Cosigner, nodes}
	}
	return read
}

// log: every proof leads to one checkpoint, signed by the log and cosigned by all other parties.
func (b *bundle) log(folder, origin string, key []byte, name string, now terms) {
	vkey, err := note.NewEd25519VerifierKey(origin, ed25519.PublicKey(key[1:]))
	verifier := must(note.NewVerifier(must(vkey, err)(folder)))(folder)
	var first []byte
	for file, raw := range b.files {
		if !strings.HasPrefix(file, folder+"/") {
			continue
		}
		extra, index, path, signed := proof(file, raw)
		if first == nil {
			first = signed
			opened := must(note.Open(signed, note.VerifierList(verifier)))(file)
			for party, p := range now.parties {
				if party != now.host {
					cosigned(file, name+"/cosigner/"+party, p.cosigner, opened)
				}
			}
		}
		if !bytes.Equal(first, signed) {
			wrong(file, "it has another checkpoint than the others")
		}
		text, _, _ := strings.Cut(string(signed), "\n\n")
		lines := strings.Split(text, "\n")
		if lines[0] != origin {
			wrong(file, "the checkpoint is of %s", lines[0])
		}
		size := must(strconv.ParseInt(lines[1], 10, 64))(file)
		var root tlog.Hash
		copy(root[:], must(base64.StdEncoding.DecodeString(lines[2]))(file))
		must(0, tlog.CheckRecord(path, size, root, index, tlog.RecordHash(extra)))(file)
	}
}

// cosigned checks a cosignature/v1 line: 4 bytes key id, 8 bytes time, 64 bytes signature.
func cosigned(file, name string, key []byte, n *note.Note) {
	for _, s := range n.UnverifiedSigs {
		if s.Name != name {
			continue
		}
		blob := must(base64.StdEncoding.DecodeString(s.Base64))(file)
		id := sha256.Sum256([]byte(name + "\n\x04" + string(key[1:])))
		if len(blob) != 76 || !bytes.Equal(blob[:4], id[:4]) {
			continue
		}
		at := binary.BigEndian.Uint64(blob[4:12])
		message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", at, n.Text)
		if ed25519.Verify(key[1:], []byte(message), blob[12:]) {
			return
		}
	}
	wrong(file, "%s has not cosigned its checkpoint", name)
}
