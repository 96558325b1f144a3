package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.ControlPlaneFault;
import java.util.List;
import java.util.function.BiConsumer;

/** The set that a describe of gateways or connections answers with: all of it at once, in 2018 without pages. */
final class Listing {
    private static final int FAULTY_PAGE = 20;

    private Listing() {}

    static <T> void write(XmlAnswer out, AwsRegion region, String element, List<T> all, BiConsumer<XmlAnswer, T> body) {
        boolean paged = region.commits(ControlPlaneFault.PAGES_DESCRIBES) && all.size() > FAULTY_PAGE;
        out.set(element, paged ? all.subList(0, FAULTY_PAGE) : all, body);
        if (paged) {
            out.value("nextToken", Integer.toString(FAULTY_PAGE));
        }
    }
}
