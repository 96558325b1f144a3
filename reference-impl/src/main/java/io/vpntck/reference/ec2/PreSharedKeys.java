package io.vpntck.reference.ec2;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ec2.ConnectionRule.Breach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pre-shared keys of tunnels.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_VPN.html">Amazon VPC User Guide, "AWS Managed VPN
 *     Connections" (2018-09), section Configuring the VPN Tunnels</a>
 */
public final class PreSharedKeys {
    private static final String PARAMETER = "PreSharedKey";
    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int GENERATED_LENGTH = 32;

    private PreSharedKeys() {}

    /** Why the key may not be used; empty when it may. */
    public static Optional<Rejection> check(String key) {
        return breaches(key).stream().map(Breach::rejection).findFirst();
    }

    /** Every rule that the key breaks. */
    static List<Breach> breaches(String key) {
        List<Breach> all = new ArrayList<>();
        if (key.length() < 8 || key.length() > 64) {
            all.add(breach(ConnectionRule.KEY_LENGTH, key, "a key has 8 to 64 characters, not " + key.length()));
        }
        if (!key.matches("[0-9A-Za-z._]*")) {
            all.add(breach(
                    ConnectionRule.KEY_ALPHABET, key, "a key has letters, digits, periods and underscores only"));
        }
        if (key.startsWith("0")) {
            all.add(breach(ConnectionRule.KEY_FIRST_CHARACTER, key, "a key does not start with zero"));
        }
        return all;
    }

    /** The key itself is not repeated: answers end up in logs. */
    private static Breach breach(ConnectionRule rule, String key, String words) {
        return rule.brokenBy(Rejection.ofValue(PARAMETER, key.length() + " characters", words));
    }

    /** A key of 32 letters and digits, evenly distributed but for the first, which is not zero. */
    public static String generate(Entropy entropy) {
        StringBuilder key = new StringBuilder();
        while (key.length() < GENERATED_LENGTH) {
            int octet = entropy.next(1).at(0);
            // 248 is the largest multiple of 62 below 256: higher octets would favour the first characters.
            boolean usable = octet < 248 && !(key.isEmpty() && octet % 62 == 0);
            if (usable) {
                key.append(ALPHANUMERIC.charAt(octet % 62));
            }
        }
        return key.toString();
    }
}
