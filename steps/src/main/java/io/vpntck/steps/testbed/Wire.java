package io.vpntck.steps.testbed;

import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.wire.Octets;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The outside network, for whoever sits on it: packets can be forged, lost and changed on their way.
 *
 * <p>The capture shows each packet as it was sent. A count of 0 stands for every packet until {@link #heal}.
 */
public interface Wire {

    /**
     * Puts an IPv4 packet on the network, towards its destination.
     *
     * @throws IllegalArgumentException when its header cannot be read
     */
    void inject(Octets packet);

    /** Loses the next {@code count} packets of this kind. */
    void drop(Predicate<CapturedPacket> which, int count);

    /** Changes the next {@code count} packets of this kind; one whose header cannot be read any more is lost. */
    void alter(Predicate<CapturedPacket> which, UnaryOperator<Octets> change, int count);

    /** Every packet that {@link #inject} has put on the network, for the evidence: it came from nobody's machine. */
    List<Octets> injected();

    /**
     * From now on, packets of this kind are lost, duplicated and delayed by chance; what befalls each of them follows
     * from {@code seed} and from its number on the network.
     */
    void disorder(Predicate<CapturedPacket> which, Disorder disorder, long seed);

    /** Ends all losses and changes, and the disorder. */
    void heal();
}
