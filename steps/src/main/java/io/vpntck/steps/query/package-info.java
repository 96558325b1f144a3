/**
 * The EC2 Query protocol spoken by hand: requests as no SDK would send them, signed by a Signature Version 4 of our own.
 *
 * <p>Follows the EC2 model of 2018-09 and the AWS General Reference, "Signature Version 4 Signing Process". Knows HTTP and
 * XML, no Gherkin, and nothing of the reference's own signatures.
 */
package io.vpntck.steps.query;
