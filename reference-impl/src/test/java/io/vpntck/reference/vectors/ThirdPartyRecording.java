package io.vpntck.reference.vectors;

import java.util.List;

/** The recordings of {@code src/test/resources/vectors}, each with the log of one end and the pre-shared keys. */
public enum ThirdPartyRecording {
    STRONGSWAN_REKEY("strongswan-main-quick-bgp-rekey", "initiator", "psk.1.ABCDEFG", "psk.2.ABCDEFG"),
    STRONGSWAN_REKEY_RESPONDER("strongswan-main-quick-bgp-rekey", "responder", "psk.1.ABCDEFG", "psk.2.ABCDEFG"),
    STRONGSWAN_NAT(
            "strongswan-nat-aes256-sha256-modp2048",
            "initiator",
            "psk_tunnel_1.AAAAAAAAAAAAAAAAAAAA",
            "psk_tunnel_2.BBBBBBBBBBBBBBBBBBBB"),
    STRONGSWAN_NAT_RESPONDER(
            "strongswan-nat-aes256-sha256-modp2048",
            "responder",
            "psk_tunnel_1.AAAAAAAAAAAAAAAAAAAA",
            "psk_tunnel_2.BBBBBBBBBBBBBBBBBBBB"),
    LIBRESWAN("libreswan-to-strongswan-modp2048", "responder", "psk.3.ABCDEFG", "psk.4.ABCDEFG");

    private final String name;
    private final String end;
    private final List<String> preSharedKeys;

    ThirdPartyRecording(String name, String end, String... preSharedKeys) {
        this.name = name;
        this.end = end;
        this.preSharedKeys = List.of(preSharedKeys);
    }

    public Recording load() {
        return Recording.of(name + ".pcap", name + "." + end + ".log");
    }

    public List<String> preSharedKeys() {
        return preSharedKeys;
    }
}
