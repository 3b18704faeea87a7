#!/usr/bin/env bash
# A whole migration on this machine: a sandbox stands in for ARGOS, the run is
# killed half-way with SIGKILL and continued. No key, account or network.
set -euo pipefail
cd "$(dirname "$0")/.."

migrate=bin/migrate
run=runs/demo
source=(--source samples/customers.csv --mapping samples/mapping.yaml --run "$run")
rm -rf "$run"
mkdir -p runs

step() { printf '\n== %s\n' "$*"; }

# told says which exit codes are expected: the samples hold rejects on purpose.
told() { [ "$1" -eq 0 ] || [ "$1" -eq 3 ] || { echo "unexpected exit code $1" >&2; exit 1; }; }

# number reads one whole number of a --json object on standard input.
number() { sed -n "s/.*\"$1\":\([0-9]*\).*/\1/p"; }

# Nothing of the caller's environment may lead this demo to the real ARGOS.
unset ARGOS_PROJECT_ID HTTP_PROXY HTTPS_PROXY http_proxy https_proxy
export ARGOS_API_KEY=sandbox-key ARGOS_ADMIN=ops@bank.example

step "start a sandbox"
said=$(mktemp)
"$migrate" sandbox --addr 127.0.0.1:0 --latency 20ms --lag 300ms >"$said" 2>/dev/null &
sandbox=$!
trap 'kill "$sandbox" 2>/dev/null || true; wait "$sandbox" 2>/dev/null || true; rm -f "$said"' EXIT
for _ in $(seq 100); do [ -s "$said" ] && break; sleep 0.1; done
ARGOS_BASE_URL=$(head -n 1 "$said")
export ARGOS_BASE_URL
echo "listening on $ARGOS_BASE_URL"

step "dry run: what would happen, and what must be mended"
code=0; ready=$("$migrate" validate "${source[@]}" --json | number ready) || code=$?
told "$code"

step "run, and kill it with SIGKILL half-way ($ready records are ready)"
"$migrate" run "${source[@]}" --rate 100 --settle 300ms,500ms,1s --quiet &
child=$!
while kill -0 "$child" 2>/dev/null; do
  created=$("$migrate" status --run "$run" --json 2>/dev/null | number created || true)
  if [ "${created:-0}" -ge $((ready / 2)) ]; then
    kill -KILL "$child"
    break
  fi
  sleep 0.1
done
code=0; wait "$child" 2>/dev/null || code=$?
[ "$code" -eq 137 ] || { echo "the run ended with $code before it could be killed" >&2; exit 1; }
"$migrate" status --run "$run"

step "the same command continues"
code=0; "$migrate" run "${source[@]}" --rate 200 --settle 300ms,500ms,1s || code=$?
told "$code"

step "once more: nothing is left to send, so no call is made"
code=0; calls=$("$migrate" run "${source[@]}" --quiet --json 2>/dev/null | number calls) || code=$?
told "$code"
[ "$calls" -eq 0 ] || { echo "$calls calls were made" >&2; exit 1; }
echo "calls: 0"

step "the files are in $run"
ls -l "$run"
