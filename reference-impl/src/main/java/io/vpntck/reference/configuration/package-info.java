/**
 * Configuration documents for customer gateways: a reader of the native XML that DescribeVpnConnections hands out, and
 * the text documents that are made from it, one template for each vendor.
 *
 * <p>Works on the document alone, whoever wrote it, and knows nothing of the control plane that did. The values of a
 * document come from the XML; what a device's form says besides is in its template, with the defaults that the network
 * administrator guide of 2018-09 documents for it.
 */
package io.vpntck.reference.configuration;
