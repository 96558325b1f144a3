package io.vpntck.reference.ec2;

import java.util.Optional;

/**
 * Which subnets a route table serves.
 *
 * @param subnetId empty for the association that makes the table the main one of its VPC
 */
public record RouteTableAssociation(String id, String tableId, Optional<String> subnetId) {
    public boolean main() {
        return subnetId.isEmpty();
    }
}
