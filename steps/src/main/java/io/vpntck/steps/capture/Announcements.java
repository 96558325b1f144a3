package io.vpntck.steps.capture;

import io.vpntck.reference.bgp.AsPath;
import io.vpntck.reference.bgp.AsWidth;
import io.vpntck.reference.bgp.NotificationMessage;
import io.vpntck.reference.bgp.OpenMessage;
import io.vpntck.reference.bgp.RawAttribute;
import io.vpntck.reference.bgp.UpdateMessage;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.MalformedMessageException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one side of a session announces in the end, with the ASes of each path; nothing once the session is over. */
public final class Announcements {
    private static final int AS_PATH = 2;
    private static final int AS4_PATH = 17;

    private final Ipv4Address side;
    private final Map<Ipv4Prefix, AsPath> paths = new LinkedHashMap<>();
    /** Whether the last OPEN of an address announces AS numbers of four octets. */
    private final Map<Ipv4Address, Boolean> fourOctets = new LinkedHashMap<>();

    private Announcements(Ipv4Address side) {
        this.side = side;
    }

    /**
     * @param messages those of both sides, in order
     * @param side the inside address of the one that announces
     */
    public static Announcements of(List<ObservedBgp> messages, Ipv4Address side) {
        Announcements announcements = new Announcements(side);
        messages.forEach(announcements::read);
        return announcements;
    }

    public Set<Ipv4Prefix> prefixes() {
        return new LinkedHashSet<>(paths.keySet());
    }

    /** Each prefix with the path of its last announcement. */
    public Map<Ipv4Prefix, AsPath> paths() {
        return new LinkedHashMap<>(paths);
    }

    /** RFC 4271, section 9.1.2: a path that contains the receiver's own AS is a loop, and its route not to be used. */
    public Set<Ipv4Prefix> withoutLoopsThrough(long as) {
        Set<Ipv4Prefix> usable = prefixes();
        usable.removeIf(prefix -> paths.get(prefix).contains(as));
        return usable;
    }

    private void read(ObservedBgp observed) {
        if (observed.message() instanceof OpenMessage open) {
            fourOctets.put(observed.source(), open.hasFourOctetAs());
            paths.clear();
        } else if (observed.message() instanceof NotificationMessage) {
            paths.clear();
        } else if (observed.message() instanceof UpdateMessage update
                && observed.source().equals(side)) {
            read(update);
        }
    }

    private void read(UpdateMessage update) {
        update.withdrawn().forEach(paths::remove);
        try {
            AsPath path = path(update);
            update.announced().forEach(prefix -> paths.put(prefix, path));
        } catch (MalformedMessageException e) {
            // RFC 7606, section 7.2: routes whose path cannot be read count as withdrawn.
            update.announced().forEach(paths::remove);
        }
    }

    private AsPath path(UpdateMessage update) throws MalformedMessageException {
        // RFC 6793, section 4.1: four octets where both sides announce them.
        AsWidth width = fourOctets.containsValue(false) ? AsWidth.TWO : AsWidth.FOUR;
        AsPath path = AsPath.EMPTY;
        AsPath four = AsPath.EMPTY;
        for (RawAttribute attribute : update.attributes()) {
            if (attribute.type() == AS_PATH) {
                path = AsPath.decode(attribute.value(), width);
            } else if (attribute.type() == AS4_PATH && width == AsWidth.TWO) {
                four = AsPath.decode(attribute.value(), AsWidth.FOUR);
            }
        }
        return path.mergedWith(four);
    }
}
