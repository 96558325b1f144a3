package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VPN-API-29: keys should travel over HTTPS. */
class PlainHttpTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "http://127.0.0.1:8080, false",
        "http://localhost:8080, false",
        "http://[::1]:8080, false",
        "https://198.51.100.2, false",
        "http://198.51.100.2:8080, true",
        "HTTP://ec2.example.org, true",
        "http://127.example.org, true",
    })
    void warnsOfKeysInClear(String endpoint, boolean warns) {
        assertThat(PlainHttp.warning(endpoint).isPresent()).isEqualTo(warns);
    }
}
