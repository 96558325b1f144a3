package io.vpntck.reference.simulation;

/** A simulation took more steps than its bound allows: its nodes keep each other busy. The message names the seed. */
public final class SimulationStalledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SimulationStalledException(String message) {
        super(message);
    }
}
