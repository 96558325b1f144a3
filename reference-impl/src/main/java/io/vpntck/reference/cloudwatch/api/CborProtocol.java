package io.vpntck.reference.cloudwatch.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RPC v2 with CBOR (RFC 8949): the operation is in the path, times bear the tag 1. */
final class CborProtocol extends TreeProtocol {
    private static final CBORMapper CBOR = new CBORMapper();
    /** RFC 8949, section 3.4.2. */
    private static final int EPOCH_TIME = 1;

    private static final Pattern PATH = Pattern.compile("/service/GraniteServiceVersion20100801/operation/(\\w+)");

    CborProtocol() {
        super(CBOR, Map.of("Content-Type", "application/cbor", SMITHY_HEADER, "rpc-v2-cbor"));
    }

    @Override
    public String operation(MonitoringRequest request) {
        Matcher path = PATH.matcher(request.path());
        return path.matches() ? path.group(1) : "";
    }

    @Override
    void writeInstant(JsonGenerator out, Instant value) throws IOException {
        ((CBORGenerator) out).writeTag(EPOCH_TIME);
        out.writeNumber((double) value.getEpochSecond());
    }
}
