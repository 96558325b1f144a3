package io.vpntck.reference.vgw;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;

/** What a gateway has announced through a tunnel of a dynamic connection, and what of it is in use. */
interface DynamicRoutes {
    List<Ipv4Prefix> of(AwsTunnel tunnel);
}
