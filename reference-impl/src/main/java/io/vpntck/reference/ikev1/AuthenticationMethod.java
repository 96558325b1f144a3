package io.vpntck.reference.ikev1;

/**
 * How the ends of phase 1 prove who they are. Only pre-shared keys are carried out; the others can be offered.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2409#appendix-A">RFC 2409, appendix A</a>
 */
public enum AuthenticationMethod {
    PRE_SHARED_KEY(1),
    DSS_SIGNATURES(2),
    RSA_SIGNATURES(3);

    private final int id;

    AuthenticationMethod(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }
}
