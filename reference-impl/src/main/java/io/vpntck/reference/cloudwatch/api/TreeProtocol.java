package io.vpntck.reference.cloudwatch.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vpntck.reference.ec2.Rejection;
import io.vpntck.reference.wire.Octets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What JSON 1.0 and CBOR have in common: the body is a tree, and errors have a header for clients of the Query protocol. */
abstract class TreeProtocol implements Protocol {
    /** Shapes whose names are not the codes of the Query protocol. */
    private static final Map<String, String> SHAPES = Map.of(
            "MissingParameter", "MissingRequiredParameterException",
            "InvalidParameterValue", "InvalidParameterValueException",
            "InvalidParameterCombination", "InvalidParameterCombinationException",
            "InvalidNextToken", "InvalidNextToken");

    private static final String MODEL = "com.amazonaws.cloudwatch#";

    private final ObjectMapper mapper;
    private final Map<String, String> headers;

    TreeProtocol(ObjectMapper mapper, Map<String, String> headers) {
        this.mapper = mapper;
        this.headers = headers;
    }

    abstract void writeInstant(JsonGenerator out, Instant value) throws IOException;

    @Override
    public JsonNode input(MonitoringRequest request) {
        if (request.body().length() == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return Optional.ofNullable(mapper.readTree(request.body().toByteArray()))
                    .filter(JsonNode::isObject)
                    .orElseThrow(TreeProtocol::unreadable);
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static RuntimeException unreadable() {
        return new Rejection("SerializationException", "body", "", "it cannot be read").exception();
    }

    @Override
    public MonitoringResponse answer(String operation, Map<String, Object> output, String requestId) {
        return response(200, output, requestId, Map.of());
    }

    @Override
    public MonitoringResponse error(int status, String code, String message, String requestId) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("__type", MODEL + SHAPES.getOrDefault(code, code));
        error.put("message", message);
        return response(
                status,
                error,
                requestId,
                Map.of("x-amzn-query-error", code + ";" + (status < 500 ? "Sender" : "Receiver")));
    }

    private MonitoringResponse response(int status, Object tree, String requestId, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        all.put("x-amzn-RequestId", requestId);
        try {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            try (JsonGenerator out = mapper.createGenerator(octets)) {
                write(out, tree);
            }
            return new MonitoringResponse(status, all, Octets.of(octets.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("an answer cannot be written", e);
        }
    }

    private void write(JsonGenerator out, Object value) throws IOException {
        if (value instanceof Map<?, ?> members) {
            out.writeStartObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                out.writeFieldName(member.getKey().toString());
                write(out, member.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object member : list) {
                write(out, member);
            }
            out.writeEndArray();
        } else if (value instanceof Instant instant) {
            writeInstant(out, instant);
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else {
            out.writeString(value.toString());
        }
    }
}
