package io.vpntck.reference.tcp;

import io.vpntck.reference.ip.TcpSegment;
import java.util.ArrayList;
import java.util.List;

/** What came of an input: segments to send, in order, and news for the owner, in order. */
public record TcpStep(List<TcpSegment> segments, List<TcpEvent> events) {
    public TcpStep {
        segments = List.copyOf(segments);
        events = List.copyOf(events);
    }

    /** A step under construction. */
    static final class Builder {
        final List<TcpSegment> segments = new ArrayList<>();
        final List<TcpEvent> events = new ArrayList<>();

        TcpStep build() {
            return new TcpStep(segments, events);
        }
    }
}
