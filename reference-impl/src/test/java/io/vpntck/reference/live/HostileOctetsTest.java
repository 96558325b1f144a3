package io.vpntck.reference.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.xml.sax.InputSource;

/** Requests made by chance: none is answered with a 5xx, or not in XML. */
class HostileOctetsTest {
    private static Listening listening;

    @BeforeContainer
    static void listen() throws IOException {
        listening = new Listening();
    }

    @AfterContainer
    static void stop() {
        assertThat(listening.serves()).as("the next request is served").isTrue();
        listening.close();
    }

    @Property(tries = 300)
    void octetsOfAnyKind(@ForAll @Size(min = 1, max = 200) byte[] octets) throws IOException {
        String answer = listening.octets(octets);
        assertThat(answer).doesNotStartWith("HTTP/1.1 5");
    }

    @Property(tries = 300)
    void parametersOfAnyKind(@ForAll @Size(max = 10) Map<@StringLength(max = 20) String, String> parameters)
            throws Exception {
        assertDocument(parameters.entrySet().stream()
                .map(p -> Listening.escaped(p.getKey()) + "=" + Listening.escaped(p.getValue()))
                .collect(Collectors.joining("&")));
    }

    @Property(tries = 300)
    void valuesOfAnyKind(@ForAll @StringLength(max = 60) String value) throws Exception {
        String text = Listening.escaped(value);
        assertDocument("Action=CreateVpc&CidrBlock=" + text);
        assertDocument("Action=CreateVpnGateway&Type=ipsec.1&AmazonSideAsn=" + text);
        assertDocument("Action=DescribeVpcs&Filter.1.Name=vpc-id&Filter.1.Value.1=" + text);
        assertDocument("Action=" + text);
    }

    private static void assertDocument(String form) throws Exception {
        HttpResponse<String> response = listening.post(form);
        assertThat(response.statusCode()).as(response.body()).isLessThan(500);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(response.body())));
    }
}
