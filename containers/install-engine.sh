#!/usr/bin/env bash
# Readies a Debian or Ubuntu machine, on which one is root, for the container scenarios:
#   - the container engine from the distribution's packages, started where none runs;
#   - the base image debian:bookworm-slim, made from Debian's packages where it is missing and cannot be pulled.
# Does nothing that is already done. Exit codes: 0 ready, 1 not, with one line that says why.
set -euo pipefail

base=debian:bookworm-slim
log=${TMPDIR:-/tmp}/vpn-tck-dockerd.log

refuse() {
  echo "install-engine: $1" >&2
  exit 1
}

answers() {
  docker version --format '{{.Server.Version}}' > /dev/null 2>&1
}

packages() {
  local missing=()
  command -v dockerd > /dev/null || missing+=(docker.io)
  command -v iptables > /dev/null || missing+=(iptables)
  command -v ip > /dev/null || missing+=(iproute2)
  if [ "${#missing[@]}" = 0 ]; then
    return
  fi
  command -v apt-get > /dev/null || refuse "this is neither Debian nor Ubuntu: install a Docker engine by hand"
  [ "$(id -u)" = 0 ] || refuse "installing ${missing[*]} needs root: run this as root, or install them by hand"
  echo "install-engine: installing ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
}

engine() {
  if answers; then
    return
  fi
  [ "$(id -u)" = 0 ] || refuse "no engine answers, and starting one needs root: run this as root"
  echo "install-engine: starting dockerd (log: $log)"
  setsid dockerd > "$log" 2>&1 < /dev/null &
  local pid=$!
  for _ in $(seq 120); do
    if answers; then
      echo "install-engine: dockerd runs, process $pid"
      return
    fi
    kill -0 "$pid" 2> /dev/null || refuse "dockerd ended: see $log"
    read -r -t 0.5 <> <(:) || true
  done
  refuse "dockerd does not answer within 60 s: see $log"
}

image() {
  if docker image inspect "$base" > /dev/null 2>&1; then
    return
  fi
  if timeout 60 docker pull -q "$base" > /dev/null 2>&1; then
    echo "install-engine: pulled $base"
    return
  fi
  if ! command -v mmdebstrap > /dev/null; then
    command -v apt-get > /dev/null || refuse "$base cannot be pulled, and there is no mmdebstrap to make it"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends mmdebstrap > /dev/null
  fi
  echo "install-engine: making $base from Debian's packages"
  # The mirror and the proxy of this machine's apt, if it has any, are what the image will use as well.
  local mirror
  mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Codename: bookworm' 2> /dev/null | head -n 1)
  mmdebstrap --quiet --variant=minbase --include=ca-certificates bookworm - "${mirror:-http://deb.debian.org/debian}" \
    | docker import --change 'CMD ["bash"]' - "$base" > /dev/null \
    || refuse "$base could not be made: is the Debian mirror of this machine reachable?"
}

packages
engine
image
echo "install-engine: ready, engine $(docker version --format '{{.Server.Version}}'), $base $(docker image inspect --format '{{.Id}}' "$base" | cut -c8-19)"
