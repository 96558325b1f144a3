/** ISAKMP message and payload codecs (RFC 2408, 2407), shared by all exchanges of IKE version 1. */
package io.vpntck.reference.isakmp;
