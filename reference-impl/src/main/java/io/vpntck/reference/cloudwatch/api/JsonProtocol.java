package io.vpntck.reference.cloudwatch.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** AWS JSON 1.0: the operation is in {@code X-Amz-Target}, times are seconds since the epoch. */
final class JsonProtocol extends TreeProtocol {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TARGET = "GraniteServiceVersion20100801.";

    JsonProtocol() {
        super(JSON, Map.of("Content-Type", "application/x-amz-json-1.0"));
    }

    @Override
    public String operation(MonitoringRequest request) {
        String target = request.headers().getOrDefault(TARGET_HEADER, "");
        return target.startsWith(TARGET) ? target.substring(TARGET.length()) : "";
    }

    @Override
    void writeInstant(JsonGenerator out, Instant value) throws IOException {
        out.writeNumber(value.getEpochSecond());
    }
}
