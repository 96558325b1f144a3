package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.OctetWriter;

/**
 * What follows the generic payload header.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2408#section-3.2">RFC 2408, section 3.2</a>
 */
public sealed interface Payload
        permits SecurityAssociationPayload,
                KeyExchangePayload,
                IdentificationPayload,
                HashPayload,
                NoncePayload,
                NotificationPayload,
                DeletePayload,
                VendorIdPayload,
                NatDiscoveryPayload,
                NatOriginalAddressPayload,
                UnknownPayload {

    /** The number by which the payload before this one announces it. */
    int type();

    /** Writes what comes behind the generic header. */
    void encodeBody(OctetWriter out);
}
