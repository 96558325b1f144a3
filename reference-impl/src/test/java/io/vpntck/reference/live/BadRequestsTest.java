package io.vpntck.reference.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** VPN-API-03: whatever comes, the answer is an error document of EC2, and the next request is served. */
@Timeout(60)
class BadRequestsTest {
    private Listening listening;

    @BeforeEach
    void listen() throws IOException {
        listening = new Listening();
    }

    @AfterEach
    void servesTheNextRequest() {
        assertThat(listening.serves()).as("the next request is served").isTrue();
        listening.close();
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.body())
                .startsWith("<?xml")
                .contains("<Response><Errors><Error><Code>" + code + "</Code>")
                .doesNotContain("\tat ");
        assertThat(response.statusCode()).isEqualTo(status);
    }

    static Stream<String> notHttp() {
        return Stream.of(
                "?\u0001\u0002\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/9.9.9\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET /?" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(100_000) + "\r\n\r\n",
                "GET /?%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET http://x/?Action=DescribeVpcs HTTP/1.1\r\nHost: x\r\n\r\n",
                "DELETE / HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("notHttp")
    void answersWhatIsHardlyHttp(String text) throws IOException {
        String answer = listening.octets(text.getBytes(StandardCharsets.UTF_8));
        assertThat(answer).startsWith("HTTP/1.1 4").contains("<Response><Errors><Error><Code>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data", "", ";", "application/x-www"})
    void refusesOtherContent(String contentType) {
        HttpResponse<String> response = listening.post(contentType, "Action=DescribeVpcs&Version=2016-11-15");
        assertRefused(response, 400, "InvalidRequest");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Action=DescribeVpcs&VpcId.1=%, MalformedQueryString",
        "Action=DescribeVpcs&VpcId.1=%4, MalformedQueryString",
        "Action=DescribeVpcs&%zz=1, MalformedQueryString",
        "Action=DescribeVpcs&VpcId.1=%ff, MalformedQueryString",
        "Action=DescribeVpcs&VpcId.1=%c0%af, MalformedQueryString",
        "Action=DescribeVpcs&Action=DeleteVpc, MalformedQueryString",
        "Action=DescribeVpcs&VpcId.1=%00, InvalidParameterValue",
        "Action=DescribeVpcs&VpcId.1=%1b, InvalidParameterValue",
        "Action=DescribeVpcs&VpcId.1=%ef%bf%bf, InvalidParameterValue",
        "Action=DescribeVpcs&VpcId.99999999999=vpc-1, UnknownParameter",
        "Action=DescribeVpcs&VpcId.2=vpc-1, InvalidParameterValue",
        "Action=DescribeVpcs&Filter.1.Value.1=x, MissingParameter",
        "Action=<script>, InvalidAction",
        "Action=%00, InvalidAction",
        "Action, InvalidAction",
        "Action=CreateVpc&CidrBlock=%0d%0aX-Injected:%201, InvalidParameterValue",
        "Action=CreateCustomerGateway&Type=ipsec.1&IpAddress=198.18.0.1&BgpAsn=1e9, InvalidParameterValue",
        "Action=CreateCustomerGateway&Type=ipsec.1&IpAddress=198.18.0.1&BgpAsn=99999999999999999999,"
                + " InvalidParameterValue",
        "&&&=&, MissingAction",
    })
    void refusesWithItsReason(String form, String code) {
        assertRefused(listening.post(form), 400, code);
    }

    @Test
    void refusesTenThousandParametersAtOnce() {
        String unknown = IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> "Unknown." + i + "=x")
                .collect(Collectors.joining("&"));
        assertRefused(listening.post("Action=DescribeVpcs&" + unknown), 400, "UnknownParameter");
        String ids = IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> "VpcId." + i + "=vpc-" + i)
                .collect(Collectors.joining("&"));
        assertRefused(listening.post("Action=DescribeVpcs&" + ids), 400, "InvalidVpcID.NotFound");
        String filters = IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> "Filter." + i + ".Name=vpc-id&Filter." + i + ".Value.1=*")
                .collect(Collectors.joining("&"));
        listening.post("Action=CreateVpc&CidrBlock=10.0.0.0/16");
        assertThat(listening.post("Action=DescribeVpcs&" + filters).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatIsTooLarge() {
        HttpResponse<String> response = listening.post("Action=DescribeVpcs&VpcId.1=" + "v".repeat(3 << 20));
        assertRefused(response, 413, "RequestEntityTooLarge");
        HttpResponse<String> long1 = listening.post("Action=DescribeVpcs&VpcId.1=" + "v".repeat(500_000));
        assertRefused(long1, 400, "InvalidVpcID.NotFound");
        assertThat(long1.body()).hasSizeLessThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</value><injected/>",
                "]]>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///'>]>",
                "&Action=DeleteVpc&VpcId=vpc-1",
                "\"'&amp;&#0;",
                "a=b&c",
                "\u00fc \u65e5\u672c \ud83d\ude00",
                "line\r\nfeed\ttab",
            })
    void givesTagsBackAsTheyCame(String text) throws Exception {
        String vpc = listening
                .post("Action=CreateVpc&CidrBlock=10.0.0.0/16")
                .body()
                .replaceAll("(?s).*<vpcId>([^<]*)<.*", "$1");
        HttpResponse<String> made = listening.post("Action=CreateTags&ResourceId.1=" + vpc + "&Tag.1.Key="
                + Listening.escaped(text) + "&Tag.1.Value=" + Listening.escaped(text));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(listening.post("Action=DescribeTags").body())));
        assertThat(document.getElementsByTagName("key").item(0).getTextContent())
                .isEqualTo(text);
        assertThat(document.getElementsByTagName("value").item(0).getTextContent())
                .isEqualTo(text);
        assertThat(document.getElementsByTagName("item").getLength()).isEqualTo(1);
    }

    @Test
    void isNotHeldUpBySlowClients() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                slow.add(listening.open("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nAction="
                        .getBytes(StandardCharsets.UTF_8)));
            }
            assertThat(listening.serves()).isTrue();
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void refusesSignaturesInNoKnownForm() {
        HttpRequest.Builder basic = HttpRequest.newBuilder(listening.uri().resolve("/?Action=DescribeVpcs"))
                .header("Authorization", "Basic eDp4");
        assertRefused(listening.send(basic), 400, "IncompleteSignature");
    }
}
