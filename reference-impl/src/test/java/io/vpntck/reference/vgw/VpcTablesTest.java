package io.vpntck.reference.vgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ec2.Route;
import io.vpntck.reference.ec2.RouteTarget;
import io.vpntck.reference.ec2.TunnelInventory;
import io.vpntck.reference.ec2.VpcRoutes;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VpcTablesTest {
    private static final Ipv4Address PUBLIC = Ipv4Address.of("10.0.1.10");
    private static final Ipv4Address PRIVATE = Ipv4Address.of("10.0.9.9");

    /** Two subnets with tables of their own; counts how often a table is asked for. */
    private static final class TwoTables implements VpcRoutes {
        private long revision;
        private int asked;
        private boolean active = true;

        @Override
        public long revision() {
            return revision;
        }

        @Override
        public List<Route> of(String vpcId, Ipv4Address host) {
            asked++;
            return List.of(
                    new Route(Ipv4Prefix.of("10.0.0.0/16"), RouteTarget.LOCAL, Route.Origin.LOCAL, true),
                    new Route(
                            Ipv4Prefix.ALL,
                            RouteTarget.gateway(host.equals(PRIVATE) ? "vgw-1" : "igw-1"),
                            Route.Origin.ENTERED,
                            active));
        }
    }

    private final TwoTables routes = new TwoTables();
    private final VpcSurroundings surroundings = new VpcSurroundings();

    private VpcTables tables(AwsSideFault... faults) {
        return new VpcTables(routes, surroundings, new RouteMisbehaviour(Set.of(faults)));
    }

    private static String target(VpcTables tables, Ipv4Address host, String destination) {
        return tables.select("vpc-1", host, Ipv4Address.of(destination))
                .map(route -> route.target().id())
                .orElse("none");
    }

    @Test
    void takesTheTableOfTheHost() {
        VpcTables tables = tables();

        assertThat(target(tables, PUBLIC, "198.18.8.8")).isEqualTo("igw-1");
        assertThat(target(tables, PRIVATE, "198.18.8.8")).isEqualTo("vgw-1");
        assertThat(target(tables, PRIVATE, "10.0.1.10")).isEqualTo("local");
    }

    @Test
    void asksAgainOnlyWhenATableMayHaveChanged() {
        VpcTables tables = tables();
        target(tables, PUBLIC, "198.18.8.8");
        target(tables, PUBLIC, "198.18.8.9");
        assertThat(routes.asked).isEqualTo(1);

        routes.revision++;
        target(tables, PUBLIC, "198.18.8.8");
        assertThat(routes.asked).isEqualTo(2);

        routes.revision = TunnelInventory.UNKNOWN;
        target(tables, PUBLIC, "198.18.8.8");
        target(tables, PUBLIC, "198.18.8.8");
        assertThat(routes.asked).isEqualTo(4);
    }

    @Test
    void takesARouteWhoseTargetIsGone() {
        routes.active = false;

        assertThat(tables().select("vpc-1", PUBLIC, Ipv4Address.of("198.18.8.8")))
                .hasValueSatisfying(route -> assertThat(route.active()).isFalse());
    }

    @Test
    void leadsThePrefixOfAnEndpointToIt() {
        String id = surroundings.addEndpoint("vpc-1", Ipv4Prefix.of("198.18.40.0/24"));

        assertThat(target(tables(), PUBLIC, "198.18.40.7")).isEqualTo(id).startsWith("vpce-");
        assertThat(target(tables(), PUBLIC, "198.18.41.7")).isEqualTo("igw-1");
    }

    @Test
    void errsWhenTold() {
        assertThat(target(tables(AwsSideFault.IGNORES_LONGEST_PREFIX), PUBLIC, "10.0.9.9"))
                .isEqualTo("igw-1");
        assertThat(target(tables(AwsSideFault.ASKS_MAIN_TABLE_ONLY), PRIVATE, "198.18.8.8"))
                .isEqualTo("igw-1");
        assertThat(tables().selectBesideGateway("vpc-1", PRIVATE, Ipv4Address.of("198.18.8.8")))
                .isEmpty();
    }
}
