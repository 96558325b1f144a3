package io.vpntck.steps.testbed.simulated;

import io.vpntck.reference.cgw.GatewayFault;
import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.vgw.AwsSideFault;
import java.util.EnumSet;
import java.util.Set;

/** The faults that a request names, sorted by who commits them. */
record FaultWords(Set<GatewayFault> gateway, Set<AwsSideFault> awsSide, Set<ControlPlaneFault> controlPlane) {

    /** @throws IllegalArgumentException for a word that names no fault */
    static FaultWords of(Set<String> words) {
        Set<GatewayFault> gateway = EnumSet.noneOf(GatewayFault.class);
        Set<AwsSideFault> awsSide = EnumSet.noneOf(AwsSideFault.class);
        Set<ControlPlaneFault> controlPlane = EnumSet.noneOf(ControlPlaneFault.class);
        for (String word : words) {
            GatewayFault.ofWord(word).ifPresent(gateway::add);
            AwsSideFault.ofWord(word).ifPresent(awsSide::add);
            ControlPlaneFault.ofWord(word).ifPresent(controlPlane::add);
            if (GatewayFault.ofWord(word).isEmpty()
                    && AwsSideFault.ofWord(word).isEmpty()
                    && ControlPlaneFault.ofWord(word).isEmpty()) {
                throw new IllegalArgumentException("the reference knows no fault named " + word);
            }
        }
        return new FaultWords(gateway, awsSide, controlPlane);
    }
}
