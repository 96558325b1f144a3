package io.vpntck.reference.tunnel;

import io.vpntck.reference.ikev1.Ikev1Effect;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.lab.IkeSecret;
import java.util.ArrayList;
import java.util.List;

/** The keys of every SA that a tunnel has had, kept for the evidence beyond the SA's life. */
final class Secrets {
    private final List<IkeSecret> ike = new ArrayList<>();
    private final List<EspSecret> esp = new ArrayList<>();

    void add(Ikev1Effect.Phase1Up up) {
        ike.add(new IkeSecret(
                up.initiatorCookie(),
                up.responderCookie(),
                up.encryption(),
                up.hash(),
                up.encryptionKey(),
                up.skeyidA()));
    }

    void add(Ikev1Effect.SaPairUp up) {
        esp.add(new EspSecret(
                up.remote().address(),
                up.local().address(),
                up.inbound().spi(),
                up.encryption(),
                up.integrity(),
                up.inbound().encryptionKey(),
                up.inbound().integrityKey()));
        esp.add(new EspSecret(
                up.local().address(),
                up.remote().address(),
                up.outbound().spi(),
                up.encryption(),
                up.integrity(),
                up.outbound().encryptionKey(),
                up.outbound().integrityKey()));
    }

    List<IkeSecret> ike() {
        return List.copyOf(ike);
    }

    List<EspSecret> esp() {
        return List.copyOf(esp);
    }
}
