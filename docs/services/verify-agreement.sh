#!/usr/bin/env bash
# Verifies a sealed agreement without Bridgehead: with openssl, jq and sha256sum.
#
#   GET /api/v1/agreements/ID            > agreement.json
#   GET /api/v1/agreements/ID/document   > document.txt
#   GET /api/v1/seal-keys                > seal-keys.json     (once, from us; keep it)
#   verify-agreement.sh agreement.json document.txt seal-keys.json
#
# Ends with 0 when the record is what was sealed; else it names each part that is not, and ends with 1.
# The record is what stands below `.sealed`. The fields beside it repeat it for programs that do not verify; they are
# not looked at here, so read those below `.sealed`.
set -euo pipefail

[ $# = 3 ] || { echo "usage: $0 agreement.json document.txt seal-keys.json" >&2; exit 2; }
agreement=$1 document=$2 keys=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

base64url() { tr '_-' '/+' | awk '{ while (length($0) % 4) $0 = $0 "="; print }' | base64 -d; }
sha256() { echo "sha256:$(sha256sum | cut -d' ' -f1)"; }
wrong() { echo "NOT WHAT WAS SEALED: $1"; failed=1; }
failed=0

# The seal is a compact JWS: header.payload.signature.
seal=$(jq -r '.seal // empty' "$agreement")
[ -n "$seal" ] || { echo "not sealed"; exit 1; }
IFS=. read -r header payload signature <<< "$seal"
kid=$(base64url <<< "$header" | jq -r .kid)
base64url <<< "$payload" > "$work/manifest.json"
base64url <<< "$signature" > "$work/signature"
printf %s "$header.$payload" > "$work/signed"

# An Ed25519 key in X.509 form is these twelve bytes and the JWK's x.
x=$(jq -r --arg kid "$kid" '.keys[] | select(.kid == $kid) | .x' "$keys")
[ -n "$x" ] || { wrong "key $kid is not among the seal keys"; exit 1; }
{ printf '\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00'; base64url <<< "$x"; } > "$work/key.der"
openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key.der" -rawin \
    -in "$work/signed" -sigfile "$work/signature" > "$work/openssl.log" 2>&1 || { wrong seal; exit 1; }

# Until all parties have signed, the form is another one.
[ "$(jq -r .form "$work/manifest.json")" = agreement/1 ] || wrong form
[ "$(jq -r .agreement "$work/manifest.json")" = "$(jq -r .id "$agreement")" ] || wrong agreement
# The document is there twice: as the text that was signed, and in the record.
for digest in "$(sha256 < "$document")" "$(jq -j .sealed.document "$agreement" | sha256)"; do
    [ "$(jq -r .parts.document "$work/manifest.json")" = "$digest" ] || wrong document
done
# jq's sorted, compact form of these parts is their canonical JSON (RFC 8785).
for part in origin parties signatures terms title; do
    digest=$(jq -cS ".sealed.$part" "$agreement" | tr -d '\n' | sha256)
    [ "$(jq -r ".parts.$part" "$work/manifest.json")" = "$digest" ] || wrong "$part"
done

[ "$failed" = 0 ] && echo "as sealed: $(jq -r .agreement "$work/manifest.json")"
exit "$failed"
