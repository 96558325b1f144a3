#!/bin/bash
# IKEv1 negotiations per second: the kit's responder and strongSwan's charon, one after the other, under the same load.
# Needs root, two processors, iproute2, ethtool, strongSwan (charon, swanctl, kernel-libipsec). Class path: of the
# benchmarks, with the libraries of reference-impl.
# usage: negotiations.sh CLASSPATH [INITIATORS [WARM-UP-SECONDS [SECONDS]]]
set -euo pipefail
classpath=$1 initiators=${2:-64} warm_up=${3:-20} seconds=${4:-20}
tag=$$
work=$(mktemp -d)
responder=
end() {
  [ -z "$responder" ] || kill "$responder" 2>/dev/null || true
  ip netns del "vpntck-r$tag" 2>/dev/null || true
  ip netns del "vpntck-i$tag" 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT

# Each side has half of 198.18.0.0/16, in a network namespace of its own. Checksums are computed at once: the responder
# reads packets before the kernel has finished them.
ip netns add "vpntck-r$tag"
ip netns add "vpntck-i$tag"
ip link add "vr$tag" type veth peer name "vi$tag"
ip link set "vr$tag" netns "vpntck-r$tag"
ip link set "vi$tag" netns "vpntck-i$tag"
side() {
  local net=$1 link=$2 own=$3 other=$4
  ip -n "$net" link set lo up
  ip netns exec "$net" ethtool -K "$link" tx off > /dev/null
  ip -n "$net" link set "$link" up
  ip -n "$net" route add local "$own" dev lo
  ip -n "$net" route add "$other" dev "$link"
}
side "vpntck-r$tag" "vr$tag" 198.18.0.0/17 198.18.128.0/17
side "vpntck-i$tag" "vi$tag" 198.18.128.0/17 198.18.0.0/17
for net in "vpntck-r$tag" "vpntck-i$tag"; do
  ip netns exec "$net" sysctl -qw net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0
done

load() {
  for group in 2 14; do
    echo -n "$1, "
    ip netns exec "vpntck-i$tag" taskset -c 1 java -XX:+UseSerialGC -cp "$classpath" \
      io.vpntck.reference.live.NegotiationLoad "$group" "$initiators" "$warm_up" "$seconds" "$responder"
  done
}

ip netns exec "vpntck-r$tag" taskset -c 0 java -XX:+UseSerialGC -cp "$classpath" \
  io.vpntck.reference.live.NegotiationResponder "$initiators" > "$work/ours" &
responder=$!
until grep -q ready "$work/ours"; do kill -0 "$responder"; sleep 0.2; done
load "vpn-tck"
kill "$responder"
wait "$responder" || true

# The exponents of charon are as long as the strength of the group calls for, as ours are; its default is as long as the
# prime, which takes several times as long. It logs nothing.
cat > "$work/strongswan.conf" <<EOF
libstrongswan {
  dh_exponent_ansi_x9_42 = no
}
charon {
  load = random nonce openssl aes sha1 sha2 hmac gmp kdf kernel-libipsec kernel-netlink socket-default vici
  install_routes = no
  install_virtual_ip = no
  syslog {
    daemon {
      default = -1
    }
    auth {
      default = -1
    }
  }
  plugins {
    vici {
      socket = unix://$work/vici
    }
  }
}
EOF
cat > "$work/swanctl.conf" <<EOF
connections {
  all {
    version = 1
    proposals = aes128-sha1-modp1024, aes128-sha1-modp2048
    remote_addrs = %any
    local {
      auth = psk
    }
    remote {
      auth = psk
    }
    children {
      net {
        local_ts = 0.0.0.0/0
        remote_ts = 0.0.0.0/0
        esp_proposals = aes128-sha1-modp1024, aes128-sha1-modp2048
      }
    }
  }
}
secrets {
  ike {
    secret = "a key that both sides know"
  }
}
EOF
STRONGSWAN_CONF=$work/strongswan.conf ip netns exec "vpntck-r$tag" taskset -c 0 /usr/lib/ipsec/charon > "$work/theirs" 2>&1 &
responder=$!
until [ -S "$work/vici" ]; do kill -0 "$responder"; sleep 0.2; done
swanctl --load-all --file "$work/swanctl.conf" --uri "unix://$work/vici" > "$work/loaded" 2>&1
load "strongSwan $(swanctl --version 2> /dev/null | grep -o '[0-9]\+\.[0-9.]\+' | head -1)"
