package io.vpntck.steps.glue;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.lab.CapturedPacket;
import java.util.List;

/** A second VPC beside that of the scenario, with a host and a virtual private gateway of its own. */
public final class OtherVpc {
    private final World world;
    private final Stage stage;
    private String id = "";
    private Ipv4Address host;

    public OtherVpc(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    /** @param connect makes connections to its virtual private gateway, which is that of the scenario meanwhile */
    void appear(String cidr, String address, Runnable connect) {
        String vpc = world.vpcId();
        String vpcHost = world.vpcHost();
        String gateway = world.vpnGatewayId();
        stage.vpc(cidr);
        stage.vpcHost(address);
        stage.vpnGateway();
        stage.attach();
        connect.run();
        id = world.vpcId();
        host = Ipv4Address.of(address);
        world.vpcId(vpc);
        world.vpcHost(vpcHost);
        world.vpnGatewayId(gateway);
    }

    /** What came to its host. */
    public List<CapturedPacket> arrived() {
        return world.testbed().lab().arrivedAtVpcHost(id, host);
    }
}
