# shellcheck shell=bash disable=SC2034
# What bootstrap and deploy share. Both are run again at any time: they ask what is there, and
# change only what differs.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
filled="$here/.filled" # the manifests as they are sent; no secret is in them
# another one after a restore: ../runbooks/disaster-restore.md
instance=${DATABASE_INSTANCE:-partner-bridges}
repository=partner-bridges
# gcloud's own variables stand in for the options
project=${CLOUDSDK_CORE_PROJECT:-}
region=${CLOUDSDK_RUN_REGION:-}
dry_run=false

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() {
  printf '%s\n' "$*" >&2
}

fail() {
  say "${0##*/}: $*"
  exit 1
}

services() {
  (cd "$here" && printf '%s\n' *-service)
}

check_place() {
  [ -n "$project" ] || fail "which project? Say --project, or set CLOUDSDK_CORE_PROJECT"
  [ -n "$region" ] || fail "which region? Say --region, or set CLOUDSDK_RUN_REGION"
  command -v gcloud >/dev/null || fail "gcloud is not installed"
}

# Asks, in a dry run too. What does not exist gives nothing; any other failure ends the script.
ask() {
  local answer status=0
  answer=$(gcloud "$@" --project="$project" 2>"$work/errors" </dev/null) || status=$?
  if [ "$status" -ne 0 ]; then
    grep -qiE 'not[ _]found|does not exist|cannot find|SERVICE_DISABLED' "$work/errors" && return 0
    cat "$work/errors" >&2
    return 1
  fi
  [ -z "$answer" ] || printf '%s\n' "$answer"
}

# Changes something; in a dry run, only says with which command.
run() {
  if $dry_run; then
    printf '%q' "$1"
    printf ' %q' "${@:2}"
    printf '\n'
  else
    "$@" >&2
  fi
}

change() {
  run gcloud "$@" --project="$project"
}

# Secrets in a manifest, one a line: those in variables, and those in files.
secrets_of() {
  sed -nE 's/.*(secretKeyRef: \{name|secretName): ([a-z0-9-]+).*/\2/p' "$@" | sort -u
}

database_user() {
  sed -nE 's/.*name: DB_USER, value: ([a-z]+).*/\1/p' "$here/$1/migrate.yaml"
}

# The version that counts now; nothing where the secret has no value.
secret_version() {
  ask secrets versions describe latest --secret="$1" --format='value(name.basename())'
}

declare -A values=()   # what stands for ${NAME} in a manifest, ready to stand in double quotes
declare -A versions=() # what stands for "pinned", by secret
declare -a missing=()  # what fill looked for in vain

quoted() {
  local value=${1//\\/\\\\}
  printf '%s' "${value//\"/\\\"}"
}

# Fills a manifest into the variable "text". A pinned secret gets the number of its version: a new
# value makes a new revision, and the old revision keeps the old value for as long as that exists.
fill() {
  local line out
  text=''
  while IFS= read -r line || [ -n "$line" ]; do
    [[ $line =~ ^\ *# ]] && continue
    out=''
    # from the right, so that a value is never looked through for placeholders
    while [[ $line =~ ^(.*)\$\{([A-Z][A-Z0-9_]*)\}(.*)$ ]]; do
      [ -v "values[${BASH_REMATCH[2]}]" ] || missing+=("${BASH_REMATCH[2]}")
      out=${values[${BASH_REMATCH[2]}]:-}${BASH_REMATCH[3]}$out
      line=${BASH_REMATCH[1]}
    done
    line=$line$out
    if [[ $line =~ ^(.*secretKeyRef:\ \{name:\ )([a-z0-9-]+)(, key: )pinned(.*)$ ]]; then
      line="${BASH_REMATCH[1]}${BASH_REMATCH[2]}${BASH_REMATCH[3]}\"${versions[${BASH_REMATCH[2]}]:-}\"${BASH_REMATCH[4]}"
    fi
    text+=$line$'\n'
  done <"$1"
}

fingerprint() {
  printf '%s' "$1" | sha256sum | cut -c1-8
}
