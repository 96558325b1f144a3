package io.vpntck.steps.diagnosis;

/** What has to be in order between a customer's host and a VPC's, lowest first. */
public enum Layer {
    IKE("IKE", "no tunnel has an IKE SA: look at the outside addresses, the pre-shared key and phase 1"),
    IPSEC("IPsec", "there is an IKE SA and no pair of ESP SAs under it: look at the values of phase 2"),
    TUNNEL("tunnel", "there are ESP SAs, and nothing comes through: look at firewalls and at the tunnel interface"),
    ROUTING(
            "routing",
            "the virtual private gateway knows no prefix of the customer: look at BGP or at the static routes"),
    ATTACHMENT("attachment", "the virtual private gateway is attached to no VPC"),
    ROUTE_TABLE("route table", "no route table of the VPC leads to the virtual private gateway: look at propagation"),
    HOST("host", "the VPN is in order: look at security groups, network ACLs and the hosts themselves");

    private final String word;
    private final String explanation;

    Layer(String word, String explanation) {
        this.word = word;
        this.explanation = explanation;
    }

    public String word() {
        return word;
    }

    /** What is missing, and where to look. */
    public String explanation() {
        return explanation;
    }
}
